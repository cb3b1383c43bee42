"""Turn a message into operations, clause by clause; what is not certain is left alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.answers import answer_to, is_remark, topic_of
from mock_server.agent.asides import only_adds, plain
from mock_server.agent.marking import sentences
from mock_server.agent.placeholders import ANY, Values, marked_words
from mock_server.agent.sentences import Clause, Sentence, blocked_from, head_of, subject
from mock_server.agent.tokens import Token, tokens

MOST = 1_000
LONGEST, MOST_TOKENS = 20_000, 4_000  # a thousand captions fit
_CHINESE = re.compile("[\u4e00-\u9fff]")


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
    reading = Reading("zh" if any(map(_CHINESE.search, found)) else "en")
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
            self._take_no_order(found[blocked:], text, said)

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
        if _contradict(clauses):
            clauses = [Clause(orders)]
        for clause in _in_one_time(_bleeped(_sharing(_with_exceptions(clauses)))):
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


_EXCEPTIONS = ("but", "except", "only", "without", "但", "但是", "只", "除了")


def _with_exceptions(clauses: list[Clause]) -> list[Clause]:
    """Clauses of which none is carried out whose exception was not understood.

    "Cut the first 5 seconds but keep the sound" is not done by cutting them.
    """
    done = list(clauses)
    for i in range(len(done) - 1, 0, -1):
        lead = done[i - 1].tokens[-1].words.lower()
        words = [one.words.lower().split()[0] for one in done[i].tokens if not one.carries_nothing]
        said = " ".join(one.words for one in done[i].tokens)
        unread = not done[i].operations and not is_remark(said)
        if unread and {lead, *words[:1]} & set(_EXCEPTIONS):
            tokens = (*done[i - 1].tokens, *done[i].tokens)
            done[i - 1 : i + 1] = [Clause(tokens)]
    return done


def _sharing(clauses: list[Clause]) -> list[Clause]:
    """Clauses that share one verb share the one time that is named, before or after them."""
    for i in range(len(clauses) - 1, 0, -1):
        if _share_a_verb(clauses[i - 1], clauses[i]):
            clauses[i - 1] = _timed_like(clauses[i - 1], clauses[i])
    for i in range(1, len(clauses)):
        before, after = clauses[i - 1], clauses[i]
        if _share_a_verb(before, after) and _is_untimed(after) and _range_of(before) is not None:
            leads = before.inherits or _begins_with_time(before)
            clauses[i] = _timed_like(after, before) if leads else replace(after, operations=())
    return clauses


def _bleeped(clauses: list[Clause]) -> list[Clause]:
    """A bleep without a time, right behind what is muted, lies over that."""
    for i in range(1, len(clauses)):
        before, after = clauses[i - 1].operations, clauses[i].operations
        if not (len(before) == len(after) == 1 and isinstance(before[0], op.Level)):
            continue
        tone = after[0]
        if isinstance(tone, op.AddLayer) and _is_untimed_bleep(tone):
            tones = [replace(tone, range=span) for span in before[0].ranges if span != op.WHOLE]
            clauses[i] = replace(clauses[i], operations=tuple(tones))
    return clauses


def _is_untimed_bleep(one: op.AddLayer) -> bool:
    return one.values.get("name") == "bleep" and one.range is None and one.at is None


def _begins_with_time(clause: Clause) -> bool:
    """Whether the range stands before the verb: "for the first 5 seconds, show …"."""
    order = [
        token for token in clause.tokens if token.is_a("range") or token in head_of(clause.tokens)
    ]
    return order[0].is_a("range")


def _share_a_verb(before: Clause, after: Clause) -> bool:
    one_each = len(before.operations) == len(after.operations) == 1
    return one_each and (after.inherits or not (head_of(before.tokens) or head_of(after.tokens)))


def _timed_like(clause: Clause, other: Clause) -> Clause:
    """The clause at the time, or with the fade, of the other, if it names none itself."""
    mine, span = clause.operations[0], _range_of(other)
    if span is not None and _is_untimed(clause):
        return replace(clause, operations=(_within(mine, span),))
    fades = _fades_of(other.operations[0])
    told = any(token.is_a(kind) for token in clause.tokens for kind in ("time", "edge", "range"))
    if fades and not told and _fades_of(mine).keys() == fades.keys():
        return replace(clause, operations=(_faded(mine, fades),))
    return clause


def _within(one: op.Operation, span: op.Range) -> op.Operation:
    """A text that is added, or shown if it is there, at this time."""
    if isinstance(one, op.Change) and isinstance(one.otherwise, op.AddLayer):
        return replace(one, range=span, otherwise=replace(one.otherwise, range=span))
    return replace(one, range=span) if isinstance(one, op.AddLayer) else one


def _is_untimed(clause: Clause) -> bool:
    """Whether it adds a text and does not say when."""
    one = clause.operations[0]
    one = (one.otherwise or one) if isinstance(one, op.Change) else one
    text = isinstance(one, op.AddLayer) and one.role in op.TEXTS
    return text and not any(
        token.is_a(kind)
        for token in clause.tokens
        for kind in ("start", "end", "whole", "time", "range")
    )


def _range_of(clause: Clause) -> op.Range | None:
    one = clause.operations[0]
    one = (one.otherwise or one) if isinstance(one, op.Change) else one
    if isinstance(one, op.AddLayer) and one.role in op.TEXTS:
        return one.range
    return one.cues[0][0] if isinstance(one, op.AddCaptions) else None


def _fades_of(one: op.Operation) -> dict[str, object]:
    if isinstance(one, op.FadeVideo):
        both = {"fade_in": one.fade_in, "fade_out": one.fade_out}
        return {key: value for key, value in both.items() if value}
    values = one.values if isinstance(one, op.Change) else {}
    return {key: value for key, value in values.items() if key in ("fade_in", "fade_out") and value}


def _faded(one: op.Operation, fades: dict[str, Any]) -> op.Operation:
    if isinstance(one, op.FadeVideo):
        return replace(one, **fades)
    assert isinstance(one, op.Change)
    return replace(one, values={**one.values, **fades})


def _contradict(clauses: Sequence[Clause]) -> bool:
    """Whether one thing is to be two ways at once: "make the title red and blue"."""
    told = [key for clause in clauses for one in clause.operations for key in _told(one)]
    added = {key for clause in clauses for one in clause.operations for key in _given(one)}
    return len(told) != len(set(told)) or not added.isdisjoint(told)


def _given(one: op.Operation) -> list[str]:
    """What a new layer is given, as a change right after it would name it."""
    if not isinstance(one, op.AddLayer):
        return []
    targets = (op.Target((one.role,)), op.Target((one.role,), touched=True))
    return [f"{target}:{key}" for target in targets for key in one.values]


def _told(one: op.Operation) -> list[str]:
    if isinstance(one, op.Speed):
        return ["speed"] if one.range == op.WHOLE else []
    if isinstance(one, op.Level):
        return ["level"] if one.ranges == (op.WHOLE,) else []
    if isinstance(one, op.Change):
        return [f"{one.target}:{key}" for key in (*one.values, *_moves(one))]
    return []


def _moves(change: op.Change) -> tuple[str, ...]:
    told = change.range or change.at is not None or change.to_end
    return ("when",) if told else ()


def _in_one_time(clauses: list[Clause]) -> list[Clause]:
    """Speeds that share one verb are all on the same timeline: the last one comes first."""
    done: list[Clause] = []
    for clause in clauses:
        at = len(done)
        while clause.inherits and at and _is_speed(clause) and _is_speed(done[at - 1]):
            at -= 1
            if not done[at].inherits:
                break
        done.insert(at, clause)
    return done


def _is_speed(clause: Clause) -> bool:
    return all(isinstance(one, op.Speed) for one in clause.operations) and bool(clause.operations)
