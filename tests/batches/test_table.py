"""What a batch is made of is read from clips, globs and tables; everything wrong is named by row."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemo_spec.batches.table import MAX_ROWS, InvalidBatch, Row, read_rows


def written(folder: Path, name: str, text: str | bytes) -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "clip,name\na.mp4,Ada\n\nb.mp4,\n"),
        ("t.csv", "\ufeffclip;name\r\na.mp4;Ada\r\n;\r\nb.mp4;\r\n"),
        ("t.csv", "clip\tname\na.mp4\tAda\n\nb.mp4\t\n"),
        ("t.tsv", "clip\tname\na.mp4\tAda\n\nb.mp4\n"),
        ("t.jsonl", '{"clip": "a.mp4", "name": "Ada"}\n\n\n{"clip": "b.mp4", "name": null}\n'),
    ],
)
def test_the_same_table_in_every_form(tmp_path: Path, name: str, text: str):
    rows = read_rows([written(tmp_path, name, text)])
    assert [row.cells for row in rows] == [{"clip": "a.mp4", "name": "Ada"}, {"clip": "b.mp4"}]
    first = 1 if name == "t.jsonl" else 2
    lines = [int(row.place.rpartition(":")[2]) for row in rows]
    assert lines == [first, 4]
    assert {row.folder for row in rows} == {tmp_path}
    assert rows[0].label == f"{rows[0].place} a.mp4"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("t.csv", "", "t.csv: the table has no rows"),
        ("t.csv", "clip,name\n", "t.csv: the table has no rows"),
        ("t.csv", "clip,clip\na,b\n", "t.csv:1: column `clip` is there twice"),
        ("t.csv", "clip,,x\na,b,c\n", "t.csv:1: column 2 has no name"),
        ("t.csv", "clip\na\nb,c\n", "t.csv:3: 2 cells under 1 columns"),
        ("t.csv", 'clip\na\n"a\n\n', 't.csv:3: a cell begins with " and has no end'),
        ("t.csv", 'clip\n"a"b\n', 't.csv:2: something follows the " that ends a cell'),
        ("t.csv", 'clip;x\n"a"b;1\n', 't.csv:2: something follows the " that ends a cell'),
        ("t.csv", b"clip\n\xff\n", "t.csv: not UTF-8 text"),
        ("t.csv", "clip\na\0\n", "t.csv: not a table"),
        ("t.jsonl", "[1]\n", "t.jsonl:1: not an object"),
        ("t.jsonl", '{"clip": "a"}\n{"clip"\n', "t.jsonl:2: not JSON"),
        ("t.jsonl", '{"clip": ["a"]}\n', "t.jsonl:1: `clip` is neither a text nor a number"),
        ("t.jsonl", '{"x": true}\n', "t.jsonl:1: `x` is neither a text nor a number"),
        ("t.jsonl", '{"clip": "a", "clip": "b"}\n', "t.jsonl:1: `clip` is there twice"),
        ("t.jsonl", "[" * 100_000, "t.jsonl:1: nested too deeply"),
        ("t.csv", "clip\n" + "a\n" * (MAX_ROWS + 1), f"{MAX_ROWS} are the most"),
    ],
)  # fmt: skip
def test_a_table_that_is_none(tmp_path: Path, name: str, text: str | bytes, said: str):
    with pytest.raises(InvalidBatch) as wrong:
        read_rows([written(tmp_path, name, text)])
    assert said in str(wrong.value)


def test_numbers_stay_as_they_are_written(tmp_path: Path):
    file = written(tmp_path, "t.jsonl", '{"size": 1.50, "count": 12345678901234567890123}')
    assert read_rows([file])[0].cells == {"size": "1.50", "count": "12345678901234567890123"}


def test_a_cell_of_several_lines_keeps_the_places(tmp_path: Path):
    file = written(tmp_path, "t.csv", 'clip,text\na,"one\ntwo"\nb,x\n')
    assert [row.place.rpartition(":")[2] for row in read_rows([file])] == ["2", "4"]


def test_clips_and_globs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.mp4", "a.mp4", "c[1].mp4"):
        Path(name).touch()
    assert [row.cells["clip"] for row in read_rows(["?.mp4", "c[1].mp4"])] == [
        "a.mp4", "b.mp4", "c[1].mp4",
    ]  # fmt: skip
    assert read_rows(["gone.mp4"]) == [Row("gone.mp4", {"clip": "gone.mp4"})]
    with pytest.raises(InvalidBatch) as wrong:
        read_rows(["*.mov", "a.mp4", "?.mp4"])
    assert wrong.value.problems == ["*.mov: no file matches", "a.mp4: the clip is named twice"]
    with pytest.raises(InvalidBatch, match=r"Clips.XLSX: a table ends in .csv, .tsv or .jsonl"):
        read_rows(["Clips.XLSX"])
    with pytest.raises(InvalidBatch, match="a table comes alone"):
        read_rows(["t.csv", "a.mp4"])


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1).filter(
    lambda text: bool(text.strip())
)


@given(st.lists(st.fixed_dictionaries({"clip": CELL, "name": CELL}), min_size=1, max_size=4))
def test_csv_and_json_lines_say_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict]
):
    folder = tmp_path_factory.getbasetemp()
    out = io.StringIO()
    table = csv.DictWriter(out, ["clip", "name"])
    table.writeheader()
    table.writerows(rows)
    lines = "\n".join(json.dumps(row) for row in rows)
    for name, text in (("t.csv", out.getvalue()), ("t.jsonl", lines)):
        assert [dict(row.cells) for row in read_rows([written(folder, name, text)])] == rows
