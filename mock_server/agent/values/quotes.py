"""Quoted text is data: it is taken out of the message before anything else is parsed.

`"…"` is read like a JSON string (the escapes of JSON, everything else as it stands, raw newlines
included); the quotes that people type ('…', “…”, ‘…’, 「…」, 『…』, 《…》, `…`) know no escapes.
"""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, without_private

_CLOSERS = {
    "“": "”", "”": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "«": "»", "`": "`"
}  # fmt: skip
_ESCAPED = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_ESCAPE = Regex(r"\\(?:u([0-9a-fA-F]{4})|([\"\\/bfnrt]))")
_STRING = Regex(r'"((?:[^"\\]|\\.)*+)("|\\?\Z)', re.DOTALL)
_OPENER = Regex(r"[\"'“”‘「『《«`]")
_APOSTROPHE = Regex(r"'(?![^\W\u4e00-\u9fff])")
_SURROGATE = Regex("[\ud800-\udfff]")


class Unclosed(str):
    """A text of which nobody knows where it ends."""


def whole_characters(text: str) -> str:
    """`text` with surrogate pairs joined and lone surrogates replaced, fit for UTF-8."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def unescape(body: str) -> str:
    """The text that the inside of a JSON-like string stands for; unknown escapes stay."""
    plain = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _ESCAPED[m[2]], body)
    return whole_characters(plain)


def take_quotes(message: str, values: Values) -> str:
    """`message` with a `<text>` mark for each quoted text.

    A double quote that is never closed takes the rest of the message: a text that was cut off must
    not be parsed as an instruction.
    """
    out: list[str] = []
    hopeless: set[str] = set()
    at = 0
    while match := _OPENER.search(message, at):
        end, body = _quoted(message, match.start(), hopeless)
        if body is None:
            end = match.end()
            out.append(without_private(message[at:end]))
        else:
            out.append(without_private(message[at : match.start()]))
            out.append(" " + values.mark("text", body) + " ")
        at = end
    out.append(without_private(message[at:]))
    return "".join(out)


def _quoted(message: str, start: int, hopeless: set[str]) -> tuple[int, str | None]:
    """Where the quotation that opens at `start` ends, and its text; None when it is no quotation.

    `hopeless` remembers openers that find no closer any more, so that a message full of them is
    not searched to its end again and again.
    """
    opener = message[start]
    if opener == '"':
        match = _STRING.match(message, start)
        if match is None:
            return start, None
        text = unescape(match[1])
        return match.end(), text if match[2] == '"' else Unclosed(text)
    if opener in hopeless or (opener == "'" and not _opens(message, start)):
        return start, None
    end = _closer(message, start)
    if end < 0:
        hopeless.add(opener)
        return start, None
    text = message[start + 1 : end]
    mixed = opener in "“”" and text.count('"') % 2
    return end + 1, Unclosed(text) if mixed else text


def _opens(message: str, start: int) -> bool:
    before, after = message[max(0, start - 1) : start], message[start + 1 : start + 2]
    return not (before.isalnum() and before.isascii()) and bool(after) and not after.isspace()


def _closer(message: str, start: int) -> int:
    if message[start] != "'":
        end = message.find(_CLOSERS[message[start]], start + 1)
        return message.find('"', start + 1) if end < 0 and message[start] == "“" else end
    match = _APOSTROPHE.search(message, start + 2)
    return match.start() if match else -1
