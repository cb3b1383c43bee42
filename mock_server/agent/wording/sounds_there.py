"""Sounds that are there, by their names: "whoosh at 40 %", "replace the jazz"; their Chinese names."""

import re
from collections.abc import Sequence
from functools import cache

from mock_server.agent.lexicon.tokens import phrases
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, index, marks, pattern
from mock_server.agent.wording.shown import Shown

_END = r"(?= ?,| and\b|[ .!]*\Z)"


_FILE = pattern("<file>")
_CHANGES = (
    r"\b((?:replace|swap|exchange|change|switch|fade(?: in| out)?|mute|silence|duck|lose|remove|delete"
    r"|ditch|kill|lower|raise|soften|set|make|turn(?: up| down| off)?|get rid of|take out"
    r"|instead of|rather than|move|trim|shorten) )(?:the |my )?"
)
_STATED = (
    r"(?= (?:(?:a bit |a little |much |way |too )*(?:louder|quieter|softer|loud|quiet)\b|should|must"
    r"|is (?:way |much |far |a bit |a little )*too\b))"
)
_INSTEAD = Regex(
    r"\A[ ,]*(?:(?:please|can you|could you|just|actually|no|let's) )*(?:use|take|play|add|put|have|try|i'd"
    r" (?:rather|like|prefer)(?: have)?|give me)? ?(?:some )?(\ue011[\ue020-\ue029]+\ue000|[a-z-]+)"
    r"(?: music)?(?: under (?:it|there))? instead(?: please)?[ .!]*\Z",
    re.IGNORECASE,
)


def of_music(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A message in which the one piece of music on the timeline is not called by its name where it is
    changed; what is wanted instead takes its place, where nothing else could."""
    music = [one for one in shown if one.role == "music"]
    name = music[0].name.casefold() if music else ""
    if len(music) != 1 or HAN.search(text) or any(one.text.casefold() == name for one in shown):
        return text
    files = _FILE.finditer(text)
    said = {one[0] for one in files if str(values.items[index(one[1])]).casefold() == name}
    if said or (name and name in text.casefold()):
        found = "|".join(map(re.escape, said)) or rf"{re.escape(name)}(?: music| track| song)?\b"
        text = re.sub(
            rf"{_CHANGES}(?:{found})(?! (?:in|under|one)\b)", r"\1the music", text, flags=re.I
        )
        text = re.sub(rf"\A[ ,]*(?:the )?(?:{found}){_STATED}", "the music", text, flags=re.I)
    other = _INSTEAD.match(text) if "instead" in text and len(shown) == 1 else None
    if other and (
        marks(other[1], "file") or phrases().get(other[1].lower(), {}).keys() & {"mood", "genre"}
    ):
        return f"replace the music with {other[1]}"
    return text


def levelled(text: str, shown: Sequence[Shown]) -> str:
    """A marked sentence in which such a level is an order about the sound that is on the timeline."""
    names = [one.name for one in shown if one.role == "sound" and one.name]
    for name in {one.casefold() for one in names if one.casefold() in text.casefold()}:
        if sum(one.casefold() == name for one in names) == 1:
            text = _of(text, re.escape(name), alone=len(names) == 1)
    return text


def _of(text: str, name: str, *, alone: bool) -> str:
    lead = rf"(\A|,|\band\b)[ ,]*(?:and )?(?:the )?({name})"
    text = pattern(
        rf"{lead}(?: volume| sound)? (?:at|to|down to|up to) (<:percent>)(?: volume)?(?: please)?{_END}"
    ).sub(r"\1 set the volume of the \2 to \3", text)
    text = pattern(
        rf"{lead} ((?:a bit |a little |much |slightly |a lot )?(?:louder|quieter|softer))(?: please)?{_END}"
    ).sub(r"\1 make the \2 \3", text)
    if not (alone and HAN.search(text)):
        return text
    return pattern(
        rf"(\A|,) ?{name}的?(?:音量|声音)(?:调)?(?:到|为|是|成)?(<:percent>)(?=[ .!。]*\Z|,)"
    ).sub(r"\1把音效的音量调到\2", text)


_KINDS = {"music": ("mood", "音乐", "(?:音乐|乐曲|乐|曲)?(?:[那这]一?[段首])?", "首"),
          "sound": ("sfx", "音效", "(?:的?音效|的一声|声)?", "个")}  # fmt: skip
_NUMBERS = "一二三四五"
_LEAD = r"(\A|(?<=[,。;、]))((?:请|帮我|麻烦|把|将|让|那个|那首|那段|那声|这个|这首)*)"
_CHANGED = (
    r"(?=的?(?:音量|声音)?(?:都|也|就|再|给我|请|先|稍微)*(?:去掉|删|不要|[小大]一?点|[小大轻响太]|调|降|升|提|换|改到"
    r"|从|淡|静音|推|延|晚|早|往|挪|移|关|停|拿掉|撤|开到|<:percent>|[0-9一二三四五六七八九]+(?:%|成)))"
)


@cache
def _called(kind: str, name: str) -> str:
    """The Chinese words for a kind of music or a sound effect, as alternatives."""
    words = (word for word, one in phrases().items() if one.get(kind) == name and HAN.search(word))
    return "|".join(sorted(words, key=len, reverse=True))


def called_in_chinese(text: str, shown: Sequence[Shown]) -> str:
    """A Chinese message in which music, or a sound, that is there is not called by its name: "爵士去掉"."""
    for role, (kind, noun, suffix, counted) in _KINDS.items():
        names = [one.name for one in shown if one.role == role]
        for name in {one for one in names if names.count(one) == 1}:
            if (words := _called(kind, name)) and len(names) <= len(_NUMBERS):
                nth = "" if len(names) == 1 else f"第{_NUMBERS[names.index(name)]}{counted}"
                text = pattern(f"{_LEAD}(?:{words}){suffix}{_CHANGED}").sub(
                    rf"\1\2{nth}{noun}", text
                )
    return text
