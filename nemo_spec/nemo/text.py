"""Text from outside, made safe to show: it cannot move the cursor, recolour, or carry a secret."""

import json
import re
from base64 import b64encode
from functools import cache
from itertools import takewhile
from typing import Any, NamedTuple

_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    "|(?:\x1b[\\]P_^X]|[\x9d\x90\x9f\x9e\x98])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)?"  # titles
    "|\x1b[ -/]*[0-~]?"  # everything shorter
)
_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Controls and what reorders or hides text. The joiners U+200C and U+200D stay: emoji and Persian
# need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff0-\ufffb\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKEN = re.compile(r"nmv_usr_\w[\w.~+/=-]*")
_MASK = "***"
SHORTEST_SECRET = 8
"""Characters. A shorter secret would mask words."""
_BEGINNING = 12
"""So many characters of a secret are as telling as all of it, where somebody has cut it off."""
_SIGN = 8
"""Characters that are looked for first: enough to be rare, few enough to be quick."""
_KEPT = 100
"""Secrets that are remembered; a process that tries many recipes meets a new one for each."""
_ESCAPE = re.compile(
    r"%(?P<percent>[0-9A-Fa-f]{2})"
    r"|\\u(?P<json>[0-9A-Fa-f]{4})|\\x(?P<hex>[0-9A-Fa-f]{2})|\\(?P<plain>[\\\"'/])"
    r"|&#0{0,5}(?P<decimal>\d{1,3});|&#[xX]0{0,5}(?P<entity>[0-9A-Fa-f]{1,2});"
    r"|&(?P<name>amp|lt|gt|quot|apos);"
)
_ESCAPES_WITHIN = (b"\\u", b"\\/", b"\\\\")
"""In JSON text: what a token could be hidden by, beside the escapes that it needs there itself."""
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_LAYERS = 4
"""Escapes within escapes that are looked through: `%255f` is two."""


class _Secret(NamedTuple):
    """`plain` is what is left when everything in it that looks like an escape is taken for one, as it
    is done with the texts that it is looked for in. `cores` are what every base64 text that holds the
    secret has in common, by where in three bytes it begins, in both alphabets; `signs` one of which is
    in every JSON text that holds it without further escapes."""

    text: str
    plain: str
    cores: tuple[str, ...]
    signs: tuple[bytes, ...]


_secrets: tuple[_Secret, ...] = ()


def conceal(secret: str) -> None:
    """From now on `mask` knows this secret, whoever echoes it, however escaped. Ones shorter than
    SHORTEST_SECRET are left out."""
    global _secrets
    if len(secret) < SHORTEST_SECRET or any(known.text == secret for known in _secrets):
        return
    # A new tuple each time: other threads may be going through the old one.
    cores = _base64_cores(secret)
    beginning = json.dumps(secret[:_BEGINNING])[1:-1]
    signs = tuple({sign[:_SIGN].encode() for sign in (beginning, *cores)})
    _secrets = (*_secrets[1 - _KEPT :], _Secret(secret, _without_escapes(secret), cores, signs))


def mask(text: str) -> str:
    """The text without tokens: the ones given to `conceal` – plain, cut off, percent-encoded, with
    the escapes of JSON or HTML, in base64 – and whatever looks like one."""
    if _secrets and ("%" in text or "\\" in text or "&" in text) and _ESCAPE.search(text):
        text = _without_escaped(text)
    for secret in _secrets:
        if secret.text in text:
            text = text.replace(secret.text, _MASK)
        for core in secret.cores:
            if core in text:
                text = _base64_around(core).sub(_MASK, text)
    for secret in _secrets:  # once all that are whole are gone: another one may begin like this one
        if len(secret.text) > _BEGINNING and secret.text[:_BEGINNING] in text:
            text = _without_beginnings(secret.text, text)
    return _TOKEN.sub("nmv_usr_" + _MASK, text) if "nmv_usr_" in text else text


def masked(value: object) -> Any:
    """What JSON holds, with every text in it masked, keys too."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {masked(key): masked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [masked(inner) for inner in value]
    return value


def may_hold_token(json_text: bytes) -> bool:
    """False where `masked` would change nothing in what these bytes mean, and quickly so."""
    if b"nmv_usr_" in json_text:
        return True
    if not _secrets:
        return False
    if b"%" in json_text or b"&" in json_text:
        return True
    if b"\\" in json_text and any(sign in json_text for sign in _ESCAPES_WITHIN):
        return True
    return any(sign in json_text for secret in _secrets for sign in secret.signs)


def holds_token(text: str) -> bool:
    """Whether `mask` would find something: such a text is no id, address or name."""
    return mask(text) != text


def _without_beginnings(secret: str, text: str) -> str:
    """Without what somebody else has cut off."""
    found = text.find(secret[:_BEGINNING])
    while found >= 0:
        pairs = zip(secret, text[found:], strict=False)
        length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        text = text[:found] + _MASK + text[found + length :]
        found = text.find(secret[:_BEGINNING], found)
    return text


def _without_escaped(text: str) -> str:
    plain = _without_escapes(text)
    for secret in _secrets:
        if secret.plain in plain:
            text = _escaped_form(secret.text).sub(_MASK, text)
    return text


def _without_escapes(text: str) -> str:
    for _ in range(_LAYERS):
        text = _ESCAPE.sub(_unescaped, text)
    return text


def _unescaped(match: re.Match[str]) -> str:
    kind, value = match.lastgroup or "", match[match.lastgroup or 0]
    if kind in ("plain", "name"):
        return _NAMED.get(value, value)
    return chr(int(value, 10 if kind == "decimal" else 16))


@cache
def _escaped_form(secret: str) -> re.Pattern[str]:
    """The secret with any of its characters escaped in any of the ways, also more than once."""
    return re.compile("".join(map(_forms, secret)))


def _forms(character: str) -> str:
    number = ord(character)
    hexadecimal = "".join(f"[{d}{d.upper()}]" if d.isalpha() else d for d in f"{number:02x}")
    forms = [
        rf"%(?:25){{0,2}}{hexadecimal}",
        rf"\\{{1,8}}u00{hexadecimal}",
        rf"\\{{1,8}}x{hexadecimal}",
        rf"&(?:amp;){{0,2}}#0{{0,5}}{number};",
        rf"&(?:amp;){{0,2}}#[xX]0{{0,5}}{hexadecimal};",
        *(f"&(?:amp;){{0,2}}{name};" for name, one in _NAMED.items() if one == character),
        rf"\\{{0,8}}{re.escape(character)}",  # last: an entity begins with a plain character
    ]
    return f"(?:{'|'.join(forms)})"


def _base64_cores(secret: str) -> tuple[str, ...]:
    cores = []
    for before in range(3):
        encoded = b64encode(b"\0" * before + secret.encode("utf-8", "surrogatepass")).decode()
        # The first characters also hold bits of what stands before, the last of what stands behind.
        whole = (before + len(secret.encode("utf-8", "surrogatepass"))) * 8 // 6
        core = encoded[(0, 2, 3)[before] : whole]
        cores += [core, core.replace("+", "-").replace("/", "_")]
    return tuple(dict.fromkeys(cores))


@cache
def _base64_around(core: str) -> re.Pattern[str]:
    return re.compile(rf"[\w+/-]{{0,4}}{re.escape(core)}[\w+/=-]{{0,6}}", re.ASCII)


def clean(text: str) -> str:
    """The text as it may be printed: no escape sequences, control characters, direction marks or
    tokens. Newlines stay, tabs become spaces, unpaired surrogates become U+FFFD."""
    text = mask(text)  # before anything is taken out: a sequence may swallow a token's first letter
    if not text.isprintable():
        text = _SEQUENCE.sub("", text)
        text = _BREAK.sub("\n", text).replace("\t", " ")
        text = mask(_SURROGATE.sub("\ufffd", _HIDDEN.sub("", text)))
    return text


def clean_line(text: str, limit: int = 300) -> str:
    """`clean`, on one line of at most `limit` characters. What is cut off is cut off last: half a
    token would not be known as one."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
