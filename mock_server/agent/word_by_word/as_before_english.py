"""An English message that leans on the one before: only one of what was named, the same once more with
another text, the seconds behind those, a bit less."""

import re
from collections.abc import Sequence
from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import STEPS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.as_before_more import more_beside
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.order import Found
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.reader import told_by
from mock_server.agent.word_by_word.things import Draft
from mock_server.agent.word_by_word.told import TIMES

_SO = (
    r"(?:no|oh|ok|okay|sorry|wait|oops|actually|well|hm+|but|and|please|now|then|my mistake|my bad"
    r"|on second thought|not (?:both|all|all of them|the two of them))"
)
_LEAD = rf"\W*(?:{_SO}\b[ ,.!…:-]*)*"
_TAIL = (
    r"(?:[ ,]*(?:though|please|instead|after all|thanks|that is|of course|obviously|i mean|i meant"
    r"|is enough|will do))*[ .!]*"
)
_ONLY = Regex(
    rf"{_LEAD}(?:(?:(?:i (?:meant?|said|wanted)|make (?:it|that)|it's|do (?:it|that|this)) )?"
    r"(?:only|just) (?:do |for |on |to |with )?(?P<one>[^,;]+?)"
    r"|i (?:only|just) (?:meant?|wanted) (?P<two>[^,;]+?)"
    rf"|(?P<three>[^,;]+?) (?:only|alone)){_TAIL}",
    re.IGNORECASE,
)
_ONE = Regex(r"\b(?P<which>the [a-z]+(?: [a-z]+)?) one\b", re.IGNORECASE)
_NOUNS = {"overlay": "logo", "lower-third": "lower third", "video": "clip", "sound": "sound effect"}
_SAYS_NOTHING = {"make", "change", "to", "comma", "with", "stop", "also", "and", "instead", "only"}
_MEANT = Regex(
    r"\b(?:no|sorry|oops|wait|actually|mean|meant|wanted|mistake|bad|not (?:both|all)|said)\b",
    re.IGNORECASE,
)
_CLIPS = Regex(r"\b(?:both|clips|videos|every|each|all)\b", re.IGNORECASE)


def more_of_it(
    message: str, before: Sequence[Part], now: Draft, names: tuple[str, ...]
) -> Found | None:
    """What is to be done beside what was done before."""
    return (
        once_again(message, before, now, names)
        or right_beside(message, before, now, names)
        or more_or_less(message, before, now)
        or more_beside(message, before, now, names)
    )


def only_those(
    message: str, before: Sequence[Part], draft: Draft, names: tuple[str, ...]
) -> list[Part] | None:
    """The parts of the message before with only some of the things that it names."""
    found = _ONLY.fullmatch(message)
    named = [i for i, one in enumerate(before) if isinstance(one.value, Thing)]
    if found is None or not named:
        return None
    between = before[named[0] : named[-1] + 1]
    around = kinds([*before[: named[0]], *before[named[-1] + 1 : -1]])
    if kinds(between) - {"thing", "and", "comma", "every", "both"} or around & {
        "comma",
        "and",
        "stop",
    }:
        return None
    things = [one.value for one in between if isinstance(one.value, Thing)]
    roles = {one.role for one in things}
    noun = roles.pop() if len(roles) == 1 else ""
    words = found["one"] or found["two"] or found["three"]
    plain = _ONE.sub(rf"\g<which> {_NOUNS.get(noun, noun)}", words) if noun else words
    told = parts_of(plain, draft, names)
    there = {(one.kind, one.value) for one in before}
    said = [
        one
        for one in told or ()
        if one.kind not in _SAYS_NOTHING
        and (one.kind == "thing" or (one.kind, one.value) not in there)
    ]
    if not said or not told or not all(isinstance(one.value, Thing) for one in said):
        return None
    if not _are_some(said, between, draft):
        return None
    if kinds(before) & {"remove", "cut", "gone"} and not _MEANT.search(message):
        return None  # only that goes, or only that stays?
    joined = [each for one in said for each in (Part("and", None, "and"), one)][1:]
    return [*before[: named[0]], *joined, *before[named[-1] + 1 :]]


def _are_some(said: Sequence[Part], named: Sequence[Part], draft: Draft) -> bool:
    """Whether things are some of those that were named, and not all of them."""
    some, every = (
        [one.value for one in side if isinstance(one.value, Thing)] for side in (said, named)
    )
    if any(one.role == "clip" for one in some):
        whole = len(every) == 1 and every[0].role == "video" and _CLIPS.search(named[0].words)
        return bool(whole) and len(some) == 1 and len(draft.there.clips) > 1
    of_all = {i for one in every for i in one.which}
    of_some = {i for one in some for i in one.which}
    if not all(one.which and (len(one.which) == 1 or one.many) for one in some):
        return False
    return of_some < of_all


_ONCE_AGAIN = Regex(
    r"\W*(?:(?:and|now|then|please|ok|okay) )*(?:(?:do |add |make )?(?:the |exactly the )?same"
    r"(?: thing| kind of (?:title|caption))?(?: again)?"
    r"|(?:and )?once more|again|another(?: one)?|one more)(?:,? please)?,?:? "
    r"(?:but )?(?:for |with |saying |that says |called |using )?(?=.*['\"“‘])(?P<rest>.+)",
    re.IGNORECASE,
)
_ADDED = {"text", *TIMES, "bare at", "color", "place", "points"}


def once_again(
    message: str, before: Sequence[Part], now: Draft, names: tuple[str, ...]
) -> Found | None:
    """The same once more with another text, at another time."""
    found = _ONCE_AGAIN.fullmatch(message)
    told = parts_of(found["rest"], now, names) if found else None
    said = [
        one for one in told or () if one.kind not in ("to", "with", "stop", "comma", "add", "make")
    ]
    if not said or kinds(before[:-1]) & {"comma", "and", "stop"}:
        return None
    own = [one.kind for one in said]
    if own.count("text") != 1 or not {*own} <= _ADDED or len({*own}) < len(own):
        return None
    when = {one.kind for one in before if one.kind in (*TIMES, "bare at")}
    if not when or {*own} & {*TIMES, "bare at"} != when:
        return None
    if [one.kind for one in before].count("text") != 1 or not {*own} <= kinds(before):
        return None
    fresh = {one.kind: one for one in said}
    merged = [fresh.get(one.kind, one) for one in before]
    clauses = told_by(merged, now)
    operations = [each for one in clauses for each in one.operations]
    return operations if all(isinstance(one, op.AddLayer) for one in operations) else None


_BESIDE = Regex(
    r"\W*(?:(?:and|also|plus|now|oh|then|please) )+(?:the )?(?:(?P<next>next )?(?P<long>[a-z0-9. -]{1,20}?)"
    r"(?: ?(?:seconds?|secs?|s))?(?: (?:right |directly |just )?(?P<side>after|before)"
    r"(?: (?:that|it|them|this))?)?)"
    r"(?:,? (?:too|as well|also|please))*[ .!]*",
    re.IGNORECASE,
)
_AT_ONCE = {
    "cut", "remove", "range", "stop", "to", "make", "change", "mute", "lookname", "color", "reverse",
}  # fmt: skip


def right_beside(
    message: str, before: Sequence[Part], now: Draft, names: tuple[str, ...]
) -> Found | None:
    """What was done to a stretch, to the seconds right behind it as well, or before it."""
    found = _BESIDE.fullmatch(message)
    spans = [i for i, one in enumerate(before) if one.kind == "range"]
    if found is None or len(spans) != 1 or not kinds(before) <= _AT_ONCE:
        return None
    if not (found["next"] or found["side"]) or (found["next"] and found["side"]):
        return None
    told = parts_of(f"for {found['long']} seconds", now, names)
    was = before[spans[0]].value
    if not told or [one.kind for one in told] != ["long"] or not isinstance(was, Range):
        return None
    if was.end is None or was.start < 0:
        return None
    long = int(str(told[0].value))
    cut = bool(kinds(before) & {"cut", "remove"})
    if (found["side"] or "after").lower() == "after":
        start = was.start if cut else was.end
        span = Range(start, start + long)
    else:
        span = Range(was.start - long, was.start)
    if not 0 <= span.start < (span.end or 0) <= round(1_000 * now.there.seconds):
        return None
    merged = [*before]
    merged[spans[0]] = Part("range", span, message)
    operations = [each for one in told_by(merged, now) for each in one.operations]
    kept = op.Cut if cut else op.Level | op.Picture | op.Reverse
    return operations if operations and all(isinstance(one, kept) for one in operations) else None


_MORE_OR_LESS = Regex(
    rf"{_LEAD}(?:make (?:it|that) |can you (?:make (?:it|that) )?|go |maybe |still )*"
    r"(?P<bit>(?:just )?a (?:little|tiny|wee)? ?(?:bit|little|touch|tad|smidge|notch) |slightly |somewhat "
    r"|a little )?(?P<way>less|more)(?: (?:than that|loud|strong|of that))?\??"
    rf"{_TAIL}",
    re.IGNORECASE,
)
_WAYS = {
    "faster": {"faster"}, "slower": {"slower"}, "louder": {"louder", "raise"},
    "quieter": {"quieter", "lessen"}, "bigger": {"bigger"}, "smaller": {"smaller"},
}  # fmt: skip
_PAIRS = (("louder", "quieter"), ("bigger", "smaller"), ("faster", "slower"))


def more_or_less(message: str, before: Sequence[Part], now: Draft) -> Found | None:
    """A bit less, or more, of what was told: how loud, how big, how fast."""
    found = _MORE_OR_LESS.fullmatch(message)
    if found is None or kinds(before[:-1]) & {
        "comma",
        "and",
        "stop",
        "rest",
        "except",
        "by",
        "half",
    }:
        return None
    way = _way(before, more=found["way"].lower() == "more")
    if not way:
        return None
    step = STEPS[way][bool(found["bit"])]
    if way in ("faster", "slower"):
        if any(isinstance(one.value, Thing) and one.value.role != "video" for one in before):
            return None
        if kinds(before) & TIMES or len({*now.there.speeds}) != 1:
            return None
        return [op.Speed(Fraction(step).limit_denominator(100))]
    thing = _the_one(before, now)
    if thing is None:
        return None
    heard = way in ("louder", "quieter")
    if thing.role == "own" and heard and not kinds(before) & TIMES:
        return [op.Level(by=step)]
    seen = ("title", "caption", "lower-third", "overlay")
    if not thing.which or thing.role not in (("music", "voiceover", "sound") if heard else seen):
        return None
    role, number = now.number(thing.which[0])
    target = op.Target((role,), which=number)
    return [op.Change(target, louder=step) if heard else op.Change(target, bigger=step)]


def _way(before: Sequence[Part], *, more: bool) -> str:
    """Which way more of it is, or less; empty where that is not certain."""
    told = kinds(before)
    ways = [way for way, words in _WAYS.items() if told & words]
    if len(ways) > 1 or {"mute", "remove", "cut"} & told:
        return ""
    if ways and more:
        return ways[0]
    if ways:
        pair = next(one for one in _PAIRS if ways[0] in one)
        return pair[1] if ways[0] == pair[0] else ""
    values = [(kind, at) for kind, at in (("level", 0), ("amount", 0), ("scale", 1), ("points", 1))
        if kind in told]  # fmt: skip
    factors = [one.value for one in before if one.kind == "factor"]
    if len(values) + len(factors) != 1 or told & {"lookname", "opaque", "zoom", "zoom in"}:
        return ""
    if factors:
        fast = isinstance(factors[0], Fraction) and factors[0] > 1
        return _PAIRS[2][not more] if fast else ""
    return _PAIRS[values[0][1]][not more]


def _the_one(before: Sequence[Part], now: Draft) -> Thing | None:
    """The one layer of which the message before told, or which it added."""
    things = [one.value for one in before if isinstance(one.value, Thing)]
    if len(things) == 1 and (len(things[0].which) == 1 or things[0].role == "own"):
        return things[0]
    music = now.of("music")
    new = kinds(before) & {"file", "style", "text"} and (not things or things[0].role == "music")
    heard = any(
        str(one.value).endswith((".mp3", ".wav", ".m4a")) or one.kind == "style" for one in before
    )
    if new and len(music) == 1 and len(things) < 2 and (heard or things):
        return Thing("music", (music[0],))
    return None
