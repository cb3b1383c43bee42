"""--watch runs a command again when a file that it reads is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.commands import Call

from nemo_spec.cli import watch as watching
from nemo_spec.cli.watch import watch


def ends_after(*changes: Callable[[], object]) -> Callable[[float], None]:
    """A pause in which one change is made after the other; then somebody presses Ctrl-C."""
    left = list(changes)

    def pause(_: float) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    return pause


def test_every_change_runs_it_once_more(tmp_path: Path):
    path, other = tmp_path / "a.edit", tmp_path / "b.edit"
    path.write_text("1", "utf-8")
    seen: list[str] = []

    def run() -> int:
        seen.append(path.read_text("utf-8") if path.exists() else "gone")
        return len(seen)

    pause = ends_after(
        lambda: path.write_text("22", "utf-8"),
        lambda: None,
        path.unlink,
        lambda: other.write_text("x", "utf-8"),
    )
    assert watch(run, lambda: tmp_path.iterdir(), pause) == 4
    assert seen == ["1", "22", "gone", "gone"]


def test_check_watches_the_files_that_a_recipe_includes(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
):
    (project / "brand.edit").write_text('title 0-1s "a"\n', "utf-8")
    (project / "cut.edit").write_text('use "brand.edit"\n', "utf-8")
    change = ends_after(lambda: (project / "brand.edit").write_text('titel 0-1s "a"\n', "utf-8"))
    monkeypatch.setattr(watching.time, "sleep", change)
    monkeypatch.setattr(watch, "__defaults__", (change,))
    outcome = call("check", "cut.edit", "--watch")
    assert outcome.code == 2
    assert "unknown verb" in outcome.err
    assert outcome.out.count("cut.edit: ") == 2


def test_watching_costs_no_credits(call: Call, project: Path, clip: Path):
    (project / "cut.edit").write_text('title 0-1s "a"\n', "utf-8")
    outcome = call("apply", "cut.edit", clip, "--watch")
    assert (outcome.code, "--watch needs --offline" in outcome.err) == (2, True)
    assert "- is none" in call("check", "-", "--watch").err
