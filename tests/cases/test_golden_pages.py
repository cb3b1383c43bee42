"""The pages of the documentation that are made from the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.golden_cases import CASES, UPDATE, Golden

from mock_server.draft_dialects import described
from nemo_spec.compile.loader import open_recipe
from nemo_spec.language.codes import CODES
from nemo_spec.language.diagnostics import render
from nemo_spec.report.pages import errors, filled, properties, styles, switches

DOCS = CASES.parents[1] / "docs"
LANGUAGE = DOCS / "language.md"


def test_the_language_page_is_made_from_the_classes(golden: Golden) -> None:
    golden.check(LANGUAGE, filled(LANGUAGE.read_text(encoding="utf-8")))


def test_the_page_of_the_draft_is_made_from_the_tables(golden: Golden) -> None:
    page = (DOCS / "draft.md").read_text(encoding="utf-8")
    parts = {
        "properties": properties, "dialects": dialects, "switches": switches, "styles": styles,
    }  # fmt: skip
    golden.check(DOCS / "draft.md", filled(page, parts))


def dialects() -> Iterator[str]:
    yield from ("| name | drafts |", "|---|---|")
    yield from (f"| `{name}` | {what} |" for name, what in described().items())


def test_the_page_of_errors_shows_what_is_printed(golden: Golden) -> None:
    outputs = {name: (CASES / name / "example.err").read_text("utf-8") for name in CODES}
    golden.check(DOCS / "errors.md", "\n".join(errors(outputs)).rstrip("\n") + "\n")


def test_the_hint_for_a_stale_page_names_the_tests_that_write_it(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="is stale") as stale:
        Golden(update=False).check(tmp_path / "page.md", "other")
    assert UPDATE in str(stale.value)
    folder = CASES.parents[1] / UPDATE.split()[1]
    assert Path(__file__) in folder.glob("test_*.py")
    assert UPDATE.split()[2] in (folder / "conftest.py").read_text(encoding="utf-8")


def test_a_page_without_its_parts_is_refused() -> None:
    with pytest.raises(ValueError, match="has 0 parts"):
        filled("# nothing to fill")


def test_links_lead_to_one_heading_each() -> None:
    text = LANGUAGE.read_text(encoding="utf-8")
    headings = [h.lower().replace(" ", "-") for h in re.findall(r"(?m)^#+ (.+)$", text)]
    for link in re.findall(r"\]\(#([^)]+)\)", text):
        assert headings.count(link) == 1, link


def test_the_sample_recipes_of_the_page_are_good(tmp_path: Path) -> None:
    text = LANGUAGE.read_text(encoding="utf-8")
    samples = [
        block for block in re.findall(r"(?s)```edit\n(.*?)```", text) if "export 1080p" in block
    ]
    assert len(samples) == 2
    for number, sample in enumerate(samples):
        recipe = tmp_path / f"sample{number}.edit"
        recipe.write_text(sample, encoding="utf-8")
        assert [render(d) for d in open_recipe(recipe).diagnostics] == []
