"""What was done, held against the words of the message once more, without the reader.

The reader accounts for every word that is left when a sentence has been said plainly; what was lost on
the way there it cannot know. So each word that speaks of something is looked for in what has changed,
unless a word beside it may say that nothing shall change there, or that something else was meant.
"""

import re
from collections.abc import Mapping
from typing import Any

from mock_server.agent.second_look import (
    again,
    begins,
    beside,
    elsewhere,
    fading,
    figures,
    instead,
    kept,
    later,
    lead,
    named,
    parts,
    reach,
    several,
    together,
    until,
    when,
    which,
    whose,
    whose_clip,
    within,
)
from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import PUT_RIGHT, words
from mock_server.agent.values.placeholders import MARK, Values
from mock_server.agent.values.quotes import take_quotes, whole_characters

_VALUE = re.compile(rf"{MARK.pattern}|[\w-]+\.[a-z0-9]{{2,4}}\b", re.IGNORECASE | re.ASCII)
# Words of what was, will be or may be, and of what others say.
_UNSETTLED = words(
    r"\b(?:unless(?! there)|tomorrow|next (?:week|time|month)|last time|later on|someday|eventually"
    r"|in theory|hypothetically"
    r"|would happen|suppose|supposing|imagine|whether|thinking|considering|perhaps|unsure|told|asked"
    r"|used to|(?<!you )(?<!i )wrote"
    r"|(?:should|shall) (?:i|we)|do you think|remind|translate|how (?:do|does|would|to)"
    r"|from (?:to|until))\b"
    r"|\b(?:haven|hasn|hadn)'t\b",
    "除非(?![^,，]*有)|下周|明天|昨天|上次|改天|将来|告诉|提醒|翻译|什么意思|为什么|该不该|也许|好像|考虑|打算|想过|说过",
    "让我|叫我|以为|本来(?!的[声音])|差点|从[到至]",
)
_ASKS = re.compile(r"(?:[?？]|吗|呢)[\s。.!！)）]*\Z")
_REQUESTS = words(
    r"\b(?:can|could|would|will|may|might|shall|why|mind|please|pls|any chance|possible"
    r"|how about|what about|ok|okay|right|got it|understood|maybe|let's|let us)\b|\bcan't\b|\bwon't\b",
    r"能|可以|可不可以|行[吗么不]|好[吗么不]|麻烦|帮|怎么样|如何|明白|要不|不如",
)
# "Can you reverse a clip?" asks what there is.
_IN_GENERAL = words(
    r"\bat all\W*\Z",
    r"\b(?:can|could|do) you \w+(?: up| down| in| out)? (?:an?|any) (?:clip|video|song|film)\W*\Z",
    r"\A\W*(?:can|could|do|are) you (?:do|support|handle|able to do) [a-z -]{3,24}\W*\Z",
    "\\A[ ,，]*(?:请问)?(?:你|您|这里|这个)?们?(?:能|会|可以|支持)(?:做|支持|处理"
    "|搞)[^把给帮一成个这那0-9,，]{2,6}[吗么不呢][ ?？。!！]*\\Z",
)
_CHECKS = (*which.CHECKS, *when.CHECKS, *named.CHECKS, *kept.CHECKS)
# What is said of one thing and done to another is wrong in a part of what was asked, too.
_OF_ANOTHER = (
    *kept.IN_PART,
    *(
        check
        for room in (
            again,
            begins,
            beside,
            elsewhere,
            fading,
            figures,
            instead,
            later,
            lead,
            parts,
            reach,
            several,
            together,
            until,
            whose,
            whose_clip,
            within,
        )
        for check in room.CHECKS
    ),
)


def gainsays(
    message: str, before: Mapping[str, Any], after: Mapping[str, Any], *, whole: bool = True
) -> bool:
    """Whether a message says otherwise than what it has made of a draft; `whole`: all of it was done."""
    plain = _VALUE.sub(" ", take_quotes(whole_characters(message), Values()))
    edit = Edit.of(before, after)
    if any(check(plain, edit) for check in _OF_ANOTHER):
        return True
    if not whole:
        return False
    asks = _ASKS.search(plain)
    if _UNSETTLED.search(plain) or (asks and not _REQUESTS.search(message)):
        return True
    if asks and _IN_GENERAL.search(plain):
        return True
    if edit.only_splits:
        return False
    if any(check(plain, edit) for check in _CHECKS):
        return True
    return not PUT_RIGHT.search(plain) and figures.loses_a_figure(plain, edit)
