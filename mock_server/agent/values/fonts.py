"""Names of fonts, which people write without quotes: "in Arial", "use Comic Sans for the title"."""

import re
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import ANY, Values

# Those that are no word of another meaning may be written small.
_ANY_CASE = (
    "arial|helvetica(?: neue)?|verdana|roboto|montserrat|comic sans(?: ms)?|times new roman|courier new"
    "|open sans|poppins|garamond|calibri|tahoma|raleway|playfair(?: display)?|bebas neue|century gothic"
)
_AS_WRITTEN = (
    "Georgia|Impact|Futura|Courier|Lato|Cambria|Trebuchet(?: MS)?|Palatino|Bodoni|Didot|Oswald|Inter"
    "|Noto Sans|Source Sans(?: Pro)?|Avenir|Baskerville|Rockwell|Papyrus|Times|Lobster|Pacifico"
)
_NAME = (
    rf"(?<![A-Za-z])(?:(?i:{_ANY_CASE})|(?:{_AS_WRITTEN}))(?: (?:Black|Bold|Light|Narrow|Condensed))?"
    r"(?![A-Za-z])"
)
_WORD = r"(?i:font|typeface)(?i: family| face)?"
_OTHER = r"[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]{2,}){0,2}"
_NAMED = Regex(
    rf"(?P<word>\b{_WORD}(?i:'s)?(?P<of>(?i: (?:of|for|on|in) (?:the|my) [a-z-]+(?: [{ANY}]\S+)?)?)"
    rf"(?i: should be| must be| is)?[ :,=]*(?i:\b(?:to|called|named|a[ns]?) )?)(?P<name>{_NAME}|{_OTHER})\b"
    rf"|(?P<in>\b(?i:in|with|using) (?i:the )?|字体(?:用|为|选)? ?)?"
    rf"(?P<before>{_NAME})(?P<font> {_WORD}\b| ?字体)?"
)
_HINT = Regex(rf"(?i:font|typeface)|{_NAME}")


def is_font(said: str) -> bool:
    """Whether these words are the name of a font that is known."""
    return re.fullmatch(_NAME, said) is not None


def take_fonts(text: str, values: Values) -> str:
    """`text` with a `<text>` mark behind the word "font" for each font that is named without quotes."""
    return _NAMED.sub(partial(_named, values), text) if _HINT.search(text) else text


def _named(values: Values, match: re.Match[str]) -> str:
    if match["name"]:
        return f"{match['word']} {values.mark('text', match['name'])} "
    name = match["before"]
    return (
        f"{'in ' if match['in'] and match['in'].isascii() else ''}font {values.mark('text', name)} "
    )
