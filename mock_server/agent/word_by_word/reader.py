"""A message clause by clause, each by its parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mock_server.agent import operations as op
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.placeholders import HAN, Values, marked_words
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.word_by_word.chinese import CHINESE
from mock_server.agent.word_by_word.english import ENGLISH
from mock_server.agent.word_by_word.orders import Unknown, orders_of
from mock_server.agent.word_by_word.parts import Lexicon, Part, Thing, kinds
from mock_server.agent.word_by_word.things import LAYERS, Draft, named_things
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.otherwise import LONGEST, with_files

_QUESTION = re.compile(r"[?？]|吗|呢[。!！]?\Z")
_VERBS = {
    "remove", "cut", "only", "keep", "mute", "unmute", "add", "make", "change", "move", "fade", "faster",
    "slower", "louder", "quieter", "bigger", "smaller", "freeze", "reverse", "rotate", "denoise",
    "stabilize", "normalize", "replace", "undo", "up", "down", "instead",
    "from black", "to black", "insert",
    "gone", "raise", "lessen", "all but", "not", "start", "end", "skip", "swap", "zoom in", "blur it", "ducks",
    "grow", "shrink",
}  # fmt: skip
_VALUED = {
    "bigger", "smaller", "louder", "quieter", "faster", "slower", "up", "down", "mute", "raise", "lessen", "grow", "shrink"
}
_FADES = {"fadein", "fadeout"}
_SAID = _FADES | {"level", "amount", "color", "place", "lookname", "factor", "points", "scale", "opaque"}
_TIMES = {"range", "from", "until", "at", "atstart", "atend", "whole", "totime"}
_MOVES = op.Arrange | op.Cut | op.Keep | op.Insert | op.Append | op.Speed | op.Freeze | op.RemoveClip
_OF_VIDEO = op.Level | op.Picture | op.Speed | op.Reverse | op.FadeVideo | op.Rotate
_MEANS_VIDEO = {
    "denoise", "less noise", "stabilize", "steadiness", "normalize", "evenness", "ratio", "degrees", "cut",
    "from black", "to black",
}  # fmt: skip


@dataclass
class Told:
    """A clause: its parts, and what it asks for."""

    parts: list[Part]
    operations: list[op.Operation]
    leans: bool = False  # the verb is that of the clause before
    instead: bool = False  # it holds the clause before as well

    @property
    def kinds(self) -> set[str]:
        return kinds(self.parts)

    @property
    def things(self) -> list[Thing]:
        return [one.value for one in self.parts if isinstance(one.value, Thing)]

    @property
    def stays(self) -> bool:
        return not self.operations


def read_word_by_word(
    message: str, names: tuple[str, ...], there: There, *, follows: bool
) -> Reading | None:
    """The reading of a message; None where a word of it is not known, or an order is not certain.

    `names` are those of the uploads; `follows` tells whether there is a message before.
    """
    if len(message) > LONGEST or _QUESTION.search(message):
        return None
    values = Values()
    text = tidied(with_files(take_quotes(whole_characters(message), values), values, names))
    draft = Draft(there, follows)
    parts = lexicon(text).parts(text)
    found = named_things(parts, values.items, draft) if parts else None
    if not found:
        return None
    timed = kinds(found) & (_TIMES | {"long"})
    if "then" in kinds(found) and timed:
        return None  # in that order, or at that time?
    found = [one for one in found if one.kind != "then"]
    if any(_side_by_side(one) for one in _pieces(found)):
        return None
    told = list(_clauses(found, draft))
    if any(one is None for one in told):
        return None
    clauses = [one for one in told if one is not None]
    if not any(one.operations for one in clauses) or _is_unclear(clauses, draft):
        return None
    understood = [
        Understood(operation, marked_words(" ".join(part.words.strip() for part in one.parts), values))
        for one in clauses
        for operation in one.operations
    ]
    return Reading("zh" if HAN.search(message) else "en", understood, [])


def lexicon(text: str) -> Lexicon:
    """That of the language of a text."""
    return CHINESE if HAN.search(text) else ENGLISH


def tidied(text: str) -> str:
    """The text without the spaces that Chinese does not need."""
    return re.sub(r"(?<=[\u4e00-\u9fff]) +| +(?=[\u4e00-\u9fff])", "", text)


def _side_by_side(piece: Sequence[Part]) -> bool:
    """Whether two things stand side by side: "the title music"."""
    return any(one.kind == other.kind == "thing" for one, other in zip(piece, piece[1:], strict=False))


def _clauses(parts: Sequence[Part], draft: Draft) -> Iterator[Told | None]:
    """Each clause with its operations; None where one is not known."""
    pieces = _pieces(parts)
    if any((one.kind, other.kind) == ("and", "comma") for one, other in zip(parts, parts[1:], strict=False)):
        pieces, i = [], 0  # "and, for the first 10 s, …"
        yield None
    i = 0
    last: Told | None = None
    while i < len(pieces):
        found = None
        for j in range(len(pieces), i, -1):
            if not _is_one(pieces[i:j]):
                continue
            joined = [one for piece in pieces[i:j] for one in piece]
            found = _read_behind(last, joined, draft)
            if found is not None:
                break
        if found is None:
            yield None
            return
        i, before, last = j, last, found
        if before is not None and not last.instead:
            yield before
    yield last


def _is_one(pieces: Sequence[Sequence[Part]]) -> bool:
    """Whether pieces may be one clause: only the first has a verb, and what it has to say comes last."""
    if len(pieces) > 1 and all({one.kind for one in each} == {"thing"} for each in pieces[:-1]):
        return pieces[-1][0].kind == "thing"  # "the logo and the title are removed"
    if len(pieces) > 1 and kinds(pieces[0]) & {"not"}:
        return False
    if any(kinds(one) & _VERBS for one in pieces[1:]):
        return False
    if any(kinds(one) & _TIMES and len(kinds(one)) > 1 for one in pieces[1:]):
        return False
    with_things = [i for i, one in enumerate(pieces) if kinds(one) & {"thing", "text", "file", "style"}]
    if not with_things or with_things[-1] == 0:
        return True
    return all(_only_names(one) for one in pieces[: with_things[-1]])


def _only_names(piece: Sequence[Part]) -> bool:
    """Whether a piece has a verb and things, and says no more: "make the title" of "make the title and
    the caption red"."""
    said = [one.kind for one in piece if one.kind != "to"]
    return {*said} <= _VERBS | {"thing"} and said[-1:] == ["thing"]


def _read_behind(last: Told | None, parts: list[Part], draft: Draft) -> Told | None:
    """A clause behind another, of which it has the verb or the thing where it has none of its own."""
    own = kinds(parts)
    if last is None and "it" in own and not draft.follows:
        return _of_it(parts, draft)
    if last is not None and "it" in own and any(isinstance(one, op.AddLayer) for one in last.operations):
        both = _read([*last.parts, *(one for one in parts if one.kind not in ("it", "make", "add"))], draft)
        if both is not None and len(both.operations) == len(last.operations):
            both.instead = True
            return both
        return None
    if last is not None and "it" in own:
        things = [one for one in last.parts if one.kind == "thing"]
        parts = [*(one for one in parts if one.kind != "it"), *things]
        return _read(parts, draft) if things else None
    if last is None or own & _VERBS:
        return _read(parts, draft)
    verbs = [one for one in last.parts if one.kind in _VERBS | (_FADES if not own & _FADES else set())]
    if any(isinstance(one, op.AddLayer) for one in last.operations) and own & _FADES and "thing" not in own:
        return None
    if own - {"thing", "to", "text", "file", "style"}:
        verbs = [one for one in verbs if one.kind not in _VALUED or own & {"by", "level", "amount"}]
    if own & {"text"} and "thing" not in own and any(isinstance(one, op.AddLayer) for one in last.operations):
        nouns = [one for one in last.parts if one.kind == "thing"]
        return _read([*verbs, *nouns, *parts], draft, leans=True)
    if "thing" in own or own & {"text", "file", "style"}:
        if last.kinds & {"cut", "remove", "all but"}:
            if own & _SAID and (found := _read(parts, draft)) is not None:
                return found
            if last.kinds & _TIMES:
                return None
        return _read([*verbs, *parts], draft, leans=bool(verbs))
    kept = [one for one in last.parts if one.kind not in own]
    if own & _FADES:
        kept = [one for one in kept if one.kind == "thing"]
    return _read([*kept, *parts], draft) or (None if verbs else _read(parts, draft))


def _of_it(parts: list[Part], draft: Draft) -> Told | None:
    """What the first clause says of "it", which is the video where only that can be meant."""
    video = [*(one for one in parts if one.kind != "it"), Part("thing", Thing("video"), "it")]
    found = _read(video, draft)
    if found is None:
        return None
    if any(isinstance(one, op.Level) for one in found.operations) and "mute" not in kinds(parts):
        return None
    certain = not draft.there.roles or all(isinstance(one, op.Picture | op.Speed | op.Reverse | op.Canvas | op.Rotate) for one in found.operations)
    return found if certain else None


def _read(parts: list[Part], draft: Draft, *, leans: bool = False) -> Told | None:
    try:
        return Told(parts, orders_of(parts, draft), leans)
    except Unknown:
        return None


def _is_unclear(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether what the clauses say is not certain beside each other."""
    return (
        _leans_on_another(clauses, draft)
        or _times_after_a_cut(clauses)
        or _leaves_open_of_what(clauses, draft)
        or _says_it_twice(clauses)
        or _changes_what_stays(clauses)
        or _shares_a_time(clauses)
    )


def _leans_on_another(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether a message that follows another may be about what that was about."""
    bare = [
        one
        for one in clauses
        if any(isinstance(each, op.Cut | op.Keep) for each in one.operations)
        and not one.things
        and "cut" not in one.kinds
    ]
    on_main = all(isinstance(each, op.Cut | op.Keep) for one in clauses for each in one.operations)
    if bare and (draft.follows or not on_main):
        return True  # the last 5 seconds of what?
    if not draft.follows:
        return False
    if any(one.kinds & {"also", "only"} for one in clauses):
        return True
    for one in clauses:
        if any(isinstance(each, _OF_VIDEO) for each in one.operations) and not one.things:
            return True
        on_main = any(isinstance(each, op.Cut | op.Keep) for each in one.operations)
        if on_main and not one.things and len(draft.there.clips) > 1:
            return True
    return False


def _times_after_a_cut(clauses: Sequence[Told]) -> bool:
    """Whether times are told behind what moves them: are they of the video as it was?"""
    moved = False
    for one in clauses:
        if moved and (one.kinds & {"range", "from", "until", "at"} or any(t.role == "clip" and not one.stays for t in one.things)):
            return True
        if moved and any(isinstance(each, op.HeardCaptions) for each in one.operations):
            return True
        moved |= any(isinstance(each, _MOVES) for each in one.operations)
        moved |= bool(one.kinds & {"range", "from", "until"} and any(isinstance(each, _OF_VIDEO) for each in one.operations) and any(t.role == "clip" for c in clauses for t in c.things))
    return any(isinstance(each, op.Speed) for one in clauses for each in one.operations) and any(
        isinstance(each, op.Keep) for one in clauses for each in one.operations
    )


def _leaves_open_of_what(clauses: Sequence[Told], draft: Draft) -> bool:
    """Whether a clause may be about what stands beside it: "insert b.mp4 at 20 s, muted"."""
    for i, one in enumerate(clauses):
        fades = any(isinstance(each, op.FadeVideo) for each in one.operations)
        implied = not one.things and not one.kinds & (_MEANS_VIDEO if fades else _TIMES | _MEANS_VIDEO)
        if not (implied and any(isinstance(each, _OF_VIDEO) for each in one.operations)):
            continue
        if not one.kinds & _VERBS and (draft.there.last or draft.there.roles) and len(clauses) == 1:
            return True
        others = [*clauses[:i], *clauses[i + 1 :]]
        if any(_is_of_a_part(other) or ("change" in one.kinds and other.kinds & _TIMES) for other in others):
            return True
    songs = [i for i, one in enumerate(clauses) if any(isinstance(e, op.AddLayer) for e in one.operations)]
    if any(
        songs[0] < i and not one.things and any(isinstance(e, op.Level) for e in one.operations)
        for i, one in enumerate(clauses)
        if songs
    ):
        return True
    off = [one for one in clauses if one.kinds & {"remove"} and one.kinds & {"less noise", "steadiness", "evenness", "transition", "fadein", "fadeout", "look", "lookname"}]
    if off and any(one.kinds & {"denoise", "stabilize", "normalize", "reverse"} for one in clauses):
        return True
    return any(
        isinstance(each, op.Insert | op.Append) and other.kinds & _MEANS_VIDEO and not other.things
        for one, other in zip(clauses, clauses[1:], strict=False)
        for each in one.operations
    )


def _is_of_a_part(one: Told) -> bool:
    clips = any(isinstance(each, op.Insert | op.Append | op.Freeze) for each in one.operations)
    layers = any(thing.role != "video" for thing in one.things)
    adds = any(isinstance(each, op.AddLayer) for each in one.operations)
    return clips or layers or adds or bool(one.kinds & _TIMES and not one.kinds & {"cut", "remove"})


def _says_it_twice(clauses: Sequence[Told]) -> bool:
    """Whether one thing is told twice of the same: "to 20 % and to 80 %"."""
    seen: set[object] = set()
    for one in clauses:
        for key in {key for each in one.operations for key in _told(each)}:
            if key in seen:
                return True
            seen.add(key)
    return False


def _told(operation: op.Operation) -> Iterator[object]:
    match operation:
        case op.Change():
            more = ("range", "at", "length", "louder", "bigger", "shift", "end", "stretch")
            for key in (*operation.values, *(one for one in more if getattr(operation, one))):
                same = {"range": "time", "at": "time", "end": "time", "shift": "time", "louder": "vol"}
                yield operation.target, same.get(key, key)
        case op.AddLayer():
            yield str(operation.values.get("text") or operation.values.get("src") or operation.values.get("name"))
        case op.Picture():
            for key in operation.values:
                yield key, operation.range
        case op.Level():
            yield from (("vol", one) for one in operation.ranges)
        case op.Speed() | op.Rotate():
            yield type(operation), operation.range
        case op.FadeVideo():
            yield from (("fade", way) for way in ("fade_in", "fade_out") if getattr(operation, way) is not None)
        case op.Canvas() | op.Transition():
            yield type(operation)


def _changes_what_stays(clauses: Sequence[Told]) -> bool:
    """Whether what is to stay as it is would change with the rest."""
    others = [one for one in clauses if not one.stays]
    return any(_is_against(one, other) for one in clauses if one.stays for other in others)


_SAME = {"level": "volume", "amount": "volume", "by": "volume", "half": "volume", "louder": "volume",
    "quieter": "volume", "raise": "volume", "lessen": "volume", "mute": "volume", "scale": "size",
    "points": "size", "bigger": "size", "smaller": "size", "factor": "speed", "faster": "speed",
    "slower": "speed", "lookname": "look", "to black": "fade", "from black": "fade", "fadein": "fade",
    "fadeout": "fade"}  # fmt: skip


def _is_against(stays: Told, other: Told) -> bool:
    """Whether an order changes what another clause says stays, or does what that says is not to be done."""
    own = stays.kinds
    if "rest" in own:
        return False
    said = {_SAME.get(one, one) for one in own - {"not", "keep", "make", "change", "thing", "to", "it", "with", "only"}}
    done = {_SAME.get(one, one) for one in other.kinds}
    if {"fadein", "fadeout"} & own and {"fadein", "fadeout"} & other.kinds and not own & other.kinds & _FADES:
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


def _things_of(one: Told) -> list[Thing]:
    on_main = any(isinstance(each, _OF_VIDEO) for each in one.operations)
    return one.things or ([Thing("video")] if on_main else [])


def _is_same(one: Thing, other: Thing) -> bool:
    main = ("video", "own", "clip")
    if one.role in main and other.role in main:
        return one.role != "clip" or other.role != "clip" or one.which == other.which
    return bool({*one.which} & {*other.which}) if one.which or other.which else one.role == other.role


def _shares_a_time(clauses: Sequence[Told]) -> bool:
    """Whether one time may be that of two things: "from 5 to 10 the title 'A' and logo.png"."""
    amounts = any(one.kinds & {"by", "amount"} for one in clauses)
    if amounts and any("also" in one.kinds and not one.kinds & {"by", "amount", "level"} for one in clauses):
        return True  # as much as the other?
    for one, other in zip(clauses, clauses[1:], strict=False):
        adds = any(isinstance(each, op.AddLayer) for each in other.operations)
        if adds and any(thing.role == "clip" for thing in one.things) and not other.kinds & _TIMES:
            return True
    values = {"level", "by", "amount", "long"}
    for one, other in zip(clauses, clauses[1:], strict=False):
        if other.leans and any(other.kinds & some and not one.kinds & some for some in (_TIMES, values)):
            return True
    if clauses[0].parts[0].kind in _TIMES and not all(one.kinds & _TIMES for one in clauses):
        return True
    adding = [one for one in clauses if any(isinstance(each, op.AddLayer) for each in one.operations)]
    songs = [each for one in adding for each in one.operations if isinstance(each, op.AddLayer)]
    removed = any(isinstance(e, op.Remove) and e.target.roles == ("music",) for one in clauses for e in one.operations)
    if sum(one.role == "music" for one in songs) + removed > 1:
        return True
    if len(adding) < 2:
        return False
    timed = [bool(one.kinds & _TIMES) for one in adding]
    return any(timed) and not all(timed)


def _pieces(parts: Sequence[Part]) -> list[list[Part]]:
    found: list[list[Part]] = [[]]
    for one in parts:
        if one.kind in ("comma", "and", "stop"):
            found.append([])
        else:
            found[-1].append(one)
    return [one for one in found if one]
