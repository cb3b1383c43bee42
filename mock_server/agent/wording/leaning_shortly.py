"""Short messages that lean on the one before, or on the one thing that is there: "not the centre, the
bottom", "half of that", "and in over 1", "same look, but at 40 percent"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, pattern
from mock_server.agent.wording.leaning_on_it import only_changes
from mock_server.agent.wording.leaning_on_music import PUT_IN, Turn
from mock_server.agent.wording.named_by_draft import NAMES, There
from mock_server.agent.wording.plain_words import (
    AT,
    COLOR,
    LEVEL,
    LOOK,
    PLACE,
    PLEASE,
    SECONDS,
    STOP,
    N,
    percent,
)

_OH = r"(?:(?:actually|no|oh|hm+|but|and|sorry|wait|ok|okay|then|now|please|rather)[, ]+)*"
_LETTERS = r"(?:letters|lettering|text|words|writing)"
_SEEN = ("title", "caption", "lower-third", "overlay")
_TEXTS = ("title", "caption", "lower-third")
_MUTES = Regex(r"\A(?:please )?(?:mute|silence)\b[^,.;]*[ .!]*\Z", re.IGNORECASE)
_OF_MUSIC = Regex(r"\b(?:music|song|track|bgm)\b", re.IGNORECASE)
_LEVELS = Regex(LEVEL, re.IGNORECASE)
_COLORED = Regex(rf"\b{COLOR}\b", re.IGNORECASE)
_A_LOOK = Regex(rf"\A{_OH}(?:(?:make|turn) it )?({LOOK})(?: instead)?(?: please)?[ .!]*\Z", re.I)


def _recolored(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Blue letters instead of red ones", "not red any more but blue", of the one text there is."""
    name = NAMES[there.only] if there.only in _TEXTS else ""
    return f"make the {name} {found[1]}" if name else None


def _moved(found: re.Match[str], _: Values, there: There) -> str | None:
    name = NAMES[there.only] if there.only in _SEEN else ""
    return f"move the {name} to the {found[1]}" if name else None


def _times_as_loud(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Twice as loud as now", where only the video is heard."""
    heard = {*there.roles} - {*_SEEN}
    if heard or len({*there.levels}) != 1:
        return None
    return f"make the video {found[1]} as loud"


def _share_of_that(_: re.Match[str], __: Values, there: There) -> str | None:
    """ "Half of that", behind a message that told one level, of the music."""
    told = _LEVELS.findall(there.last)
    music = [*there.roles].count("music") == 1 and PUT_IN.search(there.last)
    return "half the music volume" if music and len(told) == 1 else None


def _how_strong(found: re.Match[str], _: Values, there: There) -> str | None:
    look = there.looks[0] if there.looks and len({*there.looks}) == 1 else ""
    return f"make it {look} at {percent(found[1])}" if look else None


def _rather_that_look(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Cool, I mean. The look", behind "make it warm"."""
    return f"make it {found[1]}" if _A_LOOK.match(there.last) and all(there.looks) else None


def _look_at_first(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "And only for the first 20 seconds", behind "no, sepia"."""
    told = _A_LOOK.match(there.last)
    if not told or {*there.looks} != {told[1].lower()} or len(there.looks) > 1:
        return None
    return f"remove the look from {found[1]} to {there.seconds:g} seconds"


def _other_fade(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "And in over 1", behind the fade out of one thing."""
    way = found[1].lower()
    told = re.search(r"\bfade\b.*\b(in|out)\b", there.last, re.IGNORECASE)
    one = there.fades[0].rpartition(" ") if len(there.fades) == 1 else ("", "", "")
    if not told or told[1].lower() == way or one[2] != told[1].lower():
        return None
    name = {**NAMES, "clip": "video", "video": "video"}.get(one[0])
    return f"fade the {name} {way} over {found[2]} seconds" if name else None


def _one_fade_of_music(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "No fade at the start of the music, only a 4 s fade at its end"."""
    ways = {"start": "in", "beginning": "in", "end": "out"}
    gone, way = ways[found[1].lower()], ways[found[3].lower()]
    if gone == way or [*there.roles].count("music") != 1:
        return None
    faded = f"fade the music {way} over {found[2]}"
    return f"remove the music's fade {gone}. {faded}" if f"music {gone}" in there.fades else faded


def _just_so_loud(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "No, just 50% would do", behind "mute the clip"."""
    if not _MUTES.match(there.last):
        return None
    if _OF_MUSIC.search(there.last):
        return f"set the music volume to {percent(found[1])}"
    return f"set the volume to {percent(found[1])}" if len({*there.levels}) == 1 else None


def _back_to_full(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Back to full, and add …", behind a level of the video's own sound."""
    told = re.search(r"\b(?:volume|sound|audio)\b", there.last, re.IGNORECASE)
    if (
        not told
        or _OF_MUSIC.search(there.last)
        or len({*there.levels}) != 1
        or there.levels[0] >= 1
    ):
        return None
    return "set the volume of the video to 100%" + (f". {found[1]}" if found[1] else "")


def _former_color(_: re.Match[str], __: Values, there: There) -> str | None:
    """ "The former colour was better", behind "make the title green"."""
    return "undo that" if only_changes(there) and _COLORED.search(there.last) else None


def _same_end(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Let it start at 5 instead, same end", of the one thing there is."""
    if there.only not in NAMES or not there.spans:
        return None
    end = there.spans[0][1]
    start = found[1].removesuffix(" seconds")  # as it may be read
    return f"move the {NAMES[there.only]} to {start} to {end:g} seconds"


def _all_of_it_later(found: re.Match[str], _: Values, there: There) -> str | None:
    name = NAMES.get(there.only)
    return f"move the {name} {found[1]} {found[2]}" if name else None


def _text_and_end(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "That should read “See you soon”, and it should stay on until the very end"."""
    name = NAMES[there.only] if there.only in ("title", "caption") else ""
    return f"change the {name} to {found[1]} and show it until the end" if name else None


def _both_gone(_: re.Match[str], __: Values, there: There) -> str | None:
    kinds = [*there.roles]
    two = len(kinds) == len({*kinds}) == 2 and {*kinds} <= NAMES.keys()
    return "remove " + " and ".join(f"the {NAMES[one]}" for one in kinds) if two else None


def _outer_quarters(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Keep the first quarter and the last quarter"."""
    share = there.seconds / {"third": 3, "quarter": 4, "fifth": 5}[found[1].lower()]
    last = f"{there.seconds - share:g} to {there.seconds:g} seconds"
    return f"keep only 0 to {share:g} seconds and {last}" if share == round(share, 3) else None


def _hidden_at_first(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make it smaller, and hide it during the first ten seconds", of the one picture there is."""
    name = NAMES[there.only] if there.only == "overlay" and there.lasting[0] else ""
    return f"make the {name} {found[1]}. Hide the {name} for the first {found[2]}" if name else None


def _longer_or_shorter_fade(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Shorten the music's fade to two seconds", of which there is one."""
    told = found[1].lower().replace("song", "music")
    ways = [one.split()[-1] for one in there.fades if one.split()[0] == told]
    return f"fade the {found[1]} {ways[0]} over {found[2]}" if len(ways) == 1 else None


def _music_from(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "The upbeat track only from 5 seconds to the end"."""
    return f"play the music only {found[2]}" if _is_called(found[1], there) else None


def _line_below(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Give Max the line “Engineer” underneath"."""
    names = [
        text for role, text in zip(there.roles, there.texts, strict=True) if role == "lower-third"
    ]
    one = len(names) == 1 and found[1].lower() in (names[0].lower(), names[0].split()[0].lower())
    return f"set the second line of the lower third to {found[2]}" if one else None


def _middle_one(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"remove the second {found[1]}" if [*there.roles].count(found[1].lower()) == 3 else None


def _is_called(name: str, there: There) -> bool:
    """Whether the one music that is there is of this style."""
    played = [one for role, one in zip(there.roles, there.names, strict=True) if role == "music"]
    return len(played) == 1 and played[0].lower() == name.lower()


_TURNS: tuple[tuple[str, Turn], ...] = (
    (
        rf"\A{_OH}({COLOR}) {_LETTERS},? (?:instead of|rather than|not)(?: the)? {COLOR}"
        rf"(?: ones?| {_LETTERS})?{STOP}",
        _recolored,
    ),
    (
        rf"\A{_OH}not (?:in |at )?the {PLACE},? (?:but )?(?:in |at )?the ({PLACE})(?: corner)?{STOP}",
        _moved,
    ),
    (
        rf"\A{_OH}(twice|half|three times) as loud as (?:now|before|it is(?: now)?){STOP}",
        _times_as_loud,
    ),
    (rf"\A{_OH}(?:make (?:it|that) )?half (?:of )?that{STOP}", _share_of_that),
    (
        rf"\A{_OH}(?:the )?same look,? (?:but |only )*(?:at|with) ({LEVEL})(?: strength| intensity)?{STOP}",
        _how_strong,
    ),
    (rf"\A{_OH}({LOOK}),? i mean(?:t)?(?:[.,;]? the look)?{STOP}", _rather_that_look),
    (
        rf"\A{_OH}only (?:for|in|during) the first ({N}) (?:seconds|secs|s){STOP}",
        _look_at_first,
    ),
    (rf"\A{_OH}(in|out) over ({N})(?: seconds?| s)?{STOP}", _other_fade),
    (
        rf"\A{_OH}no fade at the (start|beginning|end) of the (?:music|song),? (?:but )?(?:only|just) an?"
        rf" ({SECONDS})(?: long)? fade at (?:its|the) (start|beginning|end){STOP}",
        _one_fade_of_music,
    ),
    (
        rf"\A{_OH}(?:just|only) ({LEVEL}) (?:would do|is enough|is fine|will do){STOP}",
        _just_so_loud,
    ),
    (
        rf"\A{PLEASE}(?:shorten|lengthen|change|set|reduce) the (music|song|title|caption|logo)'s fade to"
        rf" ({SECONDS}){STOP}",
        _longer_or_shorter_fade,
    ),
    (rf"\A{_OH}not {COLOR} any ?more,? but ({COLOR}){STOP}", _recolored),
    (
        rf"\A{_OH}(?:play )?the ([a-z-]+) (?:track|music|tune) only ((?:from )?{AT} (?:to|until) (?:{AT}"
        rf"|the end)){STOP}",
        _music_from,
    ),
    (
        rf"\A{PLEASE}give ([a-z]+(?: [a-z]+)?) the line (<:text>) ?(?:underneath|below|beneath){STOP}",
        _line_below,
    ),
    (
        rf"\A{PLEASE}(?:take away|remove|delete|drop|lose) the middle (title|caption){STOP}",
        _middle_one,
    ),
    (rf"\A{_OH}back to full(?: volume| sound)?(?:,? and (add [^;]+))?{STOP}", _back_to_full),
    (
        rf"\A{_OH}(?:the (?:former|old|previous|first) colou?r (?:was|looked) (?:better|nicer)|i (?:liked"
        rf"|preferred) the (?:former|old|previous) colou?r(?: better| more)?){STOP}",
        _former_color,
    ),
    (
        rf"\A{_OH}(?:let|have|make) it (?:start|begin) at ({AT})(?: instead)?,? (?:but |and )?(?:with )?"
        rf"(?:the )?same end{STOP}",
        _same_end,
    ),
    (
        rf"\A{_OH}({SECONDS}) (later|earlier),? (?:the whole of it|all of it){STOP}",
        _all_of_it_later,
    ),
    (
        rf"\A{_OH}(?:that|it) should (?:read|say|be) (<:text>) ?,? ?and it should (?:stay(?: on| up)?"
        rf"|be (?:there|shown)|last) (?:until|till|to) the (?:very )?end{STOP}",
        _text_and_end,
    ),
    (
        rf"\A{_OH}{PLEASE}(?:remove|delete|drop) (?:both|them both|both of them)(?: again)?{STOP}",
        _both_gone,
    ),
    (
        rf"\A{PLEASE}keep (?:only |just )?the first (third|quarter|fifth) and the last \1,? (?:and"
        rf" )?(?:drop"
        rf"|cut|delete|remove|lose) (?:what's in between|what is in between|the rest|everything else"
        rf"|everything in between){STOP}",
        _outer_quarters,
    ),
    (
        rf"\A{_OH}make it (smaller|bigger|larger),? and hide it (?:during|for"
        rf"|in) the first ({SECONDS}){STOP}",
        _hidden_at_first,
    ),
)


def leaning_shortly(text: str, values: Values, there: There) -> str:
    """A message that names what it leans on; the same where that is not one thing."""
    if there.gone:  # what is left may not be what is meant
        return text
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said

    def leveled(found: re.Match[str]) -> str:
        return f"set the music to {percent(found[2])}" if _is_called(found[1], there) else found[0]

    return _THAT_MUSIC.sub(leveled, text)


_THAT_MUSIC = pattern(
    rf"\b(?:put|set|bring|turn) the ([a-z-]+) (?:music|track|tune) (?:back |down |up )?(?:at"
    rf"|to) ({LEVEL})(?=,|[ .!]*\Z| and\b)"
)
