"""English orders for several things of the draft, which have to be counted there: "all titles white but the
last, which is to be red", "delete the titles, all but the middle one", "she's the CTO, not CEO"."""

import re
from collections.abc import Callable

from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import COLOR, JOIN, LEVEL, LOOK, SECONDS, N

_END = r"(?:,? please)?[ .!]*\Z"
_TEXTS = r"(?:titles|captions)"
_A_JOIN = (
    rf"(?:an? (?:(?:{N}|half)[- ](?:seconds?|secs?|s)[- ](?:long )?|[0-9.]+s )?{JOIN}"
    rf"(?: of {SECONDS})?)"
)
_PLACE = r"(?:(?:top|bottom)[- ](?:left|right)|top|bottom|cent(?:er|re))"
_NTH = ("first", "second", "third", "fourth", "fifth")
_MANY = {
    "title": "titles", "overlay": "overlays", "caption": "captions", "lower-third": "lower thirds",
}  # fmt: skip
_THREE = 3
_PART = r"(?:part|piece|bit|clip|one|third|segment|section)"
_PARTS = {
    "first": "first",
    "second": "second",
    "middle": "second",
    "third": "third",
    "last": "third",
}

_Turn = Callable[[re.Match[str], Values, There], str | None]


def _meant(told: str, count: int) -> int | None:
    """Which of so many is meant; none where that is not one of them."""
    if told == "middle":
        return count // 2 if count == _THREE else None
    number = count - 1 if told == "last" else _NTH.index(told)
    return number if 0 <= number < count else None


def _all_but_one_colored(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make all titles white except the last one, which should be green"."""
    noun = found["noun"].lower().removesuffix("s")
    count = [*there.roles].count(noun)
    meant = _meant(found["which"].lower(), count)
    if meant is None or not 1 < count <= len(_NTH):
        return None
    looks = [found["own"] if one == meant else found["color"] for one in range(count)]
    said = [f"the {_NTH[one]} {noun} {look}" for one, look in enumerate(looks)]
    moved = f" and move the {_NTH[meant]} {noun} to the {found['place']}" if found["place"] else ""
    return f"make {', '.join(said[:-1])} and {said[-1]}{moved}"


def _all_but_one_deleted(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Delete the titles, all but the middle one, and make that one red"."""
    noun = found["noun"].lower().removesuffix("s")
    count = [*there.roles].count(noun)
    meant = _meant(found["which"].lower(), count)
    if meant is None or not 1 < count <= len(_NTH):
        return None
    gone = " and ".join(f"the {_NTH[one]} {noun}" for one in range(count) if one != meant)
    colored = f" and make the {_NTH[meant]} {noun} {found['own']}" if found["own"] else ""
    return f"delete {gone}{colored}"


def _all_laid_on_top(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Remove everything I laid on top of the video", by the names of what is there."""
    there_is = [role for role in _MANY if role in there.roles]
    if not there_is or not {*there.roles} <= {*_MANY, "music"}:
        return None
    music = found["level"]
    if ("music" in there.roles) != bool(found["music"]):
        return None
    said = f"remove all {' and '.join(_MANY[role] for role in there_is)}"
    return f"{said} and set the music to {music}" if music else said


def _year(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Change the year in the title to 2024", where its text has one."""
    titles = [one for role, one in zip(there.roles, there.texts, strict=True) if role == "title"]
    years = re.findall(r"\b(?:19|20)[0-9]{2}\b", titles[0]) if len(titles) == 1 else []
    if len(years) != 1 or re.search("[\"“”'‘’]", titles[0]):
        return None
    longer = f" and make it last {found[2]} longer" if found[2] else ""
    return f'change the title to "{titles[0].replace(years[0], found[1])}"{longer}'


def _role_changed(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "She's the CTO, not CEO", of the one lower third."""
    new, old = found["new"], found["old"]
    named = found["who"] in there.texts or found["who"].lower() in ("she", "he")
    one = [*there.roles].count("lower-third") == 1
    return f'change "{old}" to "{new}" in the lower third' if one and named and old != new else None


def _lasts_anyway(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "…, but the logo must stay visible right to the end", which it does."""
    role = {"logo": "overlay", "music": "music", "song": "music", "title": "title"}[
        found[2].lower()
    ]
    those = [lasts for one, lasts in zip(there.roles, there.lasting, strict=True) if one == role]
    return found[1] if those == [True] else None


def _join_changed(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Turn the dip to black into a wipe left of two seconds", where that is the one between the clips."""
    known = {*there.joins}
    one = (
        known
        == {
            found[1]
            .lower()
            .replace(" to ", "-")
            .replace("cross-fade", "crossfade")
            .replace(" ", "-")
        }
        and len(there.joins) == 1
    )
    return f"change the transition to {found[2]}{found[3] or ''}" if one else None


def _joined(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Append b.mp4, give the cut a dip to black": there is but one cut then."""
    if len(there.clips) != 1:
        return None
    rest = found[3] or ""
    rest = f". {rest.lstrip(' ,').removeprefix('and ')}" if rest.strip(" ,") else ""
    return f"append {found[1]}. Add {found[2]} between the clips{rest}"


def _before_the_last(found: re.Match[str], _: Values, there: There) -> str | None:
    count = len(there.clips)
    if not 1 < count <= len(_NTH):
        return None
    return f"add {found[1]} between the {_NTH[count - 2]} clip and the {_NTH[count - 1]} clip"


def _written_there(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Change what's written on screen to 'Hello'", where one text is."""
    shown = [role for role in there.roles if role in ("title", "caption")]
    return f"change the {shown[0]} to {found[1]}" if len(shown) == 1 else None


def _fade_of_music(_: re.Match[str], __: Values, there: There) -> str | None:
    music = [*there.roles].count("music") == 1
    return "remove the fade of the music" if music and not there.fades_in else None


def _blurred_only(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Blur just the last 10 seconds, not all of it", where all is."""
    long = float(found[2])
    one = [*there.texts].count("blur") == 1 and "effect" in there.roles and 0 < long < there.seconds
    first = found[1].lower() == "first"
    start, end = (0.0, long) if first else (there.seconds - long, there.seconds)
    return f"move the blur to {start:g}-{end:g} seconds" if one else None


def _soundtrack(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Replace the original sound by song.mp3", where there is no music."""
    none = "music" not in there.roles
    return f"mute the video and add {found[1]} as music" if none else None


def _sizes(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Set A's size to 60 and B's to 140", where two titles say that."""
    titles = [one for role, one in zip(there.roles, there.texts, strict=True) if role == "title"]
    if len(titles) > len(_NTH) or any(titles.count(found[at]) != 1 for at in (1, 3)):
        return None
    one, other = (_NTH[titles.index(found[at])] for at in (1, 3))
    said = f"set the size of the {one} title to {found[2]} and the size of the {other} title to {found[4]}"
    return f"{said}, and remove the music" if found[5] else said


def _in_its_place(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Take the logo off, then put 'New' in the top right in its place, and don't touch 'Hi'"."""
    kept = found[3] is None or str(values.items[index(found[3])]) in there.texts
    return f"remove the {found[1]} and add the title {found[2]}" if kept else None


def _each_part(found: re.Match[str], _: Values, there: There) -> str | None:
    """Two of the three parts that two cuts make, each with its look."""
    if len(there.clips) != 1:
        return None
    one, other = (_PARTS[found[group].lower()] for group in ("p1", "p2"))
    return (
        f"split it at {found['a']} and {found['b']} and make the {one} clip {found['l1']} "
        f"and the {other} clip {found['l2']}"
    )


_TURNS: tuple[tuple[str, _Turn], ...] = (
    (
        rf"\Asplit (?:it|this|the (?:video|clip|footage|talk)) at (?P<a>{N}) and (?P<b>{N})(?:"
        rf" seconds)?[,;.]? (?:and )?(?:have|make|turn) "
        rf"the (?P<p1>first|second|middle|third|last)(?: {_PART})? (?:in )?(?P<l1>{LOOK}),?"
        rf" (?:and )?the "
        rf"(?P<p2>first|second|middle|third|last)(?: {_PART})? (?:in )?(?P<l2>{LOOK}){_END}",
        _each_part,
    ),
    (
        rf"\A(?:make|turn|paint) all (?:the )?(?P<noun>{_TEXTS}) (?P<color>{COLOR}),? (?:except|but|apart"
        rf" from)(?: for)? the (?P<which>first|second|third|middle|last)(?: one| title"
        rf"| caption)?,? (?:which|that"
        rf"|it) (?:should|must|is to|has to) be (?P<own>{COLOR})(?:,? and (?:stand|be|go|stay) (?:at"
        rf"|in) the "
        rf"(?P<place>{_PLACE}))?{_END}",
        _all_but_one_colored,
    ),
    (
        rf"\A(?:delete|remove|drop) (?:all )?(?:the )?(?P<noun>{_TEXTS}),? (?:all )?(?:but|except"
        rf"|apart from)"
        rf"(?: for)? the (?P<which>first|second|third|middle|last)(?: one| title"
        rf"| caption)?(?:,? (?:and )?(?:make"
        rf"|turn) (?:that|this)(?: one)? (?P<own>{COLOR}))?{_END}",
        _all_but_one_deleted,
    ),
    (
        r"\A(?:remove|delete|take (?:off|away)|get rid of) everything ?(?:(?:that|i|we|you)(?:'ve|'s"
        r"| is| have)? )*"
        r"(?:laid|put|placed|added|lying)? ?on top(?: of the (?:video|clip|picture|talk))?(?:,? (?:apart"
        r" from|except|but)(?: for)? the (?P<music>music)(?:,? which (?:should|must|is to) be (?:at"
        r"|set to) "
        rf"(?P<level>{LEVEL}))?)?{_END}",
        _all_laid_on_top,
    ),
    (
        r"\A(?:change|set|update|correct) the year (?:in|of|on) the title to ([0-9]{4})(?:,?"
        r" (?:and )?(?:have"
        rf"|make|let) it (?:run|last|stay|be)(?: on screen| up)? (?:for )?({SECONDS}) longer)?{_END}",
        _year,
    ),
    (
        r"\A(?:(?P<who>(?-i:[A-Z])[a-z]+|she|he)(?:'s| is)) (?:the |an? )?(?P<new>[A-Za-z]{2,14}),?"
        r" (?:and )?not "
        r"(?:the |an? )?(?P<old>[A-Za-z]{2,14})"
        rf"(?:[,.;] (?:please )?(?:fix|correct|change) (?:that|it))?{_END}",
        _role_changed,
    ),
    (
        r"\A(?P<who>(?-i:[A-Z])[a-z]+|she|he) (?:isn't|is not|is no longer) (?:the "
        r"|an? )?(?P<old>[A-Za-z]{2,14})"
        r"(?: any ?more| any longer)?[,;.] (?:but )?(?:she|he|they)(?:'s| is| are) (?:now )?(?:the |an? )?"
        r"(?P<new>[A-Za-z]{2,14})(?: now)?(?:[,.;] (?:please )?(?:fix|correct|change) "
        rf"(?:that|it))?{_END}",
        _role_changed,
    ),
    (
        r"\A([^.;]{6,60}?),? but the (logo|music|song|title) (?:must|should|has to|is to) (?:stay|remain|be"
        r"|keep|last|play)(?:ing)?(?: visible| there| on screen| up)?(?: right| on)? (?:to|until"
        r"|till) the (?:very )?"
        rf"end{_END}",
        _lasts_anyway,
    ),
    (
        rf"\A(?:turn|change|make|swap|replace) the ({JOIN}) (?:into|to|for|with"
        rf"|by) ({_A_JOIN})(,? and [^;]+?)?"
        rf"{_END}",
        _join_changed,
    ),
    (
        rf"\A(?:append|attach|add|put|tack|stick) (<:file>) (?:on ?to |on |to "
        rf"|at )?(?:the (?:very )?end)?,? "
        rf"(?:and )?(?:give the (?:cut|join|seam)|with|put) (an? [^,.;]*dip to (?:black"
        rf"|white))(?: of {SECONDS})?"
        rf"(?: in between| between (?:them|the two|the clips))?(,[^;]*?)?{_END}",
        _joined,
    ),
    (
        rf"\A(?:add |put )?({_A_JOIN}) before the last clip(?: only)?{_END}",
        _before_the_last,
    ),
    (
        r"\Achange what(?:'s| is) (?:written|shown|to be read)(?: on (?:the )?screen)?"
        r" to (<:text>) ?(?:[,;.] what"
        rf"(?:'s| is) (?:spoken|said|heard) (?:stays|remains)(?: as it is)?)?{_END}",
        _written_there,
    ),
    (
        rf"\A(?:drop|lose|remove|delete) the fade,? (?:but )?not the (?:song|music)(?: itself)?{_END}",
        _fade_of_music,
    ),
    (
        r"\Ablur (?:just|only) the (first|last) ([0-9.]+) (?:seconds|secs"
        r"|s)(?:,? (?:and )?not (?:all(?: of it)?"
        rf"|everything|the whole(?: video| thing)?))?{_END}",
        _blurred_only,
    ),
    (
        r"\Areplace the (?:original |own )?(?:sound|audio)(?: track)?(?: of the (?:video|clip))? (?:by"
        r"|with)"
        rf" (<:file>){_END}",
        _soundtrack,
    ),
    (
        r"\Aset ([A-Za-z]+)'s size to ([0-9]+) and ([A-Za-z]+)'s to ([0-9]+)(,? and (?:turn the music off"
        rf"(?: completely)?(?: by removing it)?|remove the music))?{_END}",
        _sizes,
    ),
    (
        r"\A(?:take|remove) the (logo|watermark)(?: off| away| out)?,? (?:and |then )+(?:put|show"
        r"|add) (<:text> ?"
        r"(?:in|at) the [a-z -]{3,14} from [0-9:.]+ to [0-9:.]+)(?: (?:seconds|s))? (?:in its place"
        r"|instead)"
        rf"(?:,? (?:and|but) (?:don't touch|leave|keep) <text>(?: alone| as it is)?)? ?{_END}",
        _in_its_place,
    ),
)


def several_there(text: str, values: Values, there: There) -> str:
    """An order that names each thing it is for; the same where they are others."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
