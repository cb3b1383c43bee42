"""Texts as subtitles: SRT, WebVTT and ASS, by pysubs2."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pysubs2

from nemo_spec.interchange.places import size_of, text_place
from nemo_spec.interchange.sequence import Cut, Item

_ALIGNMENTS = {
    "bottom-left": 1, "bottom": 2, "bottom-right": 3, "left": 4, "center": 5, "right": 6,
    "top-left": 7, "top": 8, "top-right": 9,
}  # fmt: skip
"""ASS numbers the places of a text like the keys of a telephone, from below."""


_BOXED = "Boxed"
"""The style of a text on a box, which has the colour of its outline."""


def write(cut: Cut, ending: str) -> str:
    """All texts in the order of their times; in ms, since subtitles know no frames."""
    file = pysubs2.SSAFile()
    file.styles[_BOXED] = pysubs2.SSAStyle(borderstyle=3, outline=cut.height / 90)
    file.info |= {"PlayResX": str(cut.width), "PlayResY": str(cut.height), "WrapStyle": "0"}
    items = [item for track in cut.of_kind("text") for item in track.items]
    for item in sorted(items, key=lambda one: (one.segment.start.lo, one.segment.end.lo)):
        file.events.append(_event(item, cut, ending))
    if ending == ".ass":
        return file.to_string("ass")
    return file.to_string(ending.removeprefix("."), keep_ssa_tags=True)


def _event(item: Item, cut: Cut, ending: str) -> pysubs2.SSAEvent:
    segment = item.segment
    event = pysubs2.SSAEvent(start=segment.start.lo, end=segment.end.lo)
    event.text = _ESCAPED[ending](_plain("\n".join(segment.texts)))
    if ending == ".ass":
        event.text, event.name = _tags(item, cut) + event.text, segment.role
        event.style = _BOXED if segment.properties.get("background") else "Default"
    return event


def _plain(text: str) -> str:
    """Without control characters, and without empty lines: one ends a subtitle. A word joiner keeps a
    backslash from beginning a tag."""
    text = text.replace("\\", "\\\u2060")
    lines = ("".join(c for c in line if c >= " ") for line in text.split("\n"))
    return "\n".join(line if line.strip() else "\u00a0" for line in lines)


def _for_ass(text: str) -> str:
    """Braces hold tags there."""
    return text.replace("{", "\\{").replace("}", "\\}").replace("\n", "\\N")


_ESCAPED: dict[str, Callable[[str], str]] = {
    ".ass": _for_ass,
    ".srt": str,
    ".vtt": lambda text: escape(text, quote=False),
}
"""What makes a text of a text, in each format."""


def _tags(item: Item, cut: Cut) -> str:
    properties = item.segment.properties
    tags = f"\\an{_ALIGNMENTS.get(text_place(item), 2)}\\fs{size_of(item, cut):g}"
    if fades := [item.time("fade_in"), item.time("fade_out")]:
        tags += f"\\fad({fades[0]},{fades[1]})" if any(fades) else ""
    if font := str(properties.get("font") or ""):
        tags += f"\\fn{_word(font)}"
    line = "background" if properties.get("background") else "outline"
    for key, tag in (("color", "c"), (line, "3c")):
        if color := color_of(str(properties.get(key) or "")):
            tags += "\\{}&H{:02X}{:02X}{:02X}&".format(tag, *color[::-1])
    tags += "\\shad3" if properties.get("shadow") else ""
    return f"{{{tags}}}"


def _word(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum() or letter in " -_")


def color_of(text: str) -> tuple[int, int, int] | None:
    """Red, green and blue of `#ffc83d` or a name, 0–255; None for what is no colour."""
    from PIL import ImageColor

    try:
        found = ImageColor.getrgb(text)
    except ValueError:
        return None
    return found[0], found[1], found[2]
