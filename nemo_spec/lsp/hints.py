"""How long the video is after each line, as the plan predicts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nemo_spec.language.source import Span
from nemo_spec.lsp.document import Document
from nemo_spec.timeline.model import Interval, Timeline
from nemo_spec.timeline.summary import seconds


@dataclass(frozen=True, slots=True)
class Hint:
    """Text that an editor shows behind a statement."""

    text: str
    behind: Span


def hints(document: Document) -> Iterator[Hint]:
    """The predicted length behind every edit of this text; `?` as long as a clip is not known."""
    opened = document.opened
    if opened.program is None or opened.planned is None:
        return
    timeline = Timeline(silences=opened.program.predicted.silences)
    for step in opened.program.instructions:
        for delta in step.deltas:
            delta.apply(timeline)
        if step.owner is None:
            continue
        span = opened.planned.origins[step.owner].span
        if span.source is document.source:
            yield Hint(_shown(timeline), span)


def _shown(timeline: Timeline) -> str:
    length: Interval = timeline.length
    return "→ ?" if timeline.unknown else f"→ {seconds(length)} s"
