"""What a sentence spares: "make all titles red but leave 'C' alone"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.clauses.contradictions import overlap, settles
from mock_server.agent.clauses.heads import is_layer
from mock_server.agent.clauses.sentences import Clause
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Clip, Range, Stretch
from mock_server.agent.values.rules import Rule
from mock_server.agent.wording.answers import is_remark

_SPARED = Rule(
    r"[ ,;(]*(?:\b(?:and|but|while|just|please|only)\b )*\b(?:keep|leave|keeping|leaving) "
    r"([^,;]{1,80}?) \b(?:alone|(?:as|where) (?:it|they) (?:is|are|was|were)|as is|untouched|unchanged"
    r"|the same|intact)\b"
    r"|[ ,;(]*(?:\b(?:and|but|while|please|just|only|though)\b,? )*"
    r"\b(?:do not|don't|dont|never|without|not)"
    r" (?:touch|chang|affect|alter|modify|influenc|disturb)(?:e|ing)? ([^,;]{1,80})"
    # "…, but keep the last one", "…, only not from 5 to 8 s"
    r"|[ ,;(]*\b(?:but|except|only|though)\b,? (?:please |just |do |do not |don't )*"
    r"(?:keep|leave|spare|retain) ([^,;]{1,80})"
    r"|(?:,| and) (?:please |just )*(?:keep|leave|spare|retain) ([\ue010\ue011][^,;]{1,80}|(?:the"
    r"|my) (?:speed"
    r"|pace|sound|audio|colou?rs?|look|one (?:at|in) the (?:start|beginning|end)))(?=[ .!]*\Z)"
    # "…. Keep the sound though"
    r"|\A[ ,]*(?:(?:oh|no|please|just|still|so|well|but),? )*(?:keep|leave|spare|retain) (?!only|just)"
    r"([^,;\d\ue010-\ue01f]{1,60}?)(?: though| please| then| for now)*(?=[ .!]*\Z)"
    # "…, skip the first one"
    r"|(?:,|,? but) (?:please |just )*(?:skip|ignore) "
    r"((?:the )?(?:first|second|third|last|[\ue010\ue013])[^,;]{0,40})(?=[ .!]*\Z)"
    r"|,(?:但是?|不过)?(?:请|就)*(?:跳过|避开|绕过|略过)([^,]{1,30})(?=[ .!。]*\Z)"
    r"|(?:\A|,)(?:但是?|不过|而)?(?:请|把|让|只有)*([^,]{1,30}?)"
    r"(?:请|要|都|也|还是|仍然|仍|就|继续|依然)*(?:保持|维持|保留)"
    r"(?:着|为|成|是)?(?:原|正常|[白黑红黄蓝绿]|彩|静音|现|[\ue015\ue01b])[^,]{0,6}(?=[ .!。]*\Z)"
    r"|[ ,;(]*\b(?:but|except|only|just|though)\b,? not (?:for |on |in |at |during )?"
    r"((?:the|that|this|those|from|between|after|before|until|my|its)\b[^,;]{1,80}|[\ue010-\ue01f][^,;]{1,80})"
    # "…, no change to the last 10 seconds", "…. The last 10 seconds should stay as they are"
    r"|[ ,;(]*\b(?:and |but |with |make )*no (?:changes?|effect) (?:to|in|for|on) ([^,;]{1,80})"
    r"|(?:\A|[ ,;(]*\b(?:and|but|while|though|whereas)\b|,) *"
    r"((?:the|that|this|those|my|its|[\ue010-\ue01f])(?:(?!\b(?:and|but)\b)[^,;]){0,60}?) "
    r"(?:should |must |can |may |has to |have to |to )?(?:stays?|remains?)\b"
    r"(?: (?:as|the|un|at|in|put|normal|alone|where|how|silent|white|yellow|red|black)[^,;]{0,40})?"
    r"(?: though| please| too)?(?=[ .!]*\Z)"
    r"|[ ,]*(?:但是?|不过|而|并|且)*(?:请|又|也|要|都|可以)*(?:不要?|别|勿|无需|不能|不会)"
    r"(?:去)?(?:影响|改变|改动|触碰|碰|更改|变动|破坏|动到?|改)(?:到|了)?([^,]{1,40})"
    # "…,第一条留着"
    r"|,(?:但是?|不过|而)?(?:请|把|让)*([^,]{1,20}?)(?:请|要|都|也|还是|就|得|先)*"
    r"(?:留着|保留着?|留下|不删|别删)(?=[ .!吧。]*\Z)"
    r"|[ ,]*(?:但是?|不过|而)?(?:请|把|让|保留|保持)*([^,]{1,40}?)(?:请|要|都|也|还是|就)*"
    r"(?:(?:保持|维持)(?:不变|不动|原样|完整)|不变|不动|原样|照旧|(?:别|不要?|不用|不必)(?:去)?(?:动|改|碰|变|管)|除外)",
    None,
    re.IGNORECASE,
)
# Without one of these nothing is spared, and the long expression need not be tried.
_MAY_SPARE = Regex(
    r"keep|leav|not\b|n't|dont|never|without|except|only|but\b|though|skip|ignor|spar|retain|\bno\b|stay"
    r"|remain|[跳避绕略保维不别勿无留照除原]",
    re.IGNORECASE,
)
# What is not done to anything else spares nothing.
_ELSE = Regex(
    r"\b(?:else|rest|others?|remaining|order)\b"
    r"|其他|其余|其它|剩下|别的|所有|一切|后面|之后|后续|内容|(?<![束失始现题幕条乐])(?<![束失始现题幕条乐]的)时间",
    re.IGNORECASE,
)
_NAMES_ONE = Regex(r"\b(?:first|second|third|last)\b|[\ue010\ue011]", re.IGNORECASE)
_LISTED = Regex(r" (?:and|or|nor) |、")


def spared(text: str) -> tuple[str, str]:
    """A marked sentence without what it spares, and that; the latter is empty when nothing is."""
    for match in _SPARED.finditer(text) if _MAY_SPARE.search(text) else ():
        kept = next(one for one in match.groups() if one is not None)
        named = [one for one in _LISTED.split(kept) if not _ELSE.search(one)]
        if named:
            return text[: match.start()] + text[match.end() :], " , ".join(named)
    pieces = text.split(",")
    left = [one for one in pieces[1:] if is_remark(one) and not _ELSE.search(one)]
    named = [one for one in left if _NAMES_ONE.search(one)]
    return (
        (",".join(one for one in pieces if one not in named), " , ".join(named))
        if named
        else (text, "")
    )


def touches(operations: Sequence[op.Operation], kept: Sequence[Token]) -> bool:
    """Whether what is to be spared would be changed with the rest."""
    spans = [span for token in kept for span in _spans(token, operations)]
    spans += [span for pair in pairwise(kept) for span in _seconds(*pair)]
    if any(token.words.lower() in _MIDDLE for token in kept) and op.WHOLE in _times(operations):
        return True
    if spans:
        return any(_may_share(one, span) for one in _times(operations) for span in spans)
    if all(token.carries_nothing or token.is_a("all") for token in kept):
        return any(not isinstance(one, op.ADDS) for one in operations)
    return any(_is_of_many(one, kept) for one in operations)


def only_keeps(clause: Clause, operations: Sequence[op.Operation]) -> bool:
    """Whether a clause only says what stays, apart from all that is done: "remove 'A', keep 'B'"."""
    kept = [one for one in clause.tokens if not one.tags & {"", "stop", "and", "except", "but"}]
    verbs = [one for one in kept if one.is_a("keep")]
    only = any(map(_says_only, verbs))
    if clause.operations or only or len(verbs) != 1:
        return False
    return stays_apart([one for one in kept if not one.is_a("keep")], operations)


def stays_apart(kept: Sequence[Token], operations: Sequence[op.Operation]) -> bool:
    """Whether a layer is named, and all that is done is done to others that differ from it in what names
    them: another kind, other words, the first and the second."""
    kept = [one for one in kept if not one.carries_nothing]
    if not kept or not all(is_layer(one) or one.is_a("text") or one.is_a("which") for one in kept):
        return False
    said = {kind for one in kept for kind in one.readings}
    texts = [one.readings["text"] for one in kept if one.is_a("text")]
    which = [one.readings["which"] for one in kept if one.is_a("which")]
    return bool(operations) and all(
        isinstance(one, op.Change | op.Remove)
        and not one.target.touched
        and (
            _is_unlike(one.target, texts, which)
            if texts or which
            else said.isdisjoint({*one.target.roles, "words"})
        )
        for one in operations
    )


def is_only_spared(
    said: Sequence[Token],
    rest: Sequence[Token],
    kept: Sequence[Token],
    operations: Sequence[op.Operation],
) -> bool:
    """Whether beside the rest it is only said what stays apart from it: not "只", nor "“B”保留蓝色"."""
    told = [sum(not one.tags.isdisjoint(_TOLD) for one in some) for some in (said, rest, kept)]
    plain = told[0] == told[1] + told[2] and not any(map(_says_only, said))
    return plain and stays_apart(kept, operations)


def _says_only(one: Token) -> bool:
    return "only" in one.words.lower() or one.words[0] in "只仅" or one.is_a("keep:only")


_TOLD = frozenset(("color", "pos", "look", "time", "range", "percent", "number", "level", "factor"))


def _is_unlike(target: op.Target, texts: Sequence[str], which: Sequence[int]) -> bool:
    """Whether one layer is told by its words, or its number, and is another one than those."""
    if target.many or target.both:
        return False
    if texts:
        told = (target.text or "").strip().lower()
        return bool(told) and told not in {one.strip().lower() for one in texts}
    return target.text is None and {target.which, *which} == {0, 1}


def excepts_of_one(clauses: Sequence[Clause]) -> bool:
    """Whether an exception behind several orders is made for the last alone, and may be meant of all:
    "speed it up and make it black and white, but not the last 5 seconds"."""
    led = clauses and clauses[0].tokens and clauses[0].tokens[0].is_a("except")
    more = [one for clause in clauses[1:] for one in clause.operations] if led else []
    if any(isinstance(one, op.AddLayer) and one.range is None for one in more):
        return True  # "除了最后十秒，全部静音，并加标题“你好”": when?
    found = clauses[-1].tokens if clauses else ()
    behind = next((found[i + 1 :] for i, one in enumerate(found) if one.is_a("except")), ())
    orders = [one for clause in clauses for one in clause.operations][:-1]
    done = [one for one in orders if not isinstance(one, op.ADDS)]
    return bool(behind and done) and touches(done, behind)


# What is done to the video itself.
_OF_VIDEO = op.Cut | op.Keep | op.Speed | op.Reverse | op.Rotate | op.TrimPauses
_OF_CLIPS = op.Level | op.Picture | op.Speed | op.Reverse | op.Rotate | op.Cut
_EDGES: dict[str, Stretch] = {
    **dict.fromkeys(("start", "beginning", "opening", "intro", "片头"), Range(0, 1)),
    **dict.fromkeys(("end", "ending", "outro", "片尾"), Range(-1, None)),
}
_MIDDLE = ("middle", "midsection", "中间", "中段", "中部")


def _spans(token: Token, operations: Sequence[op.Operation]) -> list[Stretch]:
    """The stretch of time that a word names, where it is not a layer, nor what is kept."""
    of_layers = any(isinstance(one, op.Change | op.Remove) for one in operations)
    kinds = ("range", "portion") if of_layers else ("range", "portion", "nth")
    told = [token.readings[kind] for kind in kinds if token.is_a(kind)]
    if told or any(isinstance(one, op.Keep) for one in operations):
        return told
    return [
        span for kind, span in _EDGES.items() if token.is_a(kind) or token.words.lower() == kind
    ]


def _seconds(which: Token, number: Token) -> list[Stretch]:
    """The first or last so many seconds, where nobody says that they are: "…, just not the first 2"."""
    if not number.is_a("number") or which.readings.get("which") not in (0, -1):
        return []
    ms = round(number.readings["number"] * 1_000)
    return [Range(0, ms) if which.readings["which"] == 0 else Range(-ms, None)]


def _times(operations: Sequence[op.Operation]) -> list[Stretch]:
    """When something is done by these operations."""
    settled = list(settles(operations))
    found = [one.span for one in settled if not isinstance(operations[one.by], op.FadeVideo)]
    for i, operation in enumerate(operations):
        if isinstance(operation, op.AddLayer):
            found.append(operation.range or Range(operation.at or 0, None))
        elif isinstance(operation, op.FadeVideo):
            found += [Range(0, 1)] if operation.fade_in is not None else []
            found += [Range(-1, None)] if operation.fade_out is not None else []
        elif isinstance(operation, op.AddCaptions):
            found += [span for span, _ in operation.cues]
        elif not isinstance(operation, op.Answer) and all(each.by != i for each in settled):
            found.append(op.WHOLE)
    return found


def _may_share(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches may have a time in common: what has no end lasts until the end."""
    if isinstance(one, Range) and isinstance(other, Range) and (one.start < 0) != (other.start < 0):
        return (one if other.start < 0 else other).end is None
    return overlap(one, other)


# What says of a layer that something of it stays, and what of a change would be against that.
_STAYING: tuple[tuple[Regex, str], ...] = tuple(
    (Regex(rf"(?:{words})\Z"), against)
    for words, against in (
        ("(?:结束|消失)的?(?:时间)?", "shift stretch times length end at range to_end until_end"),
        ("(?:开始|出现)的?(?:时间)?", "shift at range to_end"),
        ("时长|长度", "stretch times length end range until_end"), ("位置", "pos"), ("颜色", "color"),
        ("大小|字号|尺寸", "bigger size scale"), ("文字|内容|字", "text"), ("音量", "louder vol"),
        ("透明度", "opacity"),
    )
)  # fmt: skip


def _alters(one: op.Change, kept: Sequence[Token]) -> bool:
    """Whether a change is one of what is to stay: "标题提前两秒出现，结束时间不变"."""
    words = "".join(token.words for token in kept)
    done = {key for key, value in vars(one).items() if value not in (None, 0, False)}
    done |= set(one.values)
    return any(said.search(words) and done & set(against.split()) for said, against in _STAYING)


def _is_pace(token: Token) -> bool:
    return token.is_a("speed") or token.is_a("longness")


def _is_of_many(one: op.Operation, kept: Sequence[Token]) -> bool:
    """Whether an operation is about several things, of which one is kept."""
    if (
        isinstance(one, _OF_CLIPS)
        and kept
        and all(t.is_a("which") or t.carries_nothing for t in kept)
    ):
        spans = getattr(one, "ranges", ()) or (getattr(one, "range", None),)
        return len(spans) > 1 or not isinstance(
            spans[0], Clip
        )  # "mute both clips, the second stays"
    if isinstance(one, op.Level):
        return one.everything or any(token.is_a("sound") for token in kept)
    if isinstance(one, op.Speed) and any(map(_is_pace, kept)):
        return True
    if isinstance(one, op.Cut | op.Keep) and len(kept) > 1 and kept[-1].words == "时间":
        return True  # "剪掉前2秒，标题时间不变": the title moves along
    if isinstance(one, _OF_VIDEO):
        sound = not isinstance(one, op.Speed | op.Rotate) and any(t.is_a("sound") for t in kept)
        return sound or any(token.is_a("video") for token in kept)
    colored = isinstance(one, op.Change) and "color" in one.values
    if colored and any(token.is_a("colorword") for token in kept):
        return True
    if isinstance(one, op.Picture | op.Rotate | op.Canvas):
        return _is_of_picture(one, kept)
    if isinstance(one, op.Change) and _alters(one, kept):
        return True
    if isinstance(one, op.Change | op.Remove) and one.target.text is not None:
        return any(token.readings.get("text") == one.target.text for token in kept)
    if isinstance(one, op.Change | op.Remove) and _is_bare(one.target, kept):
        return True
    if not isinstance(one, op.Change | op.Remove) or not (one.target.many or one.target.both):
        return False
    kinds = ("text", "file", "which", "it", "color", "pos", *one.target.roles)
    return any(token.is_a(kind) for token in kept for kind in kinds)


def _is_of_picture(one: op.Operation, kept: Sequence[Token]) -> bool:
    """Whether the picture, or its colours, would be changed that are to stay."""
    colored = isinstance(one, op.Picture) and "color" in one.values
    kinds = ("picture", "lookword") if colored else ("picture",)
    if any(token.words.lower() in ("otherwise", "elsewhere") for token in kept):
        return False
    return any(token.is_a(kind) for token in kept for kind in kinds)


_NAMED = (
    "title", "caption", "captions", "overlay", "lower-third", "music", "voiceover", "clip", "video",
)  # fmt: skip


def _is_one_of(target: op.Target, kept: Sequence[Token]) -> bool:
    """Whether what is to stay is one of those that are meant: "captions in yellow, but not the first"."""
    named = [token for token in kept if any(map(token.is_a, _NAMED))]
    if any(not token.tags & set(target.roles) for token in named):
        return False
    told = "text" if "caption" in target.roles and not named else "which"  # captions are several
    return any(token.is_a(told) or token.is_a("which") for token in kept)


def _is_bare(target: op.Target, kept: Sequence[Token]) -> bool:
    """Whether something is done to a layer that is to stay, and nothing tells the two apart."""
    plain = target.text is None and target.which is None and not target.many
    if plain and _is_one_of(target, kept):
        return True
    named = [token for token in kept if not token.carries_nothing]
    return plain and bool(named) and all(one.tags & set(target.roles) for one in named)
