"""Files that were delivered are left as they are, each for itself."""

from __future__ import annotations

from pathlib import Path

import av
from support.apply_world import RECIPE, World


def test_two_files_of_one_render_are_both_left_as_they_are(world: World, project: Path):
    exports = [f'export 90p mp4 10fps low to "{name}.mp4"\n' for name in "xy"]
    world.path.write_text(RECIPE + "".join(exports), "utf-8")
    assert world.apply().code == 0
    assert len(world.requests("render")) == 1
    again = world.apply()
    assert again.code == 0
    assert "downloaded" not in again.out
    (project / "x.mp4").unlink()
    assert world.apply().out.count("downloaded") == 1


def test_a_file_is_made_again_when_its_chapters_change(world: World, project: Path):
    def apply(*chapters: str) -> str:
        lines = "".join(f"chapter {one}\n" for one in chapters)
        export = 'export 90p mp4 10fps low to "x.mp4"\n'
        world.path.write_text(f"{RECIPE}{lines}{export}", "utf-8")
        outcome = world.apply()
        assert outcome.code == 0, outcome.out
        return outcome.out

    first = apply('start "One"', '0.1s "Two"')
    assert "chapter      0:00 One\nchapter      0:00 Two\n" in first
    assert titles(project / "x.mp4") == [(0, "One"), (0.1, "Two")]
    again = apply('start "One"', '0.1s "Two"')
    assert ("downloaded" in again, "0:00 Two" in again) == (False, True)
    for chapters, found in (
        (('start "One"', '0.1s "Three"'), [(0, "One"), (0.1, "Three")]),
        (('start "One"', '0.2s "Three"'), [(0, "One"), (0.2, "Three")]),
        ((), []),
    ):
        (project / ".x.mp4.part.chapters").write_bytes(b"half, of a run that was killed")
        assert "downloaded" in apply(*chapters)
        assert titles(project / "x.mp4") == found
        assert [path.name for path in project.glob(".x.mp4*")] == []


def titles(path: Path) -> list[tuple[float, str]]:
    with av.open(str(path)) as file:
        return [
            (float(one["start"] * one["time_base"]), one["metadata"]["title"])
            for one in file.chapters()
        ]
