"""An order about the part that the one before it was about: "speed up 30-40 s by 2x and mute that part"."""

from collections.abc import Callable, Sequence

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import ON_PARTS, at_stretch, part_of
from mock_server.agent.clauses.sentences import Clause
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.ranges import Clip, Stretch

_NOUNS = ("part", "bit", "section", "stretch", "passage", "piece", "segment", "range", "portion")
_THAT = ("that", "this", "the same")
_ZH = ("这段", "那段", "这一段", "那一段", "这部分", "那部分")
_IT = ("it", "them", "它")
_STAYS = op.Level | op.Picture | op.Reverse  # they move nothing


def of_that_part(
    clause: Clause,
    before: op.Operation | None,
    read: Callable[[Sequence[Token]], Sequence[op.Operation]],
) -> tuple[op.Operation, ...]:
    """What a clause asks of the part that the operation before it was about; none where it names no such
    part, or it is not certain. What moves nothing may be done before that."""
    part = _part(before)
    if part is None or isinstance(part, Clip):
        return ()
    rest = _without_noun(clause.tokens)
    if rest is None or (rest is clause.tokens and isinstance(before, op.AddLayer)):
        return ()  # "title 'A' 0-3 s and mute it": the title is not meant, nor its time
    asked = read(rest)
    if not asked or any(not isinstance(one, ON_PARTS) or part_of(one) for one in asked):
        return ()
    still = all(isinstance(one, _STAYS) for one in asked)
    return tuple(at_stretch(one, part) for one in asked) if still or _keeps_times(before) else ()


def is_done_first(before: op.Operation | None) -> bool:
    """Whether what is done to the same part has to be done before this: it moves what follows."""
    return not _keeps_times(before)


def _keeps_times(one: op.Operation | None) -> bool:
    return isinstance(one, _STAYS | op.AddLayer)


def _part(one: op.Operation | None) -> Stretch | None:
    if isinstance(one, op.AddLayer):
        return one.range if one.role in op.TEXTS else None
    if isinstance(one, op.Level) and len(one.ranges) > 1:
        return None
    return part_of(one)


def _without_noun(tokens: Sequence[Token]) -> Sequence[Token] | None:
    """The tokens with nothing but a pronoun, or nothing, for the part; None where it is not named."""
    words = [token.words.lower() for token in tokens]
    for i, word in enumerate(words):
        if word in _ZH or (word == "段" and words[i - 1 : i] in (["那"], ["这"])):
            return [*tokens[:i], *tokens[i + 1 :]]
        if word in _NOUNS and i and words[i - 1] in _THAT:
            return [*tokens[:i], *tokens[i + 1 :]]
    return tokens if any(word in _IT for word in words) else None
