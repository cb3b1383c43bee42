"""English turns of phrase with what is said of a thing first: "bottom right is where I want the logo"."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS, marked

_LEAD = r"\A(?P<lead>\W*(?:(?:ok|okay|so|well|now|please|hm+)\b[ ,.:–-]*)*)"
_END = r"(?P<end>(?:[ ,]*please)?[ .!]*)\Z"
_EDGE = Regex(r"the (?:very )?(?:end|start|beginning)", re.IGNORECASE)
_VALUE = (
    r"(?P<value>(?!(?:this|that|it|here|there|what|which"
    r"|the (?!top|bottom|left|right|upper|lower)(?!(?:very )?(?:end|start|beginning) (?:is|'s)))\b)"
)
_WISH = r"(?:i|we)(?:'d like| would like| want| need|'d love)"
_ROLE = r"(?:colou?r|corner|place|spot|position|look|speed|filter|font|size|volume)"
_WAY = rf"(?:where|how|what|the {_ROLE}(?: that)?)"
_BE = r"(?:to (?:be|go|sit|play|appear|stand|run|look|show up|end up)|in|at|shown|placed)"
_SHOULD = (
    r"(?:should|must|has to|have to|needs? to|ought to|is supposed to|are supposed to)"
    r" (?:be|go|sit|play|appear|stand|run|look|end up)"
)
_WHAT = r"(?P<{}>(?:(?!<:text>)[^,.;!])+?|[^,.;!]*?<:text>)"
_FRONTED = Regex(
    marked(
        rf"{_LEAD}{_VALUE}[^,.;!<>]{{2,40}}?),? (?:is|'s) (?:exactly |actually )?{_WAY}"
        rf" (?:{_WISH} (?:for )?{_WHAT.format('wanted')}(?: {_BE})?"
        rf"|{_WHAT.format('due')} (?:{_SHOULD}|belongs?)){_END}"
    ),
    FLAGS,
)
_LAST = Regex(
    marked(
        rf"{_LEAD}(?:where|how|what) {_WISH} {_WHAT.format('wanted')}(?: {_BE})? is (?:in |at )?"
        rf"{_VALUE}[^,.;!<>]{{2,40}}?){_END}"
    ),
    FLAGS,
)
_NOUN = (
    r"(?:the|my|our|that|this) (?:[a-z]+ ){0,2}?(?:title|caption|logo|watermark|music|song|picture|video"
    r"|clip|lower third|voice-?over|footage|subtitles?|track|text)s?"
)
_THING_FIRST = Regex(
    marked(
        rf"{_LEAD}(?P<wanted>{_NOUN}),? {_WISH} (?!to (?!be\b)|is\b|are\b)"
        rf"(?:to be )?(?P<value>(?!.*\b(?:is|are|was|has)\b)[^,.;!<>]{{2,40}}?){_END}"
    ),
    FLAGS,
)
_FOR = Regex(
    marked(
        rf"{_LEAD}(?:what|all) {_WISH} is for (?P<wanted>(?:(?!<:text>)[^,.;!])+?|[^,.;!]*?<:text>) "
        rf"(?P<value>to (?:be|go|play|move|fade|start|end|last|appear) [^,.;!]+?){_END}"
    ),
    FLAGS,
)


def thing_first(text: str) -> str:
    """The text with the thing before what is said of it."""
    for kind in (_FOR, _LAST, _FRONTED, _THING_FIRST):
        if found := kind.search(text):
            return _plain(found)
    return text


def _plain(found: Match[str]) -> str:
    what = found["wanted"] or found.groupdict().get("due")
    value = found["value"]
    be = "to play" if re.search(r"backward|in reverse|speed", value, re.IGNORECASE) else "to be"
    value = f"at {value}" if _EDGE.fullmatch(value) else value
    be = "" if value.startswith("to ") else be
    return (
        f"{found['lead']}I want {what} {be} {value[:1].lower()}{value[1:]}{found['end']}".replace(
            "  ", " "
        )
    )
