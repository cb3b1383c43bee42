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
from nemo_spec.run.service import Steps
from nemo_spec.safe_files import refuse_named
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.delivery import ExportAudio, ExportCaptions, ExportFrame
from nemo_spec.verdict.findings import Finding


def extract(one: Extract, timeline: Timeline, video: Path | None, path: Path) -> Steps[Finding]:
    """Leave the file at `path`. `video` is the one that was delivered, `timeline` its draft.

    Raises OSError."""
    refuse_named(path)
    part = path.with_name(f".{path.name[:200]}.part")
    part.unlink(missing_ok=True)  # of a run that was killed
    try:
        made, told = _taken(one, timeline, video, part)
        part.replace(path)
    except NotMedia as refusal:
        return Finding("missing", one.owner, f"not made: {refusal}")
    finally:
        part.unlink(missing_ok=True)
    delivered = events.Delivered(path, path.stat().st_size, made.width, made.height, made.length)
    yield delivered
    return Finding("met", one.owner, told or delivered.measured)


def _taken(one: Extract, timeline: Timeline, video: Path | None, part: Path) -> tuple[Clip, str]:
    """What was written, and what is to be said of it but its size. Raises NotMedia, OSError."""
    export = one.export
    if isinstance(export, ExportCaptions):
        count = _captions(export, timeline, part)
        return Clip(0, 0, 0), f"{count} caption{'' if count == 1 else 's'}"
    if video is None:
        raise NotMedia("there is no video that is as asked for")
    if isinstance(export, ExportFrame):
        return take_frame(video, export.at, export.format, part), ""
    assert isinstance(export, ExportAudio)
    return take_sound(video, export.format, part), ""


def _captions(export: ExportCaptions, timeline: Timeline, part: Path) -> int:
    """How many were written."""
    cues = list(captions_of(timeline))
    if not cues:
        raise NotMedia("there are no captions in the draft")
    content = srt(cues) if export.format == "srt" else vtt(cues)
    with part.open("xb") as file:
        file.write(content.encode("utf-8", "replace"))
    return len(cues)


def captions_of(timeline: Timeline) -> Iterator[Cue]:
    """The captions that are seen, in order of time."""
    shown = (one for one in timeline.layers if one.role == "caption" and one.texts)
    for one in sorted(shown, key=lambda layer: (layer.start.lo, layer.end.lo)):
        if not one.properties.get("hidden"):
            yield Cue(one.start.lo, one.end.lo, "\n".join(one.texts))
