"""What a person reads of a batch."""

from __future__ import annotations

from pathlib import Path

from nemo_spec.batches.batch import Batch, RowResult
from nemo_spec.batches.summary import Progress, RowPlan, plan_totals, rows_of, totals
from nemo_spec.report.record import Record
from nemo_spec.run import events
from nemo_spec.run.budget import Estimate

MET = Record(None, "w.edit", finished=events.Finished(True, False, 15, at_most=True))
FILE = events.Delivered(Path("out/a.mp4"), 1, 2, 2, 3)
SKIPPED = Record(None, "w.edit", skipped="not begun")
FAILED = Record(None, "w.edit", error="the disk is full")
UNKNOWN = Record(None, "w.edit", finished=events.Finished(False, True, 5))
UNKNOWN.unknown.append(events.OutcomeUnknown(None, "Cut it.", "the stream broke off", 7))


def test_how_far_it_is():
    progress = Progress(10, 2)
    assert str(progress) == "0 of 10"
    progress.hear(4, events.Uploading("a.mp4", 50, 200))
    progress.hear(1, events.Sending(2, 4, 0, "Cut it."))
    assert str(progress) == "0 of 10: edit 2/4, uploading 25%"
    progress.end(1, RowResult("a", MET, seconds=30))
    progress.end(2, RowResult("b", SKIPPED))
    progress.hear(4, events.Rendering("a.mp4", 40.4))
    assert str(progress) == "2 of 10, 2 min 0 s left: rendering 40%"
    progress.hear(4, events.Rendering("a.mp4", None))
    assert str(progress).endswith(": rendering")


def test_more_workers_than_clips_are_no_help():
    progress = Progress(2, 8)
    progress.end(0, RowResult("a", MET, seconds=30))
    assert str(progress) == "1 of 2, 15 s left"


def test_the_table():
    MET.files[:] = [FILE]
    found = Batch(
        [RowResult("a.mp4", MET, 61, 1), RowResult("b.mp4", SKIPPED),
         RowResult("c.mp4", FAILED, 2, 3), RowResult("d.mp4", UNKNOWN, 2, 7)],
        125, 20,
    )  # fmt: skip
    assert rows_of(found)[:3] == [
        ("met", "a.mp4", "out/a.mp4", "at most 15 credits", "61 s", ""),
        ("not begun", "b.mp4", "", "", "", ""),
        ("failed", "c.mp4", "", "", "2 s", "the disk is full"),
    ]
    assert rows_of(found)[3][-1].endswith(" – `nemo-spec resume 7 --retry`")
    assert totals(found) == "1 met, 1 not begun, 1 failed, 1 unknown, 20 credits, 2 min 5 s"
    assert (found.met, found.outcome) == (False, "failed")
    assert Batch([RowResult("a", MET), RowResult("b", SKIPPED)]).outcome == "not met"
    assert Batch([RowResult("a", MET)]).outcome == "met"


def test_the_estimate_of_all():
    rows = [RowPlan("a", "", 2, Estimate(50, (60, 100))) for _ in range(4)]
    said = "4 clips, 2 at a time: about 200 credits, 2 min 0 s to 3 min 20 s at the service"
    assert plan_totals(rows, 2, None) == said
    assert plan_totals(rows, 2, 200) == said
    assert plan_totals(rows, 2, 199).endswith("; --max-credits 199 stops it before")
    assert "1 min 0 s to 1 min 40 s" in plan_totals(rows, 9, None)  # the longest one
    assert plan_totals([RowPlan("a", "", 0, None)], 2, None) == "1 clip, 1 at a time: 0 credits"
