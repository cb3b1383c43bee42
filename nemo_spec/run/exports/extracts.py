"""Make a picture, a sound file or a subtitle file of a delivered video and its draft.

Each is made anew in every run: it then belongs to the video that lies beside it. It is written beside
its place and moved there, so that a run that ends in the middle leaves the file of the run before.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nemo_spec.compile import Extract
from nemo_spec.media.cue_files import srt, vtt
from nemo_spec.media.cues import Cue
from nemo_spec.media.probe import Clip, NotMedia, take_frame, take_sound
from nemo_spec.run import events
from nemo_spec.run.exports.render import measured
from nemo_spec.run.service import Steps
from nemo_spec.safe_files import write_named
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.delivery import ExportAudio, ExportCaptions, ExportFrame
from nemo_spec.verdict.findings import Finding


def extract(one: Extract, timeline: Timeline, video: Path | None, path: Path) -> Steps[Finding]:
    """Leave the file at `path`. `video` is the one that was delivered, `timeline` its draft.

    Raises OSError."""
    if isinstance(one.export, ExportCaptions):
        return (yield from _captions(one.owner, one.export, timeline, path))
    if video is None:
        return Finding("missing", one.owner, "not made: there is no video that is as asked for")
    part = path.with_name(f".{path.name[:200]}.part")
    part.unlink(missing_ok=True)  # of a run that was killed
    try:
        made = _taken(one, video, part)
        part.replace(path)
    except NotMedia as refusal:
        return Finding("missing", one.owner, f"not made: {refusal}")
    finally:
        part.unlink(missing_ok=True)
    delivered = events.Delivered(path, path.stat().st_size, made.width, made.height, made.length)
    yield delivered
    return Finding("met", one.owner, measured(delivered))


def _taken(one: Extract, video: Path, part: Path) -> Clip:
    """Raises NotMedia."""
    export = one.export
    if isinstance(export, ExportFrame):
        return take_frame(video, export.at, export.format, part)
    assert isinstance(export, ExportAudio)
    return take_sound(video, export.format, part)


def _captions(owner: int, export: ExportCaptions, timeline: Timeline, path: Path) -> Steps[Finding]:
    cues = list(captions_of(timeline))
    if not cues:
        return Finding("missing", owner, "not made: there are no captions in the draft")
    content = srt(cues) if export.format == "srt" else vtt(cues)
    write_named(path, content.encode("utf-8", "replace"))
    yield events.Delivered(path, path.stat().st_size, 0, 0, 0)
    return Finding("met", owner, f"{len(cues)} caption{'' if len(cues) == 1 else 's'}")


def captions_of(timeline: Timeline) -> Iterator[Cue]:
    """The captions that are seen, in order of time."""
    shown = (one for one in timeline.layers if one.role == "caption" and one.texts)
    for one in sorted(shown, key=lambda layer: (layer.start.lo, layer.end.lo)):
        if not one.properties.get("hidden"):
            yield Cue(one.start.lo, one.end.lo, "\n".join(one.texts))
