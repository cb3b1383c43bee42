"""Make reversed clips in short pieces: reversing holds every frame in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from mock_server.media.probe import Media, input_options
from mock_server.media.worker import read
from mock_server.render import encode
from mock_server.render.blocks import RATE, opened_at
from mock_server.render.composition import Canvas, Clip
from mock_server.render.picture import even, matrix, opaque
from mock_server.state import private_files

# Memory for the frames of one piece, in bytes.
MEMORY = 96_000_000


def with_reversed_sources(clips: Sequence[Clip], canvas: Canvas, folder: Path) -> list[Clip]:
    """Replace each reversed clip with one of a pre-reversed source.

    Neighbours share that source, so that they need only one input.
    """
    made: list[Clip] = []
    run: list[Clip] = []
    for clip in [*clips, None]:
        if clip and clip.kind == "footage" and clip.reverse and (not run or _alike(run[-1], clip)):
            run.append(clip)
            continue
        made += _reversed_run(run, canvas, folder) if run else []
        run = []
        if clip and clip.kind == "footage" and clip.reverse:
            run = [clip]
        elif clip:
            made.append(clip)
    return made


def _alike(one: Clip, two: Clip) -> bool:
    if one.speed_to is not None or two.speed_to is not None:
        return False
    sources = [(clip.source, clip.picture.beside, clip.speed) for clip in (one, two)]
    return sources[0] == sources[1]


def _reversed_run(run: list[Clip], canvas: Canvas, folder: Path) -> list[Clip]:
    """Reverse the clips of one source into one file, and what plays beside them into another."""
    media, beside = run[0].source, run[0].picture.beside
    assert media
    source, starts = _reversed(run, media, canvas, folder, f"back{run[0].start}")
    if beside:
        beside, _ = _reversed(run, beside, canvas, folder, f"beside{run[0].start}")
    return [
        replace(
            clip, source=source, begin=float(start), reverse=False,
            picture=replace(clip.picture, beside=beside),
        )
        for clip, start in zip(run, starts, strict=True)
    ]  # fmt: skip


def _reversed(
    run: list[Clip], media: Media, canvas: Canvas, folder: Path, stem: str
) -> tuple[Media, list[Fraction]]:
    """What the clips play of a file, reversed into one, and from when on each is in it (ms)."""
    rate = canvas.fps / Fraction(run[0].mean_speed).limit_denominator(1000)
    parts: list[Path] = []
    starts: list[Fraction] = []
    written = 0
    for clip in run:
        frames = canvas.frame(clip.end) - canvas.frame(clip.start)
        starts.append(written * 1000 / rate)
        for begin, count in _pieces(clip, frames, rate, media):
            parts.append(folder / f"{stem}-{len(parts)}.mov")
            _write_piece(media, begin, count, rate, parts[-1])
        written += frames
    whole = _one_file(parts, folder / f"{stem}.mov")
    return read(whole, whole.name), starts


def _pieces(clip: Clip, frames: int, rate: Fraction, media: Media) -> list[tuple[float, int]]:
    """Begin (ms) and number of frames of the pieces, the last of the source first."""
    size = max(int(MEMORY / (media.width * media.height * 1.5 or MEMORY)), 1)
    firsts = range(0, frames, size)
    return [(clip.begin + f * 1000 / rate, min(size, frames - f)) for f in reversed(firsts)]


def _write_piece(media: Media, begin: float, frames: int, rate: Fraction, out: Path) -> None:
    opened = opened_at(media, begin)
    first = round((begin - Fraction(opened)) * rate / 1000)
    chains, maps = [], []
    if media.moves:
        chains.append(_picture_backwards(media, first, frames, rate))
        maps += ["-map", "[v]", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "8"]
    if media.has_audio:
        ends = [round(edge * RATE / rate) for edge in (first, first + frames)]
        chains.append(f"[0:{media.sound.stream}]aresample={RATE}:async=1:first_pts=0,apad,"
                      f"atrim=start_sample={ends[0]}:end_sample={ends[1]},areverse[a]")  # fmt: skip
        maps += ["-map", "[a]", "-c:a", "pcm_s16le"]
    encode.run(
        ["-t", f"{float((first + frames) / rate) + 1:.6f}", *input_options(media, opened / 1000),
         "-filter_complex", ";".join(chains), *maps, str(out)],
        out.parent, float(frames / rate), None,
    )  # fmt: skip


def _picture_backwards(media: Media, first: int, frames: int, rate: Fraction) -> str:
    """So many frames from the `first` of the input on, the last of them first."""
    end = first + frames
    filters = [
        f"fps={rate}:start_time=0", f"tpad=stop={end}:stop_mode=clone",
        f"trim=start_frame={first}:end_frame={end}", *opaque(media, matrix(media.height)), "reverse",
        f"scale={even(media.width)}:{even(media.height)}", "setsar=1", "format=yuv420p",
    ]  # fmt: skip
    return f"[0:{media.tracks.picture}]{','.join(filters)}[v]"


def _one_file(parts: list[Path], out: Path) -> Path:
    if len(parts) == 1:
        return parts[0]
    listing = out.with_suffix(".txt")
    private_files.write(listing, "".join(f"file {part.name}\n" for part in parts).encode())
    encode.run(["-f", "concat", "-i", listing.name, "-c", "copy", str(out)], out.parent, 1, None)
    return out
