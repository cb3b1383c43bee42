"""Zooms, blurred regions and overlays, measured to the pixel on decoded frames."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support.render import Render, Seen, draft, ffmpeg, renderer

WIDE, HIGH = 640, 360
BOX = (240, 80, 60, 40)
"""Left, top, width and height of a white box on black."""
STRIPES = "geq=lum='16+219*mod(floor((X+Y)/4),2)':cb=128:cr=128"
EDGE = (16 + 235) / 2


def picture(path: Path, *filters: str) -> Path:
    source = ",".join((f"color=black:s={WIDE}x{HIGH}:r=10:d=2", *filters))
    ffmpeg("-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset", "ultrafast", "-crf", "4",
           "-pix_fmt", "yuv420p", str(path))  # fmt: skip
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pictures")
    x, y, w, h = BOX
    return {
        "box.mp4": picture(folder / "box.mp4", f"drawbox={x}:{y}:{w}:{h}:white:fill"),
        "stripes.mp4": picture(folder / "stripes.mp4", STRIPES),
        "white.mp4": picture(folder / "white.mp4", "negate"),
    }  # fmt: skip


@pytest.fixture
def go(files: dict[str, Path], tmp_path: Path) -> Render:
    return renderer(files, tmp_path)


def scene(name: str, *above: dict[str, Any], lasts: int = 1000) -> dict[str, Any]:
    base = {"role": "clip", "s": 0, "d": lasts, "src": name, "in": 0, "out": lasts}
    tracks = [(0, [{"s": 0, "d": lasts} | one]) for one in above]
    return draft((0, [base]), *tracks, width=WIDE, height=HIGH)


def crossings(line: list[int]) -> list[float]:
    """Where a line of pixels goes over from dark to bright or back, between pixels."""
    pairs = enumerate(pairwise(line))
    return [i + 1 + (EDGE - a) / (b - a) - 0.5 for i, (a, b) in pairs if (a < EDGE) != (b < EDGE)]


def box_of(seen: Seen, frame: int, at: tuple[float, float]) -> list[float]:
    """Left, right, top and bottom of what is bright, on the row and the column through a pixel."""
    x, y, data = int(at[0]), int(at[1]), seen.frames[frame]
    row = list(data[y * WIDE : (y + 1) * WIDE])
    column = list(data[x::WIDE])
    return [*crossings(row), *crossings(column)]


def zoomed(level: float, x: float, y: float) -> list[float]:
    """Where the box lies when the picture is that much larger, its middle at a share of the frame."""
    left = min(max(x * WIDE - WIDE / 2 / level, 0), WIDE - WIDE / level)
    top = min(max(y * HIGH - HIGH / 2 / level, 0), HIGH - HIGH / level)
    edges = (BOX[0] - left, BOX[0] + BOX[2] - left, BOX[1] - top, BOX[1] + BOX[3] - top)
    return [edge * level for edge in edges]


@pytest.mark.parametrize(
    ("level", "place", "at"),
    [
        (1.3, "center", (0.5, 0.5)),
        (2, {"x": 0.4, "y": 0.25}, (0.4, 0.25)),
        (1.7, {"x": 0.45, "y": 0.3}, (0.45, 0.3)),
        (1.5, "top-left", (0, 0)),
        (1.1, "bottom-right", (1, 1)),
    ],
)
def test_a_zoom_shows_the_part_around_its_place(
    go: Render, level: float, place: object, at: tuple[float, float]
) -> None:
    zoom = {"role": "effect", "name": "zoom", "zoom": level, "pos": place, "s": 300, "d": 400}
    seen = go(scene("box.mp4", zoom))
    wanted = zoomed(level, *at)
    inside = ((wanted[0] + wanted[1]) / 2, (wanted[2] + wanted[3]) / 2)
    for frame in range(3, 7):
        assert box_of(seen, frame, inside) == pytest.approx(wanted, abs=1)
    for frame in (2, 7):
        assert box_of(seen, frame, (270, 100)) == pytest.approx(zoomed(1, 0.5, 0.5), abs=1)


@pytest.mark.parametrize(("start", "end"), [(1, 2), (1.5, 1)])
def test_a_slow_zoom_moves_evenly(go: Render, start: float, end: float) -> None:
    zoom = {"role": "effect", "name": "zoom", "zoom": start, "zoom_to": end}
    seen = go(scene("box.mp4", zoom | {"pos": {"x": 0.4, "y": 0.3}}))
    for frame in range(10):
        wanted = zoomed(start + (end - start) * frame / 10, 0.4, 0.3)
        inside = ((wanted[0] + wanted[1]) / 2, (wanted[2] + wanted[3]) / 2)
        assert box_of(seen, frame, inside) == pytest.approx(wanted, abs=1)


def changed(seen: Seen, plain: Seen, frame: int) -> list[int]:
    """Left, right, top and bottom of where the stripes are others: on a third of its rows or columns."""
    one, other = seen.frames[frame], plain.frames[frame]
    columns, rows = Counter[int](), Counter[int]()
    for at, (a, b) in enumerate(zip(one, other, strict=True)):
        if abs(a - b) > 50:
            columns[at % WIDE] += 1
            rows[at // WIDE] += 1
    found = list[int]()
    for counts in (columns, rows):
        inside = [at for at, count in counts.items() if 3 * count > max(counts.values())]
        found += [min(inside), max(inside) + 1]
    return found


def flat(line: bytes) -> tuple[int, int]:
    """From where to where the stripes of a line are gone."""
    gone = [
        i
        for i in range(4, len(line) - 4)
        if max(line[i - 3 : i + 4]) - min(line[i - 3 : i + 4]) < 60
    ]
    return (gone[0] - 3, gone[-1] + 4) if gone else (0, 0)


@pytest.mark.parametrize(
    ("place", "size", "wanted"),
    [
        ({"x": 0.4, "y": 0.25}, 0.25, (176, 336, 45, 135)),
        ("center", 0.5, (160, 480, 90, 270)),
        ({"x": 0.301, "y": 0.702}, 0.2, (128.6, 256.6, 216.7, 288.7)),
        ({"x": 0.5017, "y": 0.4985}, 0.31, (221.9, 420.3, 123.7, 235.3)),
        ({"x": 0.33, "y": 0.61}, 0.073, (187.8, 234.6, 206.5, 232.7)),
        ({"x": 0.97, "y": 0.03}, 0.21, (553.6, 640, 0, 48.6)),
    ],
)
def test_a_blur_covers_its_region(
    go: Render, place: object, size: float, wanted: tuple[float, ...]
) -> None:
    blur = {"role": "effect", "name": "blur", "pos": place, "scale": size, "s": 300, "d": 400}
    seen, plain = go(scene("stripes.mp4", blur)), go(scene("stripes.mp4"))
    y = round((wanted[2] + wanted[3]) / 2)
    assert changed(seen, plain, 3) == pytest.approx(wanted, abs=0.75)
    assert flat(seen.frames[6][y * WIDE : (y + 1) * WIDE]) != (0, 0)
    for frame in (2, 7):
        assert flat(seen.frames[frame][y * WIDE : (y + 1) * WIDE]) == (0, 0)


def test_a_blur_in_a_corner_touches_its_edges_and_one_of_all_leaves_nothing(go: Render) -> None:
    corner = {"role": "effect", "name": "blur", "pos": "bottom-right", "scale": 0.25}
    seen = go(scene("stripes.mp4", corner))
    assert max(seen.frames[2][-40:]) - min(seen.frames[2][-40:]) < 60
    whole = go(
        scene("stripes.mp4", {"role": "effect", "name": "blur", "pos": "center", "scale": 1.0})
    )
    assert max(whole.frames[2]) - min(whole.frames[2]) < 60


def test_a_blur_stays_where_it_is_while_the_picture_is_zoomed(go: Render) -> None:
    blur = {"role": "effect", "name": "blur", "pos": {"x": 0.4, "y": 0.25}, "scale": 0.25}
    zoom = {"role": "effect", "name": "zoom", "zoom": 1.5, "pos": "center"}
    seen = go(scene("stripes.mp4", blur, zoom))
    assert flat(seen.frames[2][90 * WIDE : 91 * WIDE]) == pytest.approx((176, 336), abs=1.5)


@pytest.mark.parametrize(("x", "y", "size"), [(0.4, 0.25, 0.25), (0.3, 0.7, 0.1)])
def test_an_overlay_has_its_middle_at_its_place(
    go: Render, x: float, y: float, size: float
) -> None:
    over = {"role": "overlay", "src": "white.mp4", "pos": {"x": x, "y": y}, "scale": size}
    seen = go(scene("box.mp4", over))
    half = WIDE * size / 2, HIGH * size / 2
    wanted = [x * WIDE - half[0], x * WIDE + half[0], y * HIGH - half[1], y * HIGH + half[1]]
    found = box_of(seen, 2, (x * WIDE - half[0] + 6, y * HIGH + half[1] - 6))
    assert found == pytest.approx(wanted, abs=1)


def test_an_overlay_fills_the_frame_and_is_heard_as_loud_as_asked(
    made: Render, footage: dict[str, Path]
) -> None:
    base = {"role": "clip", "s": 0, "d": 2000, "src": "mute.mp4", "in": 0, "out": 2000}
    over = {"role": "overlay", "s": 500, "d": 1000, "src": "grey.mp4"}
    full, half, none = (
        made(draft((0, [base]), (0, [over | {"sound": level}])))
        for level in (1, 0.5, 0)
    )  # fmt: skip
    assert full.loudness(0.7, 1.3) - half.loudness(0.7, 1.3) == pytest.approx(6.02, abs=0.1)
    assert none.loudness(0.7, 1.3) < -80 > full.loudness(0, 0.4)
    filled = made(draft((0, [base]), (0, [over | {"src": "white.png", "fill": True}])))
    assert min(filled.frames[7]) > 200
    assert max(filled.frames[3]) < 200


@pytest.mark.parametrize(
    ("cropped", "fill", "wanted"),
    [
        ({"crop_top": 0.1}, "fit", (240, 300, 62, 102)),
        ({"crop_left": 0.25, "crop_right": 0.25}, "fit", (240, 300, 80, 120)),
        (
            {"crop_left": 0.2, "crop_top": 0.1, "crop_bottom": 0.1, "crop": 0.1},
            "fill",
            (80 / 0.7, 140 / 0.7, 26 / 0.7, 66 / 0.7),
        ),
    ],
)
def test_cropped_sides_leave_the_frame_as_it_is(
    go: Render, cropped: dict[str, float], fill: str, wanted: tuple[float, ...]
) -> None:
    base = {"role": "clip", "s": 0, "d": 500, "src": "box.mp4", "in": 0, "out": 500} | cropped
    seen = go(draft((0, [base]), width=WIDE, height=HIGH, fill=fill))
    assert (seen.width, seen.height) == (WIDE, HIGH)
    inside = ((wanted[0] + wanted[1]) / 2, (wanted[2] + wanted[3]) / 2)
    assert box_of(seen, 2, inside) == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize(("background", "luma"), [("#ffffff", 235), ("#808080", 126), (None, 16)])
def test_bars_have_their_colour(go: Render, background: str | None, luma: int) -> None:
    base = {"role": "clip", "s": 0, "d": 300, "src": "box.mp4", "in": 0, "out": 300}
    canvas = {"background": background} if background else {}
    seen = go(draft((0, [base]), width=360, height=640, **canvas))
    for share in (0.05, 0.34, 0.66, 0.95):
        assert seen.pixel(1, 0.5, share) == pytest.approx(luma, abs=2)
    assert seen.pixel(1, 0.1, 0.5) == pytest.approx(16, abs=2)
