"""The codes in the source and the codes in the table are the same."""

from __future__ import annotations

import re
from pathlib import Path

import nemo_spec
from nemo_spec.language import codes
from nemo_spec.language.codes import CODES

PACKAGE = Path(nemo_spec.__file__).parent


def used() -> set[str]:
    """Every literal of the form of a code, outside the table itself."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path != Path(codes.__file__):
            found |= set(re.findall(r"\"([EW][0-9]{3})\"", path.read_text(encoding="utf-8")))
    return found


def test_every_code_is_explained_and_every_explanation_used() -> None:
    assert used() == set(CODES)


def test_an_entry_says_what_why_and_how() -> None:
    for name, code in CODES.items():
        assert re.fullmatch(r"[EW][1-9][0-9]{2}", name)
        assert code.title == code.title[0].lower() + code.title[1:]
        assert not code.title.endswith(".")
        assert code.why.endswith(".")
        assert code.cure.endswith(".")
    titles = [code.title for code in CODES.values()]
    assert len(set(titles)) == len(titles)
