"""What the documentation tells people to write and to type."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support.golden_cases import FILES
from support.pages import Block, blocks, commands, shows
from support.paths import INTERVIEW, ROOT

from nemo_spec.api.check import check
from nemo_spec.cli.parser import COMMANDS

DOCS = ROOT / "docs"
HOW_TO = sorted((DOCS / "how-to").glob("*.md"))
PAGES = [DOCS / "index.md", DOCS / "tutorial.md", DOCS / "editors.md", *HOW_TO]


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_every_recipe_is_right(page: Path, tmp_path: Path):
    shutil.copytree(FILES, tmp_path / "project")
    shutil.copy(FILES / "logo.png", tmp_path / "project" / "photo.png")
    for block in blocks(page.read_text("utf-8")):
        if block.language == "edit":
            file = tmp_path / "project" / (block.file or "recipe.edit")
            file.write_text(block.text)
            found = check(file).diagnostics
            assert [one for one in found if not (block.file and one.code == "W204")] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_is_one(page: Path):
    lines = [line for block in blocks(page.read_text("utf-8")) for line in block.text.splitlines()]
    typed = [line.strip().removeprefix("$ ").split() for line in lines]
    named = [words[1] for words in typed if words[:1] == ["nemo-spec"]]
    assert set(named) <= set(COMMANDS)


def test_every_page_is_on_the_site():
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    found = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}
    assert found == set(_pages(yaml.safe_load(text)["nav"]))
    index = (DOCS / "how-to" / "index.md").read_text("utf-8")
    assert all(f"({page.name})" in index for page in HOW_TO if page.stem != "index")


def _pages(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    if isinstance(nav, dict):
        return [page for one in nav.values() for page in _pages(one)]
    assert isinstance(nav, list)
    return [page for one in nav for page in _pages(one)]


@pytest.mark.slow
def test_the_tutorial_word_for_word(tmp_path: Path):
    shutil.copy(INTERVIEW, tmp_path / "talk.mp4")
    for block in blocks((DOCS / "tutorial.md").read_text("utf-8")):
        if block.file:
            (tmp_path / block.file).write_text(block.text)
        for command, shown in commands(block) if block.language == "console" else ():
            printed = _typed(command, tmp_path)
            assert shows(shown, printed), f"$ {command}\n{printed}"
    assert (tmp_path / "out" / "grace.mp4").is_file()


def _typed(command: str, folder: Path) -> str:
    """What a command prints, errors and all."""
    program, *arguments = shlex.split(command)
    assert program == "nemo-spec"
    run = [sys.executable, "-m", "nemo_spec", *arguments]
    done = subprocess.run(
        run, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.stdout


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a\n…\nc", "a\nb\nb\nc\n", True),
        ("…\nc", "c\n", True),
        ("a … c", "a b c\n", True),
        ("a\nc", "a\nb\nc\n", False),
        ("a\n…\nc", "a\nb\n", False),
    ],
)
def test_how_shown_and_printed_are_compared(shown: str, printed: str, same: bool):
    assert shows(shown, printed) == same


def test_blocks_are_found():
    page = 'x\n\n```edit title="a.edit"\ncut 0-3s\n```\n\n```console\n$ a b\nc\n$ d\n```\n'
    assert blocks(page) == [
        Block("edit", "a.edit", "cut 0-3s\n"), Block("console", "", "$ a b\nc\n$ d\n"),
    ]  # fmt: skip
    assert commands(blocks(page)[1]) == [("a b", "c\n"), ("d", "")]
