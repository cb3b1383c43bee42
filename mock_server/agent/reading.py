"""Turn a message into operations, clause by clause; what is not certain is left alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mock_server.agent import operations as op
from mock_server.agent.answers import answer_to, is_remark, topic_of
from mock_server.agent.asides import only_adds, plain
from mock_server.agent.belonging import contradict, settled
from mock_server.agent.marking import sentences
from mock_server.agent.placeholders import ANY, Values, marked_words
from mock_server.agent.sentences import BLOCKING, Clause, Sentence, blocked_from, head_of, subject
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


def read(message: str, names: Sequence[str] = (), it: str = "video") -> Reading:
    """The reading of a message.

    `names` are the uploads that it may mention without quotes; `it` is what a pronoun means at its
    beginning: the role of a layer, or `video`.
    """
    found, values = sentences(message, tuple(names))
    said = found if any(map(_WORDS.search, found)) else [message]
    reading = Reading("zh" if any(map(_CHINESE.search, said)) else "en")
    reader = _Reader(values, reading, it)
    for text in _continued(found[:MOST]):
        reader.take(text)
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
            done[-1] = f"{done[-1]}, {text}"
        else:
            done.append(text)
    return done


_TAKES_BACK = re.compile(
    r"[ ,.!:]*(?:(?:oh|no|wait|hmm|hold on|sorry|actually|on second thoughts?|等等|不|哦|算了)[ ,.!:]+)*"
    r"(?:don't|do not|no|nope|(?:please )?don't do (?:that|it)|leave it(?: as it is)?|scratch that"
    r"|forget (?:it|that)"
    r"|never ?mind(?: that)?|cancel that|wait|hold on|算了|还是别了|不用了|还是算了|别剪了|先不要|等等"
    r"|不要|别|不了)[ ,.!:]*",
    re.IGNORECASE,
)
# "Lastly, fade out": the last step of a list is not about the step before it.
_LAST_OF_ALL = re.compile(
    r"\W*(?:and )?(?:lastly|finally|last but not least|最后)\b", re.IGNORECASE
)


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
    last: tuple[Token, ...] = ()
    last_words: str = ""
    before: tuple[int, int] = (0, 0)  # how much was understood, and not, before the last sentence

    def take(self, said: str) -> None:
        """Read one sentence."""
        text = plain(said)[:LONGEST]
        found = tokens(text, self.values)
        if all(token.carries_nothing for token in found) and answer_to(text) is None:
            return  # a greeting
        if _TAKES_BACK.fullmatch(text):
            self._take_back()
            return
        if "," in text and _TAKES_BACK.fullmatch(text.rpartition(",")[2]):
            self.reading.misunderstood.append(marked_words(text, self.values)[:200])
            return
        if is_remark(text) or (topic := answer_to(text)) is not None:
            self._say("ignored" if is_remark(text) else str(topic), text)
            return
        if len(found) > MOST_TOKENS:
            self.reading.misunderstood.append(self._words(found[:20], text))
            return
        if _LAST_OF_ALL.match(text):
            self.it = "video"
        sentence = Sentence(found, self.it, self.reading.language == "zh")
        blocked = blocked_from(found, sentence.edges)
        orders = found if blocked is None else found[:blocked]
        if orders:
            self._take_orders(orders, text)
        if blocked is not None:
            again = _ordered_from(found, sentence.edges, blocked)
            self._take_no_order(found[blocked:again], text, said)
            if again < len(found):
                self._take_orders(found[again:], text)

    def _take_back(self) -> None:
        """Leave the sentence before alone: "cut the first 5 seconds. Wait, don't." """
        done = self.reading.understood[self.before[0] :]
        del self.reading.understood[self.before[0] :]
        self.reading.misunderstood += [one.words for one in done]
        self._say("ignored", "")

    def _take_orders(self, orders: Sequence[Token], text: str) -> None:
        if not head_of(orders) and self._joins(orders, text):
            return
        clauses = Sentence(orders, self.it, self.reading.language == "zh").clauses()
        if not all(clause.operations for clause in clauses) and self._joins(orders, text):
            return
        self.before = len(self.reading.understood), len(self.reading.misunderstood)
        if contradict(clauses):
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
        depends = self.lost and _may_mean_what_is_lost(clause)
        if not clause.operations or depends:
            if is_remark(words):
                self._say("ignored", words)
                return
            self.reading.misunderstood.append(words)
            self.lost = not any(token.is_a("it") for token in clause.tokens)
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


_OBJECTS = (
    "music", "title", "caption", "lower-third", "words", "voiceover", "effect", "overlay", "video",
    "picture", "clip", "sound", "all", "text", "file",
)  # fmt: skip


def _may_mean_what_is_lost(clause: Clause) -> bool:
    """Whether a clause may be about something in a clause before it that was left alone."""
    if any(token.is_a("it") for token in clause.tokens):
        return True
    vague = (
        isinstance(clause.operations[0], op.Level | op.FadeVideo | op.Change)
        if clause.operations
        else True
    )
    return vague and not any(token.is_a(kind) for token in clause.tokens for kind in _OBJECTS)
