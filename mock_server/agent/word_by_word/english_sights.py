"""What is seen in a stretch beside when that is: "the chopping bit from 12 to 24" is that stretch."""

import re
from collections.abc import Iterable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.word_by_word.english_values import STRETCH
from mock_server.agent.word_by_word.parts import Lexicon

_PIECE = r"(?:bit|part|piece|section|segment|scene|stretch|passage|portion|moment|sequence)"
_SIGHT = Regex(
    r"(?P<verb>\b(?:cut(?: out)?|trim(?: out)?|chop out|snip out|skip|mute|silence|reverse|speed up"
    r"|slow down|(?:only|just) keep|keep (?:only|just)|i only want|i just want|run|play|show|make|want|have"
    r"|turn|for))"
    r" (?:the|my|that|this|his|her|our|their)(?: (?:whole|entire|first|second|last))?"
    r"(?: (?P<seen>[a-z’'-]+(?: [a-z’'-]+){0,4}?))??"
    rf"(?: {_PIECE}(?: (?:where|when|with|in which) (?P<more>[a-z’' -]+?))?)?"
    r"(?P<how> in slow[ -]?mo(?:tion)?)?"
    r"(?:,? (?:that's|that is|which is|it's|it is|so|i\.e\.|namely|meaning) |[:,–-]+ ?| )\(?"
    rf"(?P<span>{STRETCH})\)?(?P<rest>[^.;!]*)",
    re.IGNORECASE,
)
_PLAYS = Regex(r"(?:run|play|show|make|want|have|turn|for)\Z", re.IGNORECASE)
_PICTURE = Regex(
    r"speed|slow|fast|[0-9] ?x\b|reverse|backwards|black and white|sepia|vintage|monochrome|mute|silent",
    re.IGNORECASE,
)
_HEARD = Regex(r"volume|loud|level|%|percent|quiet", re.IGNORECASE)
_PACE = Regex(r"speed|[0-9] ?x\b", re.IGNORECASE)
OF_ALL = Regex(
    r"\b(?:hum|hiss|echo|reverb|noise|static|wobble|shak\w+|flicker\w*|glare|bass|treble|tempo|beats?|rhythm"
    r"|channel|background|foreground|brightness|contrast|saturation|exposure|sharpness|shadows?|highlights?"
    r"|light(?:s|ing)?|skin|faces?|frames?|screen|borders?|bars?|quality|resolution|sync|effects?|stickers?"
    r"|emojis?|arrows?|banner|credits|price|countdown|timer|jingle|theme|melody|anthem|bgm|gif|animation"
    r"|subs|font|box|everything|thing|stuff|one|ones|other|same)\b",
    re.IGNORECASE,
)
_LITTLE = {"", "it", "to", "of", "with"}


def without_sights(text: str, lexicon: Lexicon, named: Iterable[str]) -> str:
    """The text without the words for what is seen from then to then, where none of them is known, or named
    in the draft."""
    there = {word for one in named for word in re.findall(r"[a-z0-9]+", one.lower())}

    def plain(found: Match[str]) -> str:
        seen = f"{found['seen'] or ''} {found['more'] or ''}".strip()
        if not seen or lexicon.knows_any(seen, _LITTLE) or OF_ALL.search(seen):
            return found[0]
        if there & {*re.findall(r"[a-z0-9]+", seen.lower())}:
            return found[0]
        how, rest = found["how"] or "", found["rest"]
        seen_so = _PICTURE.search(rest + how) and not _HEARD.search(rest)
        if _PLAYS.search(found["verb"]) and not seen_so:
            return found[0]
        return f"{found['verb']}{'' if _PACE.search(rest) else how} {found['span']}{rest}"

    return _SIGHT.sub(plain, text)
