"""What a batch is made of: clips by name or glob, or the rows of a table in CSV, TSV or JSON lines."""

from __future__ import annotations

import csv
import glob
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nemo_spec.safe_files import read_bounded

ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")
"""The file names of tables."""
_OTHER_TABLES = (".xlsx", ".xls", ".ods", ".numbers", ".txt", ".json")
MAX_BYTES = 8_000_000
MAX_ROWS = 10_000
"""Of one table, or clips of one call."""

Cells = Mapping[str, str]
_QUOTING = {
    "unexpected end of data": 'a cell begins with " and has no end – write " in a cell as ""',
    "expected after": 'something follows the " that ends a cell – write " in a cell as ""',
}
"""What Python's reader says of quotes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One clip, or one set of clips, as it was asked for. `place` is where: `clips.csv:3`, or the clip
    itself. `cells` are by the name of their column, `folder` is what paths in them are relative to."""

    place: str
    cells: Cells
    folder: Path = field(default_factory=Path)

    @property
    def label(self) -> str:
        """`clips.csv:3 a.mp4`, or the clip itself."""
        clips = [cell for name, cell in self.cells.items() if name.partition(".")[0] == "clip"]
        return self.place if clips == [self.place] else " ".join([self.place, *clips])


class InvalidBatch(Exception):
    """Rows, clips or the recipe are wrong; nothing was sent. `problems` are all of them, each with its
    place."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


def read_rows(sources: Sequence[str]) -> list[Row]:
    """The rows of a table, or one for each clip. Raises InvalidBatch with everything that is wrong."""
    tables = [source for source in sources if Path(source).suffix.lower() in ENDINGS]
    if tables and len(sources) > 1:
        raise InvalidBatch([f"{tables[0]}: a table comes alone – leave out the other arguments"])
    rows = _rows_of_table(Path(tables[0])) if tables else _rows_of_clips(sources)
    if len(rows) > MAX_ROWS:
        raise InvalidBatch([f"{len(rows)} clips: {MAX_ROWS} are the most – split them up"])
    return rows


def _rows_of_clips(sources: Sequence[str]) -> list[Row]:
    """A name that is there is a clip, whatever characters it has; shells that leave globs as they are,
    such as that of Windows, are helped out."""
    found, wrong = list[str](), list[str]()
    for source in sources:
        is_glob = glob.has_magic(source) and not Path(source).exists()
        here = sorted(glob.glob(source, recursive=True)) if is_glob else [source]  # noqa: PTH207
        found += here
        wrong += [] if here else [f"{source}: no file matches"]
    wrong += [
        f"{one}: a table ends in .csv, .tsv or .jsonl – save it as CSV UTF-8"
        for one in found
        if Path(one).suffix.lower() in _OTHER_TABLES
    ]
    wrong += [f"{one}: the clip is named twice" for one, n in Counter(found).items() if n > 1]
    if wrong:
        raise InvalidBatch(wrong)
    return [Row(one, {"clip": one}) for one in found]


def _rows_of_table(path: Path) -> list[Row]:
    try:
        text = read_bounded(path, MAX_BYTES + 1).decode("utf-8-sig")
    except OSError as error:
        raise InvalidBatch([f"{path}: cannot be read: {error.strerror or error}"]) from None
    except UnicodeDecodeError:
        raise InvalidBatch([f"{path}: not UTF-8 text – save it as CSV UTF-8"]) from None
    if len(text) > MAX_BYTES or "\0" in text:
        raise InvalidBatch([f"{path}: not a table of at most {MAX_BYTES // 10**6} MB"])
    is_lines = path.suffix.lower() in (".jsonl", ".ndjson")
    wrong: list[str] = []
    parsed = (_json_rows if is_lines else _csv_rows)(text, path, wrong)
    rows = [Row(f"{path}:{line}", cells, path.parent) for line, cells in parsed]
    if not rows and not wrong:
        wrong.append(f"{path}: the table has no rows")
    if wrong:
        raise InvalidBatch(wrong)
    return rows


def _csv_rows(text: str, path: Path, wrong: list[str]) -> Iterator[tuple[int, Cells]]:
    """Rows with their lines, from 1; an empty cell is none."""
    comma = "\t" if path.suffix.lower() == ".tsv" else _separator(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    line = 1
    try:
        header = [name.strip() for name in next(reader, [])]
        wrong += [f"{path}:1: {reason}" for reason in _wrong_header(header)]
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) > len(header):
                wrong.append(f"{path}:{line}: {len(cells)} cells under {len(header)} columns")
            elif any(cell.strip() for cell in cells):
                yield line, {name: c for name, c in zip(header, cells, strict=False) if c.strip()}
            line = reader.line_num + 1
    except csv.Error as error:
        wrong.append(f"{path}:{line}: {_reason(error)}")


def _reason(error: csv.Error) -> str:
    return next((ours for theirs, ours in _QUOTING.items() if theirs in str(error)), str(error))


def _separator(header: str) -> str:
    """A comma; a semicolon where Excel's locale writes one; a tab where a sheet was pasted."""
    return next((one for one in ",;\t" if one in header), ",")


def _wrong_header(header: Sequence[str]) -> Iterator[str]:
    if "" in header:
        yield f"column {header.index('') + 1} has no name"
    for name in sorted({name for name in header if name and header.count(name) > 1}):
        yield f"column `{name}` is there twice"


def _json_rows(text: str, path: Path, wrong: list[str]) -> Iterator[tuple[int, Cells]]:
    """An object a line; null is no cell."""
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        try:
            yield line, _cells(content)
        except RecursionError:
            wrong.append(f"{path}:{line}: nested too deeply")
        except ValueError as error:
            reason = f"not JSON: {error.msg}" if isinstance(error, json.JSONDecodeError) else error
            wrong.append(f"{path}:{line}: {reason}")


def _cells(content: str) -> Cells:
    """Raises ValueError, whose text says why."""
    found = json.loads(content, object_pairs_hook=_once, parse_float=str, parse_int=str)
    if not isinstance(found, dict):
        raise ValueError('not an object such as {"clip": "a.mp4"}')
    for name, value in found.items():
        if not isinstance(value, str | None):
            raise ValueError(f"`{name}` is neither a text nor a number")
    return {name: value for name, value in found.items() if value is not None}


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"`{name}` is there twice")
    return dict(pairs)
