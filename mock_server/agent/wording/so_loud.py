"""An English level that is told as a figure where it is said what is to be so loud: "turn the clip up to
1.4", "music at 0.15" are percentages; and "too loud, take it down" turns it down."""

from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS
from mock_server.agent.wording.named_by_draft import There

_HEARD = (
    r"(?:(?:the|my) )?(?:(?:background )?music|song|track|clip|video|sound|audio|volume|voice|speech"
    r"|voice-?over|jazz|lo-?fi|piano|rock|techno)"
)
_FIGURE = r"(?P<n>[01]?\.[0-9]{1,2}|2\.0)(?= ?(?:[,;!]|\.?\s*\Z|\. |and\b))"
_LEADS = r"(?:\A|[,;.] ?|\b(?:and|then|please) )"
_TURNED = Regex(
    rf"(?P<lead>(?:\b(?:turn|crank|bring|dial|pump|push|take|set|put) |{_LEADS}){_HEARD} (?:up|down) to )"
    rf"{_FIGURE}",
    FLAGS,
)
_AT = Regex(rf"(?P<lead>{_LEADS}{_HEARD.replace('video|', '')} (?:at|to) ){_FIGURE}", FLAGS)
_TOO_LOUD = Regex(r"\b(?:too|so|very|quite|much|rather) loud\b", FLAGS)
_TAKEN_DOWN = Regex(
    r"\b(?:take|bring) (?P<what>it|that|them|this) down(?! (?:to|by)\b| [0-9])", FLAGS
)


def so_loud(message: str, _: There) -> str:
    """The message with such levels as percentages."""
    plain = _AT.sub(_in_percent, _TURNED.sub(_in_percent, message))
    return _TAKEN_DOWN.sub(r"turn \g<what> down", plain) if _TOO_LOUD.search(plain) else plain


def _in_percent(found: Match[str]) -> str:
    return f"{found['lead']}{round(100 * float(found['n']))}%"
