"""How a colour may be written."""

from __future__ import annotations

import re

from nemo_spec.language.diagnostics import Invalid

_HEX_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_BARE_HEX = re.compile(r"(?:0x)?((?=[a-fA-F]*[0-9])[0-9a-fA-F]{6})")


def read_color(written: str) -> str:
    """The colour, by name or number, as it is written. Raises Invalid."""
    if written.startswith("#") and not _HEX_COLOR.fullmatch(written):
        cure = "write six hexadecimal digits, such as `#ffcc00`"
        raise Invalid(f"`{written[:40]}` is not a colour", cure)
    if digits := _BARE_HEX.fullmatch(written):
        raise Invalid(f"`{written}` is not a colour", f"write `#{digits[1]}`")
    if not written.startswith("#") and not written[:1].isalpha():
        cure = "write a name such as `white`, or a number such as `#ffcc00`"
        raise Invalid(f"`{written[:40]}` is not a colour", cure)
    return written
