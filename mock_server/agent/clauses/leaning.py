"""Whether a clause can be carried out without what stands beside it and was not understood."""

import re
from collections.abc import Sequence
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import ON_PARTS, layer_of, part_of
from mock_server.agent.clauses.heads import head_of, is_layer
from mock_server.agent.clauses.parts import lies_over_it
from mock_server.agent.clauses.sentences import Clause
from mock_server.agent.frames.phrasing import PARTS
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, pattern
from mock_server.agent.values.ranges import Range
from mock_server.agent.wording.withheld import keeps_the_shape, unsettles

_TAKEN_BACK = Regex(r"forget|scratch|cancel|nevermind|算了|不算|取消", re.IGNORECASE)


_TEMPORAL = Regex(
    r"\W*(?:right |just |shortly )?(?:after|before|once|while|during|when|as|until)\b|.*以后|.*之后",
    re.I,
)


def _tells_when(clause: Clause) -> bool:
    """Whether a clause that is no order says when: "the punchline is at 5 s", "after the title goes"."""
    said = " ".join(token.words for token in clause.tokens)
    timed = any(token.is_a(kind) for token in clause.tokens for kind in ("time", "range"))
    return not head_of(clause.tokens) and (timed or bool(_TEMPORAL.match(said)))


_WHEN = Regex(
    r".*(?:(?:时候?|之后|以后|之前|以前|期间|的同时|[^最]后)[,的]*|[后前]面(?:再|才|就))\Z"
)


def _is_told_of(lost: Clause) -> bool:
    """Whether a clause only says when the one behind it is to happen: "标题出现的时候,…"."""
    return bool(_WHEN.match("".join(token.words for token in lost.tokens)))


def _is_untold(clause: Clause) -> bool:
    """Whether something is added that has to have a time, without one."""
    one = clause.operations[0] if clause.operations else None
    short = isinstance(one, op.AddLayer) and one.role in (*op.TEXTS, "sound") and one.at is None
    told = ("range", "start", "end", "whole", "portion")
    return short and not any(token.is_a(kind) for token in clause.tokens for kind in told)


_ONCE_MORE = ("一次", "一遍")


def is_one_more(clause: Clause) -> bool:
    """Whether a time that ends in "也" is one more of what is there, not another; or a sound is to be
    "there", and nobody knows where."""
    one = clause.operations[0] if clause.operations else None
    words = {token.words for token in clause.tokens}
    again = clause.tokens[-1].words == "也" or not words.isdisjoint(_ONCE_MORE)
    more = again and isinstance(one, op.Change) and one.range is not None
    there = any(token.is_a("there") for token in clause.tokens)
    untimed = isinstance(one, op.AddLayer) and one.range is None and one.at is None
    return more or (there and untimed)


_INSTEAD = ("改成", "改为", "换成", "instead")


def undoes_first(before: op.Operation | None, clause: Clause) -> bool:
    """Whether something is to be done in place of what is undone: "undo, mute it instead"."""
    instead = any(token.words.lower() in _INSTEAD for token in clause.tokens)
    return isinstance(before, op.Undo) and instead


# What bounds an order is part of it: "把声音关掉，同时音量保持不变", "字都删掉，就留“花絮”那个".
_BOUNDS = Regex(
    r"同时|(?:就|只|但是?)留|(?:and |but |just |only )+(?:keep|leave|spare)\b", re.IGNORECASE
)


def is_unsettled(orders: Sequence[op.Operation], left_alone: Sequence[str]) -> bool:
    """Whether what was ordered just now is undone, or may be by what was not understood: "mute it and
    undo", "mute it. Nah, leave the sound"."""
    if not orders or isinstance(orders[0], op.Undo):
        return False
    shaped = any(isinstance(one, op.Canvas) for one in orders)
    if shaped and any(map(keeps_the_shape, left_alone)):
        return True
    if any(map(_BOUNDS.match, left_alone)):
        return True
    return any(isinstance(one, op.Undo) for one in orders) or any(map(unsettles, left_alone))


_ALL = ("都", "全都", "全部", "both", "all", "each", "every", "everything")


def _says_all(clause: Clause) -> bool:
    return any(token.words.lower() in _ALL for token in clause.tokens)


def _says_also(clause: Clause) -> bool:
    """Whether a text ends in a word by which it is as the one before: "'A' 0-3 in red, 'B' 4-7 too"."""
    said = [token.words.lower() for token in clause.tokens if not token.is_a("stop")]
    return bool(said) and said[-1] in ("too", "as well", "also", "likewise", "也", "也是")


def _trails(clause: Clause) -> bool:
    """Whether a look stands behind the time of a text that nothing else is said of: "'B' 5-8, yellow"."""
    kinds = ("text", "range", "stop", "color", "pos", "and")
    bare = all(one.carries_nothing or any(map(one.is_a, kinds)) for one in clause.tokens)
    last = next(
        (one for one in reversed(clause.tokens) if not one.carries_nothing), clause.tokens[-1]
    )
    stops = [i for i, one in enumerate(clause.tokens) if one.is_a("stop")]
    behind = bool(stops) and any(one.is_a("range") for one in clause.tokens[: stops[-1]])
    return bare and behind and (last.is_a("color") or last.is_a("pos"))


def _has_no_words(one: op.Operation) -> bool:
    """Whether a text is added that is still to be told."""
    bare = isinstance(one, op.AddLayer) and one.role in op.TEXTS and "text" not in one.values
    return bare or isinstance(one, op.HeardCaptions)


def _tells_words(clause: Clause) -> bool:
    return not clause.operations and any(token.is_a("text") for token in clause.tokens)


def forgets_some(clauses: Sequence[Clause]) -> bool:
    """Whether a look is said of all that is added, and given to one: "'A' 0-2 s, 'B' 4-6 s, all white"."""
    asked = [(one, clause) for clause in clauses for one in clause.operations]
    if any(_has_no_words(one) for one, _ in asked) and any(map(_tells_words, clauses)):
        return True  # "字幕也来一个,写“甲”"
    if any(_has_it_too(*pair) for pair in pairwise(clauses)):
        return True
    added = [(layer, clause) for one, clause in asked if (layer := layer_of(one)) is not None]
    texts = [(one, clause) for one, clause in added if one.role in op.TEXTS]
    fades = [one.values.keys() & {"fade_in", "fade_out", "vol"} for one, _ in added]
    if any(fades[i] - fades[i - 1] and _says_all(added[i][1]) for i in range(1, len(added))):
        return True
    if _fades_each(clauses):
        return True
    if len(texts) < 2:
        return False
    looks = [one.values.keys() - {"text", "sub"} for one, _ in texts]
    if any(_says_also(texts[i][1]) and looks[i - 1] - looks[i] for i in range(1, len(texts))):
        return True
    return any(
        looks[i] and (_says_all(clause) or _trails(clause)) and looks[i] - looks[i - 1]
        for i, (_, clause) in enumerate(texts)
        if i
    )


_VALUES = ("time", "range", "percent", "level", "number", "factor", "half", "double")


def _has_it_too(before: Clause, clause: Clause) -> bool:
    """Whether a value is said of one thing, and another has it too: "fade out over 3 s, music too"."""
    told = [
        any(one.is_a(kind) for one in each.tokens for kind in _VALUES) for each in (before, clause)
    ]
    return clause.inherits and _says_also(clause) and told == [True, False]


def _fades_each(clauses: Sequence[Clause]) -> bool:
    """Whether a length is said of several fades and given to one: "fade the music out, the title in, 2
    seconds each"."""
    fading = [
        clause
        for clause in clauses
        if any(token.is_a("fade") or token.is_a("fades") for token in clause.tokens)
    ]
    last = clauses[-1]
    each = any(token.words.lower() in ("each", "both", "各") for token in last.tokens)
    timed = any(token.is_a("time") for token in last.tokens)
    bare = [one for one in fading if not any(token.is_a("time") for token in one.tokens)]
    return each and timed and any(one is not last for one in bare)


def takes_one_back(clause: Clause) -> bool:
    """Whether a clause that was not understood takes back another: "…, and forget about the cut"."""
    said = "".join(token.words for token in clause.tokens)
    return not clause.operations and bool(_TAKEN_BACK.search(said))


def has_pronoun(found: Sequence[Token]) -> bool:
    """Whether one of these words, or a part of one, is a pronoun: "slow it down"."""
    return any(not _PRONOUNS.isdisjoint(token.words.lower().split()) for token in found)


_PRONOUNS = frozenset(("it", "that", "this", "them", "those", "these"))


def _thinks_again(clause: Clause) -> bool:
    """Whether a clause puts something in the place of the one before, or in front of it: "…, actually just
    mute it", "…, but first cut 5-8 s"."""
    words = [token.words.lower() for token in clause.tokens[:2]]
    if words[0] == "first" and head_of(clause.tokens[1:2]):
        return True
    return "actually" in words and has_pronoun(clause.tokens)


def half_read(clauses: Sequence[Clause]) -> bool:
    """Whether what was not read settles the same as what was: "make it vertical and keep it 16:9"; or
    where the first order begins may be where the next does: "starting at 10 s, mute"; or one order is
    put in the place of another."""
    if any(map(_changes_what_begins, clauses)) or (len(clauses) > 1 and _begins(clauses[0])):
        return True
    if any(map(_thinks_again, clauses[1:])):
        return True
    done = [one for clause in clauses for one in clause.operations]
    lost = [token for clause in clauses if not clause.operations for token in clause.tokens]
    shaped = any(isinstance(one, op.Canvas) and (one.ratio or one.size) for one in done)
    keeps = any(token.words.lower().startswith("keep") for token in lost)
    if shaped and keeps and any(token.is_a("ratio") or token.is_a("shape") for token in lost):
        return True
    kept = any(isinstance(one, op.Keep) for one in done)
    cuts = any(token.is_a("cut") or token.is_a("remove") for token in lost)
    return kept and cuts and any(token.is_a("range") or token.is_a("time") for token in lost)


_NAMES_ALL = ("video", "clip", "all", "whole", "picture", "sound", "range", "portion", "nth", "end")


def _may_stay_there(before: Sequence[op.Operation], clause: Clause) -> bool:
    """Whether an order that names nothing may be of the part that the one before is about: "10到20秒静音,
    然后倒放"."""
    named = any(token.is_a(kind) for token in clause.tokens for kind in _NAMES_ALL)
    if named or not (before and part_of(before[-1]) and HAN.search(clause.tokens[-1].words)):
        return False
    return all(isinstance(one, ON_PARTS) and not part_of(one) for one in clause.operations)


def _changes_what_begins(clause: Clause) -> bool:
    """Whether a layer would begin when it only changes: "starting at 10 s, make the title red"."""
    said = [one for one in clause.tokens if not one.carries_nothing]
    begin = next((i for i, one in enumerate(said) if one.is_a("begin")), len(said))
    edge = next((i for i, one in enumerate(said) if one.is_a("stop")), 0)
    if not begin < edge or any(map(is_layer, said[:edge])):
        return False
    changed = [one for one in clause.operations if isinstance(one, op.Change)]
    return any(one.values or one.louder or one.bigger for one in changed)


_NAMES_WHAT = (
    "video", "clip", "it", "keep", "cut", "remove", "only", "set", "have", "part", "must", "range",
    "portion", "nth",
)  # fmt: skip


def _begins(clause: Clause) -> bool:
    """Whether it only says when something begins or ends, and not what."""
    kept = clause.operations if len(clause.operations) == 1 else ()
    spans = kept[0].ranges if kept and isinstance(kept[0], op.Keep) else ()
    if any(token.is_a(kind) for token in clause.tokens for kind in _NAMES_WHAT):
        return False
    return (
        len(spans) == 1
        and isinstance(spans[0], Range)
        and (not spans[0].start or spans[0].end is None)
    )


_STARTS = ("range", "portion", "start", "end", "at", "from", "whole", "begin")


def one_after_another(before: Sequence[op.Operation], clause: Clause) -> bool:
    """Whether music is to follow music, or a text a text, without a word of when: "sad music, then happy
    music", "'A' for 3 s, then 'B' for 3 s"."""
    added = [one for one in (*before, *clause.operations) if isinstance(one, op.AddLayer)]
    if before and any(isinstance(one, op.Place) for one in clause.operations):
        laid = getattr(before[0], "otherwise", None) or before[0]
        told = head_of(clause.tokens) or any(one.is_a("timeline") for one in clause.tokens)
        return not told and getattr(laid, "role", "") == "overlay"  # "logo left, then b.mp4"
    if not (len(before) == 1 and before[0] in added and len(added) > 1):
        return False
    first = added[0]
    whole = first.role == "music" and first.range is None and not first.at
    songs = [one for one in added if one.role == "music"] if whole else []
    texts = [one for one in added if one.role in op.TEXTS]
    untold = not any(token.is_a(kind) for token in clause.tokens for kind in _STARTS)
    timed = any(token.is_a("time") for token in clause.tokens)
    listed = clause.inherits or bool(head_of(clause.tokens))
    return (len(songs) > 1 and not listed) or (len(texts) > 1 and untold and timed)


_OBJECTS = (
    "music", "title", "caption", "lower-third", "words", "voiceover", "effect", "overlay", "video",
    "picture", "clip", "sound", "all", "text", "file",
)  # fmt: skip


_VAGUE = op.Level | op.FadeVideo | op.Change | op.Reverse | op.Speed


def leans_on(clause: Clause, lost: Clause) -> bool:
    """Whether a clause cannot do without the one before it, which was left alone."""
    keeps = any(isinstance(one, op.Keep) for one in clause.operations)
    if keeps and any(token.words.lower() in _BESIDE for token in (lost.tokens[-1], *clause.tokens)):
        return True  # "cut from 20 s back to 25 s but also keep 20-25 s"
    of_part = any(token.words.lower() in PARTS for token in lost.tokens)
    if of_part and any(isinstance(one, ON_PARTS) for one in clause.operations):
        return True
    of_all = any(isinstance(one, ON_PARTS) and not part_of(one) for one in clause.operations)
    named = any(token.is_a(kind) for token in clause.tokens for kind in ("video", "all", "whole"))
    timed = any(token.is_a("range") for token in lost.tokens)
    if of_all and timed and not named and all(one.is_a("ba") for one in head_of(lost.tokens)):
        return True
    if _is_told_of(lost) or _is_the_other_look(clause, lost):
        return True
    return (_tells_when(lost) and _is_untold(clause)) or _may_mean_what_is_lost(clause, lost)


def _is_the_other_look(clause: Clause, lost: Clause) -> bool:
    """Whether one look may end where the next begins: "warm for 10 s, then black and white"."""
    both = all(any(token.is_a("look") for token in one.tokens) for one in (clause, lost))
    return both and any(token.is_a("time") or token.is_a("range") for token in lost.tokens)


_BESIDE = ("but", "also", "too", "但", "但是", "也")


def _may_mean_what_is_lost(clause: Clause, lost: Clause) -> bool:
    """Whether a clause may be about something that the lost one names."""
    if any(token.is_a("it") for token in clause.tokens):
        return not any(token.is_a("it") for token in lost.tokens)
    vague = isinstance(clause.operations[0], _VAGUE) if clause.operations else True
    return vague and not any(token.is_a(kind) for token in clause.tokens for kind in _OBJECTS)


_BARE_FADE = pattern(
    r"fade (?:in|out)(?: (?:over|for|of|in))? <:time>[ .!]*\Z|(?:结尾|开头)?淡[入出]<:time>[ .!]*\Z"
)


def is_bare_fade(text: str) -> bool:
    """Whether a marked sentence is a fade and nothing else: "fade out over 2 s"."""
    return bool(_BARE_FADE.match(text))


def goes_on_until(before: Sequence[op.Operation], clause: Clause) -> bool:
    """Whether something lasts until a time from where another one was: "freeze at 10 s, then slow motion
    until 20 s"."""
    if _may_stay_there(before, clause):
        return True
    until = any(
        t.is_a("range") and t.words.lower().startswith(("until", "till", "up to"))
        for t in clause.tokens
    )
    timed = any(getattr(one, "at", None) or part_told(one) for one in before)
    return until and timed


def part_told(one: op.Operation) -> bool:
    """Whether an operation is about a part of the video that does not begin with it."""
    spans = getattr(one, "ranges", ()) or (getattr(one, "range", None),)
    return any(isinstance(span, Range) and span.start > 0 for span in spans)


def may_be_a_sound(clause: Clause) -> bool:
    """Whether "it" may be the only other thing that is heard as well as the video: "fade it out"."""
    levels = any(isinstance(one, op.Level | op.FadeVideo) for one in clause.operations)
    said = [token.words.lower() for token in clause.tokens]
    return levels and any(words == "it" or words.endswith(" it") for words in said)


def _says_of_nothing(clause: Clause) -> bool:
    """Whether all of the video would change by words that name nothing: "at half speed"."""
    whole = [one for one in clause.operations if isinstance(one, ON_PARTS) and not part_of(one)]
    named = any(token.is_a(kind) for token in clause.tokens for kind in _OF_VIDEO)
    return bool(whole) and not (named or any("画面" in token.words for token in clause.tokens))


_OF_VIDEO = (
    "video",
    "clip",
    "all",
    "whole",
    "it",
    "volume",
    "sound",
    "picture",
    "timeline",
    "clips",
)


def is_about_another(clause: Clause, it: str) -> bool:
    """Whether several things are meant that the clause does not name, as the video is one: "and reverse
    them"; or a clip over which something is to lie."""
    if it != "video":
        return it == "clip" and (lies_over_it(clause) or _says_of_nothing(clause))
    said = [token.words.lower() for token in clause.tokens]
    named = any(
        token.is_a(kind) for token in clause.tokens for kind in (*_OBJECTS, "clips", "range")
    )
    return not named and any(words in ("them", "those", "these") for words in said)
