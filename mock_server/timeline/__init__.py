"""The mock's own timeline: unpacks a draft, edits it, and packs it into tracks again.

It knows no words; `mock_server.agent` calls it. Times are integer milliseconds.
"""

from mock_server.timeline.tracks import CannotEdit, Segment, Timeline, copied

__all__ = ["CannotEdit", "Segment", "Timeline", "copied"]
