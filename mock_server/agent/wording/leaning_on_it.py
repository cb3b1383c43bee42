"""What "it" is behind a message about one thing, named: "remove it and the title", "make it bold instead",
"put it at the top" behind "remove the logo"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, pattern
from mock_server.agent.wording.leaning_on_music import Turn
from mock_server.agent.wording.named_by_draft import NAMES, There
from mock_server.agent.wording.plain_words import END

_OH = r"(?:(?:actually|no|oh|hm+|but|and|sorry|wait|ok|okay|then|please)[, ]+)*"
_IT = r"(?:it|that|this|them|those|these)"
_AND = r",? (?:and|as well as|plus|along with|together with)(?: also)?"
_TOO = r"(?: too| as well| also)?(?: please)?"
_THING = (
    r"(?:the |my )(?:titles?|captions?|subtitles|logo|watermark|music|song|lower third|ding|voice-?over"
    r"|sound effect|picture in picture)"
)
_TOUCHED = Regex(
    r"\b(?:(?P<title>titles?)|(?P<caption>captions?|subtitles)|(?P<overlay>logo|watermark)"
    r"|(?P<music>music|song)|(?P<lower_third>lower third)|(?P<voiceover>voice-?over|narration)"
    r"|(?P<sound>ding|sound effect)|(?P<inset>picture in picture)|(?P<video>video|clip|footage))\b",
    re.IGNORECASE,
)
_PLACE = (
    r"(?:(?:in|at|on|to) )?(?:the )?"
    r"((?:top|bottom|upper|lower)(?:[- ](?:left|right))?|left|right|cent(?:er|re)|middle)(?: corner)?"
)
_CHANGES = Regex(
    r"\A(?:please )?(?:make|turn|mute|lower|raise|duck|fade|move|dim|set|shrink|enlarge|colou?r)\b[^,.;]*"
    r"[ .!]*\Z",
    re.IGNORECASE,
)
_REMOVES = Regex(
    r"\A(?:please )?(?:remove|delete|hide|drop|take (?:away|out)|take|lose|get rid of)\b[^,.;]*\Z",
    re.IGNORECASE,
)
_MORE = Regex(r"\b(?:and|then)\b", re.IGNORECASE)
_VERB = r"(?:make|move|fade|lower|raise|duck|mute|put|turn|set|dim|shrink|enlarge)"
_DO_IT = rf"(?:(?:just|simply|rather|better) )?({_VERB}) it((?: [^,.;]*?)?)"
_GERUNDS = {"muting": "mute", "making": "make", "lowering": "lower", "raising": "raise"}


def _name(there: There) -> str:
    """What the message before spoke of, where that is one thing; empty else."""
    found = list(_TOUCHED.finditer(there.last))
    roles = {str(one.lastgroup).replace("_", "-") for one in found}
    if len(roles) != 1 or HAN.search(there.last):
        return ""
    said, role = found[0][0].lower(), roles.pop()
    if role == "video":
        return "the video" if len(there.clips) == 1 and "the video" in there.last.lower() else ""
    role = "overlay" if role == "inset" else role
    several = [*there.roles].count(role) > 1
    return f"the {said}" if role in there.roles and several == said.endswith("s") else ""


def _gone(there: There) -> str:
    """The one thing that the message before has taken away; empty where more was done, or is like it."""
    role = there.gone[0] if len(there.gone) == 1 else ""
    alone = bool(_REMOVES.match(there.last)) and not _MORE.search(there.last)
    return f"the {NAMES[role]}" if alone and role in NAMES and role not in there.roles else ""


def _changed(there: There) -> str:
    """What the message before has changed, where that is all that it did."""
    return _name(there) if only_changes(there) else ""


def only_changes(there: There) -> bool:
    """Whether the message before has changed something that was there, and did nothing else."""
    return bool(_CHANGES.match(there.last)) and not _MORE.search(there.last)


def _and_more(found: re.Match[str], _: Values, there: There) -> str | None:
    name = _name(there)
    told = found.groupdict()
    if not name or name in told["more"].lower():
        return None
    verb, rest = told["verb"], told.get("rest") or ""
    if told.get("way"):
        return f"{verb} {told['way']} {name} and {told['more']}{rest}"
    if name.endswith("s") and rest:  # a list of several is read of the last alone
        return f"{verb} {name}{rest}. {verb} {told['more']}{rest}"
    return f"{verb} {name} and {told['more']}{rest}"


def _put_back_at(found: re.Match[str], _: Values, there: There) -> str | None:
    name = _gone(there)
    return f"undo that. Move {name} to the {found[1]}" if name and name != "the music" else None


def _put_back_faded(found: re.Match[str], _: Values, there: There) -> str | None:
    name = _gone(there)
    return f"undo that. Fade {name} {found[1]}{found[2] or ''}" if name else None


def _gone_only_then(found: re.Match[str], _: Values, there: There) -> str | None:
    name = _gone(there)
    verb = "remove" if name == "the music" else "hide"
    return f"undo that. {verb} {name} for {found[1]}" if name else None


def _rather(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make it bold instead", behind "make the title red"."""
    name, told = _changed(there), found.groupdict()
    verb = (told.get("not") or "").lower()
    verb = _GERUNDS.get(verb, re.sub(r"ing\Z", "", verb))
    said = (told.get("like") or "").lower()
    last = there.last.lower()
    if not name or any(one and not re.search(rf"\b{one}", last) for one in (verb, said)):
        return None
    return f"undo that. {told['verb'] or 'make'} {name}{told['rest']}"


def _rather_so(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Bold instead of red"."""
    name, like = _changed(there), found[2].lower()
    so = bool(name) and bool(re.search(rf"\b{like}\b", there.last, re.IGNORECASE))
    return f"undo that. Make {name} {found[1]}" if so else None


def _other_thing(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make the title bigger instead", behind the same of the logo."""
    name, verb = _changed(there), found[2].lower()
    same = re.match(rf"(?:please )?{verb} ", there.last, re.IGNORECASE)
    return f"undo that. {found[1]}" if name and same and name not in found[1].lower() else None


_NOT_SO = r"(?P<not>[a-z]+ing) it(?: (?P<like>[a-z]+))?"
_RATHER = _DO_IT.replace("(" + _VERB, "(?P<verb>" + _VERB, 1).replace("((?:", "(?P<rest>(?:", 1)
_TURNS: tuple[tuple[str, Turn], ...] = (
    (
        rf"\A{_OH}(?P<verb>[a-z]+|get rid of) {_IT}(?: (?P<way>out|in|up|down))?{_AND}"
        rf" (?P<more>{_THING}){_TOO}{END}",
        _and_more,
    ),
    (
        rf"\A{_OH}(?P<verb>move|end|start|shift|put|make) {_IT}{_AND} (?P<more>{_THING})"
        rf"(?P<rest> [^,.;]+?){_TOO}{END}",
        _and_more,
    ),
    (
        rf"\A{_OH}(?:let|have) {_IT}{_AND} (?P<more>{_THING}) (?P<verb>fade) (?P<way>in|out){_TOO}{END}",
        _and_more,
    ),
    (
        rf"\A{_OH}(?P<verb>[a-z]+) (?P<more>{_THING}){_AND} {_IT}(?P<rest> (?:to|at|until) [^,.;]+?)?"
        rf"{_TOO}{END}",
        _and_more,
    ),
    (
        rf"\A{_OH}(?:put|move|place|stick|show|have) it (?:back )?{_PLACE}(?: instead| rather)?"
        rf"(?: please)?{END}",
        _put_back_at,
    ),
    (
        rf"\A{_OH}fade it (in|out)( over [0-9a-z.]+ ?(?:seconds|secs|s))?(?: instead)?{END}",
        _put_back_faded,
    ),
    (
        rf"\A{_OH}(?:only|just) (?:for|in|during) (the (?:first|last) [0-9a-z.]+ ?(?:seconds|secs|s))"
        rf"(?: please)?{END}",
        _gone_only_then,
    ),
    (rf"\A{_OH}{_RATHER} instead(?: please)?{END}", _rather),
    (rf"\A{_OH}(({_VERB}) {_THING} [^,.;]+?) instead(?: please)?{END}", _other_thing),
    (rf"\A{_OH}(?:instead of|rather than) {_NOT_SO},? {_RATHER}{END}", _rather),
    (rf"\A{_OH}(?:instead of|rather than) (?P<like>[a-z]+),? {_RATHER}{END}", _rather),
    (
        rf"\A{_OH}(?:don't|do not) (?P<not>[a-z]+) it(?: (?P<like>[a-z]+))?,? (?:but )?{_RATHER}"
        rf"(?: instead)?{END}",
        _rather,
    ),
    (
        rf"\A{_OH}(?:make it )?([a-z]+) (?:instead of|rather than|not) ([a-z]+){END}",
        _rather_so,
    ),
)


def takes_back(text: str, there: There) -> bool:
    """Whether what a message says not to do was done just now: "don't mute it, …"."""
    told = pattern(rf"\A{_OH}(?:don't|do not) ([a-z]+) (?:it|them|that)\b").match(text)
    return bool(told) and bool(told and re.search(rf"\b{told[1]}", there.last, re.IGNORECASE))


def leaning_on_it(text: str, values: Values, there: There) -> str:
    """A message that names what the one before was about; the same where that is not one thing."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
