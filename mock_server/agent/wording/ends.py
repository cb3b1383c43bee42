"""A video that is to begin later, or to end earlier."""

from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.values.ranges import Range

_END = r"(?=[ .!?]*\Z)"
_OF_VIDEO = r"(?:(?:the|my|this) (?:video|clip|film))"
_EARLIER = pattern(
    rf"\A[ ,]*(?:please )?(?:end|stop|finish) {_OF_VIDEO} <time> (?:earlier|sooner)(?: please)?{_END}"
)
_LATER = pattern(rf"\A[ ,]*(?:please )?(?:start|begin) {_OF_VIDEO} <time> later(?: please)?{_END}")
_LATER_AND_EARLIER = pattern(
    rf"\A[ ,]*(?:please )?(?:let|have|make)? ?{_OF_VIDEO} (?:should )?(?:begin|start) <time> later,? and"
    rf" (?:end"
    rf"|stop) <time> (?:earlier|sooner)(?: please)?{_END}"
)


def ends_of(text: str, values: Values) -> str:
    """ "End the video 4 s earlier": without its last 4 s."""
    if both := _LATER_AND_EARLIER.match(text):
        start, end = _off_start(both[1], values), _off_end(both[2], values)
        return f"cut {start} and {end}"
    if earlier := _EARLIER.match(text):
        return f"cut {_off_end(earlier[1], values)}"
    later = _LATER.match(text)
    return f"cut {_off_start(later[1], values)}" if later else ""


def _off_start(digits: str, values: Values) -> str:
    i = index(digits)
    return values.mark("range", Range(0, values.items[i].ms), f"the first {values.words[i]}")


def _off_end(digits: str, values: Values) -> str:
    i = index(digits)
    return values.mark("range", Range(-values.items[i].ms, None), f"the last {values.words[i]}")
