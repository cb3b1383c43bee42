"""Chinese words that carry nothing only beside certain others: "时间" beside a time, "时候" behind one.

Anywhere else they say something that no frame has read: "标题时间减半", "标题出现的时候".
"""

from collections.abc import Sequence
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.lexicon.tokens import Token

_TIMES = frozenset(("time", "range", "edge", "portion", "nth", "percent", "number"))
_EDGES = frozenset(("start", "end", "whole", "middle", "untilend"))
_SHIFTS = frozenset(
    ("later", "earlier", "longer", "shorter", "longness", "begin", "finish", "fade", "fades")
)
# In a clause with one of these kinds, …
_IN_A_CLAUSE_WITH: dict[str, frozenset[str]] = {
    **dict.fromkeys(("时间", "显示时间", "时间范围", "显示时间为", "时间为"), _TIMES | _SHIFTS),
    **dict.fromkeys(("为止",), _TIMES | _EDGES),
}
# … or right behind one of these.
_BEHIND: dict[str, frozenset[str]] = dict.fromkeys(
    ("时", "时候"), _TIMES | _EDGES | {"begin", "duck", "firstframe", "lastframe"}
)


_ONE = frozenset(("一条", "一个", "一首", "一张", "一段", "一句", "一行"))
_NEW = frozenset(("add", "show", "generate", "mood", "genre", "title", "caption", "voiceover"))
_NAMED = frozenset(("text", "file", "which", "nth", "range", "it"))


def leaves_out(tokens: Sequence[Token]) -> bool:
    """Whether some word would be left out that says something here."""
    kinds = frozenset(kind for token in tokens for kind in token.readings)
    if any(_IN_A_CLAUSE_WITH.get(token.words, kinds).isdisjoint(kinds) for token in tokens):
        return True
    if any(map(_is_beside, tokens, tokens[1:], tokens[2:])):
        return True
    if "remove" in kinds and kinds.isdisjoint(_NAMED) and any(t.words in _ONE for t in tokens):
        return True  # "字幕去掉一条"
    if _is_some_piece(tokens, kinds) or any(map(_complains, tokens, (*tokens[1:], tokens[-1]))):
        return True
    if _states(tokens) and not kinds.isdisjoint(("mute", "reverse", "look", "slowmo")):
        return True  # "…, 都是静音"
    if kinds.isdisjoint(_NAMED | _NEW) and any(t.words == "一首" for t in tokens):
        return True  # "换一首慢一点的"
    if kinds.isdisjoint(_TIMES | {"ba"}) and any(t.words in ("没声音", "没有声音") for t in tokens):
        return True  # it complains
    if "cut" in kinds and any(
        any(map(one.is_a, (*_LAYERS, "music"))) and after.words in _PARTS
        for one, after in pairwise(tokens)
    ):
        return True  # "音乐那段剪掉"
    every = any(a.words in ("每", "每隔", "隔") and b.is_a("time") for a, b in pairwise(tokens))
    if every and kinds.isdisjoint(("split", "equal", "spaced")):
        return True  # "每10秒静音一次"
    words = "".join(token.words for token in tokens).rstrip(",的了")
    if words.endswith(("同时出现", "同时开始", "同时消失", "同时显示")):
        return True  # with what?
    together = [after.words for one, after in pairwise(tokens) if one.words == "一"]
    if "起" in together and not any(token.is_a("and") for token in tokens[1:]):
        return True  # "跟画面一起淡出"
    if "remove" in kinds and any(token.words in ("一点", "一些") for token in tokens):
        return True  # "音乐去掉一点"
    if _is_the_same_of(tokens) or _is_beside_what(tokens) or tokens[-1].words in _BROKEN_OFF:
        return True
    said = [token for token in tokens if token.words != "的"]
    alone = bool(said) and said[0].words in _BEHIND
    return alone or any(
        after.words in _BEHIND and _BEHIND[after.words].isdisjoint(before.readings)
        for before, after in pairwise(said)
    )


def _states(tokens: Sequence[Token]) -> bool:
    """Whether it says what something is: "那是…"."""
    return "".join(token.words for token in tokens[:2]) in ("都是", "全是", "那是", "这是")


_ADDS = frozenset(("add", "show", "generate", "music", "genre", "mood", "video", "clip"))


def _is_some_piece(tokens: Sequence[Token], kinds: frozenset[str]) -> bool:
    """Whether it is about one piece, of which nobody says which one: "静音一段"."""
    return kinds.isdisjoint(_NAMED | _ADDS) and any(one.words == "一段" for one in tokens)


_A_LITTLE = frozenset(("有点", "有些", "太", "过于", "偏"))
_AS_IT_IS = frozenset(("快", "慢", "响", "轻", "冷", "暖"))
_DEGREES = frozenset(("look", "faster", "slower", "louder", "quieter", "bigger", "smaller"))


def _complains(one: Token, after: Token) -> bool:
    """Whether it says how things are, not how they are to be: "画面有点冷", "快了"."""
    if one.words in _A_LITTLE:
        return not _DEGREES.isdisjoint(after.readings)
    if one.words in ("好", "很", "挺") and after.is_a("look"):
        return True
    return (one.words in _AS_IT_IS and after.words == "了") or (
        one.words in ("是", "好", "很", "挺") and after.words in _AS_IT_IS
    )


_OF_TIMES = (op.Cut, op.Keep, op.FadeVideo, op.Freeze, op.Split)


def is_of_each_clip(operations: Sequence[op.Operation], tokens: Sequence[Token]) -> bool:
    """Whether something that has its place in the video is to be done in each clip: "每段开头淡入1秒"."""
    each = any(
        one.is_a("each") and (after.is_a("clip") or after.words in ("段", "部分"))
        for one, after in pairwise(tokens)
    ) or [token.words.lower() for token in tokens[-2:]] == ["of", "each"]
    each = each and not any(one.is_a("equal") for one in tokens)
    return each and any(
        isinstance(one, _OF_TIMES) or any(span != op.WHOLE for span in _spans(one))
        for one in operations
    )


def passes_over_one(operations: Sequence[op.Operation], tokens: Sequence[Token]) -> bool:
    """Whether one that is told by its number is not meant: "… the first title and fade out the last"."""
    said = {
        one.readings["which"]
        for before, one in pairwise(tokens)
        if one.is_a("which") and before.words.lower() == "the"
    }
    targets = [one.target for one in operations if isinstance(one, op.Change | op.Remove)]
    told = len(said) > 1 or [one.words.lower() for one in tokens[-2:-1]] == ["the"]
    return (
        told and bool(targets) and not said <= {i for one in targets for i in (one.which, one.but)}
    )


def _spans(one: op.Operation) -> tuple[object, ...]:
    return getattr(one, "ranges", ()) or (getattr(one, "range", op.WHOLE) or op.WHOLE,)


def ends_in_a_count(tokens: Sequence[Token]) -> bool:
    """Whether the last word only says how many, of what nobody knows: "the last six seconds, er, three"."""
    said = [token for token in tokens if not token.carries_nothing]
    return len(said) > 1 and said[-1].is_a("count") and said[-2].is_a("stop")


_SIDES = frozenset(("上面", "下面", "上方", "下方", "旁边", "左边", "右边", "底下", "后面", "前面"))
_LAYERS = ("title", "caption", "lower-third", "overlay", "text", "words")
_PARTS = ("那段", "这段", "那一段", "部分", "的部分")


def _is_beside(noun: Token, side: Token, verb: Token) -> bool:
    """Whether something is to be added beside what is there: "标题下面加一行…"."""
    return (
        side.words in _SIDES
        and any(map(noun.is_a, (*_LAYERS, "voiceover", "music")))
        and any(map(verb.is_a, ("add", "show")))
    )


def _is_beside_what(tokens: Sequence[Token]) -> bool:
    """Whether a line is to be added beside something that is not named: "下面加一行…"."""
    line = any(one.words in ("一行", "行", "一句", "句", "再") for one in tokens)
    return line and tokens[0].words in _SIDES


_BROKEN_OFF = frozenset(("到", "至", "从", "在", "为", "成", "把", "将"))  # "从40秒剪到"


def _is_the_same_of(tokens: Sequence[Token]) -> bool:
    """Whether the same is wanted of something else: "音量调到30%,原声也是"."""
    said = "".join(token.words for token in tokens).rstrip(",。了的")
    return said.endswith(("也", "也是", "也一样", "也要", "也如此")) and any(
        token.is_a("stop") for token in tokens
    )
