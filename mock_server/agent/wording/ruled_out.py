"""What is ruled out beside an order, of another side of a thing: "make the title red without making it
bigger", "move the logo down, but don't change its size"."""

import re
from collections.abc import Iterator

from mock_server.agent.values.lazily import Regex

_THING = (
    r"(?:it|them|that|(?:the|my|its|their) (?:titles?|captions?|subtitles?|texts?|logo|watermark|music|song"
    r"|voice-?over|lower[- ]thirds?|video|clips?|picture|sound|voice|speech))"
)
_ANY = r"(?:any |much |even |too )?"


def _made(how: str) -> str:
    return rf"(?:mak(?:e|ing)|let(?:ting)?|turn(?:ing)?) {_THING} (?:get |become )?{_ANY}(?:{how})"


def _changed(what: str) -> str:
    return (
        rf"(?:chang|alter|touch|affect|modify)(?:e|ing)? (?:(?:its|their|the)(?: \w+'s)? )(?:{what})"
        rf"(?: of {_THING})?"
    )


# By what of it does not change.
_WAYS = {
    "size": (_made("bigger|larger|smaller"), _changed("size"),
             rf"(?:resiz|enlarg|shrink)(?:e|ing)? {_THING}"),
    "place": (_changed("position|place|corner"), rf"mov(?:e|ing) {_THING}"),
    "color": (_changed("colou?rs?"), _made("red|blue|green|yellow|white|black|darker|brighter")),
    "text": (_changed("text|words|wording"),),
    "level": (_made("louder|quieter|softer|silent"), _changed("volume|level"), rf"mut(?:e|ing) {_THING}"),
    "length": (_made("longer|shorter"), _changed("length|duration|timings?|times?")),
    "style": (_made("bold|italic"), _changed("font|style")),
    "speed": (_made("faster|slower"), _changed("speed"), rf"(?:speed|slow)(?:ing)? {_THING} (?:up|down)"),
}  # fmt: skip
_NOT = r"(?P<not>without|(?:please )?(?:do not|don't|dont|never))"
_RIDER = Regex(
    rf"(?P<do>.{{6,160}}?)[,;.]? (?:(?:but|and|just|please|also)[ ,]+)*{_NOT} (?:also |ever )?(?:"
    + "|".join(f"(?P<{key}>{'|'.join(ways)})" for key, ways in _WAYS.items())
    + r")(?: (?:too|as well|though|please|either|at all))*[ .!]*\Z",
    re.IGNORECASE | re.DOTALL,
)
# What asks for that very side of it takes back what it says.
_ASKS_FOR = {
    "size": r"bigger|larger|smaller|size|shrink|enlarge",
    "place": r"mov|top|bottom|left|right|cent|middle|corner|put|place|later|earlier",
    "color": r"colou?r|red|blue|green|yellow|white|black|orange|pink|purple|warm|cool|sepia",
    "text": r"text|word|say|read|writ|renam|change .* to",
    "level": r"mut|silen|loud|quiet|volume|level|turn|lower|raise",
    "length": r"long|short|length|until|extend|end",
    "style": r"bold|italic|font|style",
    "speed": r"fast|slow|speed",
}
_NO_ORDER = Regex(r"\b(?:n't|not|never|without|no|if|maybe|can you|could you|why|how)\b|\?", re.I)


def ruled_out(text: str) -> Iterator[tuple[str, str]]:
    """Which side of what an order is about is not to change by the rider behind it, and its words."""
    found = _RIDER.match(text)
    if found:
        yield from ((key, found[key]) for key in _WAYS if found[key])


def without_ruled_out(text: str) -> str:
    """A text without that rider, where the order is about something else; else the same."""
    found = _RIDER.match(text)
    if found is None or _NO_ORDER.search(found["do"]):
        return text
    keys = [key for key in _WAYS if found[key]]
    # (a level may be less, and still not be silent)
    mutes = keys == ["level"] and re.match(r"mut|.* silent\Z", found["level"], re.IGNORECASE)
    if not mutes and any(re.search(_ASKS_FOR[key], found["do"], re.IGNORECASE) for key in keys):
        return text
    return found["do"].rstrip(" ,;.")
