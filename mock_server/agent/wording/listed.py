"""Lists of one kind: "lower thirds: 'A' 2-5 s and 'B' 7-9 s"."""

import re

from mock_server.agent.values.placeholders import pattern

_NOUN_LED = pattern(
    r"\A[ ,]*(?:add |put in |show )?(?:two |three |four |five |<:number> )?(lower[- ]thirds|name tags"
    r"|voice-?overs|titles)"
    r" ?:? ?(?=<:text>)"
)
_ITEM = pattern(r"(?:,? and |, |; )?(<:text>) ?((?:(?:at|from|for) )?(?:<:time|range>)[^\ue010]*)")


def each_named(text: str) -> str:
    """ "Lower thirds: 'A' 2-5 s and 'B' 7-9 s", each with its noun."""
    lead = _NOUN_LED.match(text)
    items = list(_ITEM.finditer(text, lead.end())) if lead else []
    if lead is None or len(items) < 2 or "".join(one[0] for one in items) != text[lead.end() :]:
        return text
    each = _EACH.search(text)
    if each is None:
        return ", ".join(f"{lead[1][:-1]} {one[1]} {_bare(one[2])}" for one in items)
    if not all(_AT.fullmatch(_bare(_EACH.sub("", one[2]))) for one in items):
        return text
    return ", ".join(
        f"{lead[1][:-1]} {one[1]} {_bare(_EACH.sub('', one[2]))} for {each[1]}" for one in items
    )


_EACH = pattern(r",? (?:for )?(<:time>) each(?=[ ,.!]*\Z)")
_AT = pattern(r"at <:time>")


def _bare(said: str) -> str:
    return re.sub(r"(?:,| and|;)+ *\Z", "", said.strip()).strip()
