"""Carry out operations on the main track: order, duration, picture, sound."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.execution.context import Context, Executor
from mock_server.agent.values.quantities import half_up
from mock_server.agent.values.ranges import Clip, Range
from mock_server.media.media import Media
from mock_server.timeline import CannotEdit, edits, layers, pauses, placing
from mock_server.timeline import picture as main
from mock_server.timeline.properties import SOUNDS, number, set_values
from mock_server.timeline.tracks import Segment, end_of


def place(operation: op.Place, context: Context) -> None:
    names = operation.names or tuple(
        placing.unplaced(context.timeline, context.media, pictures=operation.pictures)
    )
    if not names:
        raise CannotEdit("all_placed" if context.timeline.main else "no_upload")
    durations = operation.durations
    if not operation.names and len(durations) == 1:
        durations = durations * len(names)
    clips = _heard(operation, names, context)
    there = {one.get("src") for one in context.timeline.main}
    _say_what_changes(clips, context)
    named = {clip.name for clip in clips}
    if operation.first and not there <= named:
        raise CannotEdit("whole_order")
    if (operation.ordered or operation.first) and not durations and there and named <= there:
        placing.join(context.timeline, clips, 0)
        return
    placing.place(context.timeline, clips, durations)
    context.facts["clips"] = [clip.name for clip in clips]


def arrange(operation: op.Arrange, context: Context) -> None:
    timeline, wanted = context.timeline, operation.which
    if wanted is not None and wanted.name is not None and not _placed(wanted.name, context):
        at = operation.other or (0 if operation.first else timeline.duration)
        behind = not operation.first
        insert(op.Insert(wanted.name, at, behind, operation.length), context)
        return
    if any(_is_bound(one) for one in timeline.main) or not _all_along(context):
        raise CannotEdit("whole_order")
    if wanted is None:
        if len(timeline.main) != 2:
            raise CannotEdit("not_two", count=len(timeline.main))
        timeline.main.reverse()
    else:
        _put(operation, timeline.main, wanted, context)
    at = 0
    for one in timeline.main:
        one["s"], at = at, at + one["d"]


def _put(operation: op.Arrange, main: list[Segment], which: Clip, context: Context) -> None:
    """Bring the segments of the main track into the order that is wanted."""
    number = _number_of(which, context)
    if operation.other is None:
        to = 0 if operation.first else len(main) - 1
    else:
        to = _number_of(operation.other, context)
        if operation.swaps:
            main[number], main[to] = main[to], main[number]
            return
        to += not operation.first
        to -= number < to
    main.insert(to, main.pop(number))


def _number_of(clip: Clip, context: Context) -> int:
    start = context.span(clip)[0]
    return next(i for i, one in enumerate(context.timeline.main) if one["s"] == start)


def _placed(name: str, context: Context) -> bool:
    return any(one.get("src") == context.clip(name).name for one in context.timeline.main)


def _is_bound(segment: Mapping[str, object]) -> bool:
    """Whether a segment of the main track belongs where it is."""
    return any(key in segment for key in ("tr", "fade_in", "fade_out"))


def _all_along(context: Context) -> bool:
    """Whether every layer lasts as long as the picture, so that it does not matter what is shown when."""
    duration = context.timeline.duration
    return all(one["s"] == 0 and end_of(one) >= duration for one in context.timeline.layers)


def join(operation: op.Join, context: Context) -> None:
    placed = [str(one["src"]) for one in context.timeline.main if "src" in one]
    left = [
        name
        for name in placing.unplaced(context.timeline, context.media)
        if not placed or context.media[name].kind == "video"  # a picture may be a logo
    ]
    names = operation.names or tuple(dict.fromkeys([*placed, *left]))
    if not names:
        raise CannotEdit("no_upload")
    clips = _heard(operation, names, context)
    _say_what_changes(clips, context)
    placing.join(context.timeline, clips, operation.fade, operation.durations, operation.kind)
    context.facts["clips"] = list(names)


def split_screen(operation: op.SplitScreen, context: Context) -> None:
    first, second = _heard(operation, operation.names, context)
    _say_what_changes([first, second], context)
    placing.split_screen(context.timeline, first, second, operation.layout)
    context.facts["clips"] = list(operation.names)


def _heard(
    operation: op.Place | op.Join | op.SplitScreen, names: Sequence[str], context: Context
) -> list[Media]:
    """The clips, each with the sound track that was asked for. Raises CannotEdit."""
    clips = [context.clip(name) for name in names]
    for clip, track in zip(clips, operation.tracks, strict=False):
        if track is not None and clip.hearing(track).track is None:
            raise CannotEdit("no_track", name=clip.name, track=track)
    tracks = [*operation.tracks, *[None] * len(clips)]
    return [clip.hearing(track) for clip, track in zip(clips, tracks, strict=False)]


def _say_what_changes(clips: Sequence[Media], context: Context) -> None:
    """Which clips do not look as they were recorded: no video can show them as they are."""
    context.notes["bright"] = [clip.name for clip in clips if clip.tracks.hdr]
    context.notes["uneven"] = [clip.name for clip in clips if clip.tracks.average]


def append(operation: op.Append, context: Context) -> None:
    clip = context.clip(operation.name)
    placing.append(context.timeline, clip, operation.fade, operation.kind)
    context.facts["clips"] = [clip.name]


def insert(operation: op.Insert, context: Context) -> None:
    timeline, clip = context.timeline, context.clip(operation.name)
    if _placed(clip.name, context) and isinstance(operation.at, Clip):
        beside = op.Arrange(Clip(name=clip.name), not operation.behind, other=operation.at)
        arrange(beside, context)
        return
    gone = None if operation.instead is None else context.span(operation.instead)
    at = _insertion_point(operation, context) if gone is None else gone[1]
    if _placed(clip.name, context):
        raise CannotEdit("is_placed", name=clip.name)
    at_edge = {0: "fade_in", timeline.duration: "fade_out"}.get(at, "")
    lasting = any(one["role"] != "music" for one in timeline.layers) and _all_along(context)
    if any(at_edge in one for one in timeline.main) or (at == 0 and lasting):
        raise CannotEdit("whole_order")
    placing.insert(timeline, clip, at, operation.length, operation.since)
    if gone is not None:
        edits.cut(timeline, [gone])
    context.facts["at"] = at


def _insertion_point(operation: op.Insert, context: Context) -> int:
    """When the new clip begins, ms. Raises CannotEdit where the middle may be one of several."""
    at = operation.at
    if isinstance(at, int):
        return at if at >= 0 else context.timeline.duration + at
    if isinstance(at, Fraction):
        if len(context.timeline.main) > 1:
            raise CannotEdit("which_one", count=len(context.timeline.main))
        return half_up(at * context.timeline.duration)
    return context.span(at)[1 if operation.behind else 0]


def replace_sound(operation: op.ReplaceSound, context: Context) -> None:
    clip = context.clip(operation.src)
    if not clip.has_audio:
        raise CannotEdit("no_sound", name=clip.name)
    whole = (0, context.timeline.duration)
    main.set_level(context.timeline, whole, lambda _: 0.0)
    values = {"src": clip.name} | ({} if operation.vol is None else {"vol": operation.vol})
    layers.add(context.timeline, "music", *whole, values)


def trim_pauses(operation: op.TrimPauses, context: Context) -> None:
    spans, threshold = pauses.pauses_on(
        context.timeline,
        context.media,
        context.listen,
        operation.longer_than,
        operation.keep,
        operation.below_db,
    )
    context.facts |= {"pauses": len(spans), "removed": 0}
    if threshold is not None:
        context.facts["threshold_db"] = round(threshold, 1)
    if spans:
        context.facts["removed"] = edits.cut(context.timeline, spans)


def trim_fillers(operation: op.TrimFillers, context: Context) -> None:
    # The mock has no speech recognition, so it finds none (assumed).
    context.facts["fillers"] = 0


def cut(operation: op.Cut, context: Context) -> None:
    spans = [context.span(one) for one in operation.ranges]
    context.facts["removed"] = edits.cut(context.timeline, spans)


def keep(operation: op.Keep, context: Context) -> None:
    spans = [context.span(one) for one in operation.ranges]
    duration = context.timeline.duration
    first = operation.ranges[0]
    if spans == [(0, duration)] and isinstance(first, Range) and (first.end or 0) > duration:
        raise CannotEdit("outside", at=first.end, duration=duration)
    context.facts["removed"] = edits.keep(context.timeline, spans)


MOST_SPLITS = 100


def split(operation: op.Split, context: Context) -> None:
    at = operation.at
    at = at if isinstance(at, int) else half_up(at * context.timeline.duration)
    if operation.told is not None and abs(operation.told - at) > 1:
        raise CannotEdit("uneven")
    if operation.halves and 2 * at != context.timeline.duration:
        raise CannotEdit("uneven")
    if operation.again and at < context.timeline.duration:
        many = range(at, context.timeline.duration, at)
        if len(many) > MOST_SPLITS:
            raise CannotEdit("no_length", length=at)
        edits.divide(context.timeline, many)
        return
    edits.split(context.timeline, at)


def speed(operation: op.Speed, context: Context) -> None:
    if operation.length is not None:
        factor = Fraction(context.timeline.duration, operation.length)
        if factor == 1 or (factor < 1) != operation.longer:
            raise CannotEdit("outside", at=operation.length, duration=context.timeline.duration)
        edits.speed(context.timeline, factor, context.span(op.WHOLE), None)
        return
    start, end = context.span(operation.range)
    factor = operation.factor
    within = [one for one in context.timeline.main if one["s"] < end and start < end_of(one)]
    if operation.instead and any("speed" in one or "speed_to" in one for one in within):
        factor /= _common_speed(within)
    edits.speed(context.timeline, factor, (start, end), operation.to)


def _common_speed(segments: Sequence[Segment]) -> Fraction:
    """The one speed of all. Raises CannotEdit when they differ, or one changes."""
    found = {edits.speeds(one) for one in segments}
    first, last = found.pop()
    if found or first != last:
        raise CannotEdit("has_speed")
    return Fraction(str(first))


def normal_speed(operation: op.NormalSpeed, context: Context) -> None:
    if not any("speed" in one or "speed_to" in one for one in context.timeline.main):
        raise CannotEdit("is_normal")
    edits.normal_speed(context.timeline)


def reverse(operation: op.Reverse, context: Context) -> None:
    edits.reverse(context.timeline, context.span(operation.range))


def freeze(operation: op.Freeze, context: Context) -> None:
    at = context.timeline.duration if operation.at is None else operation.at
    edits.freeze(context.timeline, at, operation.length)


def transition(operation: op.Transition, context: Context) -> None:
    length = operation.length
    if operation.times is not None:
        there = {one["tr"]["d"] for one in context.timeline.main if "tr" in one}
        if len(there) != 1:
            raise CannotEdit("which_one" if there else "not_there", count=len(there))
        length = round(there.pop() * operation.times)
    if operation.of not in (None, len(context.timeline.main)):
        raise CannotEdit("not_two", count=len(context.timeline.main))
    at = operation.at if operation.into is None else context.span(operation.into)[0]
    context.facts["cuts"] = main.transition(context.timeline, length, at, operation.kind)


def remove_transitions(operation: op.RemoveTransitions, context: Context) -> None:
    if not main.remove_transitions(context.timeline, operation.at):
        raise CannotEdit("not_there")


def generate(operation: op.Generate, context: Context) -> None:
    placing.generate(context.timeline, operation.length, operation.prompt)
    context.generated += 1


def remove_clip(operation: op.RemoveClip, context: Context) -> None:
    main = context.timeline.main
    if operation.of not in (None, len(main)):
        raise CannotEdit("not_there")
    if operation.which is not None:
        found = main[operation.which :][:1] if operation.which < len(main) else []
    elif operation.added:
        ids = str(context.timeline.meta.get("touched", "")).split()
        found = [one for one in main if one.get("id") in ids]
    elif operation.name is not None:
        found = [one for one in main if operation.name in (one.get("src"), one.get("prompt"))]
    else:
        found = [one for one in main if one["role"] == "generated"]
    if not found:
        raise CannotEdit("not_there")
    context.facts["removed"] = edits.cut(
        context.timeline, [(one["s"], end_of(one)) for one in found]
    )


def empty(operation: op.Empty, context: Context) -> None:
    edits.empty(context.timeline)


def rotate(operation: op.Rotate, context: Context) -> None:
    main.rotate(context.timeline, operation.degrees, context.span(operation.range))


def canvas(operation: op.Canvas, context: Context) -> None:
    meta = context.timeline.meta
    now = (meta.get("width", 1920), meta.get("height", 1080))
    size = operation.size or now
    if operation.ratio:
        size = main.shape(*_shaped_from(now, context), operation.ratio)
    main.set_canvas(context.timeline, size, operation.fill, operation.background)
    context.facts["size"] = f"{meta['width']}x{meta['height']}"


def _shaped_from(now: tuple[int, int], context: Context) -> tuple[int, int]:
    """What a new shape is cut from: the first clip's frame if the canvas is a shape of that."""
    first = context.media.get(str(context.timeline.main[0].get("src")))
    if first is None or not first.width:
        return now
    source = (first.width, first.height)
    return source if main.shape(*source, now) == now else now


def picture(operation: op.Picture, context: Context) -> None:
    main.set_picture(context.timeline, operation.values, context.span(operation.range))


def level(operation: op.Level, context: Context) -> None:
    def level(now: float) -> float:
        wanted = now * operation.by if operation.to is None else operation.to
        return context.new_volume(now, wanted, operation.way)

    sounds = [one for one in context.timeline.layers if one["role"] in SOUNDS]
    if operation.everything and sounds:
        if operation.ranges != (op.WHOLE,):
            raise CannotEdit("only_part")
        for layer in sounds:
            set_values(layer, {"vol": level(number(layer, "vol"))})
    for wanted in operation.ranges:
        main.set_level(context.timeline, context.span(wanted), level)


def fade_video(operation: op.FadeVideo, context: Context) -> None:
    if operation.everything and context.timeline.layers:
        raise CannotEdit("not_everything")
    main.fade_video(context.timeline, operation.fade_in, operation.fade_out)


EXECUTORS: dict[type, Executor] = {
    op.Place: place,
    op.Arrange: arrange,
    op.Join: join,
    op.SplitScreen: split_screen,
    op.TrimPauses: trim_pauses,
    op.TrimFillers: trim_fillers,
    op.Cut: cut,
    op.Keep: keep,
    op.Split: split,
    op.Speed: speed,
    op.NormalSpeed: normal_speed,
    op.Append: append,
    op.Insert: insert,
    op.ReplaceSound: replace_sound,
    op.Reverse: reverse,
    op.Freeze: freeze,
    op.Transition: transition,
    op.RemoveTransitions: remove_transitions,
    op.Generate: generate,
    op.RemoveClip: remove_clip,
    op.Empty: empty,
    op.Rotate: rotate,
    op.Canvas: canvas,
    op.Picture: picture,
    op.Level: level,
    op.FadeVideo: fade_video,
}
