"""A session keeps its drafts: "undo" goes back to the one before, also over the wire."""

from __future__ import annotations

import json

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


def test_drafts_that_were_kept_in_one_array_can_be_gone_back_to():
    with start(act=None, price_per_session=0) as mock, Client(mock) as client:
        client.connect()
        client.upload(("a.mp4", MP4))
        for said in (
            'add the title "A\u2028b" from 0 to 1 s',
            "mute the video",
            "reverse the video",
        ):
            client.say(said)
        store = mock.mock.store
        kept = store.value("select earlier from sessions")
        drafts = [json.loads(one) for one in kept.split("\n")]
        assert len(drafts) == 3
        store.run("update sessions set earlier = ?", json.dumps(drafts))
        client.say("undo")
        assert client.draft()["t"] == drafts[-1]["t"]
        client.say("undo")
        assert client.draft()["t"] == drafts[-2]["t"]


def test_what_puts_right_a_message_that_did_nothing_takes_nothing_back():
    with start(act=None, price_per_session=0) as mock, Client(mock) as client:
        client.connect()
        client.upload(("a.mp4", MP4))
        client.say("add a title saying Hello from 0 to 1 s")
        titled = client.draft()
        client.say("make the letters dance")
        client.say("no, shake")
        assert client.draft() == titled
        client.say("undo")
        assert client.titles() == []


def test_sessions_do_not_share_what_they_undo():
    with start(act=None, price_per_session=0) as mock, Client(mock) as client:
        client.connect()
        client.upload(("a.mp4", MP4))
        client.say("mute the video")
        client.open()
        assert "nothing to take back" in client.say("undo").text
