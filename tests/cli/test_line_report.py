"""How a command without a recipe is shown: results here, progress there."""

from __future__ import annotations

import io
from pathlib import Path

from nemo_spec.report.lines import LineReport
from nemo_spec.run import events


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_is_taken_away():
    times = iter(range(100))
    out, notes = io.StringIO(), Screen()
    report = LineReport(out, notes, lambda: next(times))
    for done in (0, 10_000_000, 20_000_000):
        report.show(events.Uploading("a.mp4", done, 20_000_000))
    report.show(events.Rendering("b.mp4", 40))
    report.show(events.Delivered(Path("b.mp4"), 2_000_000, 640, 360, 1500))
    assert out.getvalue() == "b.mp4  640x360, 1.5 s, 2.0 MB\n"
    shown = notes.getvalue().split("\r\x1b[K")
    assert shown[0] == "uploading a.mp4  0.0 of 20.0 MB"
    assert shown[1] == "uploading a.mp4  10.0 of 20.0 MB, 5.0 MB/s, 2 s left"
    assert shown[2] == "rendering b.mp4 40%"
    assert shown[-1] == ""


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
    LineReport(out, out).show(events.ReplyReceived("two\nlines \x1b[31m\u202enmv_usr_secret123"))
    assert out.getvalue() == "two\nlines nmv_usr_***\n"
