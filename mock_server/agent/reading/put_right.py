"""An English message that puts right the one before it with a whole order: "no, cut the last 5 s"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import ON_PARTS, at_stretch, part_of
from mock_server.agent.clauses.contradictions import same_matter
from mock_server.agent.reading.follow_ups import Before
from mock_server.agent.reading.message import read, read_varied
from mock_server.agent.reading.once_more import orders_of
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Clip, Stretch
from mock_server.agent.wording.shown import Shown

_STOP = r"[ ,.!:;-]"
_MEANT = rf"i (?:meant|mean)(?: to (?:say|write|type))?{_STOP}+"
_WRONG = Regex(
    rf"{_STOP}*(?:(?:oh|ah|hm+|ok|okay|well|but|or|sorry|oops|whoops|actually|argh){_STOP}+)*"
    rf"(?P<sure>(?:(?:no|nope|nah|hold on(?! to\b)|(?:that's |that was )?(?:wrong|not it|not right)"
    rf"|not that(?: one)?"
    rf"|(?:that's |that is )?not what i (?:meant|wanted|asked for|said)|my (?:bad|mistake)"
    rf"|not good|correction|typo|better|i made a mistake) *[,.!:;-]{_STOP}*"
    rf"|(?:no,? )*wait{_STOP}+(?![0-9]|an? |one |until |till |for |before |with )"
    rf"|(?:no )+(?=no\b)|{_MEANT})+(?:(?:sorry|actually|oops|please){_STOP}+|{_MEANT})*)"
    rf"|{_STOP}*(?:(?:oh|ah|hm+|ok|okay){_STOP}+)*(?P<sorry>(?:sorry|oops|whoops)[,.!:;]{_STOP}*"
    rf"(?:actually{_STOP}+)?)"
    rf"|{_STOP}*(?:(?:oh|ah|hm+|ok|okay|well|or){_STOP}+)*(?:actually|rather|hm+,){_STOP}+",
    re.IGNORECASE,
)
_INSTEAD = Regex(
    r"\A[ ,]*instead(?: of (?:that|it|this|[a-z]+ing [^,]{1,30}))?,? (?!of\b)"
    r"|,? instead(?: of (?:that|it|this))?(?=[ .!?]*\Z)",
    re.IGNORECASE,
)
_NORMAL = Regex(
    r"[ ,]*(?:(?:please|ok|hm+|and|now|make it|put it|set it|go|actually)[ ,]+)*(?:back to )?normal"
    r"(?: again| please)*[ .!]*",
    re.IGNORECASE,
)
_NOT_THAT = Regex(
    r",? (?:and |but )?(?:not|instead of|rather than) (?:from |at )?([^,]{2,40}?)[ .!]*\Z",
    re.IGNORECASE,
)
_NOT_BUT = Regex(
    r"[ ,]*(?:no[ ,]+)?not (?:from |at )?([^,.!;]{2,40})[,.!;]+ (?:but )?", re.IGNORECASE
)
# What is done beside what was done, or to the edit itself.
_BESIDE = Regex(
    r"\b(?:also|too|as well|again|back|undo|revert|another|more|besides|both|keep that|on top)\b"
    r"|\A[ ,]*(?:and|now|next|then|i forgot|there's more|(?:that|it)'s (?:fine|good|ok|great))\b",
    re.IGNORECASE,
)
_OF_ALL = Regex(
    r"\b(?:video|clip|whole|everything|all|entire|footage|sound|audio|picture|music|song)\b", re.I
)
_BY_STEPS = Regex(r"\b(?:a bit|bit|little|slightly|touch|tad|much|way)\b|er\W*\Z", re.I)
_EDITS = (
    op.Cut, op.Keep, op.Level, op.Speed, op.Reverse, op.Rotate, op.Picture, op.FadeVideo, op.Freeze,
    op.Split, op.AddLayer, op.Canvas, op.Transition, op.RemoveClip, op.Append, op.Insert, op.Remove,
    op.Change,
)  # fmt: skip


def put_right(
    message: str, names: Sequence[str], it: str, shown: Sequence[Shown], before: Before
) -> Reading | None:
    """What is to be done in place of what was done; None where the message is no such correction.

    Left alone where it may as well come on top of that.
    """
    if _NORMAL.fullmatch(message):
        message = _as_it_was(orders_of(read(before.message, names, before.it))) or message
        return read(message, names, "video", first=False, shown=shown)
    but = _NOT_BUT.match(message)
    if but and but[1].lower() in before.message.lower():
        message = f"no, {message[but.end() :]}"
    elif not _WRONG.match(message) and (wanted := _was_not_to_be(message, before)):
        message = f"no, {message[: wanted.start()]}"
    wrong = _WRONG.match(message)
    rest = message[wrong.end() :] if wrong else message
    instead = _INSTEAD.search(rest)
    if not (wrong or instead) or not before.message or _BESIDE.search(rest):
        return None
    rest = _INSTEAD.sub("", rest)
    orders = orders_of(read(rest, names, before.it, first=False, shown=shown))
    if len(orders) != 1 or not _is_an_edit(orders[0]):
        sure = wrong and wrong["sure"] and not orders
        return read_varied(before, f"no, {rest}", names, before.it) if sure else None
    if it != before.it and orders_of(read(rest, names, it, first=False, shown=shown)) != orders:
        return None  # about what was added
    if other := read_varied(before, message, names, before.it):
        return other
    were = orders_of(read(before.message, names, before.it))
    unsure = Reading("en", [], [message[:200]])
    if not were or not all(isinstance(one, _EDITS) for one in were):
        return unsure if not were and instead else None  # it named something that is gone
    alike = [one for one in were if not _matters(one).isdisjoint(_matters(orders[0]))]
    keeps = isinstance(orders[0], op.Keep) and not alike
    if len(were) != 1 or keeps:
        return unsure if alike or keeps else None
    asked = _there(orders[0], were[0], rest)
    if asked is None:
        return None
    if _goes_on(were[0], asked, before.message, rest):
        return None if asked == orders[0] else unsure  # of the part that was edited?
    sorry = instead or (wrong and (wrong["sorry"] or wrong["sure"]))
    sure = wrong and wrong["sure"] and not isinstance(were[0], op.AddLayer)
    if sure or _at_one_place(were[0], asked) or (alike and (sorry or same_matter(were, orders))):
        return Reading("en", [Understood(op.Undo(), message), Understood(asked, message)])
    return unsure if alike or (sorry and not isinstance(were[0], op.AddLayer)) else None


def _as_it_was(were: Sequence[op.Operation]) -> str | None:
    """What "back to normal" is to bring back."""
    one = were[0] if len(were) == 1 else None
    if isinstance(one, op.Level):
        return "unmute the video" if one.to == 0 else None
    return {op.Speed: "back to normal speed", op.Reverse: "play it forwards"}.get(type(one))


def _was_not_to_be(rest: str, before: Before) -> re.Match[str] | None:
    """What a message says is not wanted, if the one before it asked for that."""
    found = _NOT_THAT.search(rest)
    return found if found and found[1].lower() in before.message.lower() else None


def _is_an_edit(one: op.Operation) -> bool:
    """Whether it is done to what is there, and not the opposite of what was done."""
    plain = isinstance(one, op.Picture) and None in one.values.values()
    return isinstance(one, _EDITS) and not plain and getattr(one, "to", None) != 1


def _matters(one: op.Operation) -> set[str]:
    """What an operation is about, roughly."""
    if isinstance(one, op.Change):
        keys = {key.replace("_in", "").replace("_out", "") for key in one.values}
        return keys or {"vol" if one.louder else "size" if one.bigger else "when"}
    if isinstance(one, op.AddLayer):
        return {"text" if one.role in op.TEXTS else one.role}
    known = {op.Level: "vol", op.FadeVideo: "fade", op.Keep: "Cut"}
    return {known.get(type(one), type(one).__name__)}


def _stretch(one: op.Operation) -> Stretch | None:
    """The one part that was edited."""
    if isinstance(one, op.Cut | op.Keep):
        return one.ranges[0] if len(one.ranges) == 1 else None
    if isinstance(one, op.RemoveClip) and (one.which is not None or one.name):
        return Clip(one.which or 0, one.name, one.of)
    return part_of(one)


def _at_one_place(one: op.Operation, other: op.Operation) -> bool:
    return _stretch(one) is not None and _stretch(one) == _stretch(other)


def _there(asked: op.Operation, was: op.Operation, rest: str) -> op.Operation | None:
    """What is asked for, of the part or layer that was edited; None where nobody knows of which."""
    if isinstance(asked, op.Change) and asked.target.touched:
        return replace(asked, target=was.target) if isinstance(was, op.Change) else None
    told = None if _OF_ALL.search(rest) else _stretch(was)
    return at_stretch(asked, told) if told and isinstance(asked, ON_PARTS) else asked


def _goes_on(was: op.Operation, asked: op.Operation, before: str, rest: str) -> bool:
    """Whether it is a step from where it is now: "hmm, a bit slower" behind "2x"."""
    steps = _step(asked)
    if steps is None or re.search("[0-9]", rest):
        return False
    from_there = bool(re.search("[0-9]", before)) and not part_of(was)
    return bool(_BY_STEPS.search(rest)) or from_there or steps == _step(was)


def _step(one: op.Operation) -> bool | None:
    """Whether a step goes up; None where it is none."""
    by = {op.Speed: "factor", op.Level: "by", op.Change: "louder"}.get(type(one))
    value = getattr(one, by) if by else None
    value = value or getattr(one, "bigger", None)
    return None if value is None or value == 1 else value > 1
