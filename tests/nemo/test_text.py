"""Text from outside cannot act on the terminal, whatever it contains."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.nemo import steady

from nemo_spec.nemo.text import clean, clean_line, conceal

HOSTILE = [
    ("\x1b[31mred\x1b[0m", "red"),
    ("\x1b[2J\x1b[Hgone", "gone"),
    ("\x9b31mred", "red"),
    ("\x1b]0;my title\x07text", "text"),
    ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
    ("\x1bPsixel\x1b\\x", "x"),
    ("\x1b(0lqk", "lqk"),
    ("\x1bc", ""),
    ("over\rwritten", "over\nwritten"),
    ("a\r\nb\vc\fd\x85e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"),
    ("back\b\b\b", "back"),
    ("bell\x07 nul\x00 del\x7f", "bell nul del"),
    ("a\tb", "a b"),
    ("abc\u202etxt.exe", "abctxt.exe"),
    ("\u2066isolated\u2069\u200e\u200f\u061c", "isolated"),
    ("zero\u200bwidth\ufeff\u00ad\u2060", "zerowidth"),
    ("tag\U000e0041\U000e007f", "tag"),
    ("half \ud800 pair", "half \ufffd pair"),
    ("👩\u200d💻 标题 é ü", "👩\u200d💻 标题 é ü"),
    ("token nmv_usr_AbC-123.x=", "token nmv_usr_***"),
    ('{"t":"nmv_usr_AbC"}', '{"t":"nmv_usr_***"}'),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_hostile_text_becomes_harmless(text: str, shown: str) -> None:
    assert clean(text) == shown


@steady
@given(st.text())
def test_nothing_that_controls_is_left(text: str) -> None:
    shown = clean(text)
    kinds = {unicodedata.category(c) for c in shown if c not in "\n\u200c\u200d"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert clean(shown) == shown
    shown.encode()


@steady
@given(st.text(st.sampled_from("\x1b[]0;m\x07\\PX^_\x9b\x9dAz \n")))
def test_no_escape_survives_however_it_is_nested(text: str) -> None:
    assert not set(clean(text)) & set("\x1b\x07\x9b\x9d")


@steady
@given(st.text(), st.integers(5, 50))
def test_a_line_is_one_line_and_short(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line


def test_concealed_secrets_are_masked_and_short_ones_are_not() -> None:
    conceal("correct-horse-battery")
    conceal("cut")
    assert clean("it is correct-horse-battery, cut") == "it is ***, cut"
