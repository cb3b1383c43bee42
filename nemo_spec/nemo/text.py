"""Text from outside, made safe to show: it cannot move the cursor, recolour, or carry a secret."""

import re

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
_SHORTEST_SECRET = 8

_secrets: set[str] = set()
_secret_bytes: set[bytes] = set()


def conceal(secret: str) -> None:
    """From now on `clean` masks this secret, whoever echoes it. Short ones would mask words."""
    if len(secret) >= _SHORTEST_SECRET:
        _secrets.add(secret)
        _secret_bytes.add(secret.encode("utf-8", "surrogatepass"))


def mask(text: str) -> str:
    """The text without tokens: the ones given to `conceal`, and whatever looks like one."""
    for secret in _secrets:
        if secret in text:
            text = text.replace(secret, _MASK)
    return _TOKEN.sub("nmv_usr_" + _MASK, text) if "nmv_usr_" in text else text


def has_token(data: bytes) -> bool:
    """Whether `mask` would find something in this UTF-8 text."""
    if b"nmv_usr_" in data:
        return True
    return any(secret in data for secret in _secret_bytes) if _secret_bytes else False


def clean(text: str) -> str:
    """The text as it may be printed: no escape sequences, control characters, direction marks or
    tokens. Newlines stay, tabs become spaces, unpaired surrogates become U+FFFD."""
    if not text.isprintable():
        text = _SEQUENCE.sub("", text)
        text = _BREAK.sub("\n", text).replace("\t", " ")
        text = _SURROGATE.sub("\ufffd", _HIDDEN.sub("", text))
    return mask(text)


def clean_line(text: str, limit: int = 300) -> str:
    """`clean`, on one line of at most `limit` characters."""
    line = " ".join(clean(text[: limit * 20]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
