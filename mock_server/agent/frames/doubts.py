"""What makes it unclear whether, or of what, a clause wants a change."""

from collections.abc import Iterable
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.files import is_picture


def from_one_on(s: Slots) -> bool:
    """Whether it is about one and those behind it: "from the second title on", "从第二个标题起"."""
    since = [i for i, one in enumerate(s.tokens) if one.words.lower() in ("from", "从", "起")]
    return any(not any(one.is_a("time") for one in s.tokens[i + 1 : i + 2]) for i in since)


def changes_start(s: Slots, roles: tuple[str, ...]) -> bool:
    """Whether a time is where something is to begin: "标题改到20秒", not "标题时长改到5秒"."""
    told = s.said("last", "longness", "fade", "fades") or any("时" in t.words for t in s.tokens)
    verbs = ("改到", "放到") if roles[0] in op.TEXTS else ("改到",)  # music plays until then
    return not told and any(a.words in verbs and b.is_a("time") for a, b in pairwise(s.tokens))


def later_or_earlier(s: Slots) -> tuple[bool, bool]:
    """Whether something is to come later, and whether earlier, as what is brought forward is; what is
    moved forward may be either."""
    words = {one.words.lower() for one in s.tokens}
    need("forward" not in words or not words.isdisjoint(("bring", "pull")))
    return s.has("later"), s.has("earlier")


_NOUNS = ("标题", "字幕", "人名条", "logo", "水印", "文字")


def says_before_or_next(s: Slots) -> bool:
    """Whether one is meant by another: "上一个标题"."""
    words = "".join(token.words for token in s.tokens)
    return any(
        f"{one}{noun}" in words
        for one in ("上一个", "上一条", "下一个", "下一条")
        for noun in _NOUNS
    )


def is_of_a_part(s: Slots, kinds: Iterable[str]) -> bool:
    """Whether a range says when a layer is to look so, not when it is there: "最后5秒logo移到右下角",
    "标题前三秒用红色"."""
    first = next((one for one in s.tokens if not one.carries_nothing), s.tokens[0])
    alone = not s.said("move", "begin", "last", "to") and any(one.is_a("edge") for one in s.tokens)
    used = any(one.words == "用" for one in s.tokens)
    told = s.said(*kinds) and (first.is_a("range") or alone)
    return told and (used or not s.said("show", "only"))


def says_also(s: Slots, found: op.Change) -> bool:
    """Whether a time is one more, not another: "and 20-20.5 s as well"."""
    timed = found.range is not None or found.at is not None
    words = [token.words.lower() for token in s.tokens]
    also = words[0] in ("and", "plus", "also") or any(
        one in ("as well", "too", "also", "也", "还") for one in words
    )
    return timed and also and not s.said("move", "set", "begin", "last", "keep", "must")


def tells_which_by_time(s: Slots, kinds: Iterable[str]) -> bool:
    """Whether a time says which one is meant, not how long it lasts: "5秒的标题缩小"."""
    return any(
        one.is_a("time") and of.words == "的" and any(map(noun.is_a, kinds))
        for one, of, noun in zip(s.tokens, s.tokens[1:], s.tokens[2:], strict=False)
    )


def once_more(s: Slots) -> bool:
    """Whether something is to come again: "20秒再放一次标题"."""
    words = {token.words for token in s.tokens} if s.chinese else set()
    return "再" in words and not words.isdisjoint(("一次", "一遍", "一回"))


def quotes_one(s: Slots) -> bool:
    """Whether a quoted text alone says what it is about: "make 'A' red"."""
    told = s.said("set", "move", "must", "later", "earlier", "longer", "shorter")
    return told and s.count("text") == 1 and not s.said("it", "add", "both")


def stands_apart(s: Slots, i: int, role: str) -> bool:
    """Whether a comma stands between a text and the noun: "move 'A' to 5 s, the music at 10 %"."""
    noun = next((k for k, one in enumerate(s.tokens) if one.is_a(role)), i)
    return any(one.is_a("stop") for one in s.tokens[min(i, noun) : max(i, noun)])


def keeps_only(s: Slots) -> bool:
    """Whether the others are to go: "only keep the first title and make it red"."""
    said = [one for one in s.tokens if not one.carries_nothing]
    told = any(a.words.lower() == "keep" and b.is_a("only") for a, b in pairwise(said))
    return told or any(one.words.lower() == "only keep" for one in said)


def held_at_first(s: Slots) -> bool:
    """Whether the first of two times says where: "freeze on 20 s for 3 s", "20秒定格3秒"."""
    order = [token for token in s.tokens if token.is_a("time") or token.is_a("freeze")]
    return order[0].is_a("time" if s.chinese else "freeze")


def may_be_of_a_layer(s: Slots, *, of_it: bool) -> bool:
    """Whether it is what was edited last that is to be faster: "…, and slower", "2倍" after a zoom."""
    named = s.said(
        "range", "portion", "nth", "video", "all", "whole", "picture", "factor", "speed", "slowmo"
    )
    if s.it in ("effect", "sound", "voiceover") and (of_it or not named):
        return True
    named = s.said("range", "portion", "nth", "video", "clip")
    if s.it == "music" and of_it and not named:
        return True
    named = named or any("速" in one.words or "放" in one.words for one in s.tokens)
    return s.chinese and not named and s.it not in ("video", "clip")


def says_how_it_is(s: Slots) -> bool:
    """Whether it describes: "the title is red", "the logo is on the left"."""
    return any(
        one.words.lower() in ("is", "are", "was") and (after.is_a("color") or after.is_a("pos"))
        for one, after in pairwise(s.tokens)
    )


def says_from_when(s: Slots) -> bool:
    """Whether a time is to be another one, its start or its length: "标题从12秒改成10秒"."""
    threes = zip(s.tokens, s.tokens[1:], s.tokens[2:], strict=False)
    return any(a.is_a("from") and b.is_a("time") and c.is_a("set") for a, b, c in threes)


_CHANGES = ("halve", "halve the", "halved", "half the", "减半", "翻倍", "加倍")


def tells_by_now(s: Slots) -> bool:
    """Whether so much is meant of what it is now: "double the speed", "a quarter of the speed"."""
    words = [one.words.lower() for one in s.tokens]
    doubled = any(a.is_a("double") and b.words == "the" for a, b in pairwise(s.tokens))
    return doubled or any(
        one in _CHANGES or "原来" in one or f"{one} ".endswith(" of ") for one in words
    )


def is_joined(s: Slots) -> bool:
    """Whether a picture becomes a clip: "把logo.png接到片尾"."""
    return any(one.is_a("add") and one.words.startswith(("接", "拼")) for one in s.tokens)


_SHOWN = frozenset(
    [
        "show",
        "display",
        "overlay",
        "put",
        "place",
        "add",
        "显示",
        "出现",
        "放",
        "放上",
        "放上来",
        "加",
        "加上",
    ]
)


def is_shown(s: Slots, source: str) -> bool:
    """Whether a picture is to be seen from one time to another: "show logo.png from 5 to 10 s"."""
    shown = is_picture(source) and any(one.words.lower() in _SHOWN for one in s.tokens)
    return shown and s.said("range") and not s.said("start", "end", "edge", "clip")
