"""How a command without a recipe is shown: results here, progress there."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from nemo_spec.report.lines import LineReport
from nemo_spec.run import events


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_is_taken_away(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    times = iter(range(100))
    out, notes = io.StringIO(), Screen()
    report = LineReport(out, notes, lambda: next(times))
    for done in (0, 10_000_000, 20_000_000):
        report.show(events.Uploading("a.mp4", done, 20_000_000))
    report.show(events.Rendering("b.mp4", 40))
    report.show(events.Delivered(Path("b.mp4"), 2_000_000, 640, 360, 1500))
    assert out.getvalue() == "b.mp4  640x360, 1.5 s, 2.0 MB\n"
    shown = [line for line in notes.getvalue().split("\r\x1b[K") if line]
    assert shown == [
        "uploading a.mp4                         0.0 of 20.0 MB",
        "uploading a.mp4          ━━━━━━╸        10.0 of 20.0 MB, 10.0 MB/s, 1 s left",
        "rendering b.mp4                ━━━━━━━━━╸                40%",
    ]
    assert notes.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (
            100,
            "uploading a-long-name-of-a-clip.… ━━━━━━━━━━━━              "
            "20.0 of 40.0 MB, 20.0 MB/s, 1 s left",
        ),
        (80, "uploading a-long-name-o… ━━━━━━╸        20.0 of 40.0 MB, 20.0 MB/s, 1 s left"),
        (60, "uploading a-long-nam…  20.0 of 40.0 MB, 20.0 MB/s, 1 s left"),
        (40, "uploading a…  20.0 of 40.0 MB, 1 s left"),
        (20, "…  20.0 of 40.0 MB…"),
    ],
)  # fmt: skip
def test_a_narrow_terminal_loses_the_bar_then_the_rate(
    columns: int, line: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    times = iter(range(9))
    notes = Screen()
    report = LineReport(io.StringIO(), notes, lambda: next(times))
    for done in (0, 20_000_000):
        report.show(events.Uploading("a-long-name-of-a-clip.mp4", done, 40_000_000))
    assert notes.getvalue().split("\r\x1b[K")[-1] == line
    assert len(line) < columns


def test_a_render_says_how_long_it_will_take(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "80")
    times = iter(range(0, 90, 10))
    notes = Screen()
    report = LineReport(io.StringIO(), notes, lambda: next(times))
    for percent in (20, 60):
        report.show(events.Rendering("b.mp4", percent))
    assert notes.getvalue().endswith("  60%, 10 s left")


def test_names_are_no_markup_and_drive_no_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    notes = Screen()
    LineReport(io.StringIO(), notes).show(events.Rendering("[red]\x1b]0;x\x07 1.mp4", 10))
    assert "[red]<U+001B>]0;x<U+0007> 1.mp4" in notes.getvalue()


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_of_the_bar_are_for_terminals_that_want_them(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "━\x1b[0m" in shown_by(events.Rendering("b.mp4", 40))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert "m" not in re.findall(r"\x1b\[[\d;]*(.)", shown_by(events.Rendering("b.mp4", 40)))


def shown_by(event: events.Event) -> str:
    notes = Screen()
    LineReport(io.StringIO(), notes).show(event)
    return notes.getvalue()


def test_into_a_file_goes_no_progress():
    out, notes = io.StringIO(), io.StringIO()
    report = LineReport(out, notes)
    report.show(events.Uploading("a.mp4", 1, 2))
    report.show(events.Rendering("b.mp4", None))
    report.show(events.Waiting(5, "the draft is unchanged"))
    report.show(events.StillWorking(240))
    assert (out.getvalue(), notes.getvalue()) == ("", "Still working… (4 min)\n")


def test_nothing_that_is_quoted_drives_the_terminal():
    out = io.StringIO()
    LineReport(out, out).show(events.ReplyReceived("two\nlines \x1b[31m\u202enmv_usr_hidden123"))
    assert out.getvalue() == "two\nlines nmv_usr_***\n"
