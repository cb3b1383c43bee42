"""Whether what the clauses of a message say is certain beside each other."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.before_a_cut import is_earlier
from mock_server.agent.word_by_word.parts import Thing
from mock_server.agent.word_by_word.things import LAYERS, Draft
from mock_server.agent.word_by_word.told import (
    FADES,
    OF_VIDEO,
    TIMES,
    VERBS,
    Told,
    is_heard,
    only_its_own,
)

_MOVES = (
    op.Arrange | op.Cut | op.Keep | op.Insert | op.Append | op.Speed | op.Freeze | op.RemoveClip
)
_MEANS_VIDEO = {
    "denoise", "less noise", "stabilize", "steadiness", "normalize", "evenness", "ratio", "degrees", "cut",
    "from black", "to black",
}  # fmt: skip


_CUTS = Regex(r"cut|trim|chop|snip|off the (?:start|beginning|front|end)", re.IGNORECASE)
_OF_ONE = Regex(r"\bthe (?:former|latter)\b", re.IGNORECASE)
_TURNED_OFF = {
    "less noise", "steadiness", "evenness", "transition", "fadein", "fadeout", "look", "lookname",
}  # fmt: skip
_BY_NAME = {
    "denoise", "less noise", "stabilize", "steadiness", "normalize", "evenness", "reverse"
}  # fmt: skip


def is_unclear(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether what the clauses say is not certain beside each other."""
    return (
        _leans_on_another(clauses, draft)
        or _times_after_a_cut(clauses, draft)
        or _leaves_open_of_what(clauses, draft)
        or _says_it_twice(clauses)
        or _changes_what_stays(clauses)
        or _moves_what_stays(clauses, draft)
        or _keeps_beside(clauses)
        or _may_be_once_more(clauses)
        or _shares_a_time(clauses)
        or _overlaps(clauses, draft)
        or _may_be_of_what_is_added(clauses)
    )


def _leans_on_another(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether a message that follows another may be about what that was about."""
    bare = [
        one
        for one in clauses
        if any(isinstance(each, op.Cut | op.Keep) for each in one.operations)
        and not one.things
        and "cut" not in one.kinds
        and not ("so long more" in one.kinds and _CUTS.search(draft.there.last))
    ]
    on_main = all(isinstance(each, op.Cut | op.Keep) for one in clauses for each in one.operations)
    if bare and (draft.follows or not on_main):
        return True  # the last 5 seconds of what?
    if not draft.follows:
        return False
    if any(one.kinds & {"also", "only"} for one in clauses):
        return True
    for one in clauses:
        if any(isinstance(each, OF_VIDEO) for each in one.operations) and not one.things:
            return True
        on_main = any(isinstance(each, op.Cut | op.Keep) for each in one.operations)
        if on_main and not one.things and len(draft.there.clips) > 1:
            return True
    return False


def _times_after_a_cut(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether times are told behind what moves them: are they of the video as it was?"""
    moved = False
    for i, one in enumerate(clauses):
        if moved and is_earlier(one, clauses[:i], draft):
            continue
        if moved and (
            one.kinds & {"range", "from", "until", "at"}
            or any(t.role == "clip" and not one.stays for t in one.things)
        ):
            return True
        if moved and any(isinstance(each, op.HeardCaptions) for each in one.operations):
            return True
        split = any(isinstance(each, op.Split) for each in one.operations)
        if split and any(t.role == "clip" for c in clauses for t in c.things):
            return True
        moved |= any(isinstance(each, _MOVES) for each in one.operations)
        moved |= bool(
            one.kinds & {"range", "from", "until"}
            and any(isinstance(each, OF_VIDEO) for each in one.operations)
            and any(t.role == "clip" for c in clauses for t in c.things)
        )
    return any(isinstance(each, op.Speed) for one in clauses for each in one.operations) and any(
        isinstance(each, op.Keep) for one in clauses for each in one.operations
    )


def _leaves_open_of_what(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether a clause may be about what stands beside it: "insert b.mp4 at 20 s, muted"."""
    for i, one in enumerate(clauses):
        fades = any(isinstance(each, op.FadeVideo) for each in one.operations)
        implied = not one.things and not one.kinds & (
            _MEANS_VIDEO if fades else TIMES | _MEANS_VIDEO
        )
        if not (implied and any(isinstance(each, OF_VIDEO) for each in one.operations)):
            continue
        if not one.kinds & VERBS and (draft.there.last or draft.there.roles) and len(clauses) == 1:
            return True
        others = [*clauses[:i], *clauses[i + 1 :]]
        if any(
            _is_of_a_part(other) or ("change" in one.kinds and other.kinds & TIMES)
            for other in others
        ):
            return True
    songs = [
        i
        for i, one in enumerate(clauses)
        if any(isinstance(e, op.AddLayer) for e in one.operations)
    ]
    if any(
        songs[0] < i and not one.things and any(isinstance(e, op.Level) for e in one.operations)
        for i, one in enumerate(clauses)
        if songs
    ):
        return True
    if any(one.kinds <= _BY_NAME for one in clauses) and any(
        "remove" in one.kinds and one.kinds & _BY_NAME for one in clauses
    ):
        return True  # "noise reduction and stabilization off"
    off = [one for one in clauses if one.kinds & {"remove"} and one.kinds & _TURNED_OFF]
    if off and any(one.kinds & {"denoise", "stabilize", "normalize", "reverse"} for one in clauses):
        return True
    return any(
        isinstance(each, op.Insert | op.Append)
        and (
            (other.kinds & _MEANS_VIDEO and not other.things)
            or ("remove" in other.kinds and {one.role for one in other.things} == {"own"})
        )
        for one, other in pairwise(clauses)
        for each in one.operations
    )


def _is_of_a_part(one: Told) -> bool:
    clips = any(isinstance(each, op.Insert | op.Append | op.Freeze) for each in one.operations)
    layers = any(thing.role != "video" for thing in one.things)
    adds = any(isinstance(each, op.AddLayer) for each in one.operations)
    return clips or layers or adds or bool(one.kinds & TIMES and not one.kinds & {"cut", "remove"})


def _says_it_twice(clauses: Sequence[Told]) -> bool:
    """Whether one thing is told twice of the same: "to 20 % and to 80 %"."""
    seen: set[object] = set()
    for one in clauses:
        for key in {key for each in one.operations for key in _told(each)}:
            if key in seen:
                return True
            seen.add(key)
    pairs = [one for one in seen if isinstance(one, tuple)]
    return any(
        one == (key, op.WHOLE) and other[0] == key
        for one in pairs
        for other in pairs
        if one != other
        for key in one[:1]
    )


def _told(operation: op.Operation) -> Iterator[object]:
    match operation:
        case op.Change():
            more = ("range", "at", "length", "louder", "bigger", "shift", "end", "stretch")
            for key in (*operation.values, *(one for one in more if getattr(operation, one))):
                same = {
                    "range": "time",
                    "at": "time",
                    "end": "time",
                    "shift": "time",
                    "louder": "vol",
                }
                yield operation.target, same.get(key, key)
        case op.AddLayer(role="sound"):
            yield str(operation.values.get("name")), operation.at, operation.range
        case op.AddLayer():
            named = (operation.values.get(key) for key in ("text", "src", "name"))
            yield f"{next(filter(None, named), '')} {operation.range} {operation.at}"
        case op.Picture():
            for key in operation.values:
                yield key, operation.range
        case op.Level():
            yield from (("vol", one) for one in operation.ranges)
        case op.Speed() | op.Rotate():
            yield type(operation), operation.range
        case op.FadeVideo():
            yield from (
                ("fade", way)
                for way in ("fade_in", "fade_out")
                if getattr(operation, way) is not None
            )
        case op.Canvas() | op.Transition():
            yield type(operation)


def _changes_what_stays(clauses: Sequence[Told]) -> bool:
    """Whether what is to stay as it is would change with the rest."""
    others = [one for one in clauses if not one.stays]
    return any(_is_against(one, other) for one in clauses if one.stays for other in others)


_SAME = {"level": "volume", "amount": "volume", "by": "volume", "half": "volume", "louder": "volume",
    "quieter": "volume", "raise": "volume", "lessen": "volume", "mute": "volume", "scale": "size",
    "points": "size", "bigger": "size", "smaller": "size", "factor": "speed", "faster": "speed",
    "slower": "speed", "lookname": "look", "longer": "length", "shift": "start time", "to black": "fade",
    "from black": "fade", "fadein": "fade", "fadeout": "fade"}  # fmt: skip


def _is_against(stays: Told, other: Told) -> bool:
    """Whether an order changes what another clause says stays, or does what that says is not to be done."""
    own = stays.kinds
    if "rest" in own:
        return False
    said = {
        _SAME.get(one, one)
        for one in own - {"not", "keep", "make", "change", "thing", "to", "it", "with", "only"}
    }
    done = {_SAME.get(one, one) for one in other.kinds}
    if (
        {"fadein", "fadeout"} & own
        and {"fadein", "fadeout"} & other.kinds
        and not own & other.kinds & FADES
    ):
        said -= {"fade"}
    if not stays.things:
        moves = any(isinstance(each, _MOVES) for each in other.operations)
        return bool(said & done) or (moves and bool(said & {"speed", "look"}))
    main = any(thing.role in ("video", "own") for thing in stays.things)
    if main and any(isinstance(each, _MOVES) for each in other.operations):
        return True
    if not any(_is_same(one, two) for one in stays.things for two in _things_of(other)):
        return False
    return not said or bool(said & done)


def _keeps_beside(clauses: Sequence[Told]) -> bool:
    """Whether what is to be kept may only be what another order spares: "keep 0 to 10, mute the rest"."""
    keeps = any(
        "keep" in one.kinds and not one.kinds & {"only", "all but"} and not one.stays
        for one in clauses
    )
    return keeps and len(clauses) > 1


def _moves_what_stays(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether what is to stay may go, or be shown at another time, with a part of the video."""
    stay = [thing for one in clauses if one.stays for thing in one.things]
    kept = [i for thing in stay if thing.role in (*LAYERS, "text") for i in thing.which]
    if not kept:
        return False
    length = round(1_000 * draft.there.seconds)
    for each in (each for one in clauses for each in one.operations):
        if isinstance(each, op.Cut) and all(isinstance(one, Range) for one in each.ranges):
            gone = [one.on(length) for one in each.ranges if isinstance(one, Range)]
            spans = [draft.there.spans[i] for i in kept]
            if any(start * 1_000 < b and a < end * 1_000 for a, b in gone for start, end in spans):
                return True
        elif isinstance(each, _MOVES):
            return True
    forbids = any("not" in one.kinds for one in clauses if one.stays)
    return forbids and any(isinstance(each, op.Cut) for one in clauses for each in one.operations)


def _may_be_once_more(clauses: Sequence[Told]) -> bool:
    """Whether something may be wanted at another time, too: "the title also from 50 to 55"."""
    return any(
        "also" in one.kinds and one.kinds & TIMES and isinstance(each, op.Change)
        for one in clauses
        for each in one.operations
    ) or any(
        one.leans and "also" in one.kinds and isinstance(each, op.AddLayer)
        for one in clauses
        for each in one.operations
    )


def _things_of(one: Told) -> list[Thing]:
    on_main = any(
        isinstance(each, OF_VIDEO) or (isinstance(each, op.AddLayer) and each.role == "effect")
        for each in one.operations
    )
    return one.things or ([Thing("video")] if on_main else [])


def _is_same(one: Thing, other: Thing) -> bool:
    main = ("video", "own", "clip")
    if one.role in main and other.role in main:
        return one.role != "clip" or other.role != "clip" or one.which == other.which
    return (
        bool({*one.which} & {*other.which}) if one.which or other.which else one.role == other.role
    )


def _overlaps(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether stretches that are cut overlap, or the picture is cropped on all sides and on one."""
    length = round(1_000 * draft.there.seconds)
    cuts = [each for one in clauses for each in one.operations if isinstance(each, op.Cut)]
    spans = sorted(one.on(length) for each in cuts for one in each.ranges if isinstance(one, Range))
    if any(one[1] > other[0] for one, other in pairwise(spans)):
        return True
    keys = {
        key
        for one in clauses
        for each in one.operations
        if isinstance(each, op.Picture)
        for key, value in each.values.items()
        if value is not None
    }
    return "crop" in keys and any(one.startswith("crop_") for one in keys)


def _may_be_of_what_is_added(clauses: Sequence[Told]) -> bool:
    """Whether a clause behind what is added says how that is: "add a title, at the top, at size 56"."""
    added = False
    for one in clauses:
        changes = [each for each in one.operations if isinstance(each, op.Change)]
        if added and changes and not one.things:
            return True
        added |= any(isinstance(each, op.AddLayer) for each in one.operations)
    return False


def _shares_a_time(clauses: Sequence[Told]) -> bool:
    """Whether one time may be that of two things: "from 5 to 10 the title 'A' and logo.png"."""
    amounts = any(one.kinds & {"by", "amount"} for one in clauses)
    if amounts and any(
        "also" in one.kinds and not one.kinds & {"by", "amount", "level"} for one in clauses
    ):
        return True  # as much as the other?
    for one, other in pairwise(clauses):
        adds = any(isinstance(each, op.AddLayer) for each in other.operations)
        if adds and "with" in other.kinds and one.kinds & TIMES and not other.kinds & TIMES:
            return True
        if adds and any(thing.role == "clip" for thing in one.things) and not other.kinds & TIMES:
            return True
    fading = [one for one in clauses if one.kinds & FADES and not one.stays]
    if len({bool(one.kinds & {"long", "range"}) for one in fading}) > 1:
        return True  # as long as the other?
    if fading and any("gone" in one.kinds and "remove" not in one.kinds for one in clauses):
        return True  # "fade in the title and out the music"
    values = {"level", "by", "amount", "long"}
    for one, other in pairwise(clauses):
        if other.leans and any(
            other.kinds & some and not one.kinds & some for some in (TIMES, values)
        ):
            return True
    goes = all(isinstance(each, op.Cut | op.Keep) for each in clauses[0].operations)
    others = [one for one in clauses[1:] if not one.stays]
    told = clauses[0].parts[0].kind in TIMES and not (goes and clauses[0].operations)
    if told and not all(one.kinds & TIMES for one in others):
        return True
    adding = [
        one for one in clauses if any(isinstance(each, op.AddLayer) for each in one.operations)
    ]
    songs = [each for one in adding for each in one.operations if isinstance(each, op.AddLayer)]
    removed = any(
        isinstance(e, op.Remove) and e.target.roles == ("music",)
        for one in clauses
        for e in one.operations
    )
    if sum(one.role == "music" for one in songs) + removed > 1:
        return True
    if len(adding) < 2:
        return False
    roles = {
        each.role for one in adding for each in one.operations if isinstance(each, op.AddLayer)
    }
    if len(roles) > 1 and any(
        "text" in one.kinds and not one.things and not is_heard(one, "sound") for one in adding
    ):
        return True  # a title, or another of what the clause before adds?
    how = {one.kind for one in adding[-1].parts if not _OF_ONE.search(one.words)}
    seen = [one for one in adding[:-1] if not is_heard(one)]
    if seen and how & {"color", "place", "points"} - adding[0].kinds:
        return True  # that of all of them?
    timed = [bool(one.kinds & TIMES) for one in adding if not only_its_own(one)]
    return any(timed) and not all(timed)
