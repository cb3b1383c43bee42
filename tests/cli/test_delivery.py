"""Only the video that was asked for is ever at the output path; what is not is fetched and rendered
again, without another session or edit."""

from __future__ import annotations

import gzip
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from support.commands import Call, Outcome
from support.hostile_front import (
    Answer,
    Front,
    Handler,
    altered,
    closed_early,
    cut_off,
    elsewhere,
    endless,
    front_of,
    giving,
    status,
)

from mock_server.server import MockHandle
from nemo_spec.conformance.world import clip as make_clip
from nemo_spec.media.probe import measure_video
from nemo_spec.run.exports import render

RECIPE = 'keep 0-1s\nexport 90p mp4 10fps low to "out.mp4"\n'
PLAYLIST = b"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nclip.mp4\n#EXT-X-ENDLIST\n"
SDP = b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5000 RTP/AVP 96\n"


def script(project: Path) -> bytes:
    """What ffmpeg itself would take for a video."""
    return f"ffconcat version 1.0\nfile {project / 'clip.mp4'}\n".encode()


def without_picture(real: bytes) -> bytes:
    """All headers are there, and nothing is where they point to."""
    at = real.index(b"mdat") + 4
    end = at - 8 + int.from_bytes(real[at - 8 : at - 4], "big")
    return real[:at] + bytes(end - at) + real[end:]


def one_bit(handler: Handler, real: bytes) -> None:
    """A bit in the middle of the picture is another one, beside the digest of the file as it was."""
    digest = f"sha-256=:{b64encode(sha256(real).digest()).decode()}:"
    at = real.index(b"mdat") + 400
    wrong = real[:at] + bytes([real[at] ^ 1]) + real[at + 1 :]
    giving(wrong, repr_digest=digest)(handler, real)


WRONG: dict[str, Answer] = {
    "nothing": giving(b""),
    "text": giving(b"the file is not ready yet"),
    "playlist": giving(PLAYLIST),
    "sdp": giving(SDP),
    "page": giving(b"<html>hotel wifi</html>", content_type="text/html"),
    "no picture": altered(without_picture),
    "one bit": one_bit,
    "half, announced": cut_off,
    "half": closed_early,
    "compressed": altered(lambda real: gzip.compress(real)),
    "encoded": lambda handler, real: giving(gzip.compress(real), content_encoding="gzip")(
        handler, real
    ),
    "endless": endless,
    "gone": status(404),
    "elsewhere": elsewhere("http://169.254.169.254/latest"),
    "circle": elsewhere("/files/renders/" + "0" * 32 + ".mp4"),
}

_FEW = ("playlist", "no picture", "one bit", "half, announced", "encoded", "elsewhere")
EVERY = [
    pytest.param(name, marks=[] if name in _FEW else [pytest.mark.slow], id=name) for name in WRONG
]


class World:
    """A recipe applied by way of a front that does what it likes with downloads."""

    def __init__(self, call: Call, service: MockHandle, project: Path, front: Front) -> None:
        self.call, self.service, self.front = call, service, front
        self.out = project / "out.mp4"
        (project / "a.edit").write_text(RECIPE, "utf-8")

    def apply(self, *flags: str) -> Outcome:
        return self.call("apply", "a.edit", "clip.mp4", *flags)

    def count(self, call: str) -> int:
        return len(self.service.requests(call=call))

    def is_delivered(self) -> bool:
        """Whether the video is at its place, and nothing is beside it."""
        beside = list(self.out.parent.glob(".out*"))
        assert beside == [], beside
        if not self.out.exists():
            return False
        made = measure_video(self.out)
        assert (made.width, made.height) == (160, 90)
        assert made.length == pytest.approx(1000, abs=250)
        return True


@pytest.fixture
def world(
    call: Call,
    service: MockHandle,
    project: Path,
    clip: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[World]:
    monkeypatch.setattr(render, "_BREAKS", (0.01, 0.01))
    monkeypatch.setattr(render, "_SLACK_BYTES", 4_000_000)
    with front_of(service.url) as front:
        monkeypatch.setenv("NEMO_API_URL", front.url)
        yield World(call, service, project, front)


@pytest.mark.parametrize("name", EVERY)
def test_what_came_wrong_is_fetched_again_before_it_is_rendered_again(name: str, world: World):
    world.front.answers = [WRONG[name]] * (3 if name == "half, announced" else 1)
    outcome = world.apply()
    assert outcome.code == 0, outcome
    assert world.is_delivered()
    assert world.count("render") == 1


def test_a_script_of_ffmpeg_is_no_video(world: World, project: Path):
    world.front.answers = [giving(script(project))]
    assert world.apply().code == 0
    assert world.is_delivered()


@pytest.mark.parametrize("name", ["text", "half, announced", "gone"])
def test_a_render_that_stays_wrong_is_made_anew(name: str, world: World):
    fetches = {"half, announced": 9, "gone": 3}.get(name, 2)
    world.front.answers = [WRONG[name]] * fetches
    outcome = world.apply()
    assert outcome.code == 0, outcome
    assert world.is_delivered()
    assert (world.count("render"), world.count("create_session")) == (2, 1)


@pytest.mark.parametrize("name", EVERY)
def test_what_is_never_the_video_is_never_delivered_and_the_next_run_renders_anew(
    name: str, world: World
):
    world.front.always = WRONG[name]
    outcome = world.apply()
    assert outcome.code == 3, outcome
    assert "Traceback" not in outcome.err
    said = outcome.err
    assert "out.mp4" in said, said
    assert not world.is_delivered() or name == "circle"
    told, sessions, before = (world.count(each) for each in ("run_sse", "create_session", "render"))
    world.front.always = None
    assert world.call("resume").code == 0
    assert world.is_delivered()
    assert (world.count("run_sse"), world.count("create_session")) == (told, sessions)
    assert world.count("render") == before + 1


def test_the_error_names_what_came(world: World):
    world.front.always = WRONG["text"]
    outcome = world.apply()
    assert (
        'out.mp4 is not a video: 25 bytes of text "the file is not ready yet" came' in outcome.err
    )
    assert "which costs nothing" in outcome.err


def other_video() -> bytes:
    """Two seconds of 320x180, not one of 160x90."""
    return make_clip()


def test_another_video_is_not_delivered_and_the_line_is_not_met(world: World):
    before = b"\0\0\0\x18ftypisom, the one before"
    world.out.write_bytes(before)
    world.front.always = giving(other_video())
    outcome = world.apply()
    assert outcome.code == 1, outcome
    assert world.out.read_bytes() == before
    assert "the render is 320x180, 2.0 s" in " ".join(outcome.out.split())
    assert "was not delivered" in " ".join(outcome.out.split())
    assert "nemo-spec export --as-rendered" in " ".join(outcome.out.split())
    assert len(world.front.downloads) == 4
    assert world.count("render") == 2
    assert world.call("export", "--as-rendered", "-o", "other.mp4").code == 0
    assert measure_video(world.out.with_name("other.mp4")).length == 2000
    world.front.always = None
    count = world.count("render")
    assert world.apply().code == 0
    assert world.is_delivered()
    assert (world.count("create_session"), world.count("render")) == (1, count + 1)


def test_a_wrong_file_that_was_delivered_by_an_earlier_run_is_replaced(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    world.front.always = giving(other_video())
    with monkeypatch.context() as before:
        before.setattr(render, "mismatch", lambda *_: "")
        before.setattr("nemo_spec.run.exports.exporter.mismatch", lambda *_: "")
        assert world.apply().code == 0
    assert measure_video(world.out).length == 2000
    world.front.always = None
    assert world.apply().code == 0
    assert world.is_delivered()


@pytest.mark.parametrize("name", ["text", "half"])
def test_an_export_by_hand_is_as_careful(name: str, world: World, clip: Path):
    world.call("upload", clip)
    world.call("chat", "keep the first 1 second")
    again = ("export", "--size", "90p", "-o", "out.mp4")
    world.front.always = WRONG[name]
    assert world.call(*again).code == 3
    assert not world.is_delivered()
    world.front.always, world.front.answers = None, [WRONG[name]]
    assert world.call(*again).code == 0
    assert world.is_delivered()


def test_nothing_is_taken_from_a_part_of_another_render(world: World):
    world.out.with_name(".out.mp4.part").write_bytes(b"x" * 1000)
    note = world.out.with_name(".out.mp4.part.json")
    note.write_text('{"total": 1000, "validator": ""}', "utf-8")
    assert world.apply().code == 0
    assert world.is_delivered()
    assert not world.front.downloads[0].endswith("/download")


@pytest.mark.parametrize("announced", [True, False])
def test_a_file_larger_than_such_a_video_can_be_is_not_read_to_its_end(
    announced: bool, world: World
):
    written = 0

    def flood(handler: object, real: bytes) -> None:
        nonlocal written
        headers = {"content-type": "video/mp4"}
        headers |= {"content-length": str(10**12)} if announced else {}
        handler.reply(200, headers)
        while True:
            handler.wfile.write(bytes(1 << 20))
            written += 1 << 20

    world.front.always = flood
    outcome = world.apply()
    assert outcome.code == 3
    assert "larger than" in outcome.err
    limit = 4_000_000 + 12_500_000
    in_buffers = 17 << 20  # of both sockets, and the piece that is being written
    assert written < 4 * (in_buffers + (0 if announced else limit))
