"""What a pronoun points at, when it is a layer or a part: "make the title red and reverse it", "mute the
first 10 seconds and put a title over that part"."""

import re
from collections.abc import Iterator
from itertools import islice

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit, differs, new_sources, shown
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_LAYER = (
    r"music|song|bgm|tune|titles?|captions?|subtitles?|text|lower[- ]thirds?|name ?tag|logo|watermark"
    r"|sticker|overlay|picture[- ]in[- ]picture|pip|inset|voice-?over|narration|sound effect|ding|whoosh"
    r"|标题|字幕|文字|人名条|音乐|配乐|歌曲?|logo|水印|贴图|画中画|小窗|叠加的?(?:视频|画面)|旁白|配音|音效"
)
_PICTURE = (
    r"videos?|clips?|footage|film|movie|picture|image|recording|part|parts|section|segment|shots?|scene"
    r"|half|original|timeline|everything|(?:first|last|final|opening) [a-z0-9.]+ s(?:ec\w*)?|frames?"
    r"|beginning|ending|intro|outro"
    r"|视频|片段|画面|影片|片子|原声|[段秒]"
)
# The last thing that is named before a pronoun; two blanks are a text in quotes or a file.
_NOUN = Regex(
    rf"\b(?P<layer>{_LAYER}|(?:add|put|place|show)(?= {{2,}}))\b|\b(?P<picture>{_PICTURE})\b"
    r"|(?<!\badd)(?<!\bput)(?<!\bplace)(?<!\bshow)(?<! )(?P<blank> {2,})",
    re.IGNORECASE,
)
_NOUN_ZH = Regex(
    rf"(?P<layer>(?:{_LAYER}))|(?P<picture>(?:{_PICTURE}))|(?P<blank>[\u4e00-\u9fff”\"] +)", re.I
)
# In Chinese, a verb alone: "标题加粗并倒放".
_PRONOUN = Regex(
    r"\b(?:it|them|its|their)\b(?! (?:is|are|was|were)\b)|[它他]们?"
    r"|(?P<alone>(?:并且?|再|然后|接着|同时)(?:也|还)?(?=倒放|反向|旋转|翻转|防抖|稳定|降噪|去噪|加速"
    r"|减速|放慢"
    r"|慢放|快放|定格|切开|分割|静音))",
    re.IGNORECASE,
)
_CLAUSE_END = Regex(r"[,，。;；!！?？\n]|\.(?=\s|\Z)|\b(?:and|then)\b|然后|接着|[并再]")
_FAST = words(
    r"\b(?:speed|sped|slow\w*|fast\w*|half speed|twice|double)\b",
    "[加减变]速|放慢|慢[放动]|快放|倍",
)
# What only the main track can do, by the key that tells of it.
_DONE = {
    "speed": _FAST,
    "reverse": words(r"\b(?:revers\w*|backwards?|rewind)\b", "倒放|反向|倒着"),
    "stabilize": words(r"\b(?:stabili\w*|steady|shak\w*)\b", "防抖|稳定|增稳"),
    "denoise": words(r"\b(?:denois\w*|noise|hiss|hum)\b", "降噪|去噪|噪[音声]"),
    "normalize": words(r"\bnormali\w*\b", "均衡|标准化|归一"),
    "freeze": words(r"\b(?:freez\w*|frozen)\b", "定格|冻结"),
    "split": words(r"\b(?:split|divide|cut (?:it|them) (?:at|in))\b", "切开|分割|拆分|切成|分成"),
    "vol": words(r"\b(?:mute|silence|quiet\w*|loud\w*)\b", "静音|消音"),
    "rotate": words(r"\b(?:rotate|flip|mirror|upside)\b", "旋转|翻转"),
    "crop": words(r"\bcrop\b", "裁切"),
    "caption": words(r"\b(?:captions?|subtitles?|transcri\w*)\b", "字幕"),
}  # fmt: skip
_CUT = words(
    r"\b(?:cut|remove|delete|trim|drop|lose|keep|chop|take|shorten|use|play)\b",
    "[剪删去留裁切播用]",
)


_MANY = 200  # pronouns: more are not looked at


def _pointing(plain: str) -> Iterator[tuple[str, str]]:
    """Every clause with a pronoun: the clause, and the kind of what is named last before it."""
    for one in islice(_PRONOUN.finditer(plain), _MANY):
        starts = [*_CLAUSE_END.finditer(plain, max(0, one.start() - 80), one.start())]
        if not (starts or one["alone"]):
            continue
        start = one.start() if one["alone"] else starts[-1].end()
        noun = _NOUN_ZH if one[0] > "\u4e00" else _NOUN
        named = [*noun.finditer(plain, max(0, one.start() - 160), start)]
        if not named or (one["alone"] and named[-1][0] == "字幕"):
            continue
        end = _CLAUSE_END.search(plain, one.end(), one.end() + 80)
        clause = plain[start : end.start() if end else one.end() + 80]
        yield clause, str(named[-1].lastgroup)


def _changed_keys(edit: Edit) -> set[str]:
    """The keys of the main track that have other values, and what else has become of it."""
    was, now = edit.before[0], edit.after[0]
    if was == now:
        return set()
    found = {key for key in _DONE if _values(was, key) != _values(now, key)}
    if len(now) > len(was):
        found.add("split")
    return found


def _values(main: list[Segment], key: str) -> set[str]:
    return {str(one.get(key)) for one in main if key in one}


def _does_it_to_the_video(plain: str, edit: Edit) -> bool:
    """ "make the title red and reverse it", "add song.mp3 and cut its last 10 seconds": of the video."""
    if new_sources(edit):
        return False
    laid = any(one.get("role") != "effect" for one in edit.added)
    return any(
        _is_done_to_it(clause, edit, {"vol"} if edit.added else set())  # "add a title and mute it"
        for clause, kind in _pointing(plain)
        if kind == "layer" or (kind == "blank" and laid)
    )


def _is_done_to_it(clause: str, edit: Edit, spared: set[str]) -> bool:
    """Whether what a clause asks for has become of the video, but for what is certain to mean that."""
    changed = _changed_keys(edit) - spared
    if any(one.get("role") == "caption" for one in edit.added):
        changed.add("caption")
    if any(key in changed and said.search(clause) for key, said in _DONE.items()):
        return True
    shorter = shown(edit.before[0]) > shown(edit.after[0])
    return shorter and bool(_OWN.search(clause) and _CUT.search(clause))


_OWN = words(r"\b(?:its|their)\b", "[它他]们?的")
_OVERLAY = words(
    r"\b(?:overlay|picture[- ]in[- ]picture|pip|inset)\b", "画中画|小窗|叠加的?(?:视频|画面)"
)
_VIDEO = words(
    r"\b(?:video|clip|main|footage|everything|all|picture(?!-| in))\b", "视频|主|全|整|片段"
)


def _does_the_inset_to_the_video(plain: str, edit: Edit) -> bool:
    """ "Reverse the overlay", and the video below it runs backwards."""
    inset = _OVERLAY.search(plain)
    if inset is None or _VIDEO.search(plain.replace(inset[0], " ")):
        return False
    texts = any(one.get("role") == "caption" for one in edit.added)
    return texts or any(_DONE[key].search(plain) for key in _changed_keys(edit))


_IT_ALONE = Regex(
    r"\W*(?:(?:now|then|and|also|please|ok|okay) )*"
    r"(?:(?!(?:the (?!noise)|my|all|every\w*|whole)\b)[a-z-]+ ){1,4}?"
    r"(?:it|them|its|their)\b"
    r"|[ ,，]*(?:请|再|然后|并|现在)?[^,，。;； ]{0,8}[它他]们?",
    re.IGNORECASE,
)


def leans_on_a_layer(plain: str, made: Edit, edit: Edit) -> bool:
    """Whether "reverse it", or "cut its last 10 seconds", is done to the video, or to another clip, where
    the message before it was about a layer, or a clip: `made` is what that one did."""
    if not _IT_ALONE.match(plain) or new_sources(edit):
        return False
    was, now = made.before[0], made.after[0]
    if was == now:
        told = any(not one or differs(one, other, *_TOLD) for one, other in made.layers if other)
        return told and _is_done_to_it(
            plain, edit, {"vol", "speed"} if _adds_texts(made) else set()
        )
    if len(was) != len(now) or len(now) == 1:
        return False
    meant = [other for one, other in zip(was, now, strict=True) if not _alike(one, other)]
    kept = [one for one in edit.before[0] if any(_alike(one, other) for other in edit.after[0])]
    lost = [one for one in edit.before[0] if one not in kept]
    return len(meant) < len(now) and any(one not in meant for one in lost)


def _adds_texts(made: Edit) -> bool:
    """Whether nothing but titles was added: "add 'Hi'", "make it 2x faster" is about the video."""
    return bool(made.added) and all(one.get("role") in op.TEXTS for one in made.added)


_TOLD = (
    "color",
    "pos",
    "text",
    "src",
    "vol",
    "scale",
    "style",
    "size",
    "background",
    "fade_in",
    "fade_out",
)
_PLACED = ("id", "s", "tr")


def _alike(one: Segment, other: Segment) -> bool:
    """Whether two clips are the same, but for their time."""
    return not any(
        one.get(key) != other.get(key) for key in one.keys() | other.keys() if key not in _PLACED
    )


_FLIPPED = words(r"\band (?:then )?flip (?:it|them|the \w+)\b")


def _forgets_to_flip_it(plain: str, edit: Edit) -> bool:
    """ "make the title red and flip it", and it is only red."""
    turned = any(key in ("rotate", "order", "reverse") for key, _ in edit.values)
    return bool(edit.values) and not turned and bool(_FLIPPED.search(plain))


CHECKS = (_forgets_to_flip_it, _does_it_to_the_video, _does_the_inset_to_the_video)
