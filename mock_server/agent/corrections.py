"""Words that take back what was said before: "the first 5 s, no wait, 8 s"."""

import re

from mock_server.agent.placeholders import pattern

TAKES_BACK = re.compile(
    r"[ ,.!:]*(?:(?:oh|no|wait|hmm|hold on|sorry|actually|on second thoughts?|等等|不|哦|算了)[ ,.!:]+)*"
    r"(?:don't|do not|no|nope|(?:please )?don't do (?:that|it)|leave it(?: as it is)?|scratch that"
    r"|forget (?:it|that)"
    r"|never ?mind(?: that)?|cancel that|wait|hold on|算了|还是别了|不用了|还是算了|别剪了|先不要|等等"
    r"|不要|别|不了)[ ,.!:]*",
    re.IGNORECASE,
)
# These take back what was said; after the others something may be added only.
_SURE = (
    r"no wait|wait|hold on|i mean(?:t)?|scratch that|correction|or rather|or better|make that"
    r"|on second thoughts?|不对|不不|哦不|等等|等一下|说错了?|[打写]错了?|错了|更正|我是说|应该是"
)
_UNSURE = r"oh|ah|hmm+|well|uh|sorry|oops|whoops|actually|rather|哦|啊|呃|抱歉"
_VALUE = "<:time|range|percent|level|number|factor>"
_NO = rf"(?:no|nope)(?= ?(?:,|-|:|wait|{_VALUE}))|不是(?=,)"
_MARKED = rf"(?:{_UNSURE}),? (?=<:time|range|percent|level|number|factor|text>|the (?:first|last))"
_BEGINS = pattern(rf"[ ,:;-]*(?:({_SURE}|{_NO}|nope?(?= *,))|(?:{_UNSURE}))(?![a-z])[ ,:;-]*")
_WITHIN = pattern(rf"[,;:、-] ?(?:(?:and|{_UNSURE}),? )*(?:(?:{_SURE}|{_NO})(?![a-z])|{_MARKED})")
_LETTER = re.compile("[a-z\u4e00-\u9fff]", re.IGNORECASE)


def correction(text: str) -> tuple[bool, str]:
    """What a marked sentence says behind words of correction, and whether they surely are such.

    Empty when it does not begin with any.
    """
    sure, rest = False, text
    while rest and (found := _BEGINS.match(rest)):
        sure, rest = sure or bool(found[1]), rest[found.end() :]
    return sure or "instead" in rest.lower(), "" if rest == text else rest


def halves(text: str) -> list[str]:
    """A marked sentence, cut where it begins to correct itself."""
    _, rest = correction(text)
    lead = len(text) - len(rest) if rest else 0
    found = _WITHIN.search(text, lead)
    if found is None or not _LETTER.search(text[lead : found.start()]):
        return [text]
    return [text[: found.start()], *halves(text[found.start() :].lstrip(" ,;:、-"))]
