"""Other words, other letters, other places on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from support.foreign_damage.scene import FAR, TEXTS, Apply, Kind, Owners, Scene


def _spoiled(way: str, text: str) -> str:
    middle = len(text) // 2
    ways = {
        "a letter lost": text[:middle] + text[middle + 1 :],
        "a letter added": text[:middle] + "x" + text[middle:],
        "a letter doubled": text[:middle] + text[middle : middle + 1] + text[middle:],
        "upper case": text.upper(),
        "lower case": text.lower(),
        "cut off": text[: max(1, len(text) - 3)],
        "emptied": "",
        "twice": f"{text} {text}",
        "the first word lost": text.partition(" ")[2],
        "words in another order": " ".join(reversed(text.split(" "))),
        "a question": text.rstrip(".") + "?",
        "a placeholder": "Your text here",
        "an ellipsis": text[:middle] + "…",
    }
    return ways[way]


_WAYS = {
    "a letter lost": "a letter is missing",
    "a letter added": "a letter too many",
    "a letter doubled": "a letter too many",
    "upper case": "it shouts",
    "lower case": "capitals are lost",
    "cut off": "the end of the text is missing",
    "emptied": "there is no text",
    "twice": "it says it twice",
    "the first word lost": "a word is missing",
    "words in another order": "the words are mixed up",
    "a question": "another punctuation",
    "a placeholder": "somebody else's text",
    "an ellipsis": "half of the text is missing",
}


def _with_text(way: str) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        found = [p for p in scene.layers() if len(p.get("text", "")) > 3]
        piece = scene.one(
            [p for p in found if _spoiled(way, p["text"]).split() != p["text"].split()]
        )
        if piece is None:
            return None
        piece["text"] = _spoiled(way, piece["text"])
        return scene.line_of(piece)

    return apply


def _says_two_things(key: str) -> Apply:
    """A second key for the same text holds another one."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers(*TEXTS) if "text" in p])
        if piece is None:
            return None
        group, _, inner = key.partition(".")
        piece[group] = {inner: "Something else"} if inner else "Something else"
        return scene.line_of(piece)

    return apply


def exchanged(scene: Scene) -> Owners | None:
    found = [p for p in scene.layers() if "text" in p]
    pairs = [(a, b) for a in found for b in found if a["text"] != b["text"]]
    if not pairs:
        return None
    one, other = scene.chance.choice(pairs)
    one["text"], other["text"] = other["text"], one["text"]
    return scene.line_of(one) | scene.line_of(other)


def runs_in_another_order(scene: Scene) -> Owners | None:
    piece = scene.one([p for p in scene.layers(*TEXTS) if len(p.get("text", "")) > 3])
    if piece is None:
        return None
    text, middle = piece["text"], len(piece["text"]) // 2
    piece["text"] = [{"text": text[middle:]}, {"text": text[:middle]}]
    return scene.line_of(piece) if text[middle:] + text[:middle] != text else None


def run_lost(scene: Scene) -> Owners | None:
    piece = scene.one([p for p in scene.layers(*TEXTS) if len(p.get("text", "")) > 3])
    if piece is None:
        return None
    piece["text"] = [{"text": piece["text"][:2]}]
    return scene.line_of(piece)


def text_is_a_number(scene: Scene) -> Owners | None:
    piece = scene.one(scene.layers(*TEXTS))
    if piece is None:
        return None
    piece["text"] = 42
    return scene.line_of(piece)


def _second_line(change: str) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers("lower-third") if "sub" in p])
        if piece is None:
            return None
        ways: dict[str, dict[str, Any]] = {
            "lost": {"sub": None},
            "other": {"sub": "Intern"},
            "swapped": {"sub": piece["text"], "text": piece["sub"]},
            "the same": {"sub": piece["text"]},
        }
        piece.update(ways[change])
        return scene.line_of(piece)

    return apply


_OTHERS: dict[str, tuple[Any, ...]] = {
    "pos": ("center", "top-left", "bottom-right"),
    "style": ("italic", "handwritten"),
    "font": ("Comic Sans MS", "Courier"),
    "color": ("#123456", "purple"),
    "voice": ("angry", "child"),
    "background": ("#abcdef", "orange"),
    "outline": ("#00ff00", "brown"),
}
_ASKED = {"pos": "the place", "style": "the style", "font": "the letters", "color": "the colour",
          "voice": "the voice", "size": "the size", "background": "the box",
          "outline": "the line"}  # fmt: skip


def _asked(key: str, roles: tuple[str, ...], change: str) -> Apply:
    """Change, lose or garble a property that the recipe asks for."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers(*roles) if key in p])
        if piece is None:
            return None
        if change == "lost":
            del piece[key]
        elif change == "garbled":
            piece[key] = {"?": [1, 2]}
        else:
            piece[key] = scene.chance.choice([v for v in _OTHERS[key] if v != piece[key]])
        return scene.line_of(piece)

    return apply


def _to(key: str, value: Any) -> Apply:
    """Give a text another value of what the recipe asks for."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers(*TEXTS) if key in p])
        if piece is None:
            return None
        piece[key] = value
        return scene.line_of(piece)

    return apply


def _sized(factor: float) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers(*TEXTS) if "size" in p])
        if piece is None:
            return None
        piece["size"] = round(piece["size"] * factor)
        return scene.line_of(piece)

    return apply


def _faded(key: str, roles: tuple[str, ...], change: str) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers(*roles) if key in p])
        if piece is None:
            return None
        if change == "lost":
            del piece[key]
        else:
            piece[key] = piece[key] + 2 * FAR if change == "longer" else "slow"
        return scene.line_of(piece)

    return apply


def fades(roles: tuple[str, ...], where: str) -> Iterator[Kind]:
    """Fades of layers, lost, longer and garbled."""
    for key in ("fade_in", "fade_out"):
        for change in ("lost", "longer", "garbled"):
            notices = {"lost": "it comes or goes at once"}.get(change, "it fades otherwise")
            garbled = change == "garbled"
            yield Kind(f"{where} {key} {change}", notices, _faded(key, roles, change), garbled)


def _asked_kinds() -> Iterator[Kind]:
    for key in ("pos", "style", "font", "color", "background", "outline"):
        for change in ("other", "lost", "garbled"):
            notices, garbled = f"{_ASKED[key]} is not the one", change == "garbled"
            yield Kind(f"{key} {change}", notices, _asked(key, TEXTS, change), garbled)
    for change in ("other", "lost"):
        yield Kind(
            f"voice {change}", "somebody else speaks", _asked("voice", ("voiceover",), change)
        )
    for key, value in (
        ("background", "#10203000"),
        ("outline", "transparent"),
        ("color", "#ffffff00"),
    ):
        yield Kind(f"{key} transparent", f"{_ASKED[key]} is not seen", _to(key, value))
    yield Kind("shadow lost", "no shadow", _asked("shadow", TEXTS, "lost"))
    yield Kind("shadow off", "no shadow", _to("shadow", False))
    yield Kind("shadow garbled", "perhaps no shadow", _asked("shadow", TEXTS, "garbled"), True)
    yield Kind("size lost", "the size may be any", _asked("size", TEXTS, "lost"))


KINDS: tuple[Kind, ...] = (
    *(Kind(f"text: {way}", notices, _with_text(way)) for way, notices in _WAYS.items()),
    *(
        Kind(
            f"{key} contradicts the text",
            "one of two texts is shown",
            _says_two_things(key),
            doubtful=True,
        )
        for key in ("content", "txt", "caption", "words", "m.text", "content.text")
    ),
    Kind("texts exchanged", "each says what the other should", exchanged),
    Kind("runs in another order", "the words are mixed up", runs_in_another_order),
    Kind("a run lost", "most of the text is missing", run_lost),
    Kind("text is a number", "another text", text_is_a_number, doubtful=True),
    *(
        Kind(f"second line {change}", "the role is wrong", _second_line(change))
        for change in ("lost", "other", "swapped", "the same")
    ),
    *_asked_kinds(),
    Kind("size doubled", "the letters are too large", _sized(2)),
    Kind("size halved", "the letters are too small", _sized(0.5)),
    *fades(TEXTS, "text"),
)
