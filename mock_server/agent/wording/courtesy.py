"""Courtesies around an order, which the turns that begin or end a sentence need not know."""

import re

from mock_server.agent.values.lazily import Regex

_BEFORE = Regex(
    r"\A\s*(?:不好意思|抱歉|打扰一?下?)(?:了|啊|哈)?[,，。!！] *(?:麻烦|请)?(?=[把将给帮])"
    r"|\A\s*(?:(?:ok(?:ay)?|alright|all right|great|hey|hi|hello)(?: there)?[,.!]+ +)?(?:(?:next|now),? +)?"
    r"(?:(?:(?:i|we)(?:'d| would) like you to|(?:i|we) (?:want|need) you to)(?: please| now)? +)?(?=\S)"
    r"|\A\s*(?:好的?|嗯+|ok|OK)[,，] *(?=[^,，\s])"
    r"|\A\s*那(?:就|么)?[,，]? *(?=[把将在给标字音画视加放删剪去第前后最下上])"
    r"|\A\s*(?:麻烦(?![的事])(?:你|您)?|请(?![问教])(?:你|您)?|劳烦(?:你|您)?)(?:帮我|帮忙|给我)?(?=[^,，。\s])",
    re.IGNORECASE,
)
# What a title says may be "please", too.
_BEHIND = Regex(
    r"(?<!say)(?<!says)(?<!saying)(?<!reads)(?<!title)(?<!text)(?<!caption)(?<!word)"
    r"(?<!write)(?<!called)"
    r" (?:please|thanks|asap|for now)(?P<end>[.! ]*)\Z"
    r"|(?:[,，] ?| - )(?:thanks|thank you|thx|cheers)[.! ]*\Z"
    r"|(?<=[\u4e00-\u9fff])(?:哦|哈|呗|啦|咯|哟|嘛)[.!。！~ ]*\Z"
)


def without_courtesy(text: str) -> str:
    """A message without what only makes it polite: "I'd like you to …, thanks", "麻烦…哦"."""
    found = _BEFORE.match(text)
    rest = text[found.end() :] if found else text
    rest = _BEHIND.sub(lambda one: one["end"] or "", rest)
    return rest if rest.strip(" .!") else text
