"""Operations on the picture carried out: its order, its duration, its look, its own sound."""

from mock_server.agent import operations as op
from mock_server.agent.context import Context, Performer, listen
from mock_server.timeline import CannotEdit, edits, pauses, placing
from mock_server.timeline import picture as main
from mock_server.timeline.tracks import end_of


def place(operation: op.Place, desk: Context) -> None:
    names = operation.names or tuple(
        placing.unplaced(desk.timeline, desk.media, pictures=operation.pictures)
    )
    if not names:
        raise CannotEdit("all_placed" if desk.timeline.main else "no_upload")
    durations = operation.durations
    if not operation.names and len(durations) == 1:
        durations = durations * len(names)
    clips = [desk.clip(name) for name in names]
    there = {one.get("src") for one in desk.timeline.main}
    if operation.ordered and not durations and {clip.name for clip in clips} <= there:
        placing.join(desk.timeline, clips, 0)
        return
    placing.place(desk.timeline, clips, durations)
    desk.facts["clips"] = [clip.name for clip in clips]


def join(operation: op.Join, desk: Context) -> None:
    names = operation.names or tuple(
        dict.fromkeys(
            [str(one["src"]) for one in desk.timeline.main if "src" in one]
            + placing.unplaced(desk.timeline, desk.media)
        )
    )
    if not names:
        raise CannotEdit("no_upload")
    clips = [desk.clip(name) for name in names]
    placing.join(desk.timeline, clips, operation.fade, operation.durations)
    desk.facts["clips"] = list(names)


def trim_pauses(operation: op.TrimPauses, desk: Context) -> None:
    spans, threshold = pauses.pauses_on(
        desk.timeline,
        desk.media,
        listen,
        operation.longer_than,
        operation.keep,
        operation.below_db,
    )
    desk.facts |= {"pauses": len(spans), "removed": 0}
    if threshold is not None:
        desk.facts["threshold_db"] = round(threshold, 1)
    if spans:
        desk.facts["removed"] = edits.cut(desk.timeline, spans)


def trim_fillers(operation: op.TrimFillers, desk: Context) -> None:
    # There is no speech recognition here, so none are found (assumed).
    desk.facts["fillers"] = 0


def cut(operation: op.Cut, desk: Context) -> None:
    spans = [desk.span(one) for one in operation.ranges]
    desk.facts["removed"] = edits.cut(desk.timeline, spans)


def keep(operation: op.Keep, desk: Context) -> None:
    spans = [desk.span(one) for one in operation.ranges]
    desk.facts["removed"] = edits.keep(desk.timeline, spans)


def split(operation: op.Split, desk: Context) -> None:
    edits.split(desk.timeline, operation.at)


def speed(operation: op.Speed, desk: Context) -> None:
    edits.speed(desk.timeline, operation.factor, desk.span(operation.range))


def reverse(operation: op.Reverse, desk: Context) -> None:
    edits.reverse(desk.timeline, desk.span(operation.range))


def freeze(operation: op.Freeze, desk: Context) -> None:
    at = desk.timeline.duration if operation.at is None else operation.at
    edits.freeze(desk.timeline, at, operation.length)


def transition(operation: op.Transition, desk: Context) -> None:
    desk.facts["cuts"] = main.transition(desk.timeline, operation.length, operation.at)


def remove_transitions(operation: op.RemoveTransitions, desk: Context) -> None:
    if not main.remove_transitions(desk.timeline, operation.at):
        raise CannotEdit("not_there")


def generate(operation: op.Generate, desk: Context) -> None:
    placing.generate(desk.timeline, operation.length, operation.prompt)
    desk.generated += 1


def remove_clip(operation: op.RemoveClip, desk: Context) -> None:
    main = desk.timeline.main
    if operation.which is not None:
        found = main[operation.which :][:1] if operation.which < len(main) else []
    elif operation.name is not None:
        found = [one for one in main if operation.name in (one.get("src"), one.get("prompt"))]
    else:
        found = [one for one in main if one["role"] == "generated"]
    if not found:
        raise CannotEdit("not_there")
    desk.facts["removed"] = edits.cut(desk.timeline, [(one["s"], end_of(one)) for one in found])


def rotate(operation: op.Rotate, desk: Context) -> None:
    main.rotate(desk.timeline, operation.degrees)


def canvas(operation: op.Canvas, desk: Context) -> None:
    meta = desk.timeline.meta
    now = (meta.get("width", 1920), meta.get("height", 1080))
    size = main.shape(*now, operation.ratio) if operation.ratio else operation.size or now
    main.set_canvas(desk.timeline, size, operation.fill)
    desk.facts["size"] = f"{meta['width']}x{meta['height']}"


def picture(operation: op.Picture, desk: Context) -> None:
    main.set_picture(desk.timeline, operation.values, desk.span(operation.range))


def level(operation: op.Level, desk: Context) -> None:
    def level(now: float) -> float:
        return now * operation.by if operation.to is None else operation.to

    for wanted in operation.ranges:
        main.set_level(desk.timeline, desk.span(wanted), level)


def fade_video(operation: op.FadeVideo, desk: Context) -> None:
    main.fade_video(desk.timeline, operation.fade_in, operation.fade_out)


PERFORMERS: dict[type, Performer] = {
    op.Place: place,
    op.Join: join,
    op.TrimPauses: trim_pauses,
    op.TrimFillers: trim_fillers,
    op.Cut: cut,
    op.Keep: keep,
    op.Split: split,
    op.Speed: speed,
    op.Reverse: reverse,
    op.Freeze: freeze,
    op.Transition: transition,
    op.RemoveTransitions: remove_transitions,
    op.Generate: generate,
    op.RemoveClip: remove_clip,
    op.Rotate: rotate,
    op.Canvas: canvas,
    op.Picture: picture,
    op.Level: level,
    op.FadeVideo: fade_video,
}
