"""How long the video is after each line, as the plan predicts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nemo_spec.language.source import Span
from nemo_spec.lsp.document import Document
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import seconds

UNMEASURED = "?"
"""What `seconds` says as long as no clip has been measured."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Text that an editor shows behind a statement."""

    text: str
    behind: Span


def hints(document: Document) -> Iterator[Hint]:
    """The predicted length behind every edit of this text after which anything is known of it."""
    opened = document.previewed
    if opened.program is None or opened.planned is None:
        return
    timeline = Timeline(silences=opened.program.predicted.silences)
    for step in opened.program.instructions:
        for delta in step.deltas:
            delta.apply(timeline)
        length = seconds(timeline.length)
        if step.owner is None or timeline.unknown or length == UNMEASURED:
            continue
        span = opened.planned.origins[step.owner].span
        if span.source is document.source:
            yield Hint(f"→ {length} s", span)
