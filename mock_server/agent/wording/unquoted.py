"""Texts that are told without quotes: "a title saying Good Morning from 0 to 3 s", "lower third:
Lisa Chen"."""

import re

from mock_server.agent.lexicon.tokens import tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import ANY, HAN, MARK, Values, pattern

# What tells where, when or how a text is, and is none of its words: those may have capitals.
PLACED_BY = (
    r"(?-i:(?:(?:right|just|directly|immediately) )?(?:below|under|underneath|beneath|over|above|on top of"
    r"|next to|beside|behind|after|before|once|while|when|as soon as|halfway (?:through|into)|during"
    r"|throughout|until|as (?:big|large|small) as) (?:the|my|our) (?:[a-z]+ )?(?:logo|watermark|titles?"
    r"|captions?|intro|outro|video|clip|picture|music|song|beginning|end|ending|first|last|final|second|third)"
    r"|(?:without|with) an? (?:background|outline|shadow|border|fade|box))\b"
)
_TOLD = pattern(
    r"(\b(?:saying|that says|which says|that reads|which reads|with the words|called|titled"
    r"|with the text(?! (?:size|colou?r|style|font|in|at|of|set|casting|outlined)\b))|(?:写着"
    r"|内容是|内容为|文字是|文字为|标题是|叫做))"
    rf":? ?([^{ANY}\n.;,，。: ][^{ANY}\n.;,，。]{{0,120}}?)"
    r"(?=\Z|[.;,，。\n]| (?:from|at|for|in the|on the|between|during|with)\b"
    r"| (?:right )?(?:over|under|below|above|after|before|while|once|until|halfway|without|behind"
    r"|as soon|as|on top) (?:the|an?|through|of|as|my|big)\b"
    rf"| {PLACED_BY}"
    r"| (?:and|but) (?:please )?(?:don't|do not) (?:add|put|show|use) (?:any|an?|the)\b"
    r"| [0-9][0-9:.]* ?(?:s|sec|seconds?)?(?: ?- ?| to )[0-9])"
)
_NAME = r"[A-Z][a-zà-ÿ'’]+"
_WORDS = rf"{_NAME}(?: (?:(?:of|the|and|to|for|in|on|de|van|von|&) )?(?:{_NAME}|[A-Z]\.))*"
_BEHIND = (
    r"(?=,? ?(?:(?:from|at|for|between|until|during|over|in|on|as|with) |[0-9])|[,;.!?]|\n| ?\Z)"
)
_NOUN = r"(?:[Ll]ower[- ]third|[Nn]ame ?tag|[Tt]itle|[Cc]aption)"
# A noun, and words that begin with a capital.
_CAPITALS = Regex(
    rf"(\b(?:{_NOUN}|(?:[Ll]ower[- ]third|[Nn]ame ?tag) for)(?: with the name| with name| saying|"
    rf" reading| text)?:?|\bwith the name|\bnamed?|\b[Ww]rite|\bthe words?) ({_WORDS})"
    rf"((?:,| and| -)? (?:(?:with )?(?:the )?(?:role|job title|job):? )?)?(?(3)({_WORDS})?){_BEHIND}"
)
# "Sorry, meant Groom".
_MEANT = Regex(
    rf"((?:\A|(?<=\n))(?:(?:[Ss]orry|[Oo]ops|[Nn]o|[Aa]h|[Oo]h)[, ]+)+)(?:[Ii] )?meant ({_WORDS})"
    r"(?=[ .!]*(?:\n|\Z))"
)
# "It should read Welcome back", "it should say Hello, not Hi".
_MORE = (
    r"(?: (?!(?:from|at|until|till|for|in|on|between|during|and|but|with|instead|please|over|then"
    r"|now|again|too)\b)"
    r"[^\W\d][\w'’]*){0,5}"
)
_READS = Regex(
    r"(\b(?:[Ii]t|[Tt]hat|[Tt]he (?:title|caption|text|name|lower[- ]third)) (?:should|must|has to"
    rf"|needs to|is supposed to) (?:read|say|be spelled)):? ([A-Z][\w'’]*{_MORE}?)"
    rf"(?:,? (?:and )?(not) ([A-Z][\w'’]*{_MORE}))?(?=[ .!]*(?:\n|\Z))"
)
# "Lower third 'Anna', CEO, from 2 to 6".
_WHOSE_ROLE = pattern(
    rf"(\b[Ll]ower[- ]third(?: for| with| saying)? ?<:text> ?, ?)((?:[A-Z]{{2,5}}|{_NAME})(?: (?:"
    rf"(?:of|the|and|for|&) )?"
    rf"(?:[A-Z]{{2,5}}|{_NAME}))*)(?=,|[ .!]*\Z| (?:from|at|for)\b)",
    flags=0,
)
_WHOSE_ROLE_ZH = pattern(r"(人名条 ?<:text> ?, ?)([\u4e00-\u9fff]{2,8})(?=, ?第?[0-9从])")
_SAID_OF_IT = (
    "color", "pos", "style", "fade", "fades", "sizeword", "backdrop", "outline", "shadow",
    "remove", "cut", "music",
    "video", "whole", "start", "end", "look", "shape", "add", "set", "off", "caption", "title",
    "bigger", "smaller",
)  # fmt: skip
_LABELLED = Regex(
    rf"((?:标题|字幕|片头标题)(?:内容|文字)?(?:[:]|写(?:上(?![海午下面边班学网传方衣升帝天])|下(?![一个面午次站周载回雨雪班课集期])|一[个句行](?!人)|个(?![性人体别])|(?![错得]))))"
    rf" ?([^{ANY}\n.;,。:0-9 ]{{2,20}})(?=[,。;\n]|\Z)"
)

_VERB = Regex("(?::|写[上下个]?|写一[个句行])\\Z")
_ASKS = Regex("什么|哪|啥|谁|怎|几|吗|呢|[?]")


def take_unquoted(text: str, values: Values) -> str:
    """`text` with marks for the texts that are told so."""
    text = _MEANT.sub(lambda match: _meant(match, values), text)
    text = _TOLD.sub(lambda match: _marked(match[1], match[2], values), text)
    text = _READS.sub(lambda match: _read(match, values), text)
    text = _WHOSE_ROLE.sub(lambda match: _whose(match, values), text)
    if HAN.search(text):
        text = _WHOSE_ROLE_ZH.sub(lambda match: _whose(match, values), text)
        text = _LABELLED.sub(lambda match: _labelled(match, values), text)
    return _CAPITALS.sub(lambda match: _named(match, values), text)


def _marked(before: str, said: str, values: Values) -> str:
    return f"{before} {values.mark('text', said.strip())} "


def _named(match: re.Match[str], values: Values) -> str:
    noun, name, between, second = match.groups()
    third = "third" in noun.lower() or "tag" in noun.lower() or "name" in noun.lower()
    if not _is_text(name) or (second and not third):
        return match[0]
    first = _marked(noun.rstrip(":"), name, values)
    return first + (f", {values.mark('text', second)} " if second else between or "")


def _read(match: re.Match[str], values: Values) -> str:
    if not all(_is_text(said) for said in (match[2], match[4]) if said):
        return match[0]
    told = _marked(match[1], match[2], values).rstrip()
    return f"{told}, not {values.mark('text', match[4].strip())}" if match[4] else told


def _whose(match: re.Match[str], values: Values) -> str:
    """The second line of a lower-third, behind a comma."""
    return f"{match[1]}{values.mark('text', match[2])}" if _is_text(match[2]) else match[0]


def _meant(match: re.Match[str], values: Values) -> str:
    return _marked(f"{match[1]}i meant", match[2], values) if _is_text(match[2]) else match[0]


def _labelled(match: re.Match[str], values: Values) -> str:
    plain = not (MARK.search(match[2]) or _ASKS.search(match[2])) and _is_text(match[2])
    return _marked(_VERB.sub("", match[1]), match[2], values) if plain else match[0]


def _is_text(said: str) -> bool:
    """Whether words are to be read: one is no word of an edit, and none says how it looks."""
    found = tokens(said, Values())
    strange = any(not one.readings for one in found) or all(one.carries_nothing for one in found)
    return strange and not any(one.is_a(kind) for one in found for kind in _SAID_OF_IT)
