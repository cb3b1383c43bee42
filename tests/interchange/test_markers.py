"""What a recipe expects at a time, and its chapters, are markers for whoever goes on editing."""

from __future__ import annotations

from pathlib import Path

import opentimelineio as otio
import pytest
from support.commands import run_command
from support.handoffs import MEDIA

RECIPE = f"""clip shot "{MEDIA / "product.mp4"}"
keep 0-8s
chapter 4s "Two"
title 5-6s "Hi"
cut 1-2s
chapter 0s "One & more"
expect title "Hi" 4-5s
expect duration 7s
"""


def test_markers_lie_where_later_edits_have_moved_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    recipe, output = tmp_path / "cut.edit", tmp_path / "cut.otio"
    recipe.write_text(RECIPE, "utf-8")
    outcome = run_command(["handoff", recipe, "-o", output], capsys)
    assert outcome.code == 0, outcome.err
    timeline = otio.adapters.read_from_file(str(output))
    assert isinstance(timeline, otio.schema.Timeline)
    found = [
        (one.name, one.marked_range.start_time.to_seconds(), one.marked_range.duration.to_seconds())
        for one in timeline.tracks.markers
    ]
    assert found == [("Two", 3, 0), ("One & more", 0, 0), ('expect title "Hi" 4s-5s', 4, 1)]
