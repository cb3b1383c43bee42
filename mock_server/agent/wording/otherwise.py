"""A message said in other words: without what it says to stay as it is, and in plainer turns."""

import re
from collections.abc import Iterator

from mock_server.agent.values.files import take_files
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, marked_words
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.wording.after_that import after_that
from mock_server.agent.wording.assurances import without_assurances
from mock_server.agent.wording.beyond_the_end import set_apart_beyond
from mock_server.agent.wording.brought_back import brought_back
from mock_server.agent.wording.chinese.changed_there import changed_there
from mock_server.agent.wording.chinese.fine_as_is import stays_as_it_is
from mock_server.agent.wording.chinese.in_clauses import in_clauses
from mock_server.agent.wording.chinese.meant_instead import meant_instead
from mock_server.agent.wording.chinese.of_two import each_of_two_zh
from mock_server.agent.wording.chinese.on_the_last import on_the_last
from mock_server.agent.wording.chinese.plainer import plainer_chinese
from mock_server.agent.wording.chinese.plainest import said_plainest
from mock_server.agent.wording.chinese.riders import without_riders_zh
from mock_server.agent.wording.chinese.taken_up import takes_up
from mock_server.agent.wording.chinese.told_daily import told_daily
from mock_server.agent.wording.chinese.told_pieces import told_pieces
from mock_server.agent.wording.chinese.told_shortly import told_shortly
from mock_server.agent.wording.chinese.told_things import told_things
from mock_server.agent.wording.clause_by_clause import clause_by_clause
from mock_server.agent.wording.corrected_there import corrected_there
from mock_server.agent.wording.in_pieces import in_pieces
from mock_server.agent.wording.instead_there import instead_there
from mock_server.agent.wording.it_named import it_named_within
from mock_server.agent.wording.leaning_on import leaning_on
from mock_server.agent.wording.leaning_on_it import leaning_on_it, takes_back
from mock_server.agent.wording.leaning_on_music import leaning_on_music
from mock_server.agent.wording.leaning_shortly import leaning_shortly
from mock_server.agent.wording.meant_by_draft import meant_by_draft
from mock_server.agent.wording.named_by_draft import There, named_by_draft
from mock_server.agent.wording.of_its_time import of_its_time
from mock_server.agent.wording.of_two import each_of_two
from mock_server.agent.wording.one_for_each import said_for_each
from mock_server.agent.wording.plainer import plainer
from mock_server.agent.wording.riders import without_riders
from mock_server.agent.wording.ruled_out import without_ruled_out
from mock_server.agent.wording.several_there import several_there
from mock_server.agent.wording.short_follow_ups import follow_ups_named
from mock_server.agent.wording.stills import stills
from mock_server.agent.wording.taken_back_there import taken_back_there
from mock_server.agent.wording.told_by_draft import told_by_draft
from mock_server.agent.wording.told_there import told_there
from mock_server.agent.wording.told_why import unpolite, without_why
from mock_server.agent.wording.usual_words import in_usual_words
from mock_server.agent.wording.wish_list import wish_list
from mock_server.agent.wording.without_the_rest import without_the_rest

_BY_DRAFT = (
    brought_back, leaning_on_it, named_by_draft, meant_by_draft, leaning_on_music, leaning_on,
    instead_there, told_by_draft, told_there,
    corrected_there, taken_back_there, of_its_time, leaning_shortly,
)  # fmt: skip
LONGEST = 1_000  # characters: who writes more lists orders
_JUST = Regex(r"\A[ ,]*(?:(?:just|only|simply)\b|只有|[只就])+ ?(?!要|留|保留|keep)", re.IGNORECASE)
_COMMAS = str.maketrans("，；！？：’–", ",;!?:'-")
_SPACES = Regex(r"(?<=[\u4e00-\u9fff,。]) +| +(?=[\u4e00-\u9fff,。])")
# What nobody can know: it is set apart, so that what is said beside it is read.
_VERBS = (
    r"(?:teleport|beam|e-?mail|upload|publish|tweet|phone|cook|bake|sing|translate|print|order|buy|iron"
    r"|knit|sprinkle|feed (?:my|the)|walk (?:my|the)|water (?:my|the)|make me an? (?:coffee|tea|sandwich))"
)
_FROM_BEFORE = r"(?:yesterday|last (?:week|night|month|year|time)|the other day)"
_COOL = r"(?:cool|nice|fun|fancy|special|creative|crazy|magical|awesome)"
_WHAT = r"(?:the|that|this) (?:other )?(?:thing|stuff|trick|usual(?: thing)?)\b[^,.;!]*"
_VAGUE = Regex(
    rf",? and (?P<behind>(?:please |also )*(?:do {_WHAT}|do something {_COOL}\b[^,.;!]*|{_VERBS}\b[^,.;!]*"
    rf"|add (?:the|that|my) [a-z ]{{3,24}} from {_FROM_BEFORE}))(?=[ .!]*\Z)"
    rf"|, (?P<amid>(?:please )?(?:do something {_COOL}\b|do {_WHAT}|{_VERBS}\b)[^,.;!]*)(?=,? and )"
    rf"|\A(?P<before>(?:please )?do {_WHAT}),? and (?=[a-z])"
    r"|\A(?P<as_ever>(?:请)?按(?:老样子|惯例|老规矩|上次那样)[^,。]{0,6})[,，](?:另外|并且?|再|然后)*"
    r"|[,，](?P<too>(?:然后|再)+弄一下那个什么|那个也弄一下|(?:顺便|再)?帮我(?:订|买"
    r"|叫)[一个张份点]+[^,，。]{1,8}"
    r"|(?:另外|还有)那个(?:地方|东西|事|效果)?(?:也|都"
    r"|再)?(?:弄一下|处理一下|搞一下"
    r"|[,，]?你懂的)?)(?=[ .。]*\Z)",
    re.IGNORECASE,
)


_OF_WHAT_IS_GONE = Regex(r"\b(?:it|them)\b|\Aonly\b|[它]", re.IGNORECASE)


def said_otherwise(
    message: str, names: tuple[str, ...], there: There
) -> Iterator[tuple[str, bool]]:
    """What a message says in other words, each with whether a part of it says nothing that is known."""
    if len(message) > LONGEST or stays_as_it_is(message.translate(_COMMAS)):
        return
    values = Values()
    text = with_files(take_quotes(whole_characters(message), values), values, names)
    tried = {text}
    order = without_ruled_out(text)
    bare = text if takes_back(text, there) else without_assurances(text)
    ways = (
        bare,
        _JUST.sub("", bare) if bare != text else bare,
        order,
        *_plainly(text, values, there),
        *_plainly(bare, values, there),
        *(_plainly(order, values, there) if order != text else ()),
        it_named_within(text),
        without_the_rest(text, there),
        in_usual_words(text, there),
    )
    for one in ways:
        if one.strip() and one not in tried:
            tried.add(one)
            yield marked_words(one, values).replace("  ", " "), False
    if (still := stills(text, values, names, there)) != text:
        yield marked_words(still, values), False
    if (apart := set_apart_beyond(text, there)) or (apart := _unknown_apart(text)):
        yield marked_words(apart, values), True


def _unknown_apart(text: str) -> str:
    if vague := _VAGUE.search(text):
        return _set_apart(text, vague)
    return ""


def _plainly(text: str, values: Values, there: There) -> Iterator[str]:
    """The text in plainer turns, and without what is said of why."""
    han = bool(HAN.search(text))
    tidy = text.translate(_COMMAS).strip()
    tidy = _SPACES.sub("", tidy) if han else re.sub(" +", " ", tidy)
    polite = unpolite(tidy)
    if han and polite != tidy:
        yield polite
    for said, seen in ((tidy, tidy), (without_why(polite), polite)):
        for words in (
            (
                told_daily(said, there),
                told_pieces(told_things(told_shortly(said, there), there)),
                said,
            )
            if han
            else (said,)
        ):
            plain = _in_plain_turns(words, han, values, there)
            if plain != seen:
                yield plain
        if han:
            continue
        if (each := clause_by_clause(said, _one_order)) != seen:
            yield _in_plain_turns(each, han, values, there)
            yield each
        if (listed := wish_list(said)) != said:
            yield listed
        if (pieces := in_pieces(said, values, there)) != said:
            yield pieces
    if han and (changed := changed_there(polite, values, there)) != polite:
        yield changed
    if han and (taken_up := takes_up(polite, values, there)) != polite:
        yield taken_up
    if han and (meant := meant_instead(polite, values, there)) != polite:
        yield meant
    if han and (clauses := in_clauses(polite, values, there)) != polite:
        yield clauses
    if han and (plainest := on_the_last(said_plainest(polite, there), there)) != polite:
        yield plainest
        if (clauses := in_clauses(plainest, values, there)) != plainest:
            yield clauses


def _one_order(text: str) -> str:
    return plainer(each_of_two(text))


def _in_plain_turns(text: str, han: bool, values: Values, there: There) -> str:
    if han:
        plain = plainer_chinese(each_of_two_zh(without_riders_zh(text, values)))
    else:
        plain = said_for_each(text, values, there)
        plain = plainer(each_of_two(without_riders(plain, values)))
    if there.gone and _OF_WHAT_IS_GONE.search(plain):
        return leaning_on_it(brought_back(plain, values, there), values, there)
    plain = follow_ups_named(plain, there)
    for turned in _BY_DRAFT:
        plain = turned(plain, values, there)
    if not han:
        plain = after_that(several_there(plain, values, there), values, there)
    return plain


def _set_apart(text: str, vague: re.Match[str]) -> str:
    """The orders, and what is vague in a sentence of its own behind them."""
    said = next(filter(None, vague.groupdict().values()))
    rest = (text[: vague.start()] + text[vague.end() :]).strip(" .!。")
    return f"{rest}。{said}" if HAN.search(said) else f"{rest}\n{said}"


def with_files(text: str, values: Values, names: tuple[str, ...]) -> str:
    """A text with a mark for each file, of which the name is said without quotes afterwards."""
    known = len(values.items)
    text = take_files(text, values, names)
    values.words[known:] = [str(one) for one in values.items[known:]]
    return text
