"""Spaces in the place of commas, as people type Chinese in a chat: "第一段删掉 只留b"."""

import re
from itertools import pairwise

from mock_server.agent.lexicon.tokens import Token, tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values

_QUOTED = Regex(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》|‘[^’]*’|'[^']*'")
_FILE = Regex(r"[\w-]+\.[a-z0-9]{2,4}\b", re.IGNORECASE | re.ASCII)
_BREAK = Regex(r"[,，、。;；:：!！?？\n]")
_HAN, _TEXT, _NAME = "\u4e00-\u9fff", "\ue0ff", "\ue0fe"  # the last two stand for quotes and files
_JOINT = Regex(
    f"(?<=[{_HAN}%{_TEXT}{_NAME}]) +(?=[{_HAN}0-9{_TEXT}{_NAME}]|logo|bgm)", re.IGNORECASE
)
_BESIDE_A_FILE = Regex(f"(?<=[{_HAN}]) +(?={_NAME})|(?<={_NAME}) +(?=[{_HAN}])")
# Figures or other words with spaces around them, as they are printed: "从 3 秒到 6 秒", "把 video 静音".
_PRINTED = Regex(
    rf"[0-9] [{_HAN}]|(?<![a-z])(?!(?:logo|bgm|vlog)(?![a-z]))[a-z]{{2,}}", re.IGNORECASE
)
_N = "(?:[0-9.:]+|[一二两三四五六七八九十半]+)"
_FIGURES = Regex(
    rf"(?:前|后|最后|开头|结尾|第|从|在)*{_N}(?:分{_N}秒|秒钟?|分钟?|倍速?|度|号|%)?"
    rf"(?:[到至-]|(?=秒|{_N}))?|[{_TEXT}{_NAME}]"
)
_PUTS_RIGHT = Regex(r"(?:哦|啊|呃)?(?:不对|不是|哦不|啊不|错了|说错了|等等|等一下)")
_ENOUGH = Regex(r"(?:就行|就好|就够了?|够了|吧)\Z")
# What does something on its own, what needs to be told with it, and what else may begin an order.
_ALONE = frozenset((
    "mute", "unmute", "reverse", "denoise", "stabilize", "normalize", "faster", "slower", "slowmo", "heard",
    "look", "fade", "louder", "quieter", "bigger", "smaller", "shape", "longer", "shorter", "later",
    "earlier", "blur", "zoom", "split", "duck", "rotate",
))  # fmt: skip
_VERB = frozenset((
    "add", "show", "remove", "cut", "keep", "set", "move", "replace", "crop", "generate", "freeze",
))  # fmt: skip
_ORDER = _ALONE | _VERB | {"undo", "undoall", "normal", "back", "not", "no"}
_UNFINISHED = frozenset((
    "set", "to", "ba", "only", "not", "no", "doubt", "from", "at", "and", "must", "cond",
))  # fmt: skip


def with_commas(text: str) -> str:
    """A Chinese message with commas for the spaces between its orders, and none beside names of files."""
    masked = _QUOTED.sub(lambda match: _TEXT * len(match[0]), text)
    masked = _FILE.sub(lambda match: _NAME * len(match[0]), masked)
    if _PRINTED.search(masked):
        return text
    spaces = {one.start(): (one.end(), "") for one in _BESIDE_A_FILE.finditer(masked)}
    breaks = [0, *(one.end() for one in _BREAK.finditer(masked)), len(text)]
    for start, end in pairwise(breaks):
        joints = list(_JOINT.finditer(masked, start, end))
        ends = _ends_of_orders(masked, start, [*(one.start() for one in joints), end])
        spaces |= {one.start(): (one.end(), ",") for one in joints if one.start() in ends}
    for at in sorted(spaces, reverse=True):
        text = text[:at] + spaces[at][1] + text[spaces[at][0] :]
    return text


def _ends_of_orders(masked: str, start: int, edges: list[int]) -> list[int]:
    """Where orders of one clause end; nowhere if a time may be of the order before it or behind it."""
    found: list[int] = []
    timed = False
    for at, to in pairwise(edges):
        left, right = masked[start:at].strip(), masked[at:to].strip()
        if _is_whole(left) and _goes_on(right):
            if timed:
                return []
            found.append(at)
            start = at
        timed = not _said(right) and _is_whole(left) and not _said(left)[-1].tags.isdisjoint(_ALONE)
    return found


def _said(piece: str) -> list[Token]:
    return [one for one in tokens(_FIGURES.sub(" ", piece), Values()) if not one.carries_nothing]


def _is_whole(piece: str) -> bool:
    """Whether a piece is an order, or a remark, that can do without what follows."""
    said = _said(piece)
    if _PUTS_RIGHT.fullmatch(piece):
        return True
    figures = list(_FIGURES.finditer(piece))
    ends = bool(figures) and figures[-1].end() == len(piece)
    if not said or not (ends or said[-1].tags.isdisjoint(_UNFINISHED)):
        return False
    if any(not one.readings or not one.tags.isdisjoint(_ALONE) for one in said):
        return True
    verbs = sum(not one.tags.isdisjoint(_VERB) for one in said)
    return bool(verbs) and (verbs < len(said) or bool(figures))


def _goes_on(piece: str) -> bool:
    """Whether a piece begins another order, names another thing, or puts the one before right."""
    if _PUTS_RIGHT.match(piece) or _ENOUGH.search(piece):
        return True
    said = _said(piece)
    known = all(one.readings for one in said)
    return any(not one.tags.isdisjoint(_ORDER) for one in said) or (known and len(said) > 1)
