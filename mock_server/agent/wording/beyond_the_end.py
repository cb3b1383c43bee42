"""An order whose second half is for a time behind the end of the video: it is set apart, so that the first
half is done."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.wording.named_by_draft import There

_TIME = rf"(?:[0-9]{{1,2}}:[0-9]{{2}}|{NUMBER})"
_UNIT = r"(?: ?(?:seconds?|secs?|s)\b)?"
_TURNS = tuple(
    Regex(source, re.IGNORECASE)
    for source in (
        rf"\A(?P<first>[^.;]+?),? and (?P<later>(?:cut|remove|delete|mute|reverse)(?: out)? (?:from )?"
        rf"(?P<time>{_TIME}){_UNIT} ?(?:to|-) ?{_TIME})(?P<unit>{_UNIT})[ .!]*\Z",
        rf"\A(?P<first>(?:cut|remove|delete) [^.;]+?),? and (?:the part|everything|what comes"
        rf"|all) (?P<later>after "
        rf"(?P<time>{_TIME}))(?P<unit>{_UNIT})[ .!]*\Z",
    )
)


def set_apart_beyond(text: str, there: There) -> str:
    """Two sentences, of which the second is for what is not there; empty where all of it may be."""
    for turn in _TURNS:
        found = turn.match(text)
        if found and there.seconds and _seconds(found["time"]) >= there.seconds:
            later = found["later"]
            later = f"cut everything {later}" if later.lower().startswith("after") else later
            unit = " seconds" if ":" not in found["time"] else ""
            return f"{found['first']}\n{later}{unit}"
    return ""


def _seconds(told: str) -> float:
    if ":" not in told:
        return float(number(told))
    minutes, seconds = told.split(":")
    return 60 * int(minutes) + int(seconds)
