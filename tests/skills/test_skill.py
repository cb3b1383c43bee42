"""The skill that agents read says what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from support.paths import ROOT

from nemo_spec.api.check import check
from nemo_spec.cli.exit_codes import FAILED, NOT_MET, OK, REFUSED, UNKNOWN
from nemo_spec.cli.parser import COMMANDS, parse_arguments
from nemo_spec.nemo.settings import Settings
from nemo_spec.report.json import report
from nemo_spec.report.record import Record
from nemo_spec.run.budget import CLIP, SESSION
from nemo_spec.version import __version__

FOLDER = ROOT / "skills" / "nemo-spec"
TEXT = (FOLDER / "SKILL.md").read_text("utf-8")
PAGES = sorted(FOLDER.rglob("*.md"))
RECIPES = [
    block for page in PAGES for block in re.findall(r"```edit\n(.*?)```", page.read_text(), re.S)
]


def front() -> dict[str, object]:
    _, matter, _ = TEXT.split("---\n", 2)
    return dict(yaml.safe_load(matter))


def test_the_headers_are_those_of_the_skill():
    headers = Settings.from_env({}, Path("/nowhere")).attribution
    assert headers["X-Skill-Version"] == front()["version"] == __version__
    assert f"`X-Skill-Source: {headers['X-Skill-Source']}`" in TEXT
    assert all(f"`{name}" in TEXT for name in headers)


def test_the_format_of_skills():
    matter = front()
    assert set(matter) == {"name", "version", "description", "license", "requirements"}
    assert matter["name"] == FOLDER.name
    assert 1 <= len(str(matter["description"])) <= 1024
    assert len(TEXT.splitlines()) < 500


@pytest.mark.parametrize("name", re.findall(r"\]\((.+?)\)", TEXT))
def test_what_it_refers_to_is_there(name: str):
    assert (FOLDER / name).is_file()


@pytest.mark.parametrize("line", re.findall(r"^ *\$ nemo-spec (.+)$", TEXT, re.M))
def test_its_commands_are_commands(line: str):
    parse_arguments(shlex.split(line))


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`nemo-spec (\w+)", "".join(p.read_text() for p in PAGES))))
)
def test_it_names_no_command_that_is_not_there(name: str):
    assert name in COMMANDS


@pytest.mark.parametrize("text", RECIPES)
def test_its_recipes_are_right(text: str, tmp_path: Path):
    found = check(tmp_path / "skill.edit", text=text.encode())
    assert found.diagnostics == []


def test_the_keys_that_it_explains_are_in_the_report():
    keys = re.findall(r"^\| `(\w+)`", (FOLDER / "references" / "report.md").read_text(), re.M)
    assert keys
    assert all(f'"{key}":' in report(Record(None, "here.edit")) for key in keys)


def test_its_figures():
    assert f"about {SESSION} credits" in TEXT
    assert f"about {CLIP} more" in TEXT
    assert (OK, NOT_MET, REFUSED, FAILED, UNKNOWN) == (0, 1, 2, 3, 4)
