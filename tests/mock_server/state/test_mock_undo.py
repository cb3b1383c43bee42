"""A session keeps its drafts: "undo" goes back to the one before, also over the wire."""

from __future__ import annotations

from support.mock_server import MP4, Client, start


def test_undo_goes_back_draft_by_draft():
    with start(act=None, price_per_session=0) as mock, Client(mock) as client:
        client.connect()
        client.upload(("a.mp4", MP4))
        client.say("mute the video")
        muted = client.draft()
        client.say('add the title "A" from 0 to 1 s')
        client.say("make it red")
        client.say("undo")
        assert client.titles() == ["A"]
        assert "color" not in str(client.draft())
        client.say("undo that")
        assert client.draft()["t"] == muted["t"]


def test_sessions_do_not_share_what_they_undo():
    with start(act=None, price_per_session=0) as mock, Client(mock) as client:
        client.connect()
        client.upload(("a.mp4", MP4))
        client.say("mute the video")
        client.open()
        assert "nothing to take back" in client.say("undo").text
