"""What one verb says, or leaves out, of two clauses: a fade in the last seconds of each of two things
("fade the picture out in the last 2 seconds and the music in the last 5"), and a first clause that cannot
be done ("flip the logo and make it bigger"), which is set apart, as the second would hide it. Said of a
message before its values are read."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.plain_words import END

_LAYER = (
    r"(?:title|caption|subtitle|logo|watermark|music|song|voice-?over|narration|lower[- ]third"
    r"|picture[- ]in[- ]picture)"
)
_FADED = rf"(?:{_LAYER}|picture|video|image|footage|sound|audio)"
_IN = r"(?:in|over|during|for|within|through)"
_FADE = Regex(
    rf"\A(?P<first>[^.;!]*?\bfad(?:e|es|ing)\b[^.;!]*?)(?:,? and|,) (?:also |then )?(?:the )?"
    rf"(?P<what>{_FADED}) {_IN} the (?P<last>last|final|closing|first|opening)"
    rf" (?:(?P<long>{NUMBER}) ?(?:s|secs?|seconds?)?|second){END}",
    re.IGNORECASE,
)
_OWN_TIME = Regex(
    rf"(?:\b{_IN} |\bfade (?:in|out) )the (?P<last>last|final|closing|first|opening) (?:(?:{NUMBER})\b"
    r"(?P<unit> ?(?:s|secs?|seconds?)\b)?|second\b)|\bat the (?P<edge>end|start|beginning)\b",
    re.IGNORECASE,
)
_BARE = Regex(r"\bfade (in|out) (?=the (?:last|first|final|opening|closing) )", re.IGNORECASE)
_LASTS = ("last", "final", "closing", "end")


def _each_fades(found: re.Match[str]) -> str:
    first, last = found["first"], found["last"].lower() in _LASTS
    times = [*_OWN_TIME.finditer(first)]
    way = "out" if last else "in"
    told = re.search(rf"\bfad\w+\b.*\b{way}\b|\bto black\b", first, re.IGNORECASE)
    if len(times) != 1 or not told:
        return found[0]
    own = times[0]
    if ((own["last"] or own["edge"]).lower() in _LASTS) != last:
        return found[0]
    if own["last"] and own["unit"] is None and own[0][-1] != "d":
        first = f"{first[: own.end()]} seconds{first[own.end() :]}"
    first = _BARE.sub(r"fade the video \1 over ", first)
    long = f"{found['long']} seconds" if found["long"] else "second"
    return (
        f"{first}, and fade the {found['what']} {way} over the {'last' if last else 'first'} {long}"
    )


_LOOKS = (
    r"(?:font|size|position|place|spot|colou?r|text|wording|style|look|volume|level|timing|length)"
)
_CANNOT = Regex(
    rf"\A(?P<first>[ ,]*(?:please )?(?:(?:flip|turn|mirror|rotate|resize|change|move|shift)"
    rf" the (?P<what>{_LAYER})|change the {_LOOKS} of the (?P<of>{_LAYER})"
    rf"|change the (?P<whose>{_LAYER})'s {_LOOKS})),? and (?P<verb>make|move|fade|turn|put|place|shrink"
    rf"|enlarge|lower|raise|colou?r|give) it\b(?P<rest>[^,.;!]*){END}",
    re.IGNORECASE,
)


def _set_apart(found: re.Match[str]) -> str:
    what = found["what"] or found["of"] or found["whose"]
    return f"{found['first']}. {found['verb']} the {what}{found['rest']}"


def each_clause_told(text: str) -> str:
    """`text` in which no clause hides in that beside it."""
    if HAN.search(text):
        return text
    if " the " in text and "fad" in text.lower():
        text = _FADE.sub(_each_fades, text)
    return _CANNOT.sub(_set_apart, text)
