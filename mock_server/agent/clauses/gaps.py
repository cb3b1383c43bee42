"""A time that is not wanted: of the video, or of what was asked for before it?

"加song.mp3,最后5秒不要", "全程黑白,前10秒不要".
"""

from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.clauses.sentences import Clause

_NOT_WANTED = frozenset(("不要", "不要了", "没有", "去掉", "去除", "取消", "关掉"))
_LASTING = ("music", "overlay")
_ALL_ALONG = (op.AddLayer, op.Change, op.Level, op.Picture, op.Speed, op.Reverse)


def without_gaps(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, two left alone where the second may be about a part of what the first asks for."""
    done = list(clauses)
    for i in range(len(done) - 1, 0, -1):
        if is_gap(done[i]) and _lasts(done[i - 1]):
            done[i - 1 : i + 1] = [Clause((*done[i - 1].tokens, *done[i].tokens))]
    return done


def is_gap_of(clause: Clause, it: str) -> bool:
    """Whether a clause may be about a part of the layer that was touched last."""
    return it in _LASTING and is_gap(clause)


def is_gap(clause: Clause) -> bool:
    """Whether a time is not wanted, and nobody says of what."""
    cuts = any(isinstance(one, op.Cut) for one in clause.operations)
    named = any(one.is_a(kind) for one in clause.tokens for kind in ("video", "picture", "clip"))
    return cuts and not named and any(one.words in _NOT_WANTED for one in clause.tokens)


def _lasts(clause: Clause) -> bool:
    """Whether it asks for something that may last all the time."""
    return any(
        isinstance(one, _ALL_ALONG)
        and getattr(one, "range", None) in (None, op.WHOLE)
        and getattr(one, "ranges", (op.WHOLE,)) == (op.WHOLE,)
        for one in clause.operations
    )
