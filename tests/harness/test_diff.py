"""What two drafts differ in is told segment by segment, and what only looks different is not."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drafts import DRAFT, Draft, changed, written

from nemo_spec.cli.main import main
from nemo_spec.report.difference import differences, totals
from nemo_spec.timeline.draft import read_draft

SWAPPED = {"+": "-", "-": "+", "~": "~"}


def found(before: Draft, after: Draft) -> list[str]:
    return [f"{c.sign} {c.text}" for c in differences(read_draft(before), read_draft(after), 100)]


def main_track(draft: Draft) -> list[dict[str, Any]]:
    segments: list[dict[str, Any]] = draft["t"][0]["sg"]
    return segments


def inserted(draft: Draft) -> None:
    for segment in main_track(draft):
        segment["s"] += 2000
    new = {"role": "clip", "s": 0, "d": 2000, "src": "x.mp4", "in": 500, "out": 2500}
    main_track(draft).insert(0, new)


def removed(draft: Draft) -> None:
    del main_track(draft)[1]
    main_track(draft)[1]["s"] = 8000


def swapped(draft: Draft) -> None:
    first, second, _ = main_track(draft)
    second["s"], first["s"] = 0, 12000
    main_track(draft).sort(key=lambda segment: segment["s"])


def trimmed(draft: Draft) -> None:
    main_track(draft)[2] |= {"d": 9000, "out": 18000}


def faster(draft: Draft) -> None:
    main_track(draft)[2] |= {"d": 5000, "speed": 2}


def moved(draft: Draft) -> None:
    draft["t"][1]["sg"][0]["s"] = 400


def longer(draft: Draft) -> None:
    draft["t"][1]["sg"][0]["d"] = 3200


def reworded(draft: Draft) -> None:
    draft["t"][1]["sg"][0]["text"] = "Intr0"


def doubled(draft: Draft) -> None:
    draft["t"][1]["sg"].append({"role": "title", "s": 20000, "d": 3000, "text": "Intro"})


def louder(draft: Draft) -> None:
    draft["t"][2]["sg"][0]["vol"] = 0.5


def faded(draft: Draft) -> None:
    draft["t"][2]["sg"][0]["fade_out"] = 2000


def silent(draft: Draft) -> None:
    del draft["t"][3]


def upright(draft: Draft) -> None:
    draft["m"] |= {"width": 720, "height": 1280, "fill": "blur"}


def mute(draft: Draft) -> None:
    del draft["t"][1]["sg"][0]["text"]


CASES: list[tuple[Callable[[Draft], None], list[str]]] = [
    (inserted, ["~ length 30 s → 32 s", "+ clip x.mp4 0.5-2.5s at 0-2s"]),
    (removed, ["~ length 30 s → 18 s", "- clip 城市.mp4 0-12s at 8-20s"]),
    (swapped, ["~ clip a.mp4 at 0-8s: moved 0-8s → 12-20s"]),
    (
        trimmed,
        ["~ length 30 s → 29 s", "~ clip a.mp4 at 20-30s: takes 9-18s instead of 9-19s"],
    ),
    (
        faster,
        [
            "~ length 30 s → 25 s",
            "~ clip a.mp4 at 20-30s: lasts 5 s instead of 10 s, speed 1x → 2x",
        ],
    ),
    (moved, ['~ title "Intro" at 0-3s: moved 0-3s → 0.4-3.4s']),
    (longer, ['~ title "Intro" at 0-3s: retimed 0-3s → 0-3.2s']),
    (reworded, ['~ title "Intro" at 0-3s: text now "Intr0"']),
    (doubled, ['+ title "Intro" at 20-23s']),
    (louder, ["~ music lo-fi at 0-30s: volume 35% → 50%"]),
    (faded, ["~ music lo-fi at 0-30s: fade out 0s → 2s"]),
    (silent, ["- sound hit at 15-15.1s"]),
    (upright, ["~ frame 1280x720 → 720x1280", '~ fill (none) → "blur"']),
    (mute, ['~ title "Intro" at 0-3s: text now (none), text cannot be read now']),
]

each_case = pytest.mark.parametrize(("change", "lines"), CASES, ids=[c.__name__ for c, _ in CASES])


@each_case
def test_every_change_is_told_once(change: Callable[[Draft], None], lines: list[str]):
    after = changed()
    change(after)
    assert found(DRAFT, after) == lines


@each_case
def test_the_other_way_round_the_signs_turn(change: Callable[[Draft], None], lines: list[str]):
    after = changed()
    change(after)
    back = sorted(line[0] for line in found(after, DRAFT))
    assert back == sorted(SWAPPED[line[0]] for line in lines)


def respelled(draft: Draft, chance: random.Random) -> Draft:
    """The same draft with other keys, other order, unknown fields, and times that are a bit off."""
    for track in draft["t"]:
        for segment in track["sg"]:
            for key in ("s", "d", "in", "out"):
                if segment.get(key):
                    segment[key] += chance.randint(-30, 30)
            segment["start_time" if chance.random() < 0.5 else "s"] = segment.pop("s")
            segment["unknown"] = {"id": chance.random()}
            if chance.random() < 0.5:
                segment["speed"] = 1
        chance.shuffle(track["sg"] if track["tt"] else [])
    main, *others = (dict(reversed(list(track.items()))) for track in draft["t"])
    chance.shuffle(others)
    return {"z": 0, "t": [main, {"tt": 7, "sg": []}, *others], "m": {**draft["m"], "title": "?"}}


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_jitter_order_and_unknown_fields_are_no_difference(seed: int):
    assert found(DRAFT, respelled(changed(), random.Random(seed))) == []


def test_a_cut_without_anything_taken_out_is_no_difference():
    after = changed()
    whole = main_track(after)[1]
    first, second = dict(whole, d=5000, out=5000), {**whole, "s": 13000, "d": 7000, "in": 5000}
    main_track(after)[1:2] = [first, second]
    assert found(DRAFT, after) == []


def test_two_thousand_pieces_are_compared_soon():
    pieces = [
        {"s": n * 1000, "d": 1000, "src": "a.mp4", "in": n * 1500, "out": n * 1500 + 1000}
        for n in range(2000)
    ]
    fewer = [dict(piece, s=piece["s"] - 1000) for piece in pieces[1:]]
    drafts = [{"t": [{"tt": 0, "sg": segments}]} for segments in (pieces, fewer)]
    assert found(*drafts) == ["~ length 2000 s → 1999 s", "- clip a.mp4 0-1s at 0-1s"]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    after = changed()
    louder(after)
    doubled(after)
    one, other = written(tmp_path, DRAFT, "a.json"), written(tmp_path, {"draft": after}, "b.json")
    assert main(["diff", str(one), str(other)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[-1] == "1 added, 1 changed"
    assert len(out) == 3
    assert main(["diff", str(one), str(one)]) == 0
    assert capsys.readouterr().out == "no difference\n"
    (tmp_path / "c.json").write_text("nothing")
    assert main(["diff", str(one), str(tmp_path / "c.json")]) == 2


def test_the_tolerance_is_a_choice(tmp_path: Path):
    after = changed()
    moved(after)
    paths = [str(written(tmp_path, d, n)) for d, n in ((DRAFT, "a.json"), (after, "b.json"))]
    assert main(["diff", *paths, "--tolerance", "399"]) == 1
    assert main(["diff", *paths, "--tolerance", "400"]) == 0
    with pytest.raises(SystemExit):
        main(["diff", *paths, "--tolerance", "-1"])


def test_recipes_are_compared_by_what_they_predict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    recipes = {
        "a": 'title 0-3s "Hi"; music "lo-fi"',
        "b": 'music "lo-fi" volume 40%\ntitle 0-4s "Hi"\n# as it was',
        "c": 'music "lo-fi" # the other way round\ntitle 0-3s "Hi"',
    }
    path = {name: tmp_path / f"{name}.edit" for name in recipes}
    for name, text in recipes.items():
        path[name].write_text(text)
    assert main(["diff", str(path["a"]), str(path["c"])]) == 0
    capsys.readouterr()
    assert main(["diff", str(path["a"]), str(path["b"])]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith('~ title "Hi"')
    assert out[1].startswith("~ music lo-fi")
    assert out[-1] == "2 changed"


def test_a_recipe_with_errors_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.edit").write_text("titel 0-3s 'Hi'")
    assert main(["diff", str(tmp_path / "a.edit"), str(written(tmp_path, DRAFT))]) == 2
    assert "did you mean" in capsys.readouterr().err


def test_against_nothing_everything_is_new():
    assert totals(differences(read_draft({}), read_draft(DRAFT), 100)) == "7 added, 3 changed"
