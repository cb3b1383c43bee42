"""Frames that shorten pauses, and take out filler words."""

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.quantities import Decibels, Time
from mock_server.agent.values.ranges import Range

_AMOUNTS = (
    "longer|atleast to? time", "last longer|atleast? time", "for? more|atleast time", "time atleast"
)  # fmt: skip
_MARGINS = ("keep for? margin? time margin?", "margin keep? time", "time margin", "margin time")


def trim_pauses(s: Slots) -> op.Operation | None:
    """Shorten pauses: which, what stays of them, and what counts as silent."""
    need(s.has("pauses") or (s.has("mute") and s.has("longer", "atleast")))
    need(not s.has("music", "title", "caption", "overlay", "file", "text", "speed"))
    need(s.has("cut", "remove", "shorter", "threshold"))
    longer, kept = s.row(*_AMOUNTS), s.row(*_MARGINS)
    if longer is None and s.has("time", "range"):
        longer = s.row("time|range")
    if kept is None and s.has("time"):
        kept = s.row("time")
    below = s.row("level")
    s.all("pauses", "cut", "remove", "shorter", "keep", "threshold", "below", "mute", "set", "all",
          "longer", "each", "last", "margin", "quieter", "show", "part", "video", "atleast",
          "cutpoint", "sound", "for", "more", "place", "it", "finish", "except")  # fmt: skip
    return op.TrimPauses(
        _longer_than(longer),
        kept["time"].ms if kept else 200,
        below["level"].db if below and isinstance(below["level"], Decibels) else None,
    )


def _longer_than(found: dict[str, object] | None) -> int:
    if found is None:
        return 600
    time, span = found.get("time"), found.get("range")
    if isinstance(time, Time):
        return time.ms
    return span.start if isinstance(span, Range) else 600  # "after 0.7 s of silence" is a range


def trim_fillers(s: Slots) -> op.Operation | None:
    if not s.take("fillers"):
        return None
    need(s.take("cut", "remove"))
    s.all("fillers", "text", "sound", "words", "cut", "remove", "all")
    return op.TrimFillers()
