"""Everyday orders for what there is one of, or two, that lean on the draft: "undo the fade", "a whoosh when
the title shows up", "it should come first", "don't show it in the first ten seconds"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.leaning_on_music import PUT_IN, Turn
from mock_server.agent.wording.named_by_draft import NAMES, There
from mock_server.agent.wording.plain_words import (
    AT,
    COLOR,
    END,
    LEVEL,
    LOOK,
    SECONDS,
    STYLE,
    N,
    percent,
    timed,
)

_TEXTS = ("title", "caption", "lower-third")
_ROLES = {
    "title": "title", "heading": "title", "caption": "caption", "subtitle": "caption", "logo": "overlay",
    "watermark": "overlay", "music": "music", "song": "music", "lower third": "lower-third",
}  # fmt: skip
_TWO = 2
_OH = r"(?:(?:actually|no|nah|oh|oops|hm+|but|and|sorry|wait|fine|ok|okay|then|now|please)[, ]+)*"
_POLITE = r"(?:,? (?:please|pls|plz|thanks))?"
_STOP = rf"{_POLITE}{END}"
_SOUND = r"(?:whoosh|ding|chime|pop|click|bell|beep|swoosh)"
_THING = rf"({'|'.join(_ROLES)})"
_JOIN = r"(?:cross-?fade|dissolve|dip to (?:black|white))"


def _one(role: str, there: There) -> int | None:
    """Where the one layer of a role stands."""
    found = [place for place, one in enumerate(there.roles) if one == role]
    return found[0] if len(found) == 1 else None


def _named(said: str, there: There) -> int | None:
    return _one(_ROLES[said.lower()], there)


def _fade_undone(_: re.Match[str], __: Values, there: There) -> str | None:
    if len(there.fades) != 1:
        return None
    role, way = there.fades[0].rsplit(" ", 1)
    if role == "clip":
        return f"remove the fade {way}"
    return f"remove the fade {way} of the {NAMES[role]}" if role in NAMES else None


def _its_size(found: re.Match[str], _: Values, there: There) -> str | None:
    ours = there.only == "overlay" and re.search(r"\blogo\b", there.last, re.IGNORECASE)
    return f"set the size of the logo to {percent(found[1])}" if ours else None


def _style_there(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"replace the music with {found[1]}" if _one("music", there) is not None else None


def _style_after(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Swap it for something calm", behind "put jazz in the background"."""
    return (
        f"replace the music with {found[1]}"
        if there.only == "music" and PUT_IN.search(there.last)
        else None
    )


def _style_for(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Use piano instead of jazz", where that is what is played."""
    at = _one("music", there)
    told = found[2] if found[2].isascii() else str(values.items[index(re.sub(r"\W", "", found[2]))])
    same = at is not None and there.names[at].lower() == told.lower().replace(" music", "")
    return f"replace the music with {found[1]}" if same else None


def _music_for_half(found: re.Match[str], _: Values, there: There) -> str | None:
    at = _one("music", there)
    if at is None or there.spans[at][0] != 0:
        return None
    share = {"half": 2, "third": 3, "quarter": 4}[found[1].lower()]
    return f"music only until {there.seconds / share:g} seconds"


def _joined(found: re.Match[str], _: Values, there: There) -> str | None:
    two = len(there.clips) == _TWO
    return f"add a {found[1]} {found[2]} between the two clips" if two else None


def _retimed(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Show it from 5 to 10 instead", as other tables say that."""
    name = NAMES.get(there.only) if there.only != "music" else None
    return f"move the {name} to {found[1]}" if name else None


_REMOVES = Regex(
    r"\A(?:please )?(?:remove|delete|drop|take (?:away|out)|lose|get rid of) the (?:logo|title|caption"
    r"|music"
    r"|watermark|lower third|song)(?: again| please)*[ .!]*\Z",
    re.IGNORECASE,
)
_APPENDS = Regex(
    r"\A(?:please )?(?:append|add|stick|put|attach|tack)\b[^,;]*\b(?:on|to|at) the (?:very )?end[ .!]*\Z"
    r"|\A(?:please )?append\b[^,;]*\Z",
    re.IGNORECASE,
)


def _that_too(found: re.Match[str], _: Values, there: There) -> str | None:
    there_is = _named(found[1], there) is not None
    return f"remove the {found[1]}" if there_is and _REMOVES.match(there.last) else None


def _comes_first(_: re.Match[str], __: Values, there: There) -> str | None:
    """ "It should come first", behind "stick b.mp4 on the end"."""
    more = len(there.clips) >= _TWO and _APPENDS.match(there.last)
    return "move the last clip to the start" if more else None


def _named_clip(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Mute the b clip at the end", which is the last one."""
    stems = [one.lower().rpartition(".")[0] for one in there.clips]
    if len(stems) < _TWO or stems.count(found[2].lower()) != 1 or stems[-1] != found[2].lower():
        return None
    return f"{found[1]} the last clip"


def _in_place_of_the_sound(found: re.Match[str], _: Values, there: There) -> str | None:
    silent = bool(there.levels) and not any(there.levels) and "music" not in there.roles
    level = f" at {percent(found[2])}" if found[2] else ""
    return f"add {found[1]}{level}" if silent else None


def _sound_with_it(found: re.Match[str], _: Values, there: There) -> str | None:
    at = _named(found[2], there)
    if at is None:
        return None
    place = 0 if found[3][0] in "saSA" or found[3][:2].lower() in ("co", "po") else 1
    return f"add a {found[1]} at {there.spans[at][place]:g} seconds"


def _look_undone(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"remove the {found[1]}" if {*there.looks} == {found[1].lower()} else None


_ZOOMS = Regex(
    rf"\A(?:please )?zoom (?:in )?(?:{N})(?:x|-?fold| times) ?(into the (?:picture|middle|cent(?:er|re))"
    rf"(?: of the picture)? from {AT} to {AT}(?: ?(?:seconds|secs|s))?)[ .!]*\Z",
    re.IGNORECASE,
)


def _zoom_changed(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make that zoom 2x", behind "zoom 1.5x into the picture from 10 to 20"."""
    last = _ZOOMS.match(there.last)
    return f"undo that. Zoom {found[1]}x {last[1]}" if last else None


_ALL_SO = Regex(
    rf"\A(?:please )?(?:make|turn) (?:it|the video|everything) ({LOOK})[ .!]*\Z", re.IGNORECASE
)


def _look_only_there(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Only for the first 10 seconds", behind "make it black and white"."""
    so = _ALL_SO.match(there.last)
    if not so or {*there.looks} != {so[1].lower().replace("vibrant", "vivid")}:
        return None
    return f"undo that. Make {found[1]} {so[1]}"


def _hidden_first(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Don't show it in the first ten seconds", of what is there from the start to the end."""
    named = found[1].lower()
    at = 0 if named == "it" and there.only in NAMES and there.only != "music" else None
    if named != "it":
        at = _named(named.removeprefix("the "), there)
    if at is None or not there.lasting[at]:
        return None
    return f"show the {NAMES[there.roles[at]]} from {float(number(found[2])):g} seconds to the end"


_EARLIER = {"earlier": (-1, 0), "sooner": (-1, 0), "later": (1, 0)}


def _start_moved(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Let it appear three seconds earlier and leave the end where it is"."""
    named = found["what"].lower().removeprefix("the ")
    at = 0 if named == "it" and there.only in (*_TEXTS, "overlay", "music") else None
    if named != "it":
        at = _named(named, there)
    if at is None:
        return None
    start, end = there.spans[at]
    if found["at"]:
        start = _at(found["at"])
    else:
        start += float(number(found["by"])) * (1 if found["way"].lower() == "later" else -1)
    if not 0 <= start < end:
        return None
    name = NAMES[there.roles[at]]
    if name == "music":
        return f"music only from {start:g} to {end:g} seconds"
    return f"show the {name} from {start:g} to {end:g} seconds"


def _at(told: str) -> float:
    if ":" in told:
        minutes, seconds = told.split(":")
        return int(minutes) * 60 + int(seconds)
    found = re.match(N, told, re.IGNORECASE)
    return float(number(found[0])) if found else -1


def _ends(found: re.Match[str], _: Values, there: There) -> str | None:
    shown = there.only in ("overlay", "title", "caption", "lower-third")
    named = shown and NAMES[there.only] in there.last.lower()
    after = shown and re.match(
        r"\A[^,;]*\b(?:transparent|bigger|smaller)\b", there.last, re.IGNORECASE
    )
    return f"end the {NAMES[there.only]} at {timed(found[1])}" if named or after else None


def _both_until(found: re.Match[str], _: Values, there: There) -> str | None:
    if len(there.roles) != _TWO or len({*there.roles} & NAMES.keys()) != _TWO:
        return None
    return ". ".join(f"{NAMES[one]} only until {timed(found[1])}" for one in there.roles)


def _other_color(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Red's ugly, green instead", where there is one text."""
    so = there.only in _TEXTS and found[1].lower() != found[2].lower()
    return f"make the {NAMES[there.only]} {found[2]}" if so else None


def _same_fade(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Fade the music out as well, same length", as the picture does."""
    known = dict(zip(there.fades, there.fade_lengths, strict=True))
    role, way = _ROLES[found[1].lower()], found[2].lower()
    length = known.get(f"clip {way}")
    return (
        f"fade the {found[1]} {way} over {length:g} seconds"
        if length and _one(role, there) is not None
        else None
    )


def _fade_longer(found: re.Match[str], _: Values, there: There) -> str | None:
    known = dict(zip(there.fades, there.fade_lengths, strict=True))
    way = "in" if re.search(r"in|start|opening|beginning", found[1], re.IGNORECASE) else "out"
    length = known.get(f"clip {way}")
    factor = 2 if found[2].lower() == "twice as long" else 0.5
    return f"set the fade {way} to {length * factor:g} seconds" if length else None


_THERE = (
    r"(?:starts|shows up|appears|comes up|comes in|pops up|shows|disappears|goes|vanishes|ends)"
)
_TURNS: tuple[tuple[str, Turn], ...] = (
    (
        rf"\A{_OH}(?:undo|take back|remove|drop|lose|i don't want) the fade(?: again| any ?more"
        rf"| after all)?{_STOP}",
        _fade_undone,
    ),
    (rf"\A{_OH}(?:set|change) its (?:size|scale|width) to ({LEVEL}){_STOP}", _its_size),
    (
        rf"\A{_OH}(?:take|use|make it|let's have|give me|have|play)? ?({STYLE})(?: music)? instead"
        rf"(?: of (?:that|it|this))?{_STOP}",
        _style_there,
    ),
    (
        rf"\A{_OH}(?:swap|exchange|replace|change) it (?:for|with|to) (?:something )?({STYLE})(?: music)?"
        rf"(?: instead)?{_STOP}",
        _style_after,
    ),
    (
        rf"\A{_OH}(?:use|take|play) ({STYLE})(?: music)? instead of (?:the )?({STYLE})(?: music)?{_STOP}",
        _style_for,
    ),
    (
        r"\A(?:the )?music (?:should |must |may )?(?:(?:only|just) (?:play |be heard |run )?|(?:play |run )"
        r"(?:only|just) )(?:for|in|under|during|over) the first (half|third|quarter)"
        rf"(?: of (?:it|the (?:video|clip)))?{_STOP}",
        _music_for_half,
    ),
    (rf"\Amove it to ([0-9.]+-[0-9.]+ seconds){_STOP}", _retimed),
    (
        rf"\A{_OH}(?:(?:put|add|with|place|and with)) an? ({N} ?(?:seconds?|s)) ({_JOIN}) (?:before"
        rf"|in front"
        rf" of) it{_STOP}",
        _joined,
    ),
    (rf"\A{_OH}the {_THING}(?: too| as well)?(?: please)?(?<=too|ell|ase){END}", _that_too),
    (
        rf"\A{_OH}(?:it|that|b) (?:should|must|has to|needs to) (?:come|go|be|play) first{_STOP}",
        _comes_first,
    ),
    (
        rf"\A{_OH}(mute|silence|reverse|denoise|stabili[sz]e) the ([a-z0-9_-]+)"
        rf" clip(?: at the end)?(?:,? (?:and "
        rf"|but )?mine (?:stays|remains|keeps) [a-z ]+)?{_STOP}",
        _named_clip,
    ),
    (
        rf"\A{_OH}(?:put|play|add) (<:file>) where the (?:sound|audio) (?:used to be"
        rf"|was)(?:,? at ({LEVEL}))?"
        rf"{_STOP}",
        _in_place_of_the_sound,
    ),
    (
        rf"\A{_OH}(?:add |put |play )?(?:an? )({_SOUND})(?: sound)? (?:right |exactly |just )?(?:when"
        rf"|as|where) "
        rf"the {_THING} ({_THERE})(?: would be (?:sweet|nice|great|cool|good))?{_STOP}",
        _sound_with_it,
    ),
    (
        rf"\A{_OH}(?:the )?({LOOK})(?: look)? (?:was a mistake|looks (?:bad|awful|wrong|ugly)"
        rf"|isn't right)[,;.] "
        rf"(?:so )?(?:go )?back to (?:the )?(?:normal|original|natural|real) colou?rs?{_STOP}",
        _look_undone,
    ),
    (
        rf"\A{_OH}(?:make|set|change) (?:that|the) zoom (?:to )?([0-9.]+)(?:x| times|-fold){_STOP}",
        _zoom_changed,
    ),
    (
        rf"\A{_OH}(?:only|just) (?:for |in |during )?(the (?:first|last) (?:half|third"
        rf"|{SECONDS}))(?: i mean"
        r"| i meant)?(?:,? (?:and )?the rest (?:should (?:be|stay)|stays|is) (?:in colou?r|normal"
        r"|as it (?:is"
        rf"|was)))?{_STOP}",
        _look_only_there,
    ),
    (
        rf"\A{_OH}(?:don't|do not) show (it|the (?:logo|watermark)) (?:in|for|during) the first ({N})"
        rf"(?: ?seconds| ?s){_STOP}",
        _hidden_first,
    ),
    (
        rf"\A{_OH}(?:let |have |make )?(?P<what>it|the (?:title|caption|logo|music|song|lower third)) "
        rf"(?:should )?(?:appear|start|come in|begin|show up) (?:(?P<by>{N}) seconds? (?P<way>earlier"
        rf"|sooner"
        rf"|later)|at (?P<at>{AT}))(?: already)?,? (?:and|but) "
        r"(?:leave|keep|let) (?:its |the )?(?:end|it end) (?:where it (?:is|does|ends)(?: now)?|alone"
        r"|as it is"
        rf"|when it does(?: now)?){_STOP}",
        _start_moved,
    ),
    (
        rf"\A{_OH}(?:start|begin) (?P<what>it|the (?:title|caption|logo|music|song"
        rf"|lower third)) (?:(?P<by>{N}) "
        rf"seconds? (?P<way>earlier|sooner|later)|at (?P<at>{AT})),? (?:and|but) (?:leave|keep"
        rf"|let) (?:its |the )?"
        r"(?:end|it end) (?:where it (?:is|does|ends)(?: now)?|alone|as it is|when it does(?: now)?)"
        rf"{_STOP}",
        _start_moved,
    ),
    (rf"\A{_OH}(?:end|stop) it at ({AT}){_STOP}", _ends),
    (
        rf"\A{_OH}both (?:only )?(?:until|till|up to) (?:second )?({AT})(?: only)?{_STOP}",
        _both_until,
    ),
    (
        rf"\A{_OH}({COLOR})(?:'s| is) (?:too )?(?:ugly|awful|bad|horrible|boring|dark|bright"
        rf"|loud)[,;.] (?:make it |use )?"
        rf"({COLOR})(?: instead)?{_STOP}",
        _other_color,
    ),
    (
        rf"\A{_OH}fade the (music|song|title|logo) (in|out)(?: as well| too)?,? (?:over )?(?:the )?same "
        rf"(?:length|time|duration){_STOP}",
        _same_fade,
    ),
    (
        rf"\A{_OH}(?:make )?the (fade[- ](?:in|out)|opening fade|closing fade|fade at the (?:start"
        rf"|beginning|end))"
        rf" (?:should be |to be )?(twice as long|half as long){_STOP}",
        _fade_longer,
    ),
)


def told_there(text: str, values: Values, there: There) -> str:
    """A message that names what it is about; the same where the draft does not tell."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
