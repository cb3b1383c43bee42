"""Parts that are fine beside one that is to be changed: "前20秒可以，后10秒静音", "前5秒要，后5秒不要".
Said before the values are read."""

import re

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.chinese.whole_orders import PART, STOP

_FINE = (
    r"(?:就|都|还|挺|很)?(?:可以|还行|行|OK|ok|好|要|没问题|不错|留着|要(?:有)?声音)(?:的|了|吧)?"
)
_LED = re.compile(
    rf"(\A|(?<=[。;]))(?:把)?{PART}{_FINE},(?=(?:把|将)?{PART}[^,。;]{{1,8}}(?:[。;.!]|\Z))",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"((?:\A|(?<=[。;]))(?:把)?{PART}[^,。;]{{1,8}}),{PART}{_FINE}{STOP}", re.IGNORECASE
)
_NOT_WANTED = re.compile(
    rf"((?:\A|(?<=[。;]))(?:把)?{PART}[^,。;]{{1,8}},)({PART})(?:就|都)?不要了?{STOP}"
)


def fine_as_is(text: str) -> str:
    """A message without the parts of which it says that they are fine."""
    if not HAN.search(text):
        return text
    text = _BEHIND.sub(r"\1", _LED.sub(r"\1", text))
    return _NOT_WANTED.sub(r"\1剪掉\2", text)
