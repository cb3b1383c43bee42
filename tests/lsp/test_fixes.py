"""The cures of diagnostics as changes that an editor makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.golden_cases import CASES, FILES

from nemo_spec.lsp.document import Document
from nemo_spec.lsp.fixes import applied, fixes_of


def cured(text: str, folder: Path = FILES) -> set[str]:
    """The text after each fix that is offered."""
    document = Document(folder / "here.edit", text)
    fixes = (fix for one in document.diagnostics for fix in fixes_of(document, one))
    return {applied(document, fix) for fix in fixes}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('titel 0-3s "Intro"\n', 'title 0-3s "Intro"\n'),
        ("Trim pauses\n", "trim pauses\n"),
        ("cut .5s-3s\n", "cut 0.5s-3s\n"),
        ("freeze 1s for 3 s\n", "freeze 1s for 3s\n"),
        ("title 0-3s “Intro”\n", 'title 0-3s "Intro"\n'),
        ('title 0-3s "Intro"\nat top\n', 'title 0-3s "Intro"\n    at top\n'),
        ('let unused = 3s\ntitle 0-3s "a"\n', '\ntitle 0-3s "a"\n'),
        ('let who = "Ada"\ntitle 0-3s "{hwo}"\n', 'let who = "Ada"\ntitle 0-3s "{who}"\n'),
        ('overlay 0-3s "lgo.png"\n', 'overlay 0-3s "logo.png"\n'),
        ("export 1080x1920 mpg\n", "export 1080x1920 mp4\n"),
        ('clip a "talk.mp4"\ncut 5s-2s\n', 'clip a "talk.mp4"\ncut 2s-5s\n'),
    ],
)
def test_the_cure_is_offered(text: str, wanted: str):
    assert wanted in cured(text)


def test_where_two_are_possible_both_are_offered():
    assert cured("trim\n") == {"trim pauses\n", "trim fillers\n"}


@pytest.mark.parametrize(
    "text",
    [
        'title "Intro"\n',  # "for example: …"
        'title 0-3s "{nobody}"\n',  # "write `let nobody = …` above"
        "cut 0-3s\nmusic\n",  # 'write `music "lo-fi"`', which is an example
        'title 0-3s "a\\q"\n',  # "write `\\\\` for a backslash" would take the `q` along
    ],
)
def test_what_takes_a_person_is_left_to_one(text: str):
    assert cured(text) == set()


@pytest.mark.parametrize("folder", sorted(CASES.glob("[EW]*")), ids=lambda folder: folder.name)
def test_a_fix_makes_every_case_better_and_none_worse(folder: Path):
    """The cases of this code: what is offered leaves fewer problems, or the ones that it had hidden."""
    document = Document(FILES / "example.edit", _text(folder / "example.edit"))
    for diagnostic in document.diagnostics:
        for fix in fixes_of(document, diagnostic):
            after = Document(document.path, applied(document, fix)).diagnostics
            assert (diagnostic.code, diagnostic.message) not in [(d.code, d.message) for d in after]
            assert len(after) <= len(document.diagnostics)


def _text(recipe: Path) -> str:
    return recipe.read_text("utf-8", "replace")
