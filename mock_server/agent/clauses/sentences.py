"""Cut a sentence into clauses so that every word of it is accounted for.

Clauses end at commas and at "and". Of all ways to cut, the one with the fewest clauses wins in which
each is read; a stretch that begins with a verb and cannot be read is left alone as a whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, takewhile

from mock_server.agent import operations as op
from mock_server.agent.clauses.heads import ORDERS, head_of, is_layer, is_order, names_a_clip
from mock_server.agent.clauses.inherited import (
    ADDING,
    goes_on,
    is_text,
    keeps_a_part,
    only_when,
    says_its_own,
    sets_length,
)
from mock_server.agent.frames.phrasing import PARTS, STAYS_THERE
from mock_server.agent.frames.slots import Slots
from mock_server.agent.frames.table import read_clause
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.files import is_sound
from mock_server.agent.values.lazily import Regex

_CONNECTORS = (
    "and", "plus", "&", "then", "but", "并", "并且", "再", "然后", "接着", "和", "也", "还有", "以及",
    "同时", "但", "而且",
)  # fmt: skip
_ADVERBS = ("同时", "再", "也")
# "Everything but the speech" is one thing, "… but keep the music" begins another clause.
BUT = ("but", "但", "但是", "不过", "可是")
# What begins the exception to the clause before it.
EXCEPTIONS = (*BUT, "except", "only", "without", "只", "除了")
_STAYS = ("stay", "stays", "remain", "remains")
_LIST, _MOST_PIECES = 2, 40  # so many clauses before make a list
_LEFT_ALONE = 1_000  # dearer than any number of clauses


@dataclass
class Clause:
    """A stretch of tokens and what it asks for; nothing when it is left alone."""

    tokens: Sequence[Token]
    operations: tuple[op.Operation, ...] = ()
    inherits: bool = False


@dataclass
class Sentence:
    """The tokens of one sentence. `it` is what a pronoun in it means."""

    tokens: Sequence[Token]
    it: str
    chinese: bool
    known: dict[tuple[int, str, tuple[str, ...]], tuple[int, list[Clause]]] = field(
        default_factory=dict
    )

    def clauses(self) -> list[Clause]:
        """The cheapest way to cut the sentence."""
        whole = self._reads(0, len(self.edges) - 1, self.it)
        if whole:
            return [Clause(self.tokens, whole)]
        return self._cheapest(0, self.it, ())[1]

    @cached_property
    def edges(self) -> list[int]:
        """Where a clause may begin, and the end of the sentence."""
        found = [0]
        for i, token in enumerate(self.tokens[:-1]):
            connects = token.is_a("stop") or token.words.lower() in _CONNECTORS
            if token.words.lower() in BUT:
                connects = self._orders_at(i + 1)
            if token.words in _ADVERBS:  # "…，右上角同时放logo" has its place in front
                before = self.tokens[found[-1] : i]
                connects = bool(head_of(before)) or not any(one.is_a("pos") for one in before)
            if token.words == "、":  # it lists things of one order: "将从1秒到2秒、从3秒到4秒…静音"
                connects = not all(one.is_a("range") for one in self.tokens[i - 1 : i + 2 : 2])
            if connects and self._lists_ranges(i):
                connects = False
            if connects and len(found) < _MOST_PIECES and i + 1 > found[-1] + 1:
                found.append(i + 1)
        return [*found, len(self.tokens)]

    def _lists_ranges(self, i: int) -> bool:
        """Whether a connector stands between two ranges at the end: "…, 0-3 s and 4-7 s"."""
        kinds = [one.is_a("range") for one in self.tokens[max(0, i - 1) :]]
        return kinds == [True, False, True] and i > 1 and self.tokens[i - 2].is_a("stop")

    def _reads(self, at: int, end: int, it: str) -> tuple[op.Operation, ...]:
        """What all pieces between two edges ask for as one clause; nothing if they are two orders."""
        if self._are_two(at, end, it):
            return ()
        return self._read(self.tokens[self.edges[at] : self.edges[end]], it)

    def _are_two(self, at: int, end: int, it: str) -> bool:
        """Whether both sides of some edge are orders that can be carried out on their own."""
        for i in range(at + 1, end):
            left = self.tokens[self.edges[at] : self.edges[i]]
            right = self.tokens[self.edges[i] : self.edges[end]]
            fades = right[1:2] if right[0].is_a("end") or right[0].is_a("start") else right[:1]
            faded = left[-1].is_a("stop") and any(one.is_a("fade") for one in fades)
            if faded and self._listed(at) >= _LIST:
                return True  # of the title before it, or the last order of a list?
            if self._fades_on_its_own(left, right, it) or self._name_their_own(left, right, it):
                return True
            if left[0].is_a("keep") and left[-1].is_a("stop") and any(map(is_layer, right[:2])):
                return any(isinstance(one, op.Keep) for one in self._read(left, it))
            plain = _only_lists(left) or self._tells_how(left)
            clip = any(one.is_a("stop") for one in left[-2:]) and names_a_clip(right)
            if plain or not (head_of(left) and (clip or is_order(right))):
                continue
            first = self._read(left, it)
            if any(isinstance(one, op.Place | op.Join) for one in first):
                continue  # what follows may be the next clip of the list
            second = self._read(right, subject(first, it)) if first else ()
            kinds = {*map(type, first), op.Transition}  # "join a and b, with a fade"
            if second and kinds.isdisjoint(map(type, second)):
                return True
        return False

    def _fades_on_its_own(self, left: Sequence[Token], right: Sequence[Token], it: str) -> bool:
        """Whether a fade stands before a layer that has an order of its own, or that of the picture behind
        one: "fade in 1 s, logo top left", "the logo until 30 s, the video fades in at the start"."""
        apart = left[-1].is_a("stop")
        if not (
            apart or (left[-1].is_a("and") and any(_PICTURE.search(one.words) for one in left))
        ):
            return False
        before = not any(map(_names_a_layer, left)) and not any(
            one.is_a("fade") for one in right[:1]
        )
        if any(map(_names_a_layer, left)) and not any(map(is_layer, right)):
            left, right = right, left
            first = list(takewhile(lambda one: not one.is_a("stop"), left))
            faded = any(one.is_a("fade") or one.is_a("fades") for one in first)
            before = faded and any(_PICTURE.search(one.words) for one in first)
        layer = any(map(_names_a_layer, right))
        if not (before and layer and any(one.is_a("fade") or one.is_a("fades") for one in left)):
            return False
        fades = self._read(left, it) or self._read(left, "video")
        return bool(fades) and bool(self._read(right, it))

    def _name_their_own(self, left: Sequence[Token], right: Sequence[Token], it: str) -> bool:
        """Whether two orders each name what they are about: "删掉b.mp4，另外原声关掉"."""
        if not left[-1].is_a("stop"):
            return False
        told = _tells_one(left), _tells_one(right)
        if not (all(told) and told[0] != told[1]) and not (
            any(map(_names_a_part, left)) and any(map(_names_a_part, right))
        ):
            return False
        first = self._read(left, it)
        sound = not any(one.is_a("nth") or one.is_a("file") for one in right)
        if sound and any(isinstance(one, op.AddLayer) for one in first):
            return False  # the sound of a video that is laid over it?
        return bool(first) and bool(self._read(right, it))

    def _listed(self, at: int) -> int:
        """How many things are told before an edge; a time alone is none."""
        pieces = (self.tokens[one:end] for one, end in pairwise(self.edges[: at + 1]))
        return sum(
            any(not one.carries_nothing and not _only_when_told(one) for one in piece)
            for piece in pieces
        )

    def _read(self, tokens: Sequence[Token], it: str) -> tuple[op.Operation, ...]:
        told = _bare(tokens)
        return read_clause(Slots(told, it, self.chinese)) if told else ()

    def _cheapest(self, at: int, it: str, head: tuple[Token, ...]) -> tuple[int, list[Clause]]:
        """Cost and clauses from the edge number `at` on; `head` is what a clause may inherit."""
        state = at, it, tuple(token.words for token in head)
        if state not in self.known:
            self.known[state] = self._search(at, it, head)
        return self.known[state]

    def _search(self, at: int, it: str, head: tuple[Token, ...]) -> tuple[int, list[Clause]]:
        start = self.edges[at]
        if start == len(self.tokens):
            return 0, []
        best: tuple[int, list[Clause]] | None = None
        for end in range(len(self.edges) - 1, at, -1):
            tokens = self.tokens[start : self.edges[end]]
            clause = None if self._are_two(at, end, it) else self._clause(tokens, it, head)
            if clause is None and not self._may_be_left(at, end):
                continue
            cost = 1 if clause else _LEFT_ALONE
            found = clause or Clause(tokens)
            after = subject(found.operations, it)
            rest = self._cheapest(end, after, head_of(tokens) or head)
            if best is None or cost + rest[0] < best[0]:
                best = cost + rest[0], [found, *rest[1]]
            if best[0] == 1:
                break
        return best or (_LEFT_ALONE, [Clause(self.tokens[start:])])

    def _clause(self, tokens: Sequence[Token], it: str, head: tuple[Token, ...]) -> Clause | None:
        if all(
            token.carries_nothing or token.is_a("stop") or token.is_a("and") for token in tokens
        ):
            part = any(token.words.lower() in PARTS for token in tokens)
            return None if part else Clause(tokens, (op.Answer("ignored"),))
        if self._tells_how(tokens) or _only_lists(tokens):
            return None
        if head and not head_of(tokens):
            if any(token.words.lower() in _STAYS for token in tokens):
                return None  # "reverse the first clip, the second can stay"
            if any(one.is_a("except") and one.at < tokens[0].at for one in self.tokens):
                return None  # one more exception?
            if self._adds_on_its_own(tokens, it, head):
                return Clause(tokens, self._read(tokens, it))
            noun = any(is_layer(token) for token in tokens)
            if noun and any(token.words in STAYS_THERE for token in tokens):
                found = self._read(tokens, it)  # "删除标题，logo一直显示"
                return Clause(tokens, found) if found else None
            named = noun or any(token.is_a("text") for token in tokens[:2])
            if named and says_its_own(tokens, head[0]) and (found := self._read(tokens, it)):
                return Clause(tokens, found)  # "the logo bigger, the title yellow"
            if noun and len(head) == 1 and head[0].is_a("keep"):
                return Clause(tokens, found) if (found := self._read(tokens, it)) else None
            inherited = head if not noun else tuple(one for one in head if not is_layer(one))
            found = self._read((*inherited, *tokens), it)
            own = noun or any(token.is_a(kind) for token in tokens for kind in _OF_VIDEO)
            if not found and (own or len(head) == 1 or head[0].is_a("add")):
                found = self._read((head[0], *tokens), it)
            if found and goes_on(found, tokens, head[0], noun=noun):
                return Clause(tokens, found, inherits=True)
            if not noun and not any(token.is_a(kind) for token in tokens for kind in _OWN_MATTER):
                return None
        found = self._read(tokens, it)
        later = bool(head) or tokens[0] is not self.tokens[0]
        if head and head[0].is_a("fades") and any(sets_length(one) for one in found):
            return None  # "fade the title out over 1 s and the music over 4 s"
        if later and is_text(found, tokens) and self._names_other_layer(tokens[0].at):
            return None
        if later and (only_when(found, tokens) or keeps_a_part(found, tokens)):
            return None
        return Clause(tokens, found) if found else None

    def _adds_on_its_own(self, tokens: Sequence[Token], it: str, head: tuple[Token, ...]) -> bool:
        """Whether a text is added beside an order about the video: "make it square, title 'A' 0-3 s"."""
        if len(head) > 1 or not any(map(head[0].is_a, _OF_THE_VIDEO)):
            return False
        named = is_layer(tokens[0]) or (tokens[0].carries_nothing and is_layer(tokens[1]))
        if not (named and any(token.is_a("text") for token in tokens)):
            return False
        return any(isinstance(one, op.AddLayer | op.AddCaptions) for one in self._read(tokens, it))

    def _names_other_layer(self, upto: int) -> bool:
        """Whether voice-overs or names were listed before: "voiceovers: 'A' 0-2 s and 'B' 5-7 s"."""
        before = [one for one in self.tokens if one.at < upto]
        return any(one.is_a("voiceover") or one.is_a("lower-third") for one in before)

    def _may_be_left(self, at: int, end: int) -> bool:
        """Whether these pieces are one stretch from verb to verb."""
        verbs = [i for i in range(at, len(self.edges) - 1) if self._begins_order(i)]
        following = next((i for i in verbs if i > at), len(self.edges) - 1)
        return end == following

    def _begins_order(self, i: int) -> bool:
        return self._orders_at(self.edges[i], self.edges[i + 1])

    def _tells_how(self, tokens: Sequence[Token]) -> bool:
        """Whether a level or a fade stands in front of what is to have it: "at 35 % volume, add jazz"."""
        of_video = any(token.is_a(kind) for token in tokens for kind in _OF_VIDEO)
        levels = ("volume", "level", "fade")
        level = next((one for one in tokens if any(map(one.is_a, levels))), None)
        told = level is not None and not of_video and tokens[-1].is_a("stop")
        if level is None or not told or self._follows_a_sound(level.at):
            return False
        first = tokens[0].words.lower()
        if first in ("at", "with") or (first == "its" and self._adds_a_sound(tokens[-1].at)):
            return True
        orders = any(token.is_a(kind) for token in tokens for kind in _OF_WHAT_IS_THERE)
        return not orders and self._adds_a_sound(tokens[-1].at, faded=level.is_a("fade"))

    def _follows_a_sound(self, at: int) -> bool:
        """Whether the clause before adds music, or another sound, and may have a level, or a fade."""
        before = [token for token in self.tokens if token.at < at]
        kinds = {kind for one in before for kind in one.tags}
        sounds = not kinds.isdisjoint((*_HEARD, "genre", "mood")) or any(
            is_sound(str(one.readings.get("file", ""))) for one in before
        )
        return sounds and not kinds.isdisjoint(ADDING)

    def _adds_a_sound(self, at: int, *, faded: bool = False) -> bool:
        """Whether the next clause adds music, or another sound; a voice does not fade."""
        behind = takewhile(lambda one: not one.is_a("stop"), (t for t in self.tokens if t.at > at))
        kinds = {kind for one in behind for kind in one.tags}
        heard = _HEARD[:1] if faded else _HEARD
        return not kinds.isdisjoint(ADDING) and not kinds.isdisjoint(heard)

    def _orders_at(self, start: int, end: int | None = None) -> bool:
        tokens = self.tokens[start:end]
        said = [one for one in tokens if not (one.carries_nothing or one.is_a("and"))][:2]
        first = said[1:] if said and said[0].is_a("which") else said[:1]
        return any(not one.tags.isdisjoint(ORDERS) for one in first)


def _names_a_layer(token: Token) -> bool:
    return is_layer(token) or token.is_a("text")


def _tells_one(tokens: Sequence[Token]) -> str:
    """How one of several texts is told: by its words, or which of them it is."""
    if any(one.is_a("text") for one in tokens):
        return "text"
    which = any(one.is_a("which") and is_layer(other) for one, other in pairwise(tokens))
    return "which" if which else ""


def _names_a_part(token: Token) -> bool:
    return token.is_a("nth") or token.is_a("file") or token.is_a("sound")


def _only_when_told(token: Token) -> bool:
    return token.is_a("range") or token.is_a("time") or token.is_a("stop")


def _bare(tokens: Sequence[Token]) -> Sequence[Token]:
    """A clause without the connector that ends it, and without the "first" of a list."""
    if tokens and tokens[-1].words.lower() in _CONNECTORS:
        tokens = tokens[:-1]
    which = next((i for i, one in enumerate(tokens) if not one.carries_nothing), 0)
    numbered = len(tokens) > which + 1 and tokens[which].is_a("which")
    numbered = numbered and not (tokens[which].is_a("nth") or tokens[which].words.endswith("个"))
    is_order = numbered and any(tokens[which + 1].is_a(kind) for kind in ORDERS)
    return tokens[which + 1 :] if is_order else tokens


def _only_lists(tokens: Sequence[Token]) -> bool:  # "把A（显示4秒）、"
    listed = tokens[0].is_a("ba") and tokens[-1].words in ("、", "和")
    return listed and all(one.is_a("for") or one.tags.isdisjoint(ORDERS) for one in tokens[1:])


_PICTURE = Regex(r"\b(?:video|picture)\b|视频|画面|片(?!段)", re.IGNORECASE)
_HEARD = ("music", "voiceover", "effect")
_OF_WHAT_IS_THERE = ("set", "sound", "louder", "quieter", "keep", "mute", "back", "bit", "all")


_OWN_MATTER = ("range", "file", "nth", "sfx")  # what a clause without a verb may be about
_OF_THE_VIDEO = ("set", "cut", "shape")
_OF_VIDEO = ("video", "picture", "clip", "sound")


def subject(operations: Sequence[op.Operation], before: str) -> str:
    """What "it" means after these operations: a role, or `video`."""
    if not operations:
        return before
    last = operations[-1]
    if isinstance(last, op.AddLayer):
        return last.role
    if isinstance(last, op.AddCaptions | op.HeardCaptions):
        return "caption"
    if isinstance(last, op.Change) and len(last.target.roles) == 1:
        return last.target.roles[0]
    if isinstance(last, op.Change):
        return "title"
    if isinstance(last, op.Remove) and last.target.roles[0] in ("music", "voiceover", "sound"):
        return last.target.roles[0]  # "remove the music and make it quieter" is not the video
    return before if isinstance(last, op.Answer) else "video"
