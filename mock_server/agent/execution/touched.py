"""What a step has worked on, which a pronoun means behind it; and what stays beside a part that is cut."""

from collections.abc import Collection

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import part_of
from mock_server.agent.execution.context import Context
from mock_server.agent.values.ranges import Clip
from mock_server.timeline import CannotEdit, Timeline, copied
from mock_server.timeline.tracks import Segment, end_of

CUTS = (op.Cut, op.Keep, op.RemoveClip, op.Speed)


def changed_layers(before: Timeline, after: Timeline) -> list[str]:
    """The ids of layers that are new, or not as they were."""
    was = {one["id"]: one for one in before.layers}
    return [one["id"] for one in after.layers if was.get(one["id"]) != one]


def came_back(before: Timeline, after: Timeline) -> list[str]:
    """The ids of what an undo has brought back, or made as it was: one clip, or layers of one kind.

    Behind a cut that is undone a pronoun means the video.
    """
    were = {one["id"]: one for one in before.main}
    clips = [one for one in after.main if _but_where(one) != _but_where(were.get(one["id"], {}))]
    if clips:
        was = were.get(clips[0]["id"], clips[0])
        cut = any(clips[0].get(key) != was.get(key) for key in ("in", "out"))
        alone = len(clips) == 1 < len(after.main)
        return [str(clips[0]["id"])] if alone and not cut else []
    there = {one["id"] for one in before.layers}
    new = [one for one in after.layers if one["id"] not in there]
    ids = [str(one["id"]) for one in new] or changed_layers(before, after)
    roles = {str(one["role"]) for one in after.layers if one["id"] in ids}
    return ids if len(roles) == 1 else []


def _but_where(clip: Segment) -> Segment:
    return {key: value for key, value in clip.items() if key not in ("s", "tr")}


def added_clip(operation: op.Operation, before: Timeline, after: Timeline) -> list[str]:
    """The id of the one clip that was added to others."""
    adding = op.Append | op.Arrange | op.Insert | op.Place | op.Generate
    if not isinstance(operation, adding) or not before.main:
        return []
    ids = {one.get("id") for one in before.main}
    there = {one.get("src") for one in before.main} if isinstance(operation, op.Insert) else ()
    added = [one for one in after.main if one.get("src") not in there]  # not what it has split
    new = [str(one["id"]) for one in added if one.get("id") not in ids]
    return new if len(new) == 1 else []


def clip_worked_on(operation: op.Operation, context: Context) -> list[str]:
    """The id of the one clip of the main track that an operation was about."""
    moved = operation.which if isinstance(operation, op.Arrange) and not operation.swaps else None
    span = part_of(operation) or moved
    if not isinstance(span, Clip):
        return []
    try:
        start = context.span(span)[0]
    except CannotEdit:
        return []
    return [str(one["id"]) for one in context.timeline.main if one["s"] == start]


def put_back(before: Timeline, after: Timeline, kept: Collection[str]) -> None:
    """Put back where they were the layers of the kinds that are `kept`, which have gone with a part that
    was cut, or have become shorter, as long as the video still lasts."""
    there = {one["id"]: one for one in after.layers}
    for one in before.layers:
        left = there.get(one["id"])
        if one["role"] not in kept or end_of(one) > after.duration:
            continue
        if left is None:
            after.layers.append(copied(one))
        elif left["d"] < one["d"]:
            left.clear()
            left.update(copied(one))
