"""What is said once of several things, said of each of them: "sepia, mute and 2x for the last 10 seconds",
"freeze at 20 for 3 seconds and mute the rest", "crossfade into b.mp4", which stands there already."""

import re
from collections.abc import Callable
from fractions import Fraction

from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import MARK, Values, index, pattern
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import AT, JOIN, SECONDS, spanned

_END = r"(?:,? please)?[ .!]*\Z"
_LOOK = (
    r"(?:(?:in |make it |turn it )?(?:sepia|black and white|vintage|vivid|warm(?:er)?|cool(?:er)?))"
)
_DEED = (
    rf"(?:{_LOOK}|mute(?:d| it)?|silent|reverse(?:d| it)?|backwards|(?:slow|speed)(?: it)? (?:down|up)"
    rf"|faster|slower"
    r"|quieter|louder|[0-9.]+ ?x|(?:half|double) speed)"
)
_PART = (
    r"(?:the )?(?:first|last|final|opening) (?:(?:"
    + NUMBER
    + r") (?:seconds?|secs?|s)|half|third|minute)"
    rf"|(?:the )?(?:first|second|third|last) clip|<:file>|{AT} ?(?:to|-|until) ?{AT}"
)
_AND = r"(?:,? and |, ?)"
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth")

_Turn = Callable[[re.Match[str], Values, There], str | None]


def _each_there(found: re.Match[str], _: Values, __: There) -> str | None:
    """Every deed of a list with the part that is told behind the last; a speed last, as it moves time."""
    part = found["part"]
    part = spanned(part) if re.search("[0-9](?: ?s)?$", part) else part
    deeds = [one[0].lower() for one in pattern(_DEED).finditer(found["deeds"])]
    if sum(bool(pattern(_LOOK).fullmatch(one)) for one in deeds) > 1:
        return None  # which of the looks?
    of_it = any(" it" in one for one in deeds) or found["it"]
    bare = all(one in ("mute", "reverse", "slow down", "speed up") for one in deeds)
    one_part = found["all"] or (not of_it and (bare or found["when"] or ":" in found["sign"]))
    if len({*deeds}) < len(deeds) or not one_part:
        return None  # "mute it, reverse the last 10 seconds": all of it is silent
    said = [
        (_deed(one, part), "speed" in one or "slow" in one or "fast" in one or one[-1] == "x")
        for one in deeds
    ]
    return ". ".join(
        [one for one, paced in said if not paced] + [one for one, paced in said if paced]
    )


def _deed(deed: str, part: str) -> str:
    deed = re.sub(r"^(?:in|make it|turn it) | it\b", "", deed)
    if deed in ("mute", "muted", "silent"):
        return f"mute {part}"
    if deed in ("reverse", "reversed", "backwards"):
        return f"reverse {part}"
    if deed[-1] == "x" and deed[0] in "0123456789.":
        return f"{'speed up' if float(deed[:-1]) > 1 else 'slow down'} {part} to {deed}"
    if ("speed" in deed and deed != "speed up") or deed.startswith("slow") or deed == "speed up":
        paces = {
            "half speed": "slow down {} to 0.5x",
            "double speed": "speed up {} to 2x",
            "speed up": "speed up {}",
        }
        return paces.get(deed, "slow down {}").format(part)
    return f"speed up {part}" if deed == "faster" else f"make {part} {deed}"


def _rest_behind_the_frame(found: re.Match[str], _: Values, there: There) -> str | None:
    """The rest is what comes behind the frozen frame."""
    at, long = _seconds(found["at"]), _seconds(found["long"])
    if at is None or long is None or at <= 0:
        return None
    rest = f"{float(at + long):g} seconds to the end"
    deed = f"{found['verb']} {rest}" if found["verb"] else f"make {rest} {found['look']}"
    return f"freeze the frame at {found['at']} for {found['long']}. {deed}"


def _seconds(told: str) -> Fraction | None:
    if ":" in told:
        minutes, seconds = told.split(":")
        return Fraction(minutes) * 60 + Fraction(seconds)
    read = re.match(NUMBER, told, re.IGNORECASE)
    return Fraction(number(read[0])) if read else None


def _joined_there(found: re.Match[str], values: Values, there: There) -> str | None:
    """A transition to a clip that stands there once, behind another."""
    name = _file(found["file"], values)
    at = there.clips.index(name) if [*there.clips].count(name) == 1 else 0
    if not 0 < at < len(_NTH):
        return None
    seconds = found["long"] or found["lasts"]
    long = f"{seconds} " if seconds else ""
    join = (found["join"] or found["manner"]).lower()
    join = re.sub(r"(?:cross )?dissolve|cross-fade|(?<!cross)fade", "crossfade", join)
    if join == "transition":
        join = found["manner"] or join
    return f"add a {long}{join} between the {_NTH[at - 1]} and the {_NTH[at]} clip"


def _join_of_the_last(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Remove its crossfade" behind what was done to one clip, which is named by its file."""
    named = [at for at, name in enumerate(there.clips) if name and name in there.last]
    at = named[0] if len(named) == 1 else 0
    if not 0 < at < len(_NTH):
        return None
    if found["long"]:
        return f"add a {found['long']} crossfade between the {_NTH[at - 1]} and the {_NTH[at]} clip"
    return f"remove the transition at {there.starts[at]:g} seconds"


def _file(mark: str, values: Values) -> str:
    found = MARK.match(mark)
    return str(values.items[index(found[2])]) if found else ""


def _its_join(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Its crossfade" is the one before the clip that was named, by its time."""
    at = _clip(found["which"], found["file"], values, there)
    if at is None or not 0 < at < len(there.starts) or found["deed"].lower().startswith("speed"):
        return None
    if found["long"]:
        join = f"add a {found['long']} crossfade between the {_NTH[at - 1]} and the {_NTH[at]} clip"
    else:
        join = f"remove the transition at {there.starts[at]:g} seconds"
    return f"{join}. {found['deed']}"


def _clip(which: str | None, file: str | None, values: Values, there: There) -> int | None:
    if file:
        name = _file(file, values)
        return there.clips.index(name) if [*there.clips].count(name) == 1 else None
    if which is None:
        return None
    return len(there.clips) - 1 if which.lower() == "last" else _NTH.index(which.lower())


_HIDDEN = {"title": "title", "caption": "caption", "logo": "overlay", "watermark": "overlay"}


def _hidden_from(found: re.Match[str], _: Values, there: There) -> str | None:
    """Two things from a time on, of which one has ended by then."""
    at = _seconds(found["at"])
    left = []
    for name in (found["one"].lower(), found["other"].lower()):
        ends = [
            span[1]
            for role, span in zip(there.roles, there.spans, strict=True)
            if role == _HIDDEN[name]
        ]
        if len(ends) != 1 or at is None:
            return None
        left += [name] if ends[0] > at else []
    return f"hide the {left[0]} from {found['at']} on" if len(left) == 1 else None


_TURNS: tuple[tuple[str, _Turn], ...] = (
    (
        rf"\A(?P<it>make it )?(?P<deeds>{_DEED}(?:{_AND}{_DEED})+)"
        r"(?P<all>[,:]? (?:all|both|everything)(?: of (?:that|it|them))?)?(?P<sign>[,:]? |: ?)"
        rf"(?P<when>for |in |during |over |from |between )?(?P<part>{_PART}) ?{_END}",
        _each_there,
    ),
    (
        rf"\A(?:freeze|hold)(?: it| the (?:frame|picture|video))? (?:at"
        rf"|on) (?P<at>{AT}) for (?P<long>{SECONDS}),?"
        rf" (?:and|then) (?:then )?(?:(?P<verb>mute|reverse) the rest|(?:make"
        rf"|turn) the rest (?P<look>{_LOOK})){_END}",
        _rest_behind_the_frame,
    ),
    (
        rf"\A(?:add |put |make )?(?:an? )?(?:(?P<long>{SECONDS}) )?(?P<join>{JOIN}"
        rf"|transition)(?: (?:in)?to)"
        rf" (?P<file><:file>) ?(?:with an? (?P<manner>{JOIN})|(?:for|over|of"
        rf"|lasting) (?P<lasts>{SECONDS}))?{_END}",
        _joined_there,
    ),
    (
        rf"\A(?:bring in|go (?:in)?to) (?P<file><:file>) ?(?:with|using) an? (?:(?P<long>{SECONDS})"
        rf" )?(?P<join>{JOIN})"
        rf"(?P<manner>)?(?P<lasts>)?{_END}",
        _joined_there,
    ),
    (
        r"\A(?P<deed>(?:reverse|mute|rotate|denoise|stabili[sz]e) (?:(?P<file><:file>)"
        r"|the (?P<which>second|third|last) clip)) ?"
        r",? and (?:remove|delete|drop|take (?:off|out|away)|lose|get rid of) its"
        rf" (?:cross-?fade|transition)(?P<long>)?{_END}",
        _its_join,
    ),
    (
        r"\A(?P<deed>(?:reverse|mute|rotate|denoise|stabili[sz]e) (?:(?P<file><:file>)"
        r"|the (?P<which>second|third|last) clip)) ?"
        rf",? and (?:make|set) its cross-?fade (?:to )?(?P<long>{SECONDS})(?: long)?{_END}",
        _its_join,
    ),
    (
        r"\A(?:and )?(?:(?:remove|delete|drop|take (?:off|out|away)|lose|get rid of) its (?:cross-?fade"
        r"|transition)"
        rf"|(?:make|set) its cross-?fade (?:to )?(?P<long>{SECONDS})(?: long)?){_END}",
        _join_of_the_last,
    ),
    (
        rf"\Ahide the (?P<one>title|caption|logo|watermark) and the (?P<other>title|caption|logo"
        rf"|watermark) from (?P<at>{AT})"
        rf" (?:on|onwards?){_END}",
        _hidden_from,
    ),
    (
        r"\Acrop (?:both |the )*sides by (?P<much>[0-9.]+ ?(?:%|percent))(?:,? (?:but )?not the (?:top"
        r"|bottom)(?: (?:and|or) (?:the )?"
        rf"(?:top|bottom))?)?{_END}",
        lambda found, _, __: f"crop the left and the right by {found['much']}",
    ),
    (
        rf"\A(?:it (?:should|must) )?(?:be )?not (?:so|as) (?P<one>loud|fast),? (?:and"
        rf"|or) (?:also )?not (?:so|as)"
        rf" (?P<other>fast|loud){_END}",
        lambda _, __, ___: "make it quieter and make it slower",
    ),
    (
        rf"\A(?:mute (?P<muted>the (?:first|last) {SECONDS})|(?P<it>the (?:first"
        rf"|last) {SECONDS}) (?:should|must) be"
        rf" muted), (?:and |but )?not (?P<other>the (?:first|last) (?:{NUMBER}))(?: seconds)?{_END}",
        lambda found, _, __: (
            f"mute {found['muted'] or found['it']}. unmute {found['other']} seconds"
        ),
    ),
    (
        rf"\Athe music (?:should|must) be muted, (?:and |but )?not the (?:video|clip|talk|picture){_END}",
        lambda _, __, ___: "mute the music and unmute the video",
    ),
    (
        rf"\Azoom in (?:from )?(?P<range>{AT} (?:to|-) {AT}), (?:and |but )?not (?:from )?{AT} (?:to"
        rf"|-) {AT}{_END}",
        lambda found, _, there: (
            f"move the zoom to {found['range']} seconds"
            if [*there.texts].count("zoom") == 1
            else None
        ),
    ),
)


def said_for_each(text: str, values: Values, there: There) -> str:
    """A marked message in which each thing has an order of its own; the same where nothing is told so."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
