"""What an editor offers at the cursor."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.documents import found, suggested
from support.gallery import RECIPES, path_of

from nemo_spec.lsp.completion import suggestions
from nemo_spec.lsp.document import Document
from nemo_spec.verbs.base import VERBS, syntax_of


@pytest.mark.parametrize("text", ["|", "ti|", "trim pauses; |", "# remark\n|", "title 0-3s 'a'\n|"])
def test_a_statement_begins_with_a_verb(text: str, tmp_path: Path):
    assert suggested(text, tmp_path) == list(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_of_every_verb_is_offered(verb: str, tmp_path: Path):
    offered = {one.text for one in found(f"{verb} |", tmp_path) if one.what == "option"}
    assert offered == set(syntax_of(VERBS[verb]).options)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("trim |", "pauses"),
        ("trim pauses longer |", "than"),
        ("trim pauses longer than |", "2s"),
        ('title 0-3s "Intro" at |', "top-left"),
        ('title 0-3s "Intro"\n    at |', "bottom"),
        ("title |", "0-3s"),
        ("title |", '""'),
        ("export |", "1080p"),
        ("language |", "zh-CN"),
        ("cut 0-3s, |", "0-3s"),
        ('clip a "a.mov"\nclip b "b.mov"\njoin a, |', "b"),
        ("let n = 3s\nfreeze $|", "$n"),
        ("let n = 3s\ncut 0-$|", "$n"),
        ("let n = 3s\nfreeze 5s for |", "$n"),
        ('let who = "Ada"\ntitle 0-3s "{|', "who"),
        ('let who = "Ada"\ntitle 0-3s "{w|}"', "who"),
    ],
)
def test_offered(text: str, wanted: str, tmp_path: Path):
    assert wanted in suggested(text, tmp_path)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("title 0-3s |", "0-3s"),
        ('title 0-3s "a" at top |', "at"),
        ("let n = 3s\nmusic volume |", "$n"),
        ("cut 0-3s, |", "at"),
        ("clip a|", "a"),
    ],
)
def test_not_offered_again_or_where_it_does_not_fit(text: str, unwanted: str, tmp_path: Path):
    assert unwanted not in suggested(text, tmp_path)


@pytest.mark.parametrize(
    "text",
    ["# ti|", 'title 0-3s "plain |', 'title 0-3s "{{|', "titel |", "trim pauses  # a|"],
)
def test_nothing_is_offered(text: str, tmp_path: Path):
    assert suggested(text, tmp_path) == []


def test_files_beside_the_recipe(tmp_path: Path):
    (tmp_path / "footage").mkdir()
    (tmp_path / "footage" / "b.mov").touch()
    for name in ("a.mp4", "brand.edit", ".hidden"):
        (tmp_path / name).touch()
    assert suggested('clip a "|', tmp_path) == ["a.mp4", "footage/"]
    assert suggested('clip a "footage/|', tmp_path) == ["b.mov"]
    assert suggested('use "|', tmp_path) == ["brand.edit", "footage/"]
    assert suggested('music from "a|', tmp_path) == ["a.mp4", "footage/"]
    assert suggested('title 0-3s "|', tmp_path) == []


def test_names_of_a_used_file(tmp_path: Path):
    (tmp_path / "brand.edit").write_text('let company = "Acme"\n')
    text = 'use "brand.edit"\ntitle 0-3s "{|'
    assert "company" in suggested(text, tmp_path)


def test_what_is_typed_is_replaced(tmp_path: Path):
    assert {one.replaces for one in found('title 0-3s "a" at top-l|', tmp_path)} == {5}


def test_a_value_is_told_from_its_kind(tmp_path: Path):
    (volume,) = (one for one in found('music "lo-fi" volume |', tmp_path) if one.what == "value")
    assert volume.text == "35%"
    assert "volume" in volume.about


@pytest.mark.parametrize("name", RECIPES)
def test_nowhere_in_the_gallery_does_it_break(name: str):
    document = Document(path_of(name), path_of(name).read_text("utf-8"))
    for offset in range(0, len(document.source.text) + 1, 41):
        suggestions(document, offset)
