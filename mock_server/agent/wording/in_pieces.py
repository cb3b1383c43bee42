"""Several things that are said of what is there, each piece of which is known: "lose the blur, keep the
title but with a shadow", "the first clip goes to 60 percent, the second to 40".

Each piece must be one that is known, of a thing that the draft tells; else the message stays as it is.
"""

import re
from dataclasses import dataclass, replace

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.piece_changes import (
    CLIP,
    INSET,
    MUSIC,
    SHOWN,
    SPEECH,
    TEXT,
    Thing,
    changes,
    style,
)
from mock_server.agent.wording.piece_conflicts import contradicts
from mock_server.agent.wording.plain_words import AT, LEVEL, SECONDS, N

_BOTH_ENDS = Regex(rf"\bbetween ({AT}) and ({AT})", re.IGNORECASE)
_BOTH_SHOULD = Regex(
    r"\A(?:both )?(the [a-z]+(?: third)?) and (the [a-z]+(?: third)?) ((?:should|must) [^,;]+)\Z",
    re.IGNORECASE,
)
_TWO_SHADES = Regex(r"\bblack and white\b", re.IGNORECASE)
_LINK = Regex(
    r"(?:[,;.] |,? (?=and |but |while ))(?:(?:and|but|then|also|while|please|so|now|just)\b,? )*",
    re.IGNORECASE,
)
_TAIL = Regex(r"(?:,? (?:please|too|as well|also|again|though))+\Z", re.IGNORECASE)
_LEAD = Regex(r"\A(?:(?:please|ok|okay|now|then|also|and)[, ]+)+", re.IGNORECASE)
_RATHER = Regex(r" rather than (?:at |from |in )?[a-z0-9-]+(?: [a-z]+)?\Z", re.IGNORECASE)
_INSTEAD = Regex(r" instead\Z", re.IGNORECASE)
_MOST, _LEAST = 8, 2
_NTH = ("first", "second", "third", "fourth", "fifth")
_ROLES = {
    "title": "title", "heading": "title", "caption": "caption", "subtitle": "caption", "lower"
    " third": "lower-third",
    "logo": "overlay", "watermark": "overlay", "music": "music", "song": "music", "track": "music",
    "blur": "effect", "zoom": "effect", "ding": "sound", "whoosh": "sound",
    "chime": "sound", "click": "sound",
}  # fmt: skip
_NAMES = {
    "title": "title",
    "caption": "caption",
    "lower-third": "lower third",
    "overlay": "logo",
    "music": "music",
}
_KINDS = {"title": TEXT, "caption": TEXT, "lower-third": TEXT, "overlay": SHOWN, "music": MUSIC}
_STILL = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")
_INSET = Regex(
    r"(?:the )?(?:(?:little|small|tiny) (?:b )?(?:video|window|clip|picture)|picture[- ]in[- ]picture"
    r"|inset)",
    re.IGNORECASE,
)
_COUNTED = Regex(
    rf"(?:the |my )?(?:(?P<nth>{'|'.join(_NTH)}|last|middle|other) ?)(?P<noun>title|caption|subtitle"
    rf"|clip|part|one)?s?"
    r"(?: one)?",
    re.IGNORECASE,
)
_SINGLE = Regex(rf"(?:the |my |our |this |that )?(?P<noun>{'|'.join(_ROLES)})", re.IGNORECASE)
_ALL = Regex(r"(?:both|all)(?: of)?(?: the)? (?P<noun>title|caption|clip)s", re.IGNORECASE)
_OWN = Regex(
    r"(?:(?:my|the|his|her) )?(?:own |original )?(?:voice|speech|talking)",
    re.IGNORECASE,
)
_WHOLE = Regex(r"(?:the |my )?(?:main |whole )?(?:clip|video|talk|picture|footage)", re.IGNORECASE)
_IT = Regex(r"it|that|that one|this one|the latter", re.IGNORECASE)

_GONE = (
    r"(?:remove|delete|drop|lose|take(?: away| out| off)?|throw(?: away| out)?|get rid of|ditch|scrap"
    r"|cut)"
)
_SET = (
    r"(?:make|turn|paint|colou?r|set|have|let|show|put|move|shift|push|give|bring|run|play|start|turn up"
    r"|fade|rename|change|write|get|raise|lower|turn down)"
)
_GOES_FROM = Regex(r"\bgo(?:es)? from\b", re.IGNORECASE)
_GOES = Regex(r"(?:can|must|has to|should|may) (?:go|go away|come off)", re.IGNORECASE)
# "The title is bigger" may be a remark.
_IS = Regex(
    r"\A(?:should|must|has to|needs to|is to|may|gets?|goes?|comes?|becomes?)(?: be| get| go)? ",
    re.IGNORECASE,
)
_KEPT_ANYWAY = Regex(
    r"no (?:transition|titles|captions)(?: between (?:them|the clips))?|nothing moves|(?:don't|do not) add"
    r" (?:captions|subtitles|titles|music)|everything else stays(?: as it is)?",
    re.IGNORECASE,
)
_KEPT = Regex(
    r"(?:keep|leave) (?:the |my |its |both )?[a-z' ]{3,24}?(?: (?:as (?:it|they) (?:is|are|was)|alone"
    r"|be|there|in place"
    r"|untouched))?"
    r"|(?:the |my )?[a-z]{4,8}(?: clip| title| one)?(?:'s| is| are| stays?| remains?) (?:fine|put"
    r"|as (?:it|they) (?:is|are|was)(?: now)?"
    r"|where (?:it|they) (?:is|are)|untouched|unchanged|good|ok|okay)(?: now)?"
    r"|not (?:of )?the (?:text|title|picture|video|music|logo|caption|song|voice|words)|nothing moves"
    r"|no fade on the [a-z]+"
    r"|(?:the |my )?[a-z]{4,8} (?:should simply stand there|needs no fade|shouldn't fade)|(?:don't"
    r"|do not) add"
    r" (?:captions|subtitles|titles|music)"
    r"|everything else stays(?: as it is)?|no (?:transition|titles|captions)(?: between (?:them"
    r"|the clips))?",
    re.IGNORECASE,
)
_WHOLE_ORDERS = tuple(
    pattern(source)
    for source in (
        rf"(?:cut|trim|drop|remove|delete|lose|chop)(?: off)? the (?:first|last) (?:{SECONDS})(?: off)?",
        rf"(?:cut|remove|delete|lose)(?: out)? (?:from )?{AT} ?(?:to|-) ?{AT}(?: ?(?:seconds|secs|s))?",
        rf"fade the (?:picture|video) (?:in|out)(?: to black| from black)? (?:over|for) (?:the (?:last"
        rf"|first) )?(?:{SECONDS})",
        rf"add (?:an? )?<:text> music at {LEVEL}|add (?:an? )?[a-z-]{{3,10}} music(?: at {LEVEL})?",
        rf"(?:add |put )?an? (?:{N})[- ](?:seconds?|s) (?:cross-?fade|dip to (?:black"
        rf"|white)) (?:between|in between)"
        r"(?: (?:the|both|these)(?: two)? clips| them)?",
        rf"(?:put|add|play) an? (?:ding|whoosh|click|chime|pop|beep|bell) at {AT}",
        r"(?:also )?(?:add )?an? (?:title|caption) <:text> ?(?:from )?"
        rf"{AT} ?(?:to|-) ?{AT}(?: in [a-z]+)?",
        r"(?:denoise|stabili[sz]e|mute|normali[sz]e) the (?:clip|video)",
    )
)
_HALVED = Regex(r"halve the (?:level|volume|loudness) of the (?:song|music)", re.IGNORECASE)


_SKIPS = Regex(
    rf"start the (?:song|music|track) ({N}) (seconds?|minutes?) in(?:to it)?", re.IGNORECASE
)
_BLACK = Regex(
    rf"fade(?: out)? to black over (?:the last )?({SECONDS})(?: at the (?:very )?end)?",
    re.IGNORECASE,
)
_COLORS_BACK = Regex(
    r"(?:go )?back to (?:the )?(?:normal|original|natural) colou?rs?", re.IGNORECASE
)
_ANOTHER = Regex(
    rf"(?:add |put |play )?(?:another|a second) (ding|whoosh|click|chime|pop|beep|bell) (at {AT})",
    re.IGNORECASE,
)
_WRITES = pattern(r"(?:write|put) (?P<new><:text>) ?in the (?P<noun>title|caption|subtitle)")


@dataclass(frozen=True)
class _Read:
    """What was read so far: the orders, what the next piece may be of, and the noun that is counted."""

    orders: tuple[str, ...] = ()
    thing: Thing | None = None
    noun: str = ""
    kept: bool = False


def in_pieces(text: str, values: Values, there: There) -> str:
    """An order for each piece; the same text where one of them is not known."""
    plain = _BOTH_ENDS.sub(r"from \1 to \2", _LEAD.sub("", text.strip(" .!?")))
    plain = _BOTH_SHOULD.sub(r"\1 \3, \2 \3", plain)
    plain = _TWO_SHADES.sub("black-and-white", plain)
    pieces = [one for one in _LINK.split(plain) if one.strip()]
    if not (_LEAST if not _RATHER.search(plain) else 1) <= len(pieces) <= _MOST:
        return text
    alone = len(pieces) > 1 and there.only in _NAMES and there.only != "music"
    only = there.only if alone else ""
    read = _Read(thing=_single(_NAMES[only], [only], there, removed=False) if only else None)
    for place, piece in enumerate(pieces):
        bare = _TAIL.sub("", piece.strip(" ,"))
        moved = re.match(r"(?:put|move|start) ", bare, re.IGNORECASE)
        if place or moved or _RATHER.search(bare):
            bare = _INSTEAD.sub("", _RATHER.sub("", bare))
        said = bare.replace("black-and-white", "black and white")
        found = _piece(said, read, values, there)
        if not found:
            return text
        read = found
    done = len(read.orders) + read.kept >= min(_LEAST, len(pieces)) and read.orders
    return (
        ". ".join(read.orders)
        if done and not contradicts(read.orders, plain, values, there)
        else text
    )


def _piece(said: str, read: _Read, values: Values, there: There) -> _Read | None:
    if _GOES_FROM.search(said):  # unclear: it may move, or last so long
        return None
    if order := _whole(said, there):
        return replace(read, orders=(*read.orders, order), thing=None)
    if skipped := _SKIPS.fullmatch(said):
        seconds = float(number(skipped[1])) * (60 if skipped[2].lower().startswith("min") else 1)
        order = f"start the music at {seconds:g} seconds of the song"
        one = [*there.roles].count("music") == 1
        return _Read((*read.orders, order), Thing("the music", MUSIC)) if one else None
    if _HALVED.fullmatch(said):
        return replace(read, orders=(*read.orders, "lower the music by half"), thing=None)
    if any(one.fullmatch(said) for one in _WHOLE_ORDERS):
        order = f"add {said}" if re.match(r"an? ", said, re.IGNORECASE) else said
        noun = (
            "clip" if re.search(r"crossfade|cross-fade|dip to", said, re.IGNORECASE) else read.noun
        )
        return replace(
            read, orders=(*read.orders, order.removeprefix("also ")), thing=None, noun=noun
        )
    words = said.split(" ")
    found = re.match(rf"{_GONE} ", said, re.IGNORECASE)
    if found:
        who = re.sub(r" (?:away|out|off|again)\Z", "", said[found.end() :])
        gone = _thing(who, read, values, there, removed=True)
        return (
            replace(read, orders=(*read.orders, f"remove {gone.name}"), thing=None, noun=gone.noun)
            if gone
            else None
        )
    longer = "|keep|leave" if said.endswith("longer") else ""
    verb = re.match(rf"({_SET}{longer}) (?=\S)", said, re.IGNORECASE)
    rest = said[verb.end() :].split(" ") if verb else words
    mute = re.fullmatch(r"(mute|silence|reverse|stabili[sz]e|denoise) (.+)", said, re.IGNORECASE)
    if mute and (thing := _thing(mute[2], read, values, there)) and thing.kind == CLIP:
        return _Read((*read.orders, f"{mute[1]} {thing.name}"), thing, thing.noun)
    swap = re.fullmatch(r"(?:swap|replace|exchange) (?:the )?([a-z<>-]+) (.+)", said, re.IGNORECASE)
    if swap and style(swap[2]) and [*there.roles].count("music") == 1:
        return _Read(
            (*read.orders, f"replace the music with {style(swap[2])}"),
            Thing("the music", MUSIC),
            "",
        )
    for place in range(1, len(rest)):
        thing = _thing(" ".join(rest[:place]), read, values, there)
        how = _IS.sub("", " ".join(rest[place:]))
        how = f"{verb[1].lower()} {how}" if verb and verb[1].lower() in ("fade", "start") else how
        if thing and _GOES.fullmatch(" ".join(rest[place:])) and not verb:
            return replace(read, orders=(*read.orders, f"remove {thing.name}"), thing=None)
        if thing and (orders := changes(_with_unit(how, read), thing)):
            return _Read((*read.orders, *orders), thing, thing.noun, read.kept)
    if read.thing and (orders := changes(_with_unit(_IS.sub("", said), read), read.thing)):
        return replace(read, orders=(*read.orders, *orders))
    if _KEPT_ANYWAY.fullmatch(said):
        return replace(read, kept=True, thing=None)
    if _KEPT.fullmatch(said):
        # What is kept must be another thing than those that are changed.
        who = re.sub(r"\A(?:keep|leave) ", "", said, flags=re.IGNORECASE)
        who = re.sub(
            r" (?:alone|be|as it is|untouched)\Z|(?:'s| is| are| stays?| remains?) [a-z ]+\Z",
            "",
            who,
        )
        thing = _thing(who, read, values, there)
        known = thing and thing.kind != CLIP and not any(thing.name in one for one in read.orders)
        # "The title is good, but a little bigger" leaves open what is to be bigger.
        kept = thing if re.match(r"keep|leave", said, re.IGNORECASE) else None
        return replace(read, kept=True, thing=kept) if known else None
    return None


_WHOLES = tuple(
    (Regex(source, re.IGNORECASE), order)
    for source, order in (
        (
            r"even out the (?:loudness|volume|level)(?: of (?:the|my|his|her) (?:voice|speech))?",
            "normalize the video",
        ),
        (
            r"(?:take out|remove|clean up|get rid of) the (?:hiss|hum|noise)",
            "remove the background noise",
        ),
        (rf"skip the first ({SECONDS}) of the song", r"skip the first \1 of the song"),
    )
)


def _whole(said: str, there: There) -> str:
    """The order for what is said of the video as a whole, or of a text."""
    for known, order in _WHOLES:
        if found := known.fullmatch(said):
            return found.expand(order)
    if found := _BLACK.fullmatch(said):
        return f"fade the video to black over {found[1]} at the end"
    if found := _ANOTHER.fullmatch(said):
        return f"add a {found[1]} {found[2]}"
    if _COLORS_BACK.fullmatch(said) and len({*there.looks}) == 1 and there.looks[0]:
        return "remove the look"
    if found := _WRITES.fullmatch(said):
        role = _ROLES[found["noun"].lower()]
        return f"change the {role} to {found['new']}" if [*there.roles].count(role) == 1 else ""
    return ""


def _with_unit(how: str, read: _Read) -> str:
    """ "The first to 60 percent, the second to 40", "the picture fades over two seconds, the"
    " music over six"."""
    fades = read.orders and re.match(r"fade .*(?:out|black)", read.orders[-1])
    if fades and (
        found := re.fullmatch(rf"over (?:the last )?({N})(?: seconds)?", how, re.IGNORECASE)
    ):
        return f"fade out over {found[1]} seconds"
    level = read.orders and re.search(r"volume .*%|volume .*percent", read.orders[-1])
    return f"{how}% volume" if level and re.fullmatch(r"to [0-9]{1,3}", how) else how


def _thing(
    said: str, read: _Read, values: Values, there: There, *, removed: bool = False
) -> Thing | None:
    """What is meant by a few words, where the draft has just that."""
    said = re.sub(r"\A(?:only|just) (?=the )", "", said.strip(" ,"))
    roles = [*there.roles]
    if _IT.fullmatch(said):
        return read.thing
    if _OWN.fullmatch(said):
        return None if "voiceover" in roles else Thing("the speech", SPEECH)
    if _INSET.fullmatch(said):
        return Thing("the picture in picture", INSET) if _has_inset(there) else None
    if found := _ALL.fullmatch(said):
        return _all(found["noun"].lower(), roles, there)
    if found := _SINGLE.fullmatch(said):
        return _single(found["noun"].lower(), roles, there, removed=removed)
    if found := _COUNTED.fullmatch(said):
        noun = (found["noun"] or "").lower()
        noun = {"subtitle": "caption", "part": "clip", "one": ""}.get(noun, noun) or read.noun
        return _counted(found["nth"].lower(), noun, roles, there)
    if _WHOLE.fullmatch(said) and not removed:
        more = len(there.clips) > 1 and not re.search(r"whole|video", said, re.IGNORECASE)
        return None if more else Thing("the video", CLIP, "clip")
    if pattern(r"<:text>").fullmatch(said):
        return _called(str(values.items[index(said[1:-1])]), there)
    if (found := re.fullmatch(r"([A-Z]\w+)'s name", said)) and found[1] in there.texts:
        return _called(found[1], there)
    return _called(said, there) if said in there.texts else None


def _has_inset(there: There) -> bool:
    those = [name for role, name in zip(there.roles, there.names, strict=True) if role == "overlay"]
    return len(those) == 1 and not is_sound(those[0]) and not those[0].lower().endswith(_STILL)


def _all(noun: str, roles: list[str], there: There) -> Thing | None:
    count = len(there.clips) if noun == "clip" else roles.count(noun)
    kind = CLIP if noun == "clip" else TEXT
    return (
        Thing(f"{'both' if count == _LEAST else 'all'} {noun}s", kind, noun)
        if count >= _LEAST
        else None
    )


def _single(noun: str, roles: list[str], there: There, *, removed: bool) -> Thing | None:
    role = _ROLES[noun]
    if roles.count(role) != 1:
        return None
    if role in ("effect", "sound"):
        called = there.texts[roles.index(role)] or there.names[roles.index(role)]
        known = called == noun and (removed or role == "sound")
        return Thing(f"the {noun}", role) if known else None
    if role == "overlay" and _has_inset(there):
        return None
    return Thing(f"the {_NAMES[role]}", _KINDS[role], _NAMES[role])


def _counted(nth: str, noun: str, roles: list[str], there: There) -> Thing | None:
    count = len(there.clips) if noun == "clip" else roles.count(noun)
    if noun not in ("clip", "title", "caption") or count < _LEAST:
        return None
    places = {"last": count - 1, "middle": count // 2 if count % 2 else -1, "other": -1}
    place = places[nth] if nth in places else _NTH.index(nth)
    if not 0 <= place < min(count, len(_NTH)):
        return None
    return Thing(f"the {_NTH[place]} {noun}", CLIP if noun == "clip" else TEXT, noun)


def _called(text: str, there: There) -> Thing | None:
    """The title, or caption, that says so."""
    those = [place for place, one in enumerate(there.texts) if one == text]
    role = there.roles[those[0]] if len(those) == 1 else ""
    if role not in ("title", "caption", "lower-third"):
        return None
    same = [place for place, one in enumerate(there.roles) if one == role]
    if len(same) == 1:
        return Thing(f"the {_NAMES[role]}", TEXT, _NAMES[role])
    nth = same.index(those[0])
    known = nth < len(_NTH) and role != "lower-third"
    return Thing(f"the {_NTH[nth]} {role}", TEXT, role) if known else None
