"""A message clause by clause, each by its parts."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values
from mock_server.agent.word_by_word.all_but_some import without_those_spared
from mock_server.agent.word_by_word.certainty import is_unclear
from mock_server.agent.word_by_word.chinese_around import by_those_around
from mock_server.agent.word_by_word.chinese_clauses import put_together
from mock_server.agent.word_by_word.chinese_it import layer_before
from mock_server.agent.word_by_word.meant import named_before
from mock_server.agent.word_by_word.message_parts import parts_in, plain_text
from mock_server.agent.word_by_word.order import Unknown
from mock_server.agent.word_by_word.orders import orders_of
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import Draft
from mock_server.agent.word_by_word.told import (
    FADES,
    OF_VIDEO,
    TIMES,
    VERBS,
    Told,
    moves_what_is_added,
)
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.otherwise import LONGEST

_QUESTION = Regex(r"[?？]|吗|呢[。!！]?\Z")
_VALUED = {
    "bigger", "smaller", "louder", "quieter", "faster", "slower", "up", "down", "mute", "raise",
    "lessen", "grow", "shrink",
}  # fmt: skip
_EDGES = {"off start", "off end"}
_AT_AN_EDGE = {"long", "so long more", "to", *_EDGES}
_COMPLETE = {"denoise", "stabilize", "normalize", "reverse"}  # say all that is to be done
_NEUTRAL = {"change", "make"}
_BY_ITSELF = {"lookname", "amount"}
_DENIED = {"cut", "remove", "not", "gone", "keep", "all but", "only", "undo", "replace", "unmute"}
_SAID = FADES | {
    "level", "amount", "color", "place", "lookname", "factor", "points", "scale", "opaque",
}  # fmt: skip


def read_word_by_word(
    message: str, names: tuple[str, ...], there: There, *, follows: bool
) -> Reading | None:
    """The reading of a message; None where a word of it is not known, or an order is not certain.

    `names` are those of the uploads; `follows` tells whether there is a message before.
    """
    if len(message) > LONGEST:
        return None
    draft = Draft(there, follows, names)
    values = Values()
    text = plain_text(message, values, names, draft)
    if _QUESTION.search(text):
        return None
    found = parts_in(text, values, draft)
    if not found:
        return None
    understood = [
        Understood(operation, " ".join(part.words.strip() for part in one.parts))
        for one in told_by(found, draft)
        for operation in one.operations
    ]
    return Reading("zh" if HAN.search(message) else "en", understood, []) if understood else None


def told_by(parts: Sequence[Part], draft: Draft) -> list[Told]:
    """The clauses that parts make; none where what one of them asks for is not certain."""
    if "then" in kinds(parts) and kinds(parts) & (TIMES | {"long"}):
        return []  # in that order, or at that time?
    parts = layer_before(parts, draft)
    if draft.follows and "shift" in kinds(parts) and not kinds(parts) & {"thing", "it"}:
        return []  # all of it, or its end?
    parts = named_before([one for one in parts if one.kind != "then"], draft)
    parts = _named_once(parts)
    if any(_side_by_side(one) for one in _pieces(parts)):
        return []
    parts = without_those_spared(_together(parts), draft)
    if any(HAN.search(one.words) for one in parts):
        parts = put_together(by_those_around(parts, draft) or []) or []
    told = list(_clauses(parts, draft)) if parts else []
    clauses = _named_by_file_first([one for one in told if one is not None])
    if not clauses or len(clauses) < len(told) or is_unclear(clauses, draft):
        return []
    if any(map(moves_what_is_added, clauses)):
        return []
    return clauses


def _named_by_file_first(clauses: list[Told]) -> list[Told]:
    """The clauses with another order of the clips last, where those behind it name theirs by the file."""
    if len(clauses) < 2 or not all(isinstance(one, op.Arrange) for one in clauses[0].operations):
        return clauses
    named = [
        "." in one.words
        for clause in clauses[1:]
        for one in clause.parts
        if isinstance(one.value, Thing) and one.value.role == "clip"
    ]
    return [*clauses[1:], clauses[0]] if named and all(named) and clauses[0].operations else clauses


def _named_once(parts: Sequence[Part]) -> list[Part]:
    """The parts without a noun behind the text or the file of what it names: "“再见”这个标题"."""
    found: list[Part] = []
    for one in parts:
        last = found[-1].value if found else None
        if isinstance(last, Thing) and isinstance(one.value, Thing) and len(last.which) == 1:
            same = {*last.which} <= {*one.value.which}
            if same and last.role not in ("clip", "video"):
                continue
        found.append(one)
    return found


def _side_by_side(piece: Sequence[Part]) -> bool:
    """Whether two things, or two stretches, stand side by side: "the title music", "the first half of the
    first half"."""
    told = [one for one in piece if one.kind != "of"]
    return any(one.kind == other.kind in ("thing", "range") for one, other in pairwise(told))


def _together(parts: Sequence[Part]) -> list[Part]:
    """The parts with two things, or two stretches that stand first, that "and" joins side by side: "the
    logo and the title are removed"."""
    around = [[each.kind for each in parts[max(i - 2, 0) : i + 2]] for i in range(len(parts))]
    return [
        one
        for i, one in enumerate(parts)
        if one.kind != "and"
        or not (
            around[i][-3:] == ["thing", "and", "thing"]
            or (
                not HAN.search(one.words)
                and around[i] in (["range", "and", "range"], ["stop", "range", "and", "range"])
            )
        )
    ]


def _clauses(parts: Sequence[Part], draft: Draft) -> Iterator[Told | None]:
    """Each clause with its operations; None where one is not known."""
    pieces = _pieces(parts)
    if any((one.kind, other.kind) == ("and", "comma") for one, other in pairwise(parts)):
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
    if len(pieces) > 1 and kinds(pieces[0]) & {"not"}:
        return False
    if kinds(pieces[0]) & TIMES and any(_says_only_when(one) for one in pieces[1:]):
        return False
    if any(kinds(one) & VERBS and not _says_only_when(one) for one in pieces[1:]):
        return False
    if any(
        kinds(one) & TIMES and len(kinds(one)) > 1 and not _says_only_when(one)
        for one in pieces[1:]
    ):
        return False
    with_things = [
        i for i, one in enumerate(pieces) if kinds(one) & {"thing", "text", "file", "style"}
    ]
    if not with_things or with_things[-1] == 0:
        return True
    return all(_only_names(one) for one in pieces[: with_things[-1]])


def _says_only_when(piece: Sequence[Part]) -> bool:
    """Whether a piece says when, and nothing else: "but only during the first ten seconds"."""
    return bool(kinds(piece) & {"only", "except"}) and kinds(piece) <= TIMES | {
        "only",
        "except",
        "shown",
    }


def _only_names(piece: Sequence[Part]) -> bool:
    """Whether a piece has a verb and things, and says no more: "make the title" of "make the title and
    the caption red"."""
    said = [one.kind for one in piece if one.kind != "to"]
    return {*said} <= VERBS | {"thing"} and said[-1:] == ["thing"]


def _read_behind(last: Told | None, parts: list[Part], draft: Draft) -> Told | None:
    """A clause behind another, of which it has the verb or the thing where it has none of its own."""
    own = kinds(parts)
    if last is None and "it" in own and not draft.follows:
        return _of_it(parts, draft)
    if (
        last is not None
        and "it" in own
        and any(isinstance(one, op.AddLayer) for one in last.operations)
    ):
        both = _read(
            [*last.parts, *(one for one in parts if one.kind not in ("it", "make", "add"))], draft
        )
        if both is not None and len(both.operations) == len(last.operations):
            both.instead = True
            return both
        return None
    if last is not None and "it" in own:
        if any(isinstance(one, op.Arrange) for one in last.operations):
            return None  # its number is another now
        things = [one for one in last.parts if one.kind == "thing"]
        parts = [*(one for one in parts if one.kind != "it"), *things]
        found = _read(parts, draft) if things else None
        if found is not None and found.operations == last.operations and "remove" in last.kinds:
            found.instead = True  # "I don't need the logo any more, take it out"
        return found
    if last is not None and "that stretch" in own:
        return _of_that_stretch(last, parts, draft)
    if last is not None and "end" in own and "start" in last.kinds and "thing" not in own:
        both = _read([*last.parts, *parts], draft)
        if both is not None:
            both.instead = True
        return both
    if last is not None and "another" in own:
        named = [one for one in last.parts if one.kind in ("sound effect", "split")]
        kept = [one for one in parts if one.kind != "another"]
        return _read([*named, *kept], draft) if named and "sound effect" not in own else None
    if last is None or own & VERBS:
        return _read(parts, draft) or _read_of_the_same(last, parts, draft)
    verbs = [one for one in last.parts if one.kind in VERBS | (FADES if not own & FADES else set())]
    if (
        any(isinstance(one, op.AddLayer) for one in last.operations)
        and own & FADES
        and "thing" not in own
    ):
        return None
    if own - {"thing", "to", "text", "file", "style"}:
        verbs = [one for one in verbs if one.kind not in _VALUED or own & {"by", "level", "amount"}]
    if (
        own & {"text"}
        and "thing" not in own
        and any(isinstance(one, op.AddLayer) for one in last.operations)
    ):
        nouns = [one for one in last.parts if one.kind == "thing"]
        return _read([*verbs, *nouns, *parts], draft, leans=True)
    if "amount" in own and "level" in last.kinds and {one.kind for one in verbs} & _VALUED:
        return None  # "down to 30 %, the other 20 %": to that, or by that?
    if own <= {"thing", "also"} and last.kinds - VERBS - {"thing", "also", "to"}:
        kept = [one for one in last.parts if one.kind not in ("thing", "also")]
        return _read([*kept, *parts], draft)  # "the title red, the caption too"
    if "thing" in own or own & {"text", "file", "style"}:
        if last.kinds & {"cut", "remove", "all but", "gone"}:
            if own & _SAID and (found := _read(parts, draft)) is not None:
                return found
            if last.kinds & TIMES:
                return None
        found = _read([*verbs, *parts], draft, leans=bool(verbs))
        alone = "auto" in own or (own & {"text"} and own & TIMES and kinds(verbs) <= _NEUTRAL)
        return found or (_read(parts, draft) if alone else None)
    if own <= _AT_AN_EDGE and own & _EDGES and last.kinds & _EDGES:
        return _read([*verbs, *parts], draft)
    kept = [one for one in last.parts if one.kind not in own]
    if own & FADES and last.kinds <= _COMPLETE:
        return _read(parts, draft)
    if own & FADES:
        kept = [one for one in kept if one.kind == "thing"]
    alone = not verbs or (not kinds(verbs) & _DENIED and own <= _BY_ITSELF and "lookname" in own)
    return _read([*kept, *parts], draft) or (_read(parts, draft) if alone else None)


def _of_that_stretch(last: Told, parts: list[Part], draft: Draft) -> Told | None:
    """What is done to the stretch of the clause before as well: "… and mute that part"."""
    spans = [one for one in last.parts if one.kind == "range"]
    if len(spans) != 1 or kinds(parts) & TIMES:
        return None
    found = _read([spans[0] if one.kind == "that stretch" else one for one in parts], draft)
    if found is None or not all(
        isinstance(one, OF_VIDEO) for one in (*last.operations, *found.operations)
    ):
        return None
    return Told([*found.parts, *last.parts], [*found.operations, *last.operations], instead=True)


def _read_of_the_same(last: Told | None, parts: list[Part], draft: Draft) -> Told | None:
    """A clause of which the thing is that of the clause before: "标题放大一些，改成蓝色"."""
    if last is None or kinds(parts) & {"thing", "text", "file", "rest", "not", "keep"}:
        return None
    things = [one for one in last.parts if one.kind == "thing"]
    said = [one.value for one in things if isinstance(one.value, Thing)]
    if len(said) != 1 or said[0].role in ("video", "own", "clip") or not said[0].which:
        return None
    changed = last.operations and all(isinstance(one, op.Change) for one in last.operations)
    if not changed and not (last.stays and last.kinds == {"thing", "not", "remove"}):
        return None  # "logo别删，调成半透明"
    return _read([*things, *parts], draft)


def _of_it(parts: list[Part], draft: Draft) -> Told | None:
    """What the first clause says of "it", which is the video where only that can be meant."""
    video = [*(one for one in parts if one.kind != "it"), Part("thing", Thing("video"), "it")]
    found = _read(video, draft)
    if found is None:
        return None
    if any(isinstance(one, op.Level) for one in found.operations) and "mute" not in kinds(parts):
        return None
    certain = not draft.there.roles or all(
        isinstance(one, op.Picture | op.Speed | op.Reverse | op.Canvas | op.Rotate)
        for one in found.operations
    )
    return found if certain else None


def _read(parts: list[Part], draft: Draft, *, leans: bool = False) -> Told | None:
    try:
        return Told(parts, orders_of(parts, draft), leans)
    except Unknown:
        return None


def _pieces(parts: Sequence[Part]) -> list[list[Part]]:
    found: list[list[Part]] = [[]]
    for one in parts:
        if one.kind in ("comma", "and", "stop"):
            found.append([])
        else:
            found[-1].append(one)
    return [one for one in found if one]
