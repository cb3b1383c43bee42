"""The rows of a batch, bound to their recipe and checked together before anything is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from nemo_spec.api.apply import Prepared, prepare
from nemo_spec.api.request import Request
from nemo_spec.batches.table import InvalidBatch, Row
from nemo_spec.compile import Upload
from nemo_spec.compile.loader import open_recipe
from nemo_spec.language.diagnostics import has_errors, render, rendered
from nemo_spec.media.probe import look_ahead
from nemo_spec.recipe.library import overwritten, place_of
from nemo_spec.run.session.workspace import fingerprint

Problem = tuple[str, str]
"""The place of a row, and what is wrong there."""

ONE_BY_ONE = "a session takes one clip at a time – leave out -n, or --one-session"
_AT_ONCE = 32
_LET = "let."
_CLIP = "clip."


@dataclass(frozen=True, slots=True)
class Columns:
    """What a recipe leaves open: its clips without a file in their order, and its `let`s. `is_named`:
    it names its clips itself."""

    clips: tuple[str, ...]
    variables: tuple[str, ...]
    is_named: bool

    def request(self, base: Request, row: Row) -> Request:
        """What a row asks for. Paths are relative to the folder of its table."""
        cells, settings = row.cells, dict[str, str]()
        for name, value in cells.items():
            if name not in ("clip", "output") and not name.startswith(_CLIP):
                settings[name.removeprefix(_LET)] = value
        named = [cells.get("clip") or cells.get(f"{_CLIP}{name}") for name in self.clips]
        clips = [_in(row.folder, one) for one in named if one]
        output = _in(row.folder, cells["output"]) if "output" in cells else None
        return base._replace(
            clips=tuple(clips),
            settings=(*base.settings, *(f"{name}={value}" for name, value in settings.items())),
            output=None if output is None else Path(output),
        )

    def wrong(self, row: Row) -> Iterator[Problem]:
        """What is wrong with the cells of a row, before the recipe is bound to it."""
        for name in row.cells:
            if reason := self._wrong_column(name):
                yield row.place, reason
        for name in self.clips:
            has_other = "clip" in row.cells and not self.is_named
            if f"{_CLIP}{name}" not in row.cells and not has_other and len(self.clips) > 1:
                yield row.place, f"no file for clip `{name}` – fill in the column `{_CLIP}{name}`"
        if len(self.clips) == 1 and not {"clip", f"{_CLIP}{self.clips[0]}"} & row.cells.keys():
            yield row.place, "no clip – fill in the column `clip`"

    def _wrong_column(self, name: str) -> str:
        if name == "clip":
            return self._wrong_clip()
        if name.startswith(_CLIP):
            clip = name.removeprefix(_CLIP)
            known = [f"{_CLIP}{one}" for one in self.clips] if self.is_named else []
            return "" if name in known else f"column `{name}`: the recipe {_no_clip(clip, known)}"
        variable = name.removeprefix(_LET)
        if name == "output" or variable in self.variables:
            return ""
        near = get_close_matches(name[:60], ["clip", "output", *self.variables], 1, 0.6)
        meant = f", did you mean `{near[0]}`?" if near else ""
        return f"column `{name}`: the recipe has no `let {variable}`{meant}"

    def _wrong_clip(self) -> str:
        if len(self.clips) == 1:
            return ""
        if not self.clips:
            return "the recipe names all its files itself, and takes no clip"
        columns = ", ".join(f"`{_CLIP}{name}`" for name in self.clips)
        return f"the recipe takes {len(self.clips)} clips: name the columns of a table {columns}"


def _no_clip(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(f"{_CLIP}{name[:60]}", known, 1, 0.6)
    cure = f", did you mean `{near[0]}`?" if near else ""
    return f"has no `clip {name}` without a file{cure}"


def _in(folder: Path, path: str) -> str:
    return str(folder / path) if folder != Path() else path


def columns_of(request: Request) -> Columns:
    """What the recipe leaves open. Raises InvalidBatch when it cannot be read at all."""
    opened = open_recipe(request.recipe, (), request.settings)
    if opened.planned is None:
        raise InvalidBatch(["\n".join(rendered(opened.diagnostics))])
    planned = opened.planned
    named = tuple(one.name for one in planned.plan.materials if not one.path)
    is_named = any(statement.verb == "clip" for statement in planned.plan.statements)
    return Columns(named, planned.variables, is_named)


def prepare_rows(
    base: Request,
    rows: Sequence[Row],
    also_written: Sequence[Path] = (),
    on_row: Callable[[int, int], object] = lambda done, count: None,
    *,
    workers: int = 1,
    offline: bool = False,
    one_session: bool = False,
) -> list[Prepared]:
    """Every row with its recipe read and its clips measured, `workers` at a time. `base` is what all rows
    share; with `one_session` also a session. Makes the folders of exports. Raises InvalidBatch with all
    that is wrong, by row."""
    if one_session and workers > 1:
        raise InvalidBatch([ONE_BY_ONE])
    columns = columns_of(base)
    if wrong := [problem for row in rows for problem in columns.wrong(row)]:
        raise InvalidBatch(_together(wrong))
    pool, prepared = ThreadPoolExecutor(workers, "check"), list[Prepared]()
    try:
        requests = [columns.request(base, row) for row in rows]
        clips = list(dict.fromkeys(Path(clip) for one in requests for clip in one.clips))
        for _ in pool.map(look_ahead, _parts(clips)):
            on_row(0, len(rows))
        ready = partial(prepare, also_written=also_written, offline=offline)
        for number, found in enumerate(pool.map(ready, requests), 1):
            prepared.append(found)
            on_row(number, len(rows))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    wrong = [
        (row.place, render(one))
        for row, found in zip(rows, prepared, strict=True)
        for one in found.diagnostics
        if has_errors([one])
    ]
    wrong += _clashes(rows, prepared)
    wrong += _same_names(rows, prepared) if one_session else ()
    if wrong:
        raise InvalidBatch(_together(wrong))
    return prepared


def warnings(rows: Sequence[Row], prepared: Sequence[Prepared]) -> list[str]:
    """What is doubtful in the rows, a line each."""
    return _together(
        [
            (row.place, f"{one.code}: {one.message}")
            for row, found in zip(rows, prepared, strict=True)
            for one in found.diagnostics
            if not has_errors([one])
        ]
    )


def _clashes(rows: Sequence[Row], prepared: Sequence[Prepared]) -> Iterator[Problem]:
    """Exports that two rows would write, or that would be written over what a row reads."""
    places: dict[str, str] = {}
    written = [path for one in prepared for path in one.outputs.values()]
    hit = overwritten(written, {path for one in prepared for path in one.opened.read})
    for row, one in zip(rows, prepared, strict=True):
        for path in one.outputs.values():
            if path in hit:
                yield row.place, f"{path} is {hit[path]}, which a row reads – name another file"
            first = places.setdefault(place_of(path), row.place)
            if first != row.place:
                cure = 'give each an `output`, or write `to "out/{clip}.mp4"` in the recipe'
                yield row.place, f"{path} is the export of {first} too – {cure}"


def _parts(clips: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """As many clips as one child process is given."""
    for first in range(0, len(clips), _AT_ONCE):
        yield clips[first : first + _AT_ONCE]


def _same_names(rows: Sequence[Row], prepared: Sequence[Prepared]) -> Iterator[Problem]:
    """Files that a shared session could not tell apart: uploads are called by their names."""
    first: dict[str, tuple[str, Upload]] = {}
    for row, one in zip(rows, prepared, strict=True):
        for upload in one.opened.program.uploads if one.opened.program else ():
            place, other = first.setdefault(upload.name.casefold(), (row.place, upload))
            if upload != other and _content(upload) != _content(other):
                cure = "rename one, or leave out --one-session"
                yield row.place, f"{upload.path} is called like {other.path} of {place} – {cure}"


def _content(upload: Upload) -> list[str]:
    return [fingerprint(Path(path)) for path in upload.files]


def _together(problems: Sequence[Problem]) -> list[str]:
    """What several rows share is said once, with the first places."""
    places: dict[str, list[str]] = {}
    for place, text in problems:
        places.setdefault(text, []).append(place)
    return [f"{_few(found)}: {text}" for text, found in places.items()]


def _few(places: Sequence[str]) -> str:
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"{', '.join(places[:3])}{more}"
