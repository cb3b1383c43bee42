"""The canonical form, rule by rule."""

from __future__ import annotations

import pytest
from support.language import bound, formatted_file, source

from nemo_spec.language.diagnostics import render
from nemo_spec.language.formatter import format_source


def formatted(text: str) -> str:
    return formatted_file(text.encode()).decode()


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("", ""),
        (" \n\t\n", ""),
        (";; ;\n;", ""),
        ("denoise", "denoise\n"),
        ("denoise;normalize ; stabilize;", "denoise\nnormalize\nstabilize\n"),
        (";\n; denoise", "denoise\n"),
        ("\n\n\ndenoise\n\n\n\nnormalize\n\n\n", "denoise\n\nnormalize\n"),
        ("denoise\n;\nnormalize", "denoise\nnormalize\n"),
        ("denoise;\n\n;\nnormalize", "denoise\n\nnormalize\n"),
        ("cut   0-3s ,5-6s,7-8s\t, 9-10s", "cut 0-3s, 5-6s, 7-8s, 9-10s\n"),
        ("cut 0-3s,\n 5-6s\n   , 7-8s", "cut 0-3s,\n    5-6s\n    , 7-8s\n"),
        ("let x=3s", "let x = 3s\n"),
        ("expect duration<60s", "expect duration < 60s\n"),
        ("expect duration>=60s", "expect duration >= 60s\n"),
        ("title 0-3s\n\tat top", "title 0-3s\n    at top\n"),
        ("title 0-3s\n\n\n  at top", "title 0-3s\n\n    at top\n"),
        ("title 00-03.50s ''", 'title 00-03.50s ""\n'),
        ('title"a"', 'title "a"\n'),
        ("frobnicate  3s '9'", 'frobnicate 3s "9"\n'),
    ],
)
def test_spacing(text: str, canonical: str):
    assert formatted(text) == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("'it\\'s'", '"it\'s"'),
        ("'say \"hi\"'", r'"say \"hi\""'),
        (r"'say \"hi\"'", r'"say \"hi\""'),
        (r"'\\'", r'"\\"'),
        (r"'\\\''", r'''"\\'"'''),
        (r"'\\\\\"'", r'"\\\\\""'),
        (r"'a\nb\tc\u{41}{{}}{x}'", r'"a\nb\tc\u{41}{{}}{x}"'),
        (r'''"it\'s"''', r'''"it\'s"'''),
        ("'# ; \t , < '", '"# ; \t , < "'),
    ],
)
def test_quotes(text: str, canonical: str):
    assert formatted(f"say {text}") == f"say {canonical}\n"


@pytest.mark.parametrize("text", [r"'\q'", r"'\u{110000}'", r"'{'", r"'}\''", r"'\u\"'"])
def test_a_text_that_is_wrong_stays_wrong_in_the_same_way(text: str):
    before, after = bound(f"say {text}"), bound(formatted(f"say {text}"))
    assert [d.message for d in before[0].diagnostics] == [d.message for d in after[0].diagnostics]
    assert before[0].diagnostics


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("#", "#\n"),
        ("  # a\n    # b  \t\r\n", "# a\n# b\n"),
        ("# a\n\n\n# b\ndenoise", "# a\n\n# b\ndenoise\n"),
        ("denoise # a", "denoise  # a\n"),
        ("denoise\t#a ; b 'c", "denoise  #a ; b 'c\n"),
        ("denoise ; # a", "denoise  # a\n"),
        ("denoise; # a\n  normalize # b", "denoise  # a\nnormalize  # b\n"),
        ("denoise\n# a", "denoise\n# a\n"),
        ("denoise\n   # a", "denoise\n    # a\n"),
        ("denoise\n; # a", "denoise\n# a\n"),
        ("denoise;\n   # a\n", "denoise\n# a\n"),
        ("denoise\n  # a\n# b\n  # c\nnormalize", "denoise\n    # a\n# b\n# c\nnormalize\n"),
        ("denoise\n  # a\n ;\n  # b", "denoise\n    # a\n# b\n"),
        (
            "title 0-3s # a\n\n# b\n   \n  # c\n at top",
            "title 0-3s  # a\n\n    # b\n\n    # c\n    at top\n",
        ),
        ("   # a\n  title 0-3s\n   at top", "# a\ntitle 0-3s\n    at top\n"),
        ("# a\n  title 0-3s", "# a\ntitle 0-3s\n"),
        ("say '#a' #'b", 'say "#a"  #\'b\n'),
        ("denoise # \u00a0a\u2028b\u00a0", "denoise  # \u00a0a\u2028b\u00a0\n"),
        ("denoise # a\r\r\n", "denoise  # a\n"),
        ("denoise # a\rb", "denoise  # a\rb\n"),
    ],
)
def test_comments_keep_their_place(text: str, canonical: str):
    assert formatted(text) == canonical
    assert formatted(canonical) == canonical


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", ["", "  ", "\t", " \t "])
def test_the_whole_file(start: str, end: str, indent: str):
    lines = ["let x=3s # a", "", "", "title 0-3s 'a'", "  at top", "", "# b", "denoise;normalize"]
    text = start + end.join(indent + line for line in lines)
    canonical = 'let x = 3s  # a\n\ntitle 0-3s "a"\n    at top\n\n# b\ndenoise\nnormalize\n'
    assert formatted(text) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "denoise;#a",
        'say "a"#b',
        'say "a"b',
        "say 'it's'",
        'say "one" "two"three',
        "let x = 'a'=",
        "say “a”",
        "denoise\ntitle 0-3s 'a\nnormalize",
        "title 0–3s 'a'",
        "denoise；normalize",
        "title\u00a00-3s",
        "\ufeff\ufeff# a",
        "denoise\rnormalize",
        "say $",
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(text: str):
    read = source(text.encode())
    found = format_source(read)
    assert isinstance(found, list)
    assert [d.code for d in found] in (["E106"], ["E109"])
    assert all(d.span and d.span.text in text for d in found)
    assert render(found[0])


def test_every_unreadable_piece_is_named():
    found = format_source(source("say “a”\nsay 'a\ndenoise\ncut .5s".encode()))
    assert isinstance(found, list)
    assert [d.span.line for d in found if d.span] == [1, 2, 4]
