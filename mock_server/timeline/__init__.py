"""The mock's own timeline: the draft JSON taken apart, edited, and packed into tracks again.

Nothing here knows words; `mock_server.agent` calls it. Times are integer milliseconds.
"""

from mock_server.timeline.tracks import CannotEdit, Segment, Timeline

__all__ = ["CannotEdit", "Segment", "Timeline"]
