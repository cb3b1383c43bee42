"""Which font draws what, and what is said beforehand of characters and fonts that are not there."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mock_server.render import ass, clusters, font_files, fonts, text, wrap

BUNDLED = fonts.bundled()


@pytest.fixture(autouse=True, scope="module")
def _alone() -> Iterator[None]:
    """A machine without fonts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fonts, "machine", tuple)
        yield


def families(text: str, font: str = "") -> list[str]:
    """The fonts of a line, without what all names share."""
    runs = fonts.typeface(text, font).runs(text)
    return [run.font.family.removeprefix("NemoSpec Noto ") for run in runs]


@pytest.mark.parametrize(
    "text",
    ["“Hi” ‘it’s’ – — … ½ ⅓ ² € ‰ ™ © №", "a\u00a0b‑c−d", "naïve Łódź ẞ ơ Ўў ё Ελληνικά", "مرحبا ۱۲ ؟",
     "क्षत्रिय ।", "ශ්‍රී ကျ ខ្មែរ ລາວ", "他说“好”……", "「ありがとう」ー", "안녕 ㅋㅋ", "👩🏽‍💻 🇩🇪 1️⃣ ❤️ ☺︎",
     "𝐁 ℝ ∑ ⇒ ☎ ♫ █ ①"],
)  # fmt: skip
def test_texts_are_drawn_as_they_are_typed(text: str) -> None:
    assert fonts.undrawable(text) == ()
    assert "".join(run.text for run in fonts.typeface(text).runs(text)) == fonts.readable(text)


@pytest.mark.parametrize("codec", ["latin-1", "cp1250", "cp1251", "cp1253", "iso8859-6", "cp1255",
                                   "tis-620", "cp1258"])  # fmt: skip
def test_whole_code_pages_are_there(codec: str) -> None:
    text = bytes(range(32, 256)).decode(codec, "ignore")
    assert fonts.undrawable(text) == ()


@pytest.mark.parametrize("codec", ["gb2312", "big5", "euc_jp", "euc_kr", "gbk"])
def test_whole_sets_of_characters_are_there(codec: str) -> None:
    chance = random.Random(codec)
    pairs = [bytes((a, b)) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF)]
    text = b"".join(chance.sample(pairs, 600)).decode(codec, "ignore")
    assert len(text) > 300
    assert not [c for c in fonts.undrawable(text) if not "\ue000" <= c <= "\uf8ff"]


def test_a_character_without_a_font_is_named_and_drawn_as_a_box() -> None:
    assert fonts.undrawable("a\u0378b \ue000 \u0378 \u200d\u2060") == ("\u0378", "\ue000")
    face = fonts.typeface("a\u0378b")
    assert [run.text for run in face.runs("a\u0378b")] == ["a", "□", "b"]
    assert face.width("a\u0378b") > face.width("ab") + 0.3


def test_the_fonts_of_the_machine_come_after_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    hebrew = [font for font in BUNDLED if "Hebrew" in font.family]
    others = tuple(font for font in BUNDLED if font not in hebrew)
    monkeypatch.setattr(fonts, "bundled", lambda: others)
    assert fonts.undrawable("אבa") == ("א", "ב")
    monkeypatch.setattr(fonts, "machine", lambda: tuple(hebrew))
    assert fonts.undrawable("אבa") == ()
    assert families("אבa") == ["Sans Hebrew", "Sans"]


def test_a_font_is_found_by_its_name() -> None:
    assert families("Hello", "noto sans math") == ["Sans"]
    assert families("ไทย x", "Noto Sans Thai") == ["Sans Thai", "Sans"]
    assert fonts.face_taken("Noto Sans Thai") == "Noto Sans Thai"
    assert fonts.face_taken("No Such Font") == "Noto Sans"


@pytest.mark.parametrize(
    ("text", "region"),
    [("直す", "JP"), ("カタカナ", "JP"), ("働込", "JP"), ("한글", "KR"), ("繁體", "TC"), ("简体", "SC"),
     ("直", "SC"), ("简體", "SC")],
)  # fmt: skip
def test_ideographs_have_the_forms_of_their_region(text: str, region: str) -> None:
    assert set(families(text)) == {f"Sans CJK {region}"}


def test_quotes_are_as_wide_as_the_script_around_them() -> None:
    assert families("“Hi” it’s…") == ["Sans"]
    assert families("他说“好”…") == ["Sans CJK SC"]
    assert families("It’s 你好") == ["Sans", "Sans CJK SC"]


def test_bold_is_a_face_of_its_own_and_wider() -> None:
    for word in ("Hello", "नमस्ते", "مرحبا"):
        face = fonts.typeface(word)
        assert face.width(word, bold=True) > face.width(word)
    style = {font.family for font in BUNDLED if font.bold}
    assert {"NemoSpec Noto Sans", "NemoSpec Noto Sans CJK SC"} <= style


def test_shaped_text_is_measured_as_it_is_drawn() -> None:
    face = fonts.typeface("สวัสดี ที่นี่ بالعالم")
    assert face.width("ที่นี่") == pytest.approx(face.width("ทน"))
    assert face.width("بالعالم") < 0.9 * sum(face.width(c) for c in "بالعالم")


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=40))
def test_no_text_breaks_the_fonts(text: str) -> None:
    line = fonts.readable(text).replace("\n", " ")
    face = fonts.typeface(text)
    boxes = fonts.undrawable(text)
    drawn = "".join(run.text for run in face.runs(line))
    assert not set(boxes) & set(drawn)
    assert boxes or drawn == line
    assert face.width(line) >= 0


def test_no_control_character_is_left() -> None:
    assert fonts.readable("a\tb\r\nc\rd\u2028e\x00\x1b[0m") == "a b\nc\nd\ne[0m"


# Font files ---------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_a_damaged_font_is_read_or_left(
    tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes
) -> None:
    whole = (fonts.FOLDER / "NotoSansLisu-Regular.ttf").read_bytes()
    damaged = whole[:at] + junk + whole[at + len(junk) :]
    file = tmp_path_factory.getbasetemp() / "damaged.ttf"
    for data in (damaged, damaged[: at + 64]):
        file.write_bytes(data)
        for face in font_files.read(file):
            assert ("ꓐ" in face) in (True, False)


def test_the_fonts_leave_room_in_the_package() -> None:
    # A wheel packs these into 17.5 MB of the 20 MB that it may have.
    assert sum(file.stat().st_size for file in fonts.FOLDER.iterdir()) < 24_500_000


def test_a_font_says_what_it_is() -> None:
    (bold,) = font_files.read(fonts.FOLDER / "NotoSans-Bold.ttf")
    assert (bold.family, bold.bold, bold.italic) == ("NemoSpec Noto Sans", True, False)
    assert ("ж" in bold, "अ" in bold) == (True, False)
    assert {round(font.line, 2) for font in BUNDLED} == {1.36}


# Clusters -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["é|a", "👩‍💻|👍🏽|🇩🇪|🇯🇵|1️⃣", "क्ष|त्रि|य", "เมื่|อ|นำ", "t|’s", "한|글", "a|\n|b"],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    parts = text.replace("\\n", "\n").split("|")
    assert clusters.clusters("".join(parts)) == parts


@settings(deadline=None, max_examples=40)
@given(st.text(st.sampled_from("aक्षिेتمสวัดี👩\u200d💻🏽🇩🇪 字"), max_size=30), st.floats(1, 6))
def test_lines_break_between_clusters(text: str, limit: float) -> None:
    face = fonts.typeface(text)
    paragraph = " ".join(text.split())
    lines = [
        line.lstrip(wrap.LEFT_MARK + wrap.RIGHT_MARK) for line in wrap.wrap(text, limit, face.width)
    ]
    whole = [part.strip() for part in clusters.clusters(paragraph) if part.strip()]
    drawn = [part.strip() for line in lines for part in clusters.clusters(line)]
    assert [part for part in drawn if part] == whole


def test_a_wrapped_line_keeps_the_direction_of_its_text() -> None:
    lines = wrap.wrap("שלום hello world\nabc שלום\nabc", 4, lambda line: float(len(line)))
    assert {line[0] for line in lines[:3]} == {wrap.RIGHT_MARK}
    assert lines[-1] == "abc"
    assert lines[-2][0] == wrap.LEFT_MARK


def test_a_long_text_is_measured_once_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = []
    monkeypatch.setattr(
        fonts.Typeface, "width", lambda _, piece, bold: measured.append(piece) or 1.0
    )
    words = "one two three four five six seven " * 200
    rows, _ = text._fitted(words, ass.Face(112), 1600, 5)
    assert " ".join(rows).split() == words.split()
    assert len(measured) == len(set(measured)) < 40
