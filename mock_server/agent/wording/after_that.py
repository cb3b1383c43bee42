"""English messages that lean on the one before: "no, the second", "now the other one too", "back to how it
was", "oops, it's Welcome with one l"."""

import re
from collections.abc import Callable

from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.misspelt_there import written_like
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import AT, LOOK, SECONDS
from mock_server.agent.wording.short_follow_ups import just_shown

_END = r"(?:,? (?:please|thanks|sorry))?[ .!]*\Z"
_N = NUMBER
_SORRY = r"(?:(?:oops|sorry|no|ah|oh|argh|hm+|actually|wait|typo)[,:.!]? )"
_SLIP = (
    r"(?:(?:oops|sorry|ah|oh|argh|actually|hm+)[,:.!]? )?(?:(?:(?:an? )?(?:typo|mistake|spelling mistake)"
    r"|(?:one|an?) [a-z] too many|(?:one|an?) [a-z] (?:is )?missing|i mis(?:spelt|spelled|typed) it)"
    r"(?:,? sorry)?[,:;.!]? )?"
)
_AS_SPELT = (
    r"(?:,? (?:with|there's|there is) (?:an?|one|two|a single|a double|only one|just one) ?[a-z]\b(?:'?s)?"
    r"(?: at the end| missing)?(?: in the [a-z]+)?)?"
)
_SHOULD = r"(?:it|that|the (?:title|caption|text)) (?:should|has to|must|needs to|ought to) (?:read|say|be)"
_TEXTS = ("title", "caption")
_OTHER = {"first": "second", "second": "first"}
_TO = r"(?: ?(?:seconds|secs|s))? ?(?:to|-|until|and) ?"

_Turn = Callable[[re.Match[str], Values, There], str | None]


def _written(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Oops, it's Welcome with one l", where one text is like that."""
    told = next(group for group in found.groups() if group)
    word = told if told.isascii() and told[0].isalpha() else str(values.items[index(told)])
    return written_like(word, there.texts)


def _other_look(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Now the same with warm instead", behind a look."""
    return f"make it {found[1]} instead" if {*there.looks} - {""} else None


def _look_off(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "I liked it better in colour", behind a message that gave the picture a look."""
    look = next(iter({*there.looks} - {""}), "")
    said = look and re.search(
        rf"\b(?:{look}|{'vibrant' if look == 'vivid' else look})\b", there.last, re.IGNORECASE
    )
    only = said and not re.search(
        r"\b(?:speed|reverse|rotate|louder|quieter|crop)\b|\dx\b", there.last, re.I
    )
    return f"remove the {look} look" if only else None


def _look_off_named(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Without the black and white, please", where it is."""
    look = found[1].lower()
    known = "vivid" if look == "vibrant" else look
    return f"remove the {known} look" if {*there.looks} == {known} else None


def _color_back(_: re.Match[str], __: Values, there: There) -> str | None:
    """ "The colour back", where the picture has a look."""
    looks = {*there.looks} - {""}
    return f"remove the {looks.pop()} look" if len(looks) == 1 else None


def _quieter(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Still too loud", behind a level of the music."""
    music = re.search(r"\b(?:music|song|jazz)\b", there.last, re.IGNORECASE)
    other = re.search(r"\b(?:voice|speech|clip|video|talk)\b", there.last, re.IGNORECASE)
    level = re.search(r"\b(?:volume|quieter|louder|\d+ ?%|0?\.\d)", there.last, re.IGNORECASE)
    if not music or other or not level:
        return None
    loud = found[1].lower() == "loud"
    agrees = loud == (found[2].lower() in ("quieter", "softer", "down", "lower"))
    return f"make the music a bit {'quieter' if loud else 'louder'}" if agrees else None


def _undone(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Put it back where it was, with a 3s fade out", behind a level of the music."""
    music = re.search(r"\b(?:music|song|jazz)\b", there.last, re.IGNORECASE)
    level = re.search(r"\bto (?:0?\.\d+|\d+ ?(?:%|percent))[ .!]*\Z", there.last, re.IGNORECASE)
    return f"undo that and fade the music {found[2]} over {found[1]}" if music and level else None


def _other_ordinal(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Sorry, I meant the second", behind an order for the first."""
    return _again(there, found[1].lower())


def _again(there: There, told: str) -> str | None:
    """The last message with another ordinal in the place of the one it has."""
    said = there.last.strip(" .!")
    known = re.findall(r"\b(first|second|third|last)\b", said, re.IGNORECASE)
    one = len(known) == 1 and not re.search(r"[,;.]|\band\b", said)
    if not one or known[0].lower() == told:
        return None
    changed = re.sub(rf"\b{known[0]}\b", told, said)
    return f"undo that and {changed[0].lower()}{changed[1:]}"


def _other_edge(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Sorry, it should have been the last 6", behind a cut of the first 6."""
    return (
        f"no, the {found[1].lower()} {found[2]} seconds"
        if re.match(
            rf"(?:cut|trim|remove|drop) (?:off )?the (?:first|last) {_N} ?(?:seconds?|secs?|s)?[ .!]*\Z",
            there.last,
            re.IGNORECASE,
        )
        else None
    )


def _to_the_other(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Now the other one too", behind "make the second title red"."""
    so = re.match(
        r"(?:please )?(?:make|turn|paint) the (first|second) (title|caption|clip) ([a-z ]{3,20}?)[ .!]*\Z",
        there.last,
        re.IGNORECASE,
    )
    if so is None:
        return None
    noun = so[2].lower()
    count = len(there.clips) if noun == "clip" else [*there.roles].count(noun)
    look = (found[1] or so[3]).strip()
    return f"make the {_OTHER[so[1].lower()]} {noun} {look}" if count == len(_OTHER) else None


def _cut_more(found: re.Match[str], _: Values, there: There) -> str | None:
    cut = re.match(r"(?:please )?(?:cut|trim|remove|drop)\b", there.last, re.IGNORECASE)
    return f"cut another {found[1]} seconds off the {found[2]}" if cut else None


def _from_then_on(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "But only from second 20 on", behind a look of all."""
    looks = {*there.looks}
    look = looks.pop() if len(looks) == 1 else ""
    until = found[1] if ":" in found[1] or found[1][-1].isalpha() else f"{found[1]} seconds"
    return (
        f"remove the {look} look from 0 to {until}" if look and look in there.last.lower() else None
    )


def _only_so_long(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Only from 20 to 30, sorry", behind a plain order for the whole picture."""
    said = there.last.strip(" .!")
    plain = re.fullmatch(
        rf"(?:please )?(?:blur|mute|reverse) (?:it|(?:the )?(?:whole |entire )?(?:picture|video|clip))"
        rf"|make (?:it|the (?:video|clip)) {LOOK}",
        said,
        re.IGNORECASE,
    )
    when = f"from {found[1]} to {found[2]} seconds"
    return f"undo that and {said[0].lower()}{said[1:]} {when}" if plain else None


def _other_length(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make it 4", behind a frame that is held."""
    held = re.fullmatch(
        rf"((?:please )?(?:hold|freeze|pause)\b[^,;.]*? for ){SECONDS}[ .!]*",
        there.last,
        re.IGNORECASE,
    )
    return f"undo that and {held[1].lower()}{found[1]} seconds" if held else None


def _see_through(found: re.Match[str], _: Values, there: There) -> str | None:
    names = just_shown(there)
    if there.only != "overlay" or not names:
        return None
    return f"set the opacity of the logo to {found[1] or '50%'}"


def _gone_at(found: re.Match[str], _: Values, there: There) -> str | None:
    names = {"overlay": "logo", "title": "title", "caption": "caption"}
    name = names.get(there.only)
    at = found[1] if ":" in found[1] else f"{found[1]} seconds"
    return f"make the {name} last until {at}" if name else None


def _sized(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"scale the logo to {found[1]}%" if there.only == "overlay" else None


def _faded_too(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Fade it out over 5 as well", behind a fade of the music."""
    faded = re.search(r"\bfade (?:it|the music|the song) (?:in|out)\b", there.last, re.IGNORECASE)
    return (
        f"fade the music {found[1]} over {found[2]} seconds"
        if faded and there.only == "music"
        else None
    )


def _other_side(_: re.Match[str], __: Values, there: There) -> str | None:
    """ "No, the other side", "the other top corner", of a logo in a corner."""
    up, _dash, side = (there.places[0] if there.only == "overlay" else "").rpartition("-")
    sides = {"left": "right", "right": "left"}
    return f"move the logo to the {up} {sides[side]}" if side in sides and up else None


def _other_named_side(found: re.Match[str], _: Values, there: There) -> str | None:
    at = there.places[0] if there.only == "overlay" else ""
    return _other_side(found, _, there) if at.startswith(f"{found[1].lower()}-") else None


def _first_clip(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "And the first clip should be at 50%", behind a message about what is heard."""
    heard = re.search(r"\b(?:mute|volume|louder|quieter|silence)\b", there.last, re.IGNORECASE)
    level = found[2].replace(" percent", "%")
    return f"set the volume of the {found[1]} clip to {level}" if heard else None


_TURNS: tuple[tuple[str, _Turn], ...] = (
    (rf"\A{_SLIP}{_SHOULD} (?:<text>|((?-i:[A-Z])[a-z'-]{{1,24}})) ?{_AS_SPELT}{_END}", _written),
    (
        rf"\A(?=.*\b(?:oops|sorry|typo|mistake|missing|too many|actually|with)\b){_SLIP}(?:it's|it is"
        rf"|should be"
        rf"|that's) (?:<text>|((?-i:[A-Z])[a-z'-]{{1,24}})) ?{_AS_SPELT}{_END}",
        _written,
    ),
    (
        rf"\A(?:and |now )*(?:the same|same)(?: thing| again)? (?:with|in"
        rf"|but) ({LOOK})(?: instead)?{_END}",
        _other_look,
    ),
    (
        rf"\A{_SORRY}*(?:i (?:liked|preferred) it (?:better |more )?(?:in colou?r|before|as it was|without)"
        r"[,;.]? ?)?(?:(?:so |please )*(?:put|bring|set|turn) it back(?: to normal| to colou?r"
        r"| how it was)?"
        rf"|(?:make it |go )?back to (?:normal|colou?r|how it was)){_END}",
        _look_off,
    ),
    (
        rf"\Awithout (?:the )?({LOOK})(?: look| filter| effect)?(?: please"
        rf"|, please)?(?:[,;.] the [a-z]+ is "
        rf"(?:great|fine|good|ok|okay|perfect|nice)(?: as it is)?)?{_END}",
        _look_off_named,
    ),
    (
        r"\A(?:(?:i want |bring |give me |put )?(?:the )?colou?rs? back)(?:,? (?:but|and) (?:it"
        r"|the (?:sound"
        rf"|video|clip)) (?:stays|remains|should stay) (?:mute|muted|silent|off))?{_END}",
        _color_back,
    ),
    (
        r"\A(?:(?:it's|that's|it is|that is) )?(?:still |now |a bit )*(?:much |way |far )?too (loud|quiet)"
        r"[,;.!] (?:please )?(?:make it )?(?:a (?:bit|little|touch) |slightly |even )*"
        rf"(quieter|softer|lower|louder)(?: still)?{_END}",
        _quieter,
    ),
    (
        r"\A(?:(?:too|much too) (?:quiet|loud)[,;.!] )?(?:please )?(?:put|set"
        r"|bring) it back (?:to )?(?:where"
        rf" it was|what it was|how it was|as it was)(?: before)?,? (?:and |but )?with an? ({SECONDS})"
        rf" fade[- ]"
        rf"?(in|out){_END}",
        _undone,
    ),
    (
        rf"\A{_SORRY}*(?:i (?:meant|mean)|make that|rather|not that one,?) the (first|second|third|last)"
        r"(?: one)?(?:[,;.] the (?:first|second|third|last|other)(?: one)? (?:stays|remains"
        r"|should stay) as it"
        rf" (?:was|is))?{_END}",
        _other_ordinal,
    ),
    (
        rf"\A{_SORRY}*(?:it should have been|i meant|i mean|make that) the (first"
        rf"|last) ({_N})(?: ?(?:seconds?"
        rf"|secs?|s))?{_END}",
        _other_edge,
    ),
    (
        r"\A(?:and |now |then )*the other (?:one|title|caption|clip)(?: too| as well|,? (?:in )?"
        rf"((?:{LOOK}|red|blue|green|yellow|white|black|orange|pink|purple|cyan))){_END}",
        _to_the_other,
    ),
    (
        rf"\A(?:and |now )*another ({_N})(?: seconds?| s)? (?:from|off|at) the (start|beginning|end){_END}",
        _cut_more,
    ),
    (
        rf"\A(?:but |and )?only (?:from|after) (?:second )?({AT}) (?:on|onwards?)(?:[,;.] the (?:start"
        rf"|beginning"
        rf"|rest) (?:stays|remains|should stay) as it (?:was|is))?{_END}",
        _from_then_on,
    ),
    (
        rf"\A(?:but |and |no,? )?only (?:from|between) ({_N}){_TO}({_N})(?: ?(?:seconds|secs|s))?{_END}",
        _only_so_long,
    ),
    (
        rf"\A(?:no,? |actually,? )?make (?:it|that) ({_N})(?: seconds| s)?(?: instead)?{_END}",
        _other_length,
    ),
    (
        r"\A(?:and )?make it (?:half as visible|half see-?through|half transparent"
        r"|(?:a (?:bit|little) |more )?(?:see-?through|transparent|fainter)[,:]? ([0-9]+ ?%)(?: opacity)?)"
        rf"{_END}",
        _see_through,
    ),
    (
        r"\A(?:and |but )?it (?:should|must|has to|is to) (?:vanish|disappear|go|go away"
        r"|end) at (?:second )?"
        rf"([0-9]+(?:[:.][0-9]+)?)(?: ?(?:seconds|secs|s))?{_END}",
        _gone_at,
    ),
    (
        r"\A(?:a bit |much )?(?:smaller|bigger)(?:,? please)?[,:;.] ([0-9]+) ?(?:%|percent)(?: (?:is"
        r"|will do"
        rf"|of the (?:size|width)))?{_END}",
        _sized,
    ),
    (
        rf"\A(?:and )?fade it (in|out) over ({_N})(?: seconds| s)? (?:as well|too){_END}",
        _faded_too,
    ),
    (rf"\A{_SORRY}*(?:on |at |to )?the other side{_END}", _other_side),
    (
        r"\A(?:put |move )?the logo (?:belongs |should be |goes )?(?:in|to) the other (top|bottom) corner"
        rf"{_END}",
        _other_named_side,
    ),
    (
        r"\A(?:and )?the (first|second) clip (?:should be|is to be|goes|to)? ?(?:at|to) ([0-9]+ ?(?:%"
        rf"|percent)){_END}",
        _first_clip,
    ),
)


def after_that(text: str, values: Values, there: There) -> str:
    """A follow-up in words that need nothing before them; the same where none is meant."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
