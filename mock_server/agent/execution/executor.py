"""Take a message, edit the draft, compose a reply."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass, replace
from fractions import Fraction
from functools import partial
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import part_of
from mock_server.agent.execution import layers as execute_layers
from mock_server.agent.execution import memory, replies
from mock_server.agent.execution import picture as execute_picture
from mock_server.agent.execution.context import Context, Executor, heard
from mock_server.agent.execution.memory import REMEMBERED, content
from mock_server.agent.execution.touched import (
    CUTS,
    added_clip,
    came_back,
    changed_layers,
    clip_worked_on,
    put_back,
)
from mock_server.agent.lexicon.tokens import phrases
from mock_server.agent.reading.complained import without_complaints
from mock_server.agent.reading.follow_ups import Before
from mock_server.agent.reading.in_turn import read_in_turn
from mock_server.agent.reading.let_be import asks_beside
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.second_look import gainsays, loses_words
from mock_server.agent.second_look.denied import denies_what_is, lets_be_what_is_denied
from mock_server.agent.second_look.further_back import misses_the_one_before
from mock_server.agent.second_look.in_front import limits_what_was_done
from mock_server.agent.second_look.left_undone import leans_on_nothing
from mock_server.agent.second_look.words import AT_ONCE, BOTH_ONLY
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Others
from mock_server.agent.wording.shown import Shown
from mock_server.media.probe import Media, MediaError
from mock_server.timeline import CannotEdit, Timeline, copied
from mock_server.timeline.pauses import Listen
from mock_server.timeline.placing import unplaced
from mock_server.timeline.tracks import end_of


@dataclass
class ToolCall:
    """One call of a tool, as it appears in the stream."""

    name: str
    args: dict[str, Any]
    result: dict[str, Any]


@dataclass
class Outcome:
    """The result of a message. `generated` counts generated clips.

    `earlier` are the drafts that can be taken back now, each a line of JSON, the newest last.
    """

    draft: dict[str, Any]
    reply: str
    changed: bool
    calls: list[ToolCall] = field(default_factory=list)
    generated: int = 0
    misunderstood: list[str] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)
    refused: bool = False  # something of it could not be done


@dataclass
class _Work:
    """What is said and called while a message is carried out."""

    context: Context
    kept: Collection[str] = ()  # kinds of layers
    said: list[str] = field(default_factory=list)
    calls: list[ToolCall] = field(default_factory=list)
    added: list[str] = field(default_factory=list)  # the ids of layers
    refused: bool = False
    depends: bool = False  # the step before failed, so what "it" means there is not known
    edited: set[str] = field(default_factory=set)  # the ids of the layers that were changed
    undone: bool = False  # one of those was removed
    idle: bool = False  # what a step asks for was so already
    lost: list[str] = field(default_factory=list)  # the words of steps that could not be done


_AS_AT_FIRST = Regex(
    r"(?:还是)?(?:恢复|变回|还原|回到)(?:成|到)?(?:原样|原来的样子|最初的样子)吧?[ 。.!！]*"
)
_EXECUTORS: dict[type, Executor] = execute_picture.EXECUTORS | execute_layers.EXECUTORS
_TOOLS = {op.Generate: "generate_video_with_seedance"}
_ON_LAYERS = (op.AddLayer, op.AddCaptions, op.HeardCaptions, op.Change, op.Repeat, op.ReplaceSound)
_NEED_NO_PICTURE = (
    op.Place, op.Arrange, op.Join, op.SplitScreen, op.Generate, op.Answer, op.Undo, op.Empty,
)  # fmt: skip


def attempt(
    message: str,
    draft: dict[str, Any],
    media: Mapping[str, Media],
    earlier: Sequence[str] = (),
    *,
    listen: Listen = heard,
    kept: Collection[str] = (),
    reading: Reading | None = None,
    leans: bool = False,
) -> Outcome:
    """Carry out what the agent understands of `message`, or a `reading` of it; `leans` tells that the
    reading is one by the message before.

    `earlier` are the drafts of the session before this one, as JSON, the newest last; `kept` the kinds of
    layers that stay where they are beside a part that is cut. Does not change its arguments; where an order
    asks for it, `listen` finds the pauses of an upload, which takes seconds of a long one. The reply says
    what became of the draft, and names whatever it did not understand or could not do.
    """
    timeline = Timeline.of(draft)
    undone = memory.left_undone(earlier)
    earlier, lost = memory.drafts(earlier)
    it, shown = memory.last_touched(timeline), _shown(timeline)
    before = Before(partial(memory.said_before, earlier[-1])) if earlier else None
    names = (*media, *_called(timeline))
    reading = reading or read_in_turn(
        message, names, it, first=not earlier, shown=shown, before=before, lost=lost
    )
    reading = replace(reading, understood=without_complaints(reading.understood))
    left = [one.words for one in reading.understood if one.operation == op.Answer("ignored")]
    if (
        (reading.operations and denies_what_is(message, timeline.main, reading.operations))
        or (left and asks_beside(message, reading, names, shown, behind_an_edit=bool(earlier)))
        or lets_be_what_is_denied(left, timeline.main, timeline.layers)
        or (len(earlier) > 1 and _AS_AT_FIRST.fullmatch(message))  # all of it, or the last step?
    ):
        reading = Reading(reading.language, [], [message[:200]])
    begun = copied(timeline) if len(reading.understood) > 1 else None
    work = _Work(
        Context(timeline, media, reading.language, list(earlier), begun=begun, listen=listen),
        kept=kept,
    )
    _place_first(reading, work)
    for step in reading.understood:
        _take_step(step, work)
    work.said += replies.notes(work.context)
    after = work.context.timeline.draft() if work.calls else draft
    changed = content(after) != content(draft)
    claims = changed and not (reading.misunderstood or work.refused or _takes_back(reading))
    lacks = changed and (reading.misunderstood or work.refused)
    if (
        (lacks and AT_ONCE.search(message))
        or (lacks and limits_what_was_done(message, [*reading.misunderstood, *work.lost]))
        or (claims and work.undone)
        or (claims and work.idle and BOTH_ONLY.search(message))
        or (changed and _takes_back(reading) and loses_words(message, draft, after))
        or ((claims or lacks) and gainsays(message, draft, after, whole=claims and not work.idle))
        or (
            changed
            and not _takes_back(reading)
            and leans_on_nothing(message, *undone, draft, after)
        )
        or (
            (changed or work.idle)
            and earlier
            and not leans
            and misses_the_one_before(message, earlier, draft, after, lacks=bool(lacks))
        )
    ):
        reading = Reading(reading.language, [], [message[:200]])
        work = _Work(Context(timeline, media, reading.language, list(earlier)))
        after, changed = draft, False
    after = copied(after if changed else draft)
    return Outcome(
        draft=after,
        reply=replies.compose(
            reading.language,
            work.said,
            reading.misunderstood,
            changed=changed,
            refused=work.refused,
        ),
        changed=changed,
        calls=work.calls if changed else [],
        generated=work.context.generated,
        misunderstood=reading.misunderstood,
        refused=work.refused,
        earlier=memory.remembered(
            message,
            _left(reading, work, earlier),
            draft,
            after,
            len(earlier),
            lost=bool(lost) or work.refused or bool(reading.misunderstood),
        ),
    )


def _takes_back(reading: Reading) -> bool:
    return any(isinstance(one, op.Undo) for one in reading.operations)


def _left(reading: Reading, work: _Work, earlier: Sequence[str]) -> list[str]:
    """The drafts that are left after an undo; all of them where something took its place."""
    replaced = any(not isinstance(one, op.Undo | op.Answer) for one in reading.operations)
    return list(earlier) if replaced else work.context.earlier


def _shown(timeline: Timeline) -> tuple[Shown, ...]:
    """The layers, in time order, as a message may name them."""
    found = [
        Shown(
            str(one["role"]),
            str(one.get("text", "")),
            one["s"],
            end_of(one),
            str(one.get("src", one.get("name", ""))),
            {key: one[key] for key in ("color", "size", "pos", "vol") if key in one},
        )
        for one in timeline.layers
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _called(timeline: Timeline) -> list[str]:
    """How the files of several clips are called for short: "talk" for "talk.mp4"."""
    used = {str(one.get("src", "")) for one in timeline.main}
    short = {one.rpartition(".")[0] for one in used}
    if len(used) == 1 or len(short) < len(used):
        return []
    known = phrases()
    return [
        one for one in short if "." not in one and known.get(one.lower(), {}).keys() <= {"video"}
    ]


def _place_first(reading: Reading, work: _Work) -> None:
    """Put the uploads on an empty timeline when the message edits without placing them itself."""
    context = work.context
    edits = [one for one in reading.operations if not isinstance(one, op.Answer | op.Undo)]
    placing = any(isinstance(one, op.Place | op.Join | op.SplitScreen) for one in edits)
    if edits and not context.timeline.main and not placing and context.media:
        if isinstance(edits[0], op.Generate | op.Empty):
            return
        silent = _Work(context, calls=work.calls)
        later = {one.name for one in edits if isinstance(one, op.Insert)}
        there = unplaced(context.timeline, context.media) if later else []
        names = tuple(name for name in there if name not in later)
        _take_step(Understood(op.Place(names), ""), silent)


def _take_step(step: Understood, work: _Work) -> None:
    operation, context = step.operation, work.context
    if isinstance(operation, op.Answer):
        work.said.append(replies.answer(operation, context))
        return
    context.facts = {}
    saved = copied(context.timeline)
    worked_on = clip_worked_on(operation, context)
    try:
        _execute(operation, context, work)
    except (CannotEdit, MediaError) as error:
        context.timeline = saved
        _refuse(error, step, work)
        return
    if work.kept and isinstance(operation, CUTS):
        put_back(saved, context.timeline, work.kept)
    work.depends = False
    work.refused |= any(one in context.facts for one in replies.UNLIKE)
    if not isinstance(operation, op.Undo):
        on_layers = isinstance(operation, _ON_LAYERS)
        touched = changed_layers(saved, context.timeline) if on_layers else []
        touched = touched or added_clip(operation, saved, context.timeline)
        touched = touched or worked_on
        there = {str(one["id"]) for one in saved.layers}
        adds = bool(touched) and on_layers and there.isdisjoint(touched)
        context.timeline.touch(touched, work.added if adds else ())
        work.added += touched if adds else []
    elif back := came_back(saved, context.timeline):
        context.timeline.touch(back)
    if isinstance(operation, op.Remove):
        left = {str(one["id"]) for one in context.timeline.layers}
        work.undone |= not work.edited <= left
    elif isinstance(operation, op.Change):
        work.edited.update(changed_layers(saved, context.timeline))
    if content(context.timeline.draft()) == content(saved.draft()):
        context.timeline = saved
        if _wants_another_level_back(step, context):
            _refuse(CannotEdit("which_level"), step, work)
            return
        if _is_heard_beside(step, context):
            _refuse(CannotEdit("which_sound"), step, work)
            return
        work.idle = True
        work.said.append(replies.nothing_to_do(step, context))
        return
    work.said.append(replies.report(operation, saved, context))
    work.calls.append(_call(operation, context))


def _refuse(error: CannotEdit | MediaError, step: Understood, work: _Work) -> None:
    work.depends = work.refused = True
    work.lost.append(step.words)
    work.said.append(replies.refusal(error, step, work.context))


_BACK = Regex(
    r"\b(?:back|restore|original|unmute)\b|(?:取消|解除)静音|恢复|还原|回到?|原来", re.IGNORECASE
)


def _wants_another_level_back(step: Understood, context: Context) -> bool:
    """Whether a level is wanted back, and not the one that is as it was: "back to the original volume"."""
    layers = context.timeline.layers
    level = isinstance(step.operation, op.Level) and _BACK.search(step.words)
    return bool(level) and any("vol" in one for one in layers)


_THE_VIDEO = Regex(r"\b(?:video|clip|picture|own)\b|视频|画面|原声|片", re.IGNORECASE)


def _is_heard_beside(step: Understood, context: Context) -> bool:
    """Whether a video that is mute already is to be quieter, and another sound plays: "声音再小一点"."""
    level, main = step.operation, context.timeline.main
    if not isinstance(level, op.Level) or level.to == 0 or _THE_VIDEO.search(step.words):
        return False
    sounds = ("music", "voiceover", "sound")
    heard = any(one["role"] in sounds and one.get("vol", 1) for one in context.timeline.layers)
    return heard and not any(one.get("vol", 1) for one in main)


def _execute(operation: op.Operation, context: Context, work: _Work) -> None:
    if isinstance(operation, op.Undo):
        if not context.earlier:
            raise CannotEdit("no_undo")
        if operation.everything and len(context.earlier) == REMEMBERED:
            raise CannotEdit("too_many_undone", count=REMEMBERED)
        taken_back = context.earlier[0 if operation.everything else -1]
        del context.earlier[0 if operation.everything else -1 :]
        context.timeline = Timeline.of(memory.draft_of(taken_back))
        context.begun = context.begun and copied(context.timeline)  # "the second" is that of these
        return
    if not context.timeline.main and not isinstance(operation, _NEED_NO_PICTURE):
        raise CannotEdit("no_upload")
    about_it = isinstance(operation, op.Change | op.Remove) and operation.target.touched
    if work.depends and (about_it or isinstance(operation, op.Place | op.Append | op.Insert)):
        raise CannotEdit("depends")
    for one in _of_each(operation, context):
        _EXECUTORS[type(one)](one, context)


def _of_each(operation: op.Operation, context: Context) -> list[Any]:
    """An operation on every clip but one as operations on each of them, the last first."""
    span = part_of(operation)
    if isinstance(operation, op.Cut) and isinstance(operation.ranges[0], Others):
        return [replace(operation, ranges=tuple(context.others(operation.ranges[0])))]
    if not isinstance(span, Others):
        return [operation]
    if isinstance(operation, op.Level):
        return [replace(operation, ranges=tuple(context.others(span)))]
    assert isinstance(operation, op.Picture | op.Speed | op.Reverse | op.Rotate)
    return [replace(operation, range=clip) for clip in context.others(span)]


def _call(operation: Any, context: Context) -> ToolCall:
    name = _TOOLS.get(type(operation), "edit_multitrack")
    facts = {key: value for key, value in context.facts.items() if value is not None}
    result = {"status": "ok", "duration_ms": context.timeline.duration} | facts
    return ToolCall(
        name, {"operation": _snake(type(operation).__name__)} | _plain(operation), result
    )


def _plain(operation: Any) -> dict[str, Any]:
    """The fields of an operation as JSON values, without empty ones."""
    return {key: _json(value) for key, value in vars(operation).items() if value not in (None, ())}


def _json(value: Any) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    if is_dataclass(value):
        value = vars(value)
    if isinstance(value, Mapping):
        return {key: _json(one) for key, one in value.items()}
    return [_json(one) for one in value] if isinstance(value, tuple | list) else value


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
