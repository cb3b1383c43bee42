"""A timeline as a picture: what plays when can be seen in it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from support.commands import run_command

from nemo_spec.harness.bundled_mock import font_pieces
from nemo_spec.report.timeline_png import timeline_png
from nemo_spec.timeline.model import Segment, Timeline, exactly

BLUE, BROWN, GROUND = (0x1F, 0x5F, 0xA8), (0x8A, 0x5A, 0x00), (0x14, 0x17, 0x1B)


def picture(timeline: Timeline) -> Image.Image:
    return Image.open(BytesIO(timeline_png(timeline, font_pieces))).convert("RGB")


def test_segments_lie_to_scale_and_fades_cut_their_corners():
    clip = Segment("clip", exactly(0), exactly(4000), "a.mp4", properties={"fade_in": 1000})
    title = Segment("title", exactly(2000), exactly(4000), texts=("Hi\x1b[31m",))
    found = picture(Timeline([clip], [title], exactly(4000)))
    half = 150 + (1600 - 162) // 2
    assert found.getpixel((half + 40, 36 + 44 + 8)) == BROWN
    assert found.getpixel((half - 40, 36 + 44 + 8)) == GROUND
    assert found.getpixel((half, 36 + 8)) == BLUE
    assert found.getpixel((154, 36 + 6)) == GROUND


def test_the_last_mark_of_the_ruler_is_whole():
    """It stands at the right edge of the picture."""
    clip = Segment("clip", exactly(0), exactly(4000), "a.mp4")
    found = picture(Timeline([clip], [], exactly(4000)))
    left, _, right, _ = found.crop((1400, 8, 1600, 26)).convert("L").point(
        lambda value: 255 * (value > 128)
    ).getbbox() or (0, 0, 0, 0)  # fmt: skip
    assert right - left > 20
    assert 1400 + right < 1600


def titled(text: str) -> bytes:
    clip = Segment("clip", exactly(0), exactly(4000), "a.mp4")
    title = Segment("title", exactly(0), exactly(4000), texts=(text,))
    return picture(Timeline([clip], [title], exactly(4000))).tobytes()


def test_every_script_is_drawn_as_it_is():
    """A font without a character draws the same box for all of them."""
    letters = ["你", "好", "あ", "한", "م", "א", "🎬", "é", "□"]
    assert len({titled(letter) for letter in letters}) == len(letters)


def test_many_tracks_do_not_make_it_endless():
    clip = Segment("clip", exactly(0), exactly(4000), "a.mp4")
    titles = [Segment("title", exactly(0), exactly(4000), texts=("a",)) for _ in range(500)]
    assert picture(Timeline([clip], titles, exactly(4000))).height < 3000


def test_an_empty_timeline_is_a_picture_too():
    assert picture(Timeline()).size[0] == 1600


@pytest.mark.parametrize("name", ["d.json", "folder", "no/x.png"])
def test_the_picture_takes_the_place_of_nothing(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
):
    draft = tmp_path / "d.json"
    draft.write_text('{"t": [{"tt": 0, "sg": [{"s": 0, "d": 1000, "src": "a.mp4"}]}]}', "utf-8")
    (tmp_path / "folder").mkdir()
    outcome = run_command(["show", draft, "--png", tmp_path / "ok.png"], capsys)
    assert (outcome.code, (tmp_path / "ok.png").read_bytes()[1:4]) == (0, b"PNG")
    before = draft.read_bytes()
    assert run_command(["show", draft, "--png", tmp_path / name], capsys).code == 2
    assert draft.read_bytes() == before
