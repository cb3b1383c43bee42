"""Files that were delivered are left as they are, each for itself."""

from __future__ import annotations

from pathlib import Path

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
