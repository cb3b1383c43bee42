"""Where a statement begins and ends, and what is a comment."""

from __future__ import annotations

import pytest
from support.language import source

from nemo_spec.language.parser import parse


def statements(text: str) -> list[str]:
    """The statements of a text, each as its tokens with one space between."""
    found = parse(source(text.encode("utf-8", "surrogatepass"))).statements
    return [" ".join(statement.tokens) for statement in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("\n \n\t\n", []),
        (";;;", []),
        ("# a", []),
        ("a", ["a"]),
        ("a\nb", ["a", "b"]),
        ("a;b", ["a", "b"]),
        ("a ; b ;", ["a", "b"]),
        (";a\n;b", ["a", "b"]),
        ("\n\na\n\n\nb\n\n", ["a", "b"]),
    ],
)
def test_a_statement_ends_at_a_newline_or_a_semicolon(text: str, found: list[str]):
    assert statements(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n b", ["a b"]),
        ("a\n\tb\n    c\nd", ["a b c", "d"]),
        ("a\n\n b", ["a b"]),
        ("a\n \n\t\n\n b", ["a b"]),
        ("a\n# x\n b", ["a b"]),
        ("a # x\n b", ["a b"]),
        ("a\n # x\n\n# y\n \n b # z\n c", ["a b c"]),
        ("a\n  # x\nb", ["a", "b"]),
        ("a\n  # x", ["a"]),
        ("a\n  ", ["a"]),
        ("a\n  \n", ["a"]),
        ("a\n  \nb", ["a", "b"]),
        ("a\n , b\n ,\n c", ["a , b , c"]),
        ("a\n = b", ["a = b"]),
        ("# x\n a\n b", ["a b"]),
        ("\n  a\n  b", ["a", "b"]),
    ],
)
def test_an_indented_line_continues_the_statement_above(text: str, found: list[str]):
    assert statements(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a;\n b", ["a", "b"]),
        ("a;\n b\n c", ["a", "b c"]),
        ("a; # x\n b", ["a", "b"]),
        ("a;\n\n# x\n  # y\n\t\n b", ["a", "b"]),
        ("a\n ; b", ["a", "b"]),
        ("a\n ;\n b", ["a", "b"]),
        ("a\n; b\n c", ["a", "b c"]),
        ("a\n # x\n ;# y", ["a", "# y"]),
    ],
)
def test_after_a_semicolon_an_indented_line_begins_a_statement(text: str, found: list[str]):
    assert statements(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a#b", ["a#b"]),
        ("a #b", ["a"]),
        ("a\t#b", ["a"]),
        ("#a\nb", ["b"]),
        ("'a # b'", ["'a # b'"]),
        ('"a" # \'b', ['"a"']),
        ("'#' #'", ["'#'"]),
        (r"'\' # a' b", [r"'\' # a' b"]),
        ("'a # b", ["'a # b"]),
        ("'a\nb # c'", ["'a", "b"]),
        ("a # b ; c", ["a"]),
        ("a;#b", ["a", "#b"]),
        ("a; #b", ["a"]),
        ("a,#b", ["a , #b"]),
        ("a\u00a0#b", ["a\u00a0#b"]),
        ("a\u3000# b", ["a\u3000# b"]),
    ],
)
def test_comments_stand_at_the_start_of_a_line_or_after_white_space(text: str, found: list[str]):
    assert statements(text) == found


@pytest.mark.parametrize(
    "character", "\r\v\f\x1c\x1d\x1e\x85\u00a0\u1680\u2003\u2028\u2029\u3000\ufeff\0"
)
def test_only_space_tab_and_newline_are_white_space(character: str):
    assert statements(f"a{character}b") == [f"a{character}b"]
    assert statements(f"a {character} b") == [f"a {character} b"]
    assert statements(f"a\n{character} b") == ["a", f"{character} b"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\ufeffa", ["a"]),
        ("\ufeff# x\na", ["a"]),
        ("\ufeff  a\n  b", ["a", "b"]),
        ("a\r\n b\r\nc\r\n", ["a b", "c"]),
        ("a # x\r\n\r\n b", ["a b"]),
        ("a;\r\n b", ["a", "b"]),
        ("a\r", ["a"]),
        ("a\rb", ["a\rb"]),
        ("a\r\r\nb", ["a\r", "b"]),
        ("\r\na", ["a"]),
    ],
)
def test_byte_order_mark_and_carriage_returns(text: str, found: list[str]):
    assert statements(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("  a\n  b", ["a", "b"]),
        ("  a\n    b\n  c", ["a b", "c"]),
        ("\ta\n\t b", ["a b"]),
        ("\ta\n\tb", ["a", "b"]),
        ("\ta\n  b", ["a b"]),
        (" \ta\n \tb\n  c", ["a b c"]),
        ("  a\n\n \n  b", ["a", "b"]),
        ("  # x\n  a\n  b", ["a", "b"]),
        ("# x\n  a\n  b", ["a b"]),
        ("  a\n# x\n  b", ["a b"]),
        ("    a\n  b\n    c", ["a", "b c"]),
    ],
)
def test_common_indentation_is_no_continuation(text: str, found: list[str]):
    assert statements(text) == found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("9:16 1:30 1:02:03.250", "CLOCK CLOCK CLOCK"),
        ("3s 0.5s 250ms 2m 1m30s", "TIME TIME TIME TIME TIME"),
        ("0-3s 1:30-2:00 5s-end $a-$b start-end", "RANGE RANGE RANGE RANGE RANGE"),
        ("35% -35dB 1.5x 1080p 1080x1920 30fps 3", "PERCENT DECIBEL FACTOR SIZE SIZE FPS NUMBER"),
        ("$x word lower-third zh-CN", "VARIABLE WORD WORD WORD"),
        (
            "< <= = >= > <> ,",
            "OPERATOR OPERATOR OPERATOR OPERATOR OPERATOR OPERATOR OPERATOR COMMA",
        ),
        ("a=3s,b<4%", "WORD OPERATOR TIME COMMA WORD OPERATOR PERCENT"),
        ("a\"b\"'c'", "WORD TEXT TEXT"),
        ("3s% 3sx 9a 1.5 .5s -3 a.b {x} $ ( 3\u0301s", "JUNK " * 11),
        ("'a\n\"b\n", "UNTERMINATED UNTERMINATED"),
        ("trimpauses", "WORD"),
    ],
)
def test_kinds_of_token(text: str, kinds: str):
    found = parse(source(text.encode())).statements
    assert [token.type for statement in found for token in statement.tokens] == kinds.split()
