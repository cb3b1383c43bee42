"""Renaming what `let` defines, wherever the same name is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from nemo_spec.language.source import Source
from nemo_spec.lsp.names import NotRenamed, Project, definition_of, renamed


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two films of one brand, and one that has nothing to do with it."""
    texts = {
        "brand.edit": 'let company = "Acme"\ntitle 0-3s "{company}"\n',
        "film.edit": 'let intro = 3s\nuse "brand.edit"\ntitle first $intro "{company}, {{company}}"\n',
        "deep/teaser.edit": 'let intro = 5s\nuse "../brand.edit"\ncut 0-$intro, $intro-9s\n',
        "other.edit": 'let company = "Else"\ntitle 0-3s "{company}"\n',
        "broken.edit": 'title 0-3s "{company\ntitel “{company}”\n',
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return Project(tmp_path.resolve(), {})


def after(project: Project, name: str, old: str, new: str) -> dict[str, str]:
    """The files that change, with their new text."""
    found = {}
    for path, spans in renamed(project, project.root / name, old, new).items():
        text = path.read_text()
        for span in sorted(spans, key=lambda span: -span.start):
            text = text[: span.start] + new + text[span.end :]
        found[path.relative_to(project.root).as_posix()] = text
    return found


@pytest.mark.parametrize("start", ["brand.edit", "film.edit"])
def test_a_name_of_a_used_file_changes_wherever_it_is_used(project: Project, start: str):
    assert after(project, start, "company", "firm") == {
        "brand.edit": 'let firm = "Acme"\ntitle 0-3s "{firm}"\n',
        "film.edit": 'let intro = 3s\nuse "brand.edit"\ntitle first $intro "{firm}, {{company}}"\n',
    }


def test_a_name_of_one_recipe_changes_there_alone(project: Project):
    assert after(project, "deep/teaser.edit", "intro", "opening") == {
        "deep/teaser.edit": 'let opening = 5s\nuse "../brand.edit"\ncut 0-$opening, $opening-9s\n'
    }


def test_what_is_open_in_the_editor_counts_as_it_is_there(project: Project):
    path = project.root / "film.edit"
    unsaved = Source("film.edit", "let start = 1s\nfreeze 1s for $start\n")
    opened = Project(project.root, {path: unsaved})
    spans = renamed(opened, path, "start", "begin")[path]
    assert [span.text for span in spans] == ["start", "start"]


@pytest.mark.parametrize("new", ["", "3d", "two words", "a-b", "clip", "intro", "_x"])
def test_what_cannot_be_a_name_is_refused(project: Project, new: str):
    with pytest.raises(NotRenamed):
        renamed(project, project.root / "film.edit", "company", new)


def test_the_built_in_name_is_not_renamed(project: Project):
    path = project.root / "other.edit"
    path.write_text('title 0-3s "{clip}"\n')
    with pytest.raises(NotRenamed, match="no `let clip"):
        renamed(project, path, "clip", "take")


def test_a_definition_is_found_in_the_used_file(project: Project):
    found = definition_of(project, project.root / "film.edit", "company")
    assert found is not None
    assert (found[0].name, found[1].line) == ("brand.edit", 1)


def test_files_that_use_each_other_do_not_go_round_forever(project: Project):
    (project.root / "brand.edit").write_text('use "film.edit"\nlet company = "A"\n')
    assert set(after(project, "film.edit", "company", "firm")) == {"brand.edit", "film.edit"}
