"""The grammar by which editors colour recipes: made from the verb classes, tried on the gallery."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from support.gallery import RECIPES, path_of
from support.paths import ROOT
from support.textmate import joined, pieces

from nemo_spec.language.parser import parse, read_source
from nemo_spec.language.source import Source
from nemo_spec.verbs.base import VERBS, syntax_of

FILE = ROOT / "editors" / "vscode" / "syntaxes" / "edit.tmLanguage.json"
GRAMMAR = json.loads(FILE.read_text("utf-8"))
SNAPSHOT = Path(__file__).parent / "gallery.scopes"


def scopes(text: str) -> list[str]:
    return [joined(line) for line in pieces(GRAMMAR, text)]


def test_the_grammar_is_what_the_verbs_make_it():
    spec = importlib.util.spec_from_file_location("made", ROOT / "tools" / "make_textmate.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert made.textmate() == FILE.read_text("utf-8"), "run tools/make_textmate.py"


def test_the_gallery_in_colours():
    """`gallery.scopes` was read line by line; make it anew with what this prints, and read it again."""
    found = "\n".join(
        line for name in RECIPES for line in (f"== {name}", *scopes(path_of(name).read_text()))
    )
    assert found == SNAPSHOT.read_text("utf-8").rstrip("\n"), found


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_has_its_colour(verb: str):
    (line,) = scopes(verb)
    assert line == f"keyword.control.verb:{verb}"
    for words in syntax_of(VERBS[verb]).options:
        assert f"keyword.other.option:{words}" in scopes(f"{verb} {words} ")[0]


@pytest.mark.parametrize("name", RECIPES)
def test_every_token_of_the_gallery_has_a_colour(name: str):
    source = read_source(path_of(name))
    assert isinstance(source, Source)
    for statement in parse(source).statements:
        for token in statement.tokens:
            line = source.lines[source.locate(token.start_pos or 0)[0]]
            (found,) = pieces(GRAMMAR, line)
            if token.type not in ("WORD", "COMMA"):
                assert "".join(token.split()) in "".join("".join(text for _, text in found).split())


def test_a_text_ends_with_its_line():
    assert scopes('title "open\ncut 0-3s')[1].startswith("keyword.control.verb:cut")


def test_the_extension_names_files_that_are_there():
    folder = FILE.parents[1]
    package = json.loads((folder / "package.json").read_text("utf-8"))
    contributes = package["contributes"]
    named = [package["main"], contributes["languages"][0]["configuration"]]
    named += [one["path"] for one in contributes["grammars"]]
    assert all((folder / name).is_file() for name in named)
    json.loads((folder / "language-configuration.json").read_text("utf-8"))
    assert contributes["grammars"][0]["scopeName"] == GRAMMAR["scopeName"]
