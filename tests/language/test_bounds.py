"""What variables insert and files bring is bounded, and told with its line, in no time."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.waiting import PROCESSOR

from nemo_spec.cli.main import main
from nemo_spec.recipe.variables import LONGEST_TEXT


def lets(first: str, following: Callable[[str], str], count: int = 40) -> str:
    rows = (f"let v{n} = {following(f'v{n - 1}')}\n" for n in range(1, count + 1))
    return f"let v0 = {first}\n{''.join(rows)}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "flags", "line"),
    [
        (lets('"ha"', lambda v: f'"{{{v}}}{{{v}}}"') + 'title 0-1s "{v40}"\n', [], 14),
        (lets('"x"', lambda v: f'"{{{v}}}{{{v}}}"', 9) + 'title 0-1s "{v9}"\n',
         ["--set", f"v0={'ha' * 40}"], 8),
        ('let v = "x"\ntitle 0-1s "{v}"\n', ["--set", f"v={'x' * (LONGEST_TEXT + 1)}"], 1),
        (lets("0-1s", lambda v: f"${v}-${v}") + 'title $v40 "x"\n', [], 7),
        (lets("1s", lambda v: f"first ${v}", 100) + 'title $v100 "x"\n', [], 35),
        (f'let v = "{"x" * 5000}"\ntitle 0-1s "{{v}}{{v}}{{v}}"\n', [], 2),
        (f'let v = "{"x" * 500}"\ntitle 0-$v "x"\n', [], 2),
        (f'let v = "{"x" * 9000}"\n' + 'caption 0-1s "{v}"\n' * 1200, [], 890),
        (f'let v = "{"x" * 9000}"\n' + "".join(f'let w{n} = "{{v}}"\n' for n in range(1200)), [], 890),
    ],
    ids=range(9),
)  # fmt: skip
def test_what_variables_insert(
    folder: Path, text: str, flags: list[str], line: int, capsys: pytest.CaptureFixture[str]
):
    (folder / "a.edit").write_text(text)
    began = time.process_time()
    assert main(["check", "a.edit", *flags, "--format", "json"]) == 2
    assert time.process_time() - began < PROCESSOR
    import json

    problems = json.loads(capsys.readouterr().out)["problems"]
    found = next(problem for problem in problems if problem["code"] == "E107")
    assert found["line"] == line
    assert len(found["message"]) < 200


def test_a_long_text_that_somebody_may_have_written(folder: Path):
    (folder / "a.edit").write_text(
        f'let v = "{"x" * 4000}"\nsay "{{v}}{{v}}"\nsay "{"x" * 2 * LONGEST_TEXT}"\n'
    )
    assert main(["check", "a.edit"]) == 0


@pytest.mark.parametrize("twice", [2, 10])
def test_files_that_use_the_next_one_again_and_again(
    folder: Path, twice: int, capsys: pytest.CaptureFixture[str]
):
    for level in range(19):
        (folder / f"u{level}.edit").write_text(f'use "u{level + 1}.edit"\n' * twice)
    (folder / "u19.edit").write_text('title 0-1s "x"\n')
    began = time.process_time()
    assert main(["check", "u0.edit"]) == 2
    assert time.process_time() - began < PROCESSOR
    assert "error[E230]: files are used too often" in capsys.readouterr().err
