"""A message with what it means by "it": "mute the music" for "mute it" behind "how loud is the music?"."""

import re

from mock_server.agent.lexicon.named_last import PRONOUN, named_last
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN

_IT_ZH = Regex("它")
_AT_ONCE_ZH = Regex(r"\A[ ,，]*(?:(?:好的?|那么?|就|请|帮我|给我|嗯|行|还是)[,，]?)*")
_ARTICLE = Regex(r"\A(?:the|my|this|that|an?|some|your|our) ", re.IGNORECASE)
# "Leave the music in, just turn it down": what it is, is told in what is left out.
_LET_BE = Regex(
    r"\A(?:(?:please )?(?:(?:keep|leave) (?P<a>(?:the|my) [\w -]+?)(?: in| on| there| as it is| alone)?"
    r"|(?:don't|do not) (?:change|touch|move|delete|remove|cut|mute) (?P<b>(?:the|my) [\w -]+?)"
    r"|no changes? to (?P<c>(?:the|my) [\w -]+?))"
    r"|(?P<d>(?:the|my) [\w -]+?) (?:can stay|stays|is fine|is okay|is good)(?: in| there| as it is)?)"
    r"[,;]? (?:but )?(?:just|only|simply) (?P<deed>\w+ )it\b",
    re.IGNORECASE,
)
_THING_ZH = "标题|字幕|人名条|logo|水印|画中画|音乐|配乐|背景音乐|歌曲|旁白|配音|音效|第[一二三]段"
_LET_BE_ZH = Regex(
    r"\A[ ,，]*(?:请)?(?:(?:别|不要|不用|不必)(?:把|将)?(?:[去删剪移]掉?|删除|动)?"
    rf"(?P<x>{_THING_ZH})(?:[去删剪移]掉|删除|动|拿掉)?"
    rf"|(?P<what>{_THING_ZH})(?:就|先|还是|可以|都|要)?"
    r"(?:留着|留下|保留|不变|不动|别动|别删|不删|不要删|不用[去删]掉|不用删|不用动))"
    r"[,，](?:但是?|不过)?(?:只要?|就|只是|仅)?(?P<deed>[^,，。;；]{2,12})(?=[ 。.!！]*\Z)"
)
# "There is a hum in the music, remove it"; "mute the music. Let it be".
_MAY_BE_ANOTHER = Regex(
    r"\b(?:remove|delete|drop|lose|get rid of|let|leave|keep|take) it\b", re.IGNORECASE
)


def it_named(message: str, spoken_of: str) -> str:
    """A message with its "it" named: it names nothing itself, but `spoken_of` does, which was not done."""
    kind, name = named_last(spoken_of)
    if kind in ("", "picture") or named_last(message)[0]:
        return message
    if HAN.search(message):
        if not HAN.search(spoken_of):
            return message
        named = _IT_ZH.sub(name, message, count=1)
        return named if named != message else _AT_ONCE_ZH.sub(rf"\g<0>{name}", message, count=1)
    return PRONOUN.sub(_definite(kind, name), message, count=1)


def it_named_within(text: str) -> str:
    """A text with each "it" named that means a layer: "cut the last 3 seconds of the logo, fade it out"."""
    text = but_for_that(text)
    if _MAY_BE_ANOTHER.search(text):
        return text
    return PRONOUN.sub(lambda it: _named(text[: it.start()]) or it[0], text)


def but_for_that(text: str) -> str:
    """What is to be done to a thing that stays but for that: "leave the music in, just turn it down"."""
    return _LET_BE_ZH.sub(_only_the_deed_zh, _LET_BE.sub(_only_the_deed, text))


def _only_the_deed(told: re.Match[str]) -> str:
    return told["deed"] + next(filter(None, told.group("a", "b", "c", "d")))


def _only_the_deed_zh(told: re.Match[str]) -> str:
    if named_last(told["deed"])[0]:
        return told[0]
    return f"{told['what'] or told['x']}{told['deed']}"


def _named(before: str) -> str:
    kind, name = named_last(before, of_all=True)
    return _definite(kind, name) if kind == "layer" else ""


def _definite(kind: str, name: str) -> str:
    name = _ARTICLE.sub("", name)
    return {"file": name, "part": f"the part {name}"}.get(kind, f"the {name}")
