"""Files that hold no draft that anybody would write: a sentence or a timeline, never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest

from nemo_spec.cli.main import main

SEGMENT = (
    '{{"t": [{{"tt": 0, "sg": [{{"src": "a.mp4", "d": 1000, "s": {0}, "start": {0}, "x": {0}}}]}}], '
    '"m": {0}}}'
)
VALUES = {
    "digits": "9" * 5000,
    "fewer": "9" * 4000,
    "infinite": "1e999",
    "named": "-Infinity",
    "nan": "NaN",
    "negative": "-5",
    "deep": "[" * 900 + "]" * 900,
    "deeper": "[" * 100_000 + "]" * 100_000,
    "objects": '{"a":' * 900 + "1" + "}" * 900,
    "surrogate": '"\\ud800"',
    "escape": '"\\u001b[2J"',
    "twice": '{"width": 1, "width": [], "width": 9, "height": 9}',
}
FILES = {name: SEGMENT.format(value) for name, value in VALUES.items()} | {
    "empty": "",
    "null": "null",
    "list": "[]",
    "no tracks": "{}",
    "tracks are none": '{"t": null}',
    "tracks are twice": '{"t": [], "t": [{"tt": 7, "sg": [{"text": "x"}]}]}',
    "bad utf-8": "\udcff",
    "bom": '\ufeff{"t": []}',
    "two": '{"t": []}{"t": []}',
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_a_draft_or_it_is_said_why_not(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "d.json").write_bytes(FILES[name].encode("utf-8", "surrogateescape"))
    (tmp_path / "b.edit").write_text('title 0-1s "x"\n')
    monkeypatch.chdir(tmp_path)
    for arguments in (
        ["show", "d.json"],
        ["diff", "d.json", "d.json"],
        ["diff", "b.edit", "d.json"],
        ["verify", "b.edit", "--draft", "d.json"],
        ["verify", "b.edit", "--draft", "d.json", "--report", "json"],
        ["verify", "b.edit", "--draft", "d.json", "--report", "junit"],
    ):
        assert main(arguments) in (0, 1, 2), arguments
        said = capsys.readouterr()
        said.out.encode()
        said.err.encode()
        assert said.out + said.err
        assert "\x1b" not in said.out + said.err
