"""A style of music in quotation marks, which is no text to be read: "add 'jazz' from 10 to 40 s"."""

from mock_server.agent.values.lazily import Regex

_QUOTES = "['\"“‘]"
_STYLE = Regex(
    rf"\b((?i:add|use|play|put on)(?: some| a bit of)?) {_QUOTES}(jazz|lo-?fi|rock|piano|techno)['\"”’]"
    r"(?: music)?(?=[ ,.!?]|\Z)(?! (?:as (?:a |the )?(?:title|caption|text)|in (?:red|blue|white|yellow"
    r"|bold)|at the (?:top|bottom)|top|bottom|in the (?:middle|cent)))"
)
_STYLE_ZH = Regex(r"(加上?|配上?|放|来点|用)['\"“‘「](爵士乐|摇滚乐|钢琴曲|爵士)['\"”’」]")


def styles_unquoted(message: str) -> str:
    """`message` with the styles of its music without quotation marks."""
    said = _STYLE.sub(r"\1 \2 music", message)
    return _STYLE_ZH.sub(r"\1\2", said)
