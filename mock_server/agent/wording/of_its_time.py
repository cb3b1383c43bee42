"""What a layer tells the time of, for the picture below it: "when the music starts, turn the picture black
and white", "keep only the part where the music plays"."""

import re

from mock_server.agent.values.placeholders import Values, pattern
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import PLEASE, STOP

_ROLES = {
    "title": "title", "caption": "caption", "subtitle": "caption", "logo": "overlay",
    "watermark": "overlay", "music": "music", "song": "music", "lower third": "lower-third",
    "voice-over": "voiceover", "voiceover": "voiceover",
}  # fmt: skip
_THING = rf"the (?P<thing>{'|'.join(_ROLES)})"
_BEGINS = r"(?:starts|begins|appears|comes (?:in|on|up)|sets in|shows up)(?: playing)?"
_ENDS = r"(?:is over|is gone|ends|disappears|vanishes|stops|has ended|is finished|goes away)"
_FOOTAGE = r"(?:picture|video|clip|footage|image)"
_FROM_THEN_ON = pattern(
    rf"\A[ ,]*{PLEASE}(?:when|once|as soon as|the moment|after) {_THING}"
    rf" (?:(?P<begins>{_BEGINS})|{_ENDS}),? (?:please )?(?P<what>(?:turn|make) the {_FOOTAGE} [^,.;]+?"
    rf"|mute the (?:{_FOOTAGE}|original (?:sound|audio))){STOP}"
)
_PLAYS = r"(?:plays|is playing|runs|is on|can be heard)"
_KEPT = pattern(
    rf"\A[ ,]*{PLEASE}(?:keep only|only keep|just keep) (?:the (?:part|bit|section|stretch) )?"
    rf"(?:where|while|when) the (?:music|song) {_PLAYS}{STOP}"
)
_CUT_BEFORE = pattern(
    rf"\A[ ,]*{PLEASE}(?:cut|remove|delete|trim|drop)(?: off| out| away)? everything "
    rf"(?:that comes |that is )?before the (?:music|song)(?: {_BEGINS})?{STOP}"
)


def _span(role: str, there: There) -> tuple[float, float] | None:
    """When the one layer of a role is there, in seconds."""
    found = [span for one, span in zip(there.roles, there.spans, strict=True) if one == role]
    return found[0] if len(found) == 1 else None


def _from_then_on(found: re.Match[str], there: There) -> str | None:
    span = _span(_ROLES[found["thing"].lower()], there)
    at = span[0 if found["begins"] else 1] if span else 0
    return f"from {at:g} seconds on, {found['what']}" if 0 < at < there.seconds else None


def of_its_time(text: str, _: Values, there: There) -> str:
    """A message with the time that a layer tells; music goes along with the picture that it is under."""
    if found := _FROM_THEN_ON.match(text):
        return _from_then_on(found, there) or text
    kept, cut = _KEPT.match(text), _CUT_BEFORE.match(text)
    span = _span("music", there) if kept or cut else None
    if span is None or span[0] == 0:
        return text
    start, end = span
    shorter = (
        f"keep only {start:g} to {end:g} seconds" if kept else f"cut the first {start:g} seconds"
    )
    return f"{shorter}, then move the music to 0 to {end - start:g} seconds"
