"""Runs as pages that anybody can look at: one file each, which needs no network."""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.media.stills import frame_of, preview_of
from nemo_spec.nemo.text import mask
from nemo_spec.report.cases import reason
from nemo_spec.report.moments import Shown, files_of, source_at
from nemo_spec.report.record import Line, Record, worst
from nemo_spec.report.side_by_side import Fact, facts_of
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import TRACK_NAMES, by_track, content_of, span
from nemo_spec.verdict.final import verify_whole

if TYPE_CHECKING:
    from jinja2 import Template

MOST_PREVIEW = 8_000_000
"""Bytes of video in a page."""
_WIDTH = 320
"""Pixels of a frame."""
_MOST_FRAMES = 60
"""Lines with frames: more would make a page that no phone opens."""
_TILE, _MOST_TILES = 200, 400
"""The contact sheet: pixels of a frame, and how many there are at most."""
_SHEET, _ROW, _GUTTER = 1000, 30, 110
"""Units of the drawn timeline: its width, the height of a track, the room for its name."""
_SCRIPT, _STYLE = "page.js", "page.css"


class Block(NamedTuple):
    """A segment as it is drawn."""

    x: float
    width: float
    kind: str
    label: str
    at: int


class Row(NamedTuple):
    """A track as it is drawn; `y` is its upper edge."""

    name: str
    y: int
    blocks: Sequence[Block]


class Looked(NamedTuple):
    """A line as the page shows it; `at` in ms of the timeline. Frames are `data:` addresses."""

    number: int
    text: str
    status: str
    findings: Sequence[tuple[str, str, str]]
    facts: Sequence[Fact]
    at: int | None
    credits: float | None
    source: str
    delivered: str


def report(record: Record, folder: Path = Path()) -> str:
    """The page of one run, for a file in `folder`. Frames and the preview are made from local files."""
    preview, film = "", record.files[0] if record.files else None
    if film:
        content = preview_of(film.path, MOST_PREVIEW)
        preview = _data("video/mp4", content)
    return _template("page.html").render(
        record=record,
        title=Path(record.path).name,
        rows=list(_rows(record.edited)) if record.edited else [],
        length=record.edited.length.lo if record.edited else 0,
        sheet=_SHEET,
        gutter=_GUTTER,
        row=_ROW,
        lines=list(_lines(record)),
        most_frames=_MOST_FRAMES,
        beside=[(f.status, f.message) for f in record.beside],
        preview=preview,
        films=[(_link(one.path, folder), one.path.name, mask(one.measured)) for one in record.files],
        problems=[(p.severity, _told(p)) for p in record.complaints],
        cost=record.finished.cost if record.finished else None,
        at_most=bool(record.finished and record.finished.at_most),
        error=record.why_failed,
        **_assets(),
    )  # fmt: skip


def _told(problem: Diagnostic) -> str:
    where = f"line {problem.span.line}: " if problem.span else ""
    return f"{where}{problem.message}{problem.cure and f' – {problem.cure}'}"


def report_all(records: Sequence[Record]) -> str:
    """The index of several runs, whose pages lie beside it as `page_names` says, with a contact sheet: a
    frame of each delivered video."""
    names = page_names(records)
    rows = [
        (name, _called(record), record.result, record.seed, _met(record), mask(reason(record)))
        for name, record in zip(names, records, strict=True)
    ]
    tiles = [
        (*row[:3], _middle(record))
        for row, record in zip(rows, records[:_MOST_TILES], strict=False)
    ]
    tiles = [tile for tile in tiles if tile[3]]
    return _template("index.html").render(
        rows=rows, tiles=tiles, result=worst(records), **_assets()
    )


def pages(records: Sequence[Record], folder: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of all files for a folder, the index last."""
    for name, record in zip(page_names(records), records, strict=True):
        yield name, report(record, folder)
    yield "index.html", report_all(records)


def page_names(records: Sequence[Record]) -> list[str]:
    """`03-intro.html`: no two alike, and no character that a file system minds."""
    stems = ("".join(c if c.isalnum() and c.isascii() else "-" for c in Path(r.path).stem)[:60]
             for r in records)  # fmt: skip
    return [f"{number:02d}-{stem}.html" for number, stem in enumerate(stems, 1)]


def _called(record: Record) -> str:
    """The recipe, with its clips where it was called with some."""
    return mask(" ".join([record.path, *record.clips]))


def _middle(record: Record) -> str:
    """A frame from the middle of what was delivered first and can be seen; empty without one."""
    film = next((file for file in record.files if file.width), None)
    if film is None:
        return ""
    return _data("image/jpeg", frame_of(film.path, film.length / 2, _TILE))


def _met(record: Record) -> str:
    lines = list(record.lines)
    return f"{sum(line.status == 'met' for line in lines)} of {len(lines)} lines"


# ---- Lines ---------------------------------------------------------------------------------------


def _lines(record: Record) -> Iterator[Looked]:
    price, look, compare = _prices(record), _looker(record), _comparer(record)
    for count, line in enumerate(record.lines):
        source, delivered = ("", "") if line.at is None or count >= _MOST_FRAMES else look(line.at)
        found = [(f.status, f.message, f.instruction) for f in line.findings]
        number = record.number_of(line.owner) or 0
        yield Looked(
            number, line.text, line.status, found, compare(line), line.at, price.get(number),
            source, delivered,
        )  # fmt: skip


def _looker(record: Record) -> Callable[[int], tuple[str, str]]:
    """What finds the frames of source and delivered video at a time (ms); many lines are about the same."""
    local, timeline = files_of(record), record.edited
    film = record.files[0].path if record.files else None

    @cache
    def look(at: int) -> tuple[str, str]:
        source = source_at(timeline, local, at) if timeline else None
        return _frame(source), _frame(Shown(film, at)) if film else ""

    return look


def _comparer(record: Record) -> Callable[[Line], list[Fact]]:
    """What finds the facts of a line, expected and found."""
    if record.program is None or record.edited is None:
        return lambda _: []
    whole = verify_whole(record.program, record.edited)
    return lambda line: [
        Fact(fact.key, mask(fact.expected), mask(fact.found))
        for fact in facts_of(line, whole.predicted, whole.timeline)
    ]


def _prices(record: Record) -> dict[int, float]:
    """Credits by line; a message about several lines counts for the first."""
    found: dict[int, float] = {}
    for event in record.bill:
        number = record.number_of(event.owners[0]) if event.owners else None
        if number is not None:
            found[number] = found.get(number, 0) + event.credits
    return found


def _frame(shown: Shown | None) -> str:
    return "" if shown is None else _data("image/jpeg", frame_of(shown.path, shown.ms, _WIDTH))


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}" if content else ""


def _link(path: Path, folder: Path) -> str:
    """As seen from the page, so that both can be moved together."""
    try:
        return quote(Path(os.path.relpath(path, folder)).as_posix())
    except ValueError:  # another drive
        return path.resolve().as_uri()


# ---- The drawn timeline --------------------------------------------------------------------------


def _rows(timeline: Timeline) -> Iterator[Row]:
    tracks = by_track(timeline)
    total = max((one.end.lo for track in tracks for one in track), default=0)
    for number, track in enumerate(tracks):
        blocks = [_block(one, total) for one in track]
        yield Row(TRACK_NAMES[track[0].role], number * _ROW, blocks)


def _block(segment: Segment, total: int) -> Block:
    room = _SHEET - _GUTTER
    x = _GUTTER + segment.start.lo * room / max(1, total)
    width = max(2.0, (segment.end.lo - segment.start.lo) * room / max(1, total) - 1)
    name = mask(content_of(segment) or segment.role)
    fits = int(width / 7)
    label = name if len(name) <= fits else name[: max(0, fits - 1)] + "…" if fits > 2 else ""
    kind = "made" if segment.role == "generated" else segment.kind
    return Block(
        round(x, 2), round(width, 2), kind, f"{label}|{name}, {span(segment)}", segment.start.lo
    )


# ---- The template --------------------------------------------------------------------------------


def _template(name: str) -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("nemo_spec.report", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["seconds"] = lambda ms: f"{ms / 1000:.1f} s"
    return made.get_template(name)


@cache
def _asset(name: str) -> str:
    return files("nemo_spec.report").joinpath("page", name).read_text("utf-8")


def _assets() -> dict[str, str]:
    """The style and the script, and a policy that lets nothing else in."""
    script, style = _asset(_SCRIPT), _asset(_STYLE)
    policy = (
        f"default-src 'none'; img-src data:; media-src data:; style-src {_hash(style)}; "
        f"script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return {"script": script, "style": style, "policy": policy}


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
