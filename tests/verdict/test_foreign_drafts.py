"""Drafts in spellings that a service may use, each with the right answer beside it."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from support.paths import ROOT
from support.timelines import compiled

from nemo_spec.api.drafts import NoDraft, parse_draft
from nemo_spec.verdict.final import verify_whole

FOLDER = ROOT / "tests" / "verdict" / "foreign"
TABLE = tomllib.loads((FOLDER / "table.toml").read_text("utf-8"))
OPEN: list[str] = json.loads((FOLDER / "open.json").read_text("utf-8"))["foreign drafts"]
"""Those that are judged wrongly today. Whoever mends one takes it out."""


def judged(row: dict[str, Any]) -> tuple[str, set[int]]:
    """The answer, and the lines that it names; 0 is none of them."""
    path = next(FOLDER.glob(f"{row['name']}.*"))
    recipe = TABLE["recipe"][row["recipe"]]
    program = compiled(recipe["text"].strip(), recipe["clips"])
    try:
        draft = parse_draft(path.read_bytes(), path.name)
    except NoDraft:
        return "unreadable", {0}
    failures = [finding for finding in verify_whole(program, draft).findings if finding.is_failure]
    decided = [finding for finding in failures if finding.status != "unreadable"]
    lines = {0 if one.owner is None else one.owner + 1 for one in decided or failures}
    return "different" if decided else "unreadable" if failures else "met", lines


def is_right(row: dict[str, Any]) -> bool:
    answer, lines = judged(row)
    if answer == "met" or answer not in row["answer"]:
        return answer in row["answer"]
    blames_others = answer == "different" and not lines <= {row["line"], 0}
    return row["line"] in lines and not blames_others


def test_the_table_and_the_folder_hold_the_same_drafts():
    files = {path.stem for path in FOLDER.iterdir()} - {"table", "open"}
    assert files == {row["name"] for row in TABLE["draft"]}
    assert len(files) == len(TABLE["draft"]) >= 40
    assert {row["recipe"] for row in TABLE["draft"]} == TABLE["recipe"].keys()


def test_every_answer_but_met_names_a_line():
    for row in TABLE["draft"]:
        assert set(row["answer"]) <= {"met", "different", "unreadable"}, row
        assert ("line" in row) == ("met" not in row["answer"]), row


@pytest.mark.parametrize("row", TABLE["draft"], ids=lambda row: row["name"])
def test_it_is_judged_rightly_unless_it_is_still_open(row: dict[str, Any]):
    assert is_right(row) == (row["name"] not in OPEN), (judged(row), row)
