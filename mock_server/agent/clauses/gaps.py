"""A time that is not wanted: of the video, or of what was asked for before it?

"加song.mp3,最后5秒不要", "全程黑白,前10秒不要".
"""

from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.clauses.sentences import Clause

_LISTS, _ALL = frozenset("和与跟及、"), frozenset(("都", "全都", "统统", "通通"))
_NOT_WANTED = frozenset(("不要", "不要了", "没有", "去掉", "去除", "取消", "关掉"))
_WANTED = frozenset(("只要", "只用", "只需要"))
_LASTING = ("music", "overlay")
_ALL_ALONG = (op.AddLayer, op.Change, op.Level, op.Picture, op.Speed, op.Reverse)


def without_gaps(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, two left alone where the second may be about a part of what the first asks for, or
    says something of both: "降噪和防抖都不要"."""
    done = list(clauses)
    for i in range(len(done) - 1, 0, -1):
        listed = done[i - 1].tokens[-1].words in _LISTS
        together = listed and any(one.words in _ALL for one in done[i].tokens)
        if together or (is_gap(done[i]) and _lasts(done[i - 1])):
            done[i - 1 : i + 1] = [Clause((*done[i - 1].tokens, *done[i].tokens))]
    return done


def is_gap_of(clause: Clause, it: str) -> bool:
    """Whether a clause may be about a part of the layer that was touched last."""
    keeps = any(isinstance(one, op.Keep) for one in clause.operations)
    wanted = keeps and any(one.words in _WANTED for one in clause.tokens)
    return it in _LASTING and (is_gap(clause) or (wanted and not _names_a_clip(clause)))


def is_gap(clause: Clause) -> bool:
    """Whether a time is not wanted, and nobody says of what."""
    cuts = any(isinstance(one, op.Cut) for one in clause.operations)
    unwanted = any(one.words in _NOT_WANTED for one in clause.tokens)
    return cuts and unwanted and not _names_a_clip(clause)


def _names_a_clip(clause: Clause) -> bool:
    return any(one.is_a(kind) for one in clause.tokens for kind in ("video", "picture", "clip"))


def _lasts(clause: Clause) -> bool:
    """Whether it asks for something that may last all the time."""
    return any(
        isinstance(one, _ALL_ALONG)
        and getattr(one, "range", None) in (None, op.WHOLE)
        and getattr(one, "ranges", (op.WHOLE,)) == (op.WHOLE,)
        for one in clause.operations
    )
