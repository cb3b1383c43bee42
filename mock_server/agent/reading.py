"""Turn a message into operations, clause by clause; what is not certain is left alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mock_server.agent import operations as op
from mock_server.agent.answers import answer_to, is_remark, topic_of
from mock_server.agent.asides import only_adds, plain
from mock_server.agent.belonging import part_of, settled, with_its_part
from mock_server.agent.contradictions import contradict, same_matter
from mock_server.agent.corrections import TAKES_BACK, correction, halves
from mock_server.agent.marking import sentences
from mock_server.agent.placeholders import ANY, RANGE, Values, marked_words, names_a_value, pattern
from mock_server.agent.sentences import BLOCKING, Clause, Sentence, blocked_from, head_of, subject
from mock_server.agent.sparing import spared, touches
from mock_server.agent.tokens import Token, tokens

MOST = 1_000
LONGEST, MOST_TOKENS = 20_000, 4_000  # a thousand captions fit
_CHINESE = re.compile("[\u4e00-\u9fff]")
_WORDS = re.compile("[a-zA-Z\u4e00-\u9fff]")


@dataclass(frozen=True)
class Understood:
    """An operation, and the words that asked for it."""

    operation: op.Operation
    words: str


@dataclass
class Reading:
    """The parsed message. `language` is `en` or `zh`."""

    language: str
    understood: list[Understood] = field(default_factory=list)
    misunderstood: list[str] = field(default_factory=list)

    @property
    def operations(self) -> list[op.Operation]:
        """The operations in order."""
        return [one.operation for one in self.understood]


def read(
    message: str, names: Sequence[str] = (), it: str = "video", *, first: bool = True
) -> Reading:
    """The reading of a message.

    `names` are the uploads that it may mention without quotes; `it` is what a pronoun means at its
    beginning: the role of a layer, or `video`. `first` says that nothing was edited before.
    """
    found, values = sentences(message, tuple(names))
    said = found if any(map(_WORDS.search, found)) else [message]
    reading = Reading("zh" if any(map(_CHINESE.search, said)) else "en")
    reader = _Reader(values, reading, it)
    if not first and it == "video" and len(found) == 1 and _ONLY.fullmatch(found[0]):
        reading.misunderstood.append(marked_words(found[0], values))  # the last edit, or all of it?
        return reading
    for text in _continued(found[:MOST]):
        for half in halves(text):
            reader.take(half)
    if found and not (reading.understood or reading.misunderstood):
        reading.understood.append(Understood(op.Answer("greeting"), ""))
    if len(found) > MOST:
        reading.misunderstood.append(f"… ({len(found) - MOST})")
    return reading


def _continued(found: Sequence[str]) -> list[str]:
    """The sentences, each that only lists further values joined to the one before it."""
    done: list[str] = []
    for text in found:
        if done and len(text) <= LONGEST and only_adds(text):
            done[-1] = f"{done[-1]}, then {text}" if text[0] == RANGE else f"{done[-1]}, {text}"
        else:
            done.append(text)
    return done


# "Lastly, fade out": the last step of a list is not about the step before it.
_LAST_OF_ALL = re.compile(
    r"\W*(?:(?:and )?(?:lastly|finally|last but not least)\b|最后(?=\W*[渐淡静黑]))", re.IGNORECASE
)
# "Add a title. Fade out over 2 s.": a sentence of its own is about the video.
_FADES = re.compile(r"F(?:ade|ADE) (?:in|out|to black|from black)\b(?!.*\bit\b)")
_ONLY = pattern(r"\W*(?:only|just|仅|只)(?:限|要|在|from|between)? ?<:range>\W*")


def _ordered_from(found: Sequence[Token], edges: Sequence[int], blocked: int) -> int:
    """Where an order follows a negation: "don't cut it, just mute it"."""
    kinds = {kind for token in found[blocked:] for kind in token.readings if kind in BLOCKING}
    later = [at for at in edges if blocked < at < len(found)] if kinds <= {"not"} else []
    return next((at for at in later if found[at].words.lower() in ("just", "instead")), len(found))


@dataclass
class _Reader:
    """Reads sentence after sentence. `it` is what a pronoun means now."""

    values: Values
    reading: Reading
    it: str
    lost: bool = False  # the clause before was left alone, so a pronoun may mean something in it
    lost_object: bool = False  # and it named something
    last: tuple[Token, ...] = ()
    last_words: str = ""
    it_before: str = "video"
    before: tuple[int, int] = (0, 0)  # how much was understood, and not, before the last sentence

    def take(self, said: str) -> None:
        """Read one sentence."""
        said = self._corrected(said)
        if not said or self._spares(said):
            return
        text = plain(said)[:LONGEST]
        found = tokens(text, self.values)
        if all(token.carries_nothing for token in found) and answer_to(text) is None:
            return  # a greeting
        if TAKES_BACK.fullmatch(text):
            self.reading.misunderstood += self._take_back()
            self._say("ignored", "")
            return
        if "," in text and TAKES_BACK.fullmatch(text.rpartition(",")[2]):
            self.reading.misunderstood.append(marked_words(text, self.values)[:200])
            return
        if is_remark(text) or (topic := answer_to(text)) is not None:
            self._say("ignored" if is_remark(text) else str(topic), text)
            return
        if len(found) > MOST_TOKENS:
            self.reading.misunderstood.append(self._words(found[:20], text))
            return
        if _LAST_OF_ALL.match(text) or _FADES.match(text):
            self.it, self.last = "video", ()
        sentence = Sentence(found, self.it, self.reading.language == "zh")
        blocked = blocked_from(found, sentence.edges)
        orders = found if blocked is None else found[:blocked]
        if blocked is not None and self._denies_itself(orders, found[blocked:]):
            self.reading.misunderstood.append(self._words(found, text))
            return
        if orders:
            self._take_orders(orders, text)
        if blocked is not None:
            again = _ordered_from(found, sentence.edges, blocked)
            self._take_no_order(found[blocked:again], text, said)
            if again < len(found):
                self._take_orders(found[again:], text)

    def _corrected(self, said: str) -> str:
        """What is left to read of a sentence; the one before is taken back if this corrects it.

        Of "mute it, no wait, reverse it" the rest is left, as it is a whole order.
        """
        sure, rest = correction(said)
        if not (self.last and rest) or TAKES_BACK.fullmatch(said):
            return said
        found = tokens(plain(rest), self.values)
        asked = self._asked_for(found) if head_of(found) else []
        done = [one.operation for one in self.reading.understood[self.before[0] :]]
        if not (sure or (same_matter(done, asked) if asked else names_a_value(rest))):
            return said
        words = self._take_back()
        of_part = any(part_of(one) or isinstance(one, op.Cut | op.Keep) for one in done)
        if asked and not (of_part and any(token.is_a("it") for token in found)):
            return rest
        self.reading.misunderstood += words
        self.reading.misunderstood.append(marked_words(said, self.values)[:200])
        return ""

    def _spares(self, said: str) -> bool:
        """Whether what is to be left alone would be changed: then nothing of it is done."""
        rest, kept = spared(said)
        if not kept:
            return False
        found = tokens(plain(rest), self.values)
        done = [one.operation for one in self.reading.understood[self.before[0] :]]
        orders = self._asked_for(found) if head_of(found) else done
        if not touches(orders, tokens(kept, self.values)):
            return False
        if orders is done:
            self.reading.misunderstood += self._take_back()
        self.reading.misunderstood.append(marked_words(said, self.values)[:200])
        return True

    def _denies_itself(self, orders: Sequence[Token], rest: Sequence[Token]) -> bool:
        """Whether a negation is about what was just ordered: "mute it but don't mute 5-6 s"."""
        denied = [one for one in rest if not {*BLOCKING, "no", "but"} & set(one.readings)]
        if not (orders and denied):
            return False
        asked = self._asked_for(orders)
        if not head_of(denied):
            return touches(asked, denied)
        return same_matter(asked, self._asked_for(denied))

    def _asked_for(self, found: Sequence[Token]) -> list[op.Operation]:
        clauses = Sentence(found, self.it, self.reading.language == "zh").clauses()
        return [one for clause in clauses for one in clause.operations]

    def _take_back(self) -> list[str]:
        """Leave the sentence before alone; its words."""
        done = self.reading.understood[self.before[0] :]
        del self.reading.understood[self.before[0] :]
        self.it, self.last = self.it_before, ()
        return [one.words for one in done]

    def _take_orders(self, orders: Sequence[Token], text: str) -> None:
        if not head_of(orders) and self._joins(orders, text):
            return
        clauses = Sentence(orders, self.it, self.reading.language == "zh").clauses()
        if not all(clause.operations for clause in clauses) and self._joins(orders, text):
            return
        self.it_before = self.it
        self.before = len(self.reading.understood), len(self.reading.misunderstood)
        asked = [one for clause in clauses for one in clause.operations]
        if contradict(asked, in_order=any(token.is_a("then") for token in orders)):
            clauses = [Clause(orders)]
        for clause in settled(clauses):
            self._take_clause(clause, text)
        self.last, self.last_words = tuple(orders), self._words(orders, text)

    def _joins(self, orders: Sequence[Token], text: str) -> bool:
        """Whether the sentence only goes on with the one before it; then both are read as one."""
        if not self.last:
            return False
        both = (*self.last, Token(",", {"stop": None}, -1), *orders)
        found = Sentence(both, "video", self.reading.language == "zh").clauses()
        if len(found) != 1 or not found[0].operations:
            return False
        del self.reading.understood[self.before[0] :]
        del self.reading.misunderstood[self.before[1] :]
        words = f"{self.last_words}, {self._words(orders, text)}"
        self.reading.understood += [Understood(one, words) for one in found[0].operations]
        self.it = subject(found[0].operations, self.it)
        self.last, self.last_words, self.lost = both, words, False
        return True

    def _take_clause(self, clause: Clause, text: str) -> None:
        words = self._words(clause.tokens, text)
        before = self.reading.operations[-1] if self.reading.operations else None
        together = len(self.reading.understood) > self.before[0]
        clause = with_its_part(clause, before, together=together)
        depends = self.lost and _may_mean_what_is_lost(clause, named=self.lost_object)
        depends |= _one_after_another(self.reading.operations[-1:], clause)
        if not clause.operations or depends:
            if is_remark(words):
                self._say("ignored", words)
                return
            self.reading.misunderstood.append(words)
            self.lost = True
            self.lost_object = not any(token.is_a("it") for token in clause.tokens)
            return
        self.lost = False
        self.it = subject(clause.operations, self.it)
        self.reading.understood += [Understood(one, words) for one in clause.operations]

    def _take_no_order(self, found: Sequence[Token], text: str, said: str) -> None:
        words = self._words(found, text)
        negated = any(token.is_a("not") or token.is_a("no") for token in found)
        self._say(topic_of(said) or ("ignored" if negated else "question"), words)
        self.last = ()

    def _say(self, topic: str, words: str) -> None:
        self.reading.understood.append(Understood(op.Answer(topic), words))

    def _words(self, found: Sequence[Token], text: str) -> str:
        """The words of these tokens as they were written."""
        start = min(token.at for token in found)
        last = max(found, key=lambda token: token.at)
        end = (
            text.find("\ue000", last.at) + 1
            if last.words and text[last.at] in ANY
            else last.at + len(last.words)
        )
        return marked_words(text[start:end], self.values)[:200].strip(" ,.:")


_STARTS = ("range", "portion", "start", "end", "at", "from", "whole", "begin")


def _one_after_another(before: Sequence[op.Operation], clause: Clause) -> bool:
    """Whether music is to follow music, or a text a text, without a word of when: "sad music, then happy
    music", "'A' for 3 s, then 'B' for 3 s"."""
    added = [one for one in (*before, *clause.operations) if isinstance(one, op.AddLayer)]
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


def _may_mean_what_is_lost(clause: Clause, *, named: bool) -> bool:
    """Whether a clause may be about something in a clause before it that was left alone, and `named` it."""
    if any(token.is_a("it") for token in clause.tokens):
        return named
    vague = isinstance(clause.operations[0], _VAGUE) if clause.operations else True
    return vague and not any(token.is_a(kind) for token in clause.tokens for kind in _OBJECTS)
