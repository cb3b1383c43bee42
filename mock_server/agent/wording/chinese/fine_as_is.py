"""Parts that are fine beside one that is to be changed: "前20秒可以，后10秒静音", "前5秒要，后5秒不要".
Said before the values are read."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, UNREADABLE
from mock_server.agent.wording.chinese.whole_orders import PART, STOP

_FINE = (
    r"(?:就|都|还|挺|很)?(?:可以|还行|行|OK|ok|好|要|没问题|不错|留着|要(?:有)?声音)(?:的|了|吧)?"
)
_LED = Regex(
    rf"(\A|(?<=[。;]))(?:把)?{PART}{_FINE},(?=(?:把|将)?{PART}[^,。;]{{1,8}}(?:[。;.!]|\Z))",
    re.IGNORECASE,
)
_BEHIND = Regex(
    rf"((?:\A|(?<=[。;]))(?:把)?{PART}[^,。;]{{1,8}}),{PART}{_FINE}{STOP}", re.IGNORECASE
)
_NOT_WANTED = Regex(
    rf"((?:\A|(?<=[。;]))(?:把)?{PART}[^,。;]{{1,8}},)({PART})(?:就|都)?不要了?{STOP}"
)


# "标题太大了也没事".
_TOO_BUT_FINE = Regex(
    r"(?=太[^,。;]{1,4}?了?,?(?:也没事|也行|也可以|也没关系|也无所谓|就这样吧?|没关系|没事|不要紧"
    r"|无所谓)[ .!。]*\Z)"
)


def stays_as_it_is(text: str) -> bool:
    """Whether a message says that what is too much or too little is fine."""
    return bool(_TOO_BUT_FINE.search(text))


def fine_as_is(text: str) -> str:
    """A message without the parts of which it says that they are fine."""
    if not HAN.search(text):
        return text
    text = _TOO_BUT_FINE.sub(UNREADABLE, text)
    text = _BEHIND.sub(r"\1", _LED.sub(r"\1", text))
    return _NOT_WANTED.sub(r"\1剪掉\2", text)
