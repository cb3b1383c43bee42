"""Sentence after sentence turned into operations; what is not certain is left alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import ON_PARTS, part_of, settled
from mock_server.agent.clauses.blocked import BLOCKING, blocked_from
from mock_server.agent.clauses.complaints import without_answered
from mock_server.agent.clauses.contradictions import (
    adds_another,
    contradict,
    denies,
    opposed,
    same_matter,
)
from mock_server.agent.clauses.corrections import (
    ANOTHER_ORDER,
    TAKES_BACK,
    correction,
    ends_taken_back,
    exchanged,
    takes_all_back,
    takes_one_of_two,
    without_one,
)
from mock_server.agent.clauses.gaps import is_gap_of
from mock_server.agent.clauses.heads import head_of, names_a_layer
from mock_server.agent.clauses.in_its_place import without_the_one_meant
from mock_server.agent.clauses.leaning import (
    forgets_some,
    goes_on_until,
    half_read,
    has_pronoun,
    is_about_another,
    is_bare_fade,
    is_one_more,
    leans_on,
    may_be_a_sound,
    one_after_another,
    takes_one_back,
    undoes_first,
)
from mock_server.agent.clauses.not_orders import (
    TOLD,
    forbids,
    is_timed_order,
    may_be_of,
    ordered_from,
    orders_in,
    same_at_a_time,
    says_again,
    sets_a_bound,
    shares_a_verb,
    speaks_of,
    takes_back,
    turns,
    unread,
)
from mock_server.agent.clauses.parts import with_its_part, with_part_said_once
from mock_server.agent.clauses.pieces import of_pieces
from mock_server.agent.clauses.plural import of_several
from mock_server.agent.clauses.sentences import Clause, Sentence, subject
from mock_server.agent.clauses.sparing import excepts_of_one, is_only_spared, spared, touches
from mock_server.agent.clauses.that_part import is_done_first, of_that_part
from mock_server.agent.lexicon.tokens import Token, tokens
from mock_server.agent.reading.follow_ups import MORE, varied
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import ANY, Values, marked_words, names_a_value
from mock_server.agent.wording.answers import answer_to, asked_of_the_program, is_remark, topic_of
from mock_server.agent.wording.asides import LONGEST, begins_anew, plain
from mock_server.agent.wording.withheld import gives_up, withheld

MOST_TOKENS = 4_000  # a thousand captions fit
_LIST, _OF_A_PART = 2, (op.Cut, op.Keep, op.RemoveClip)
ADDING = (op.AddLayer, op.AddCaptions, op.HeardCaptions)
_AND = Regex(r"(?<!,) and \Z")


@dataclass
class Reader:
    """Reads sentence after sentence. `it` is what a pronoun means now."""

    values: Values
    reading: Reading
    it: str
    first: bool = True  # nothing was edited before
    heard: bool = False  # only sounds are above the video, and nothing was edited before
    lost: Clause | None = None  # the clause before, when it was left alone
    last: tuple[Token, ...] = ()
    last_words: str = ""
    last_text: str = ""  # with marks
    denied: bool = False  # a layer was named last, of which nothing was ordered
    doubted: list[str] = field(default_factory=list)  # what may be orders among what is none
    it_before: str = "video"
    steps: int = 0  # how many sentences were read
    before: tuple[int, int] = (0, 0)  # how much was understood, and not, before the last sentence

    def take(self, said: str) -> None:
        """Read one sentence."""
        said = self._corrected(said)
        if not said or self._spares(said):
            return
        if self.last and MORE.fullmatch(said):
            self.reading.misunderstood.append(marked_words(said, self.values))
            return
        text = plain(said)[:LONGEST]
        found = tokens(text, self.values)
        back = any(map(TAKES_BACK.fullmatch, (said, text)))
        if not back and all(token.carries_nothing for token in found) and answer_to(text) is None:
            return  # a greeting
        if back or (self.last and takes_all_back(text)):
            self.reading.misunderstood += self._take_back()
            self._say("ignored", "")
            return
        denied, self.denied = self.denied, False
        if ends_taken_back(text) or withheld(said) or (denied and has_pronoun(found)):
            self.reading.misunderstood.append(marked_words(text, self.values)[:200])
            return
        if is_remark(text) or answer_to(text) is not None:
            self._say("ignored", text) if is_remark(text) else self._answer(text)
            return
        if len(found) > MOST_TOKENS:
            self.reading.misunderstood.append(self._words(found[:20], text))
            return
        starts = begins_anew(text) and (self.last or self.reading.language != "zh")
        if starts or self._lists(text):
            self.it, self.last = "video", ()
        sentence = Sentence(found, self.it, self.reading.language == "zh")
        blocked = blocked_from(found, sentence.edges)
        orders = found if blocked is None else found[:blocked]
        if blocked is not None and (
            self._denies_itself(orders, found[blocked:])
            or self._leans_on(orders, found[blocked:])
            or self._gives_up(orders, found[blocked:], text)
        ):
            self.reading.misunderstood.append(self._words(found, text))
            return
        if blocked == 0 and self.last and self._denies_itself(self.last, found):
            self.reading.misunderstood += [*self._take_back(), self._words(found, text)]
            return
        if orders:
            self._take_orders(orders, text)
        if blocked is not None:
            again = ordered_from(found, sentence.edges, blocked)
            if (
                again == len(found)
                and blocked == 0
                and self.first
                and self._turns(found, sentence.edges)
            ):
                again = sentence.edges[1]
            if speaks_of(found[blocked:again], found[again:]):
                self.reading.misunderstood.append(self._words(found[blocked:], text))
                return
            self._take_no_order(found[blocked:again], text, said)
            if again < len(found):
                self._take_orders(found[again : len(found) - found[-1].is_a("instead")], text)

    def _answer(self, text: str) -> None:
        """Answer what the program is asked, and carry out the orders beside it."""
        for topic, part in asked_of_the_program(text, lambda p: head_of(tokens(p, self.values))):
            self._say(topic, part) if topic else self.take(part)

    def _lists(self, text: str) -> bool:
        """Whether a bare fade is one more step of a list: "'Hi' 0-2 s; logo.png top left; fade out"."""
        self.steps += 1
        return self.steps > _LIST and is_bare_fade(text) and not self.reading.changed_last

    def _corrected(self, said: str) -> str:
        """What is left to read of a sentence; the one before is taken back if this corrects it."""
        if self.last and takes_one_of_two(said):
            left = without_one(self.last_text, said)
            words = [*self._take_back(), marked_words(said, self.values)[:200]]
            self.reading.misunderstood += words if left is None else []
            return left or ""
        if self.last and (other := varied(self.last_text, said, self.values)) and other.undoes:
            self._forget()
            return other.text
        sure, rest = correction(said)
        if not (self.last and rest) or TAKES_BACK.fullmatch(said):
            return said
        found = tokens(plain(rest), self.values)
        asked = self._asked_for(found) if head_of(found) else []
        done = [one.operation for one in self.reading.understood[self.before[0] :]]
        if not asked and adds_another(done, self._asked_for(found)):
            self._take_back()
            return rest
        instead = exchanged(self.last_text, rest, self.values)
        replaces = instead is not None or names_a_value(rest)
        if not (sure or (same_matter(done, asked) if asked else replaces)):
            return said
        if not asked and instead is not None:
            self._forget()
            return instead
        were = self.reading.understood[self.before[0] :]
        words = [*self._take_back(), marked_words(said, self.values)[:200]]
        leans = self._asked_for(found) != asked  # on what is taken back
        of_part = any(part_of(one) or isinstance(one, _OF_A_PART) for one in done)
        named = any(one.is_a(kind) for one in found for kind in ("video", "clip", "all", "whole"))
        whole = any(isinstance(one, ON_PARTS) and not part_of(one) for one in asked)
        whole &= not (named or ANOTHER_ORDER.search(said))
        stays = without_the_one_meant(done, asked)
        leans |= (of_part and (whole or has_pronoun(found))) or (stays is None and len(done) > 1)
        self.reading.misunderstood += words if leans or not asked else []
        pairs = zip(were, [] if leans else stays or [], strict=False)
        self.reading.understood += [replace(one, operation=part) for one, part in pairs if part]
        return "" if leans or not asked else rest

    def _spares(self, said: str) -> bool:
        """Whether what is to be left alone would be changed: then nothing of it is done."""
        rest, kept = spared(said)
        if not kept:
            return False
        found = tokens(plain(rest), self.values)
        done = [one.operation for one in self.reading.understood[self.before[0] :]]
        asked = self._asked_for(found) if found else []
        orders = asked if asked or head_of(found) else done
        named = tokens(kept, self.values)
        if not touches(orders, named):
            apart = is_only_spared(tokens(said, self.values), found, named, asked)
            self.take(rest) if apart else None
            return apart
        if orders is done:
            self.reading.misunderstood += self._take_back()
        self.reading.misunderstood.append(marked_words(said, self.values)[:200])
        return True

    def _denies_itself(self, orders: Sequence[Token], rest: Sequence[Token]) -> bool:
        """Whether what was ordered is denied: "mute it but don't mute 5-6 s"."""
        denied = [one for one in rest if not {*BLOCKING, "no", "but"} & set(one.readings)]
        if not orders or takes_back(rest):
            return bool(orders)
        if not denied:
            return False
        if shares_a_verb(orders, rest):
            return True
        asked = self._asked_for(orders)
        ends = (i for i, token in enumerate(rest) if token.is_a("stop"))
        if forbids(rest[: next(ends, len(rest))], asked):
            return True
        if not head_of(denied):
            return touches(asked, denied) or says_again(orders, denied)
        done = self._asked_for(denied)
        if done:
            return denies(asked, done)
        if same_at_a_time(orders, denied):
            return True
        return bool(asked) and (may_be_of(orders, denied) or touches(asked, denied))

    def _turns(self, found: Sequence[Token], edges: Sequence[int]) -> bool:
        """Whether one order stands in place of another that is denied: "不要剪前5秒,剪后5秒"."""
        denied, orders = found[: edges[1]], found[edges[1] :]
        if len(edges) != 3 or found[edges[1] - 1].words != "," or not turns(denied, orders):
            return False
        said = [one for one in denied if not (one.is_a("not") or one.is_a("no"))]
        done, asked = self._asked_for(said), self._asked_for(orders)
        return bool(asked) and not (same_matter(done, asked) or forbids(denied, asked))

    def _gives_up(self, orders: Sequence[Token], rest: Sequence[Token], text: str) -> bool:
        """Whether what was ordered is given up by its name: "add jazz, hmm, never mind the music"."""
        done = self._asked_for(orders) if orders and gives_up(self._words(rest, text)) else []
        return touches(done, rest) or any(
            isinstance(one, op.AddLayer) and any(token.is_a(one.role) for token in rest)
            for one in done
        )

    def _leans_on(self, orders: Sequence[Token], rest: Sequence[Token]) -> bool:
        """Whether an order cannot do without what follows it: "mute this, not that, by half"."""
        if not orders:
            return False
        denied = any(token.is_a("not") or token.is_a("no") for token in rest)
        if denied and sets_a_bound(rest, chinese=self.reading.language == "zh"):
            return True
        stop = next((i for i, token in enumerate(rest) if token.is_a("stop")), len(rest))
        behind = rest[stop:] if denied else rest
        if any(token.is_a(kind) for token in behind for kind in TOLD) and not orders_in(behind):
            return True
        asked = [] if head_of(orders) else self._asked_for(orders)
        return any(isinstance(one, op.AddLayer | op.AddCaptions) for one in asked)

    def _asked_for(self, found: Sequence[Token]) -> list[op.Operation]:
        clauses = Sentence(found, self.it, self.reading.language == "zh").clauses()
        return [one for clause in clauses for one in clause.operations]

    def _take_back(self) -> list[str]:
        """Leave the sentence before alone; its words."""
        done = self.reading.understood[self.before[0] :]
        del self.reading.understood[self.before[0] :]
        self.it, self.last = self.it_before, ()
        return [one.words for one in done]

    def _forget(self) -> None:
        """Take back the sentence before, as it is read anew with another value."""
        self._take_back()
        del self.reading.misunderstood[self.before[1] :]

    def _take_orders(self, orders: Sequence[Token], text: str) -> None:
        if not head_of(orders) and self._joins(orders, text):
            return
        found = Sentence(orders, self.it, self.reading.language == "zh").clauses()
        clauses = without_answered(of_several(of_pieces(with_part_said_once(found))))
        if not all(clause.operations for clause in clauses) and self._joins(orders, text):
            return
        self.it_before = self.it
        self.before = len(self.reading.understood), len(self.reading.misunderstood)
        asked = [one for clause in clauses for one in clause.operations]
        unclear = forgets_some(clauses) or half_read(clauses) or excepts_of_one(clauses)
        if unclear or any(map(takes_one_back, clauses)):
            clauses = [Clause(orders)]
        if opposed(clauses) or contradict(
            asked, in_order=any(token.is_a("then") for token in orders)
        ):
            clauses = [Clause(orders)]
        for clause in settled(clauses):
            self._take_clause(clause, text)
        self.last, self.last_words = tuple(orders), self._words(orders, text)
        self.last_text = text if orders else ""

    def _joins(self, orders: Sequence[Token], text: str) -> bool:
        """Whether the sentence only goes on with the one before it; then both are read as one."""
        if not self.last:
            return False
        both = (*self.last, Token(",", {"stop": None}, -1), *orders)
        found = Sentence(both, "video", self.reading.language == "zh").clauses()
        joined = found[0].operations if len(found) == 1 else ()
        if not joined or self._is_an_item(orders, joined):
            return False
        del self.reading.understood[self.before[0] :]
        del self.reading.misunderstood[self.before[1] :]
        words = f"{self.last_words}, {self._words(orders, text)}"
        self.reading.understood += [Understood(one, words) for one in joined]
        self.it = subject(joined, self.it)
        self.last, self.last_words, self.lost = both, words, None
        return True

    def _is_an_item(self, orders: Sequence[Token], joined: Sequence[op.Operation]) -> bool:
        """Whether a sentence without a verb adds what it names, and only the verb of another says
        something else of it: "keep 10-50 s; title 'A' 0-4 s"."""
        if any(isinstance(one, ADDING) for one in joined) or names_a_layer(self.last):
            return False
        asked = self._asked_for(orders) if names_a_layer(orders) else ()
        return len(asked) == 1 and isinstance(asked[0], ADDING)

    def _take_clause(self, clause: Clause, text: str) -> None:
        words = self._words(clause.tokens, text)
        before = self.reading.operations[-1] if self.reading.operations else None
        together = len(self.reading.understood) > self.before[0]
        if found := of_that_part(clause, before, self._asked_for):
            self._do_there(found, before, words)
            return
        joined = together and bool(_AND.search(text, 0, clause.tokens[0].at))
        clause = with_its_part(clause, before, together=together, joined=joined)
        depends = self.lost is not None and leans_on(clause, self.lost)
        depends |= undoes_first(before, clause) or is_one_more(clause)
        depends |= self.heard and before is None and may_be_a_sound(clause)
        depends |= before is None and is_about_another(clause, self.it)
        done = [one for one in self.reading.operations if not isinstance(one, op.Answer)]
        depends |= one_after_another(done[-1:], clause) or is_gap_of(clause, self.it)
        depends |= goes_on_until(done, clause)
        if not clause.operations or depends:
            if is_remark(words):
                self._say("ignored", words)
                return
            self.reading.misunderstood.append(words)
            self.lost = clause
            return
        self.lost = None
        self.it = subject(clause.operations, self.it)
        self.reading.understood += [Understood(one, words) for one in clause.operations]

    def _do_there(
        self, found: Sequence[op.Operation], before: op.Operation | None, words: str
    ) -> None:
        """Do more to the part that was told just now, before what moves it is done."""
        at = len(self.reading.understood) - is_done_first(before)
        self.reading.understood[at:at] = [Understood(one, words) for one in found]
        self.lost = None

    def _take_no_order(self, found: Sequence[Token], text: str, said: str) -> None:
        words = self._words(found, text)
        negated = any(token.is_a("not") or token.is_a("no") for token in found)
        topic = topic_of(said) or ("ignored" if negated else "question")
        plain_topic = topic in ("ignored", "question") or is_timed_order(found)
        if left := unread(found, negated=negated) if plain_topic else ():
            self.doubted.append(self._words(left, text))
        self._say(topic, words)
        self.last, self.denied = (), negated and names_a_layer(found)

    def _say(self, topic: str, words: str) -> None:
        self.reading.understood.append(Understood(op.Answer(topic), words))

    def _words(self, found: Sequence[Token], text: str) -> str:
        """The words of these tokens as they were written."""
        start = min(token.at for token in found)
        last = max(found, key=lambda token: token.at)
        marked = last.words and text[last.at] in ANY
        end = text.find("\ue000", last.at) + 1 if marked else last.at + len(last.words)
        return marked_words(text[start:end], self.values)[:200].strip(" ,.:")
