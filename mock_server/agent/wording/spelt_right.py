"""An English message that puts a word right that stands in a text of the draft: "typo, it's 'sale', not
'sail'", "there's an h missing: 'Thank you'", "so it should say 'Baker' under his name"."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS, HAN, Values, marked, marks
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.wording.misspelt_there import rewritten
from mock_server.agent.wording.named_by_draft import There

_NOUN = r"(?:title|caption|text|lower[ -]third|heading|headline|subtitle|name ?tag)"
_IN = rf"(?: in (?:the|my|that|this|our) {_NOUN})"
_SLIP = r"(?:typo|spelling (?:mistake|error)|misspelling|mistake|error)"
_LEAD = (
    r"\W*(?:(?:oh(?: no)?|oops|whoops|ah|sorry|wait|hey|hi|hang on|please|my (?:bad|mistake|typo)"
    rf"|(?:there(?:'s| is) |i (?:made|see|spotted|have) )?an? {_SLIP}{_IN}?|{_SLIP}{_IN}?)\b[ ,.:;!–-]*)*"
)
_TAIL = (
    r"(?:[ ,.;–-]*(?:sorry|please|thanks|thank you|my (?:bad|mistake|typo|fault)|that was a typo"
    rf"|{_IN.strip()}|can you (?:fix|change|correct) (?:that|it)\??))*[ .!]*"
)
_SO = r"[ ,.:;!–-]+(?:so |and |but |please |it |that )*"
_IS = (
    r"(?:it's |it is |(?:it |that )?(?:should|must|has to|needs to|ought to) (?:be|read|say) "
    r"|(?:the )?(?:right|correct) (?:word|spelling|one) is |make (?:it|that) |correct is )?"
    r"(?:spel(?:led|t) )?"
)
_LETTER = r"""(?:the |an? |one |two |double )*["']?[a-z]["']?(?:'?s)?"""
_WRONG, _RIGHT = r"(?:the word )?(?P<wrong><:text>)", r"(?P<right><:text>)"
_TWO_WORDS = (
    rf"(?:it's |it is |that's |it (?:should|must) (?:be|read|say) ){_RIGHT},? (?:and )?not {_WRONG}",
    rf"{_RIGHT},? not {_WRONG}",
    rf"not {_WRONG}[ ,;–-]+(?:but |it's )?{_RIGHT}",
    rf"(?:(?:in|on) (?:the|my|that) {_NOUN},? )?(?:it|the {_NOUN}|you)"
    rf" (?:says?|reads?|wrote|put|spel(?:led|t)) {_WRONG}{_IN}?,? "
    rf"(?:(?:where |but )?it should (?:say|read|be)|instead of|rather than) {_RIGHT}",
    rf"{_WRONG}{_IN}? (?:should|must|has to|needs to|ought to) (?:be|read|say)(?: spel(?:led|t))? {_RIGHT}",
    rf"{_WRONG}{_IN}? (?:is|was) (?:a typo|wrong|misspel(?:led|t)|spel(?:led|t) wrong(?:ly)?)"
    rf"{_SO}{_IS}{_RIGHT}",
    rf"(?:please )?(?:fix|correct) (?:the spelling of )?{_WRONG}{_IN}?(?: to |{_SO}{_IS}){_RIGHT}",
    rf"(?:please )?(?:change|correct|fix) {_WRONG} (?:to|into) {_RIGHT}{_IN}",
    rf"(?:please )?replace {_WRONG} (?:with|by) {_RIGHT}{_IN}",
    rf"{_WRONG}{_IN}? (?:is missing|lacks|needs|is short of|has|is (?:written|spel(?:led|t)) with)"
    rf" {_LETTER}(?: too many| missing)?{_SO}{_IS}{_RIGHT}",
)
_ONE_WORD = (
    rf"(?:there(?:'s| is) )?{_LETTER}(?:'s| is)? (?:missing|too many|too much){_IN}?{_SO}{_IS}{_RIGHT}",
    rf"(?:you|i|we) (?:forgot|missed|left out|dropped) {_LETTER}{_IN}?{_SO}{_IS}{_RIGHT}",
    rf"(?:the|my|that) {_NOUN} (?:is missing|lacks|needs|has) {_LETTER}(?: too many)?{_SO}{_IS}{_RIGHT}",
    rf"(?:the|my|that) {_NOUN} should (?:read|say|be) {_RIGHT}"
    r"(?=[ ,.;–-]*(?:sorry|my (?:typo|mistake|bad)))",
)
_BOTH, _ALONE = (
    [Regex(marked(f"{_LEAD}{one}{_TAIL}"), FLAGS) for one in many]
    for many in (_TWO_WORDS, _ONE_WORD)
)
_UNDER = r"(?:right )?(?:under(?:neath)?|below|beneath) (?:his|her|their|the) name"
_SHOULD = r"(?:should|must|has to|needs to|ought to) (?:say|read|be)"
_JOB = Regex(
    marked(
        r"\W*(?:(?P<who>[a-z]+)(?:'s| is|isn't| isn't| is not) (?P<what>[^,;.<>]+?)[,;.–-]+ ?"
        r"(?:(?:(?:he|she|they)(?:'s| is|'re| are) )?(?P<more>[^,;.<>]+?)[,;.–-]+ ?)?)?"
        rf"(?:so |please |and |then )*(?:(?:it|that|there|the (?:second )?line) {_SHOULD}"
        r"|(?:put|write|have|show)) (?P<job><:text>)"
        rf" (?:should (?:be|stand) )?{_UNDER}{_TAIL}"
    ),
    FLAGS,
)
_LINE = Regex(
    marked(
        rf"{_LEAD}(?:{_UNDER},? (?:it|there) {_SHOULD}"
        rf"|(?:change )?(?:the|his|her|their) (?:second|lower|bottom) line"
        rf"(?: of the (?:lower[ -]third|name ?tag))? (?:{_SHOULD}|to)) (?P<job><:text>){_TAIL}"
    ),
    FLAGS,
)
_SPACES = Regex(r" +(?=[ ,.;:!?'’])|\A +")
_ALIKE = 0.75
_LEAST = 3


def spelt_right(message: str, there: There) -> str:
    """The message as the order to write the text as it is to be; itself where it is no such message."""
    if HAN.search(message) or not any(there.texts):
        return message
    values = Values()
    text = _SPACES.sub("", take_quotes(whole_characters(message), values))
    if found := _JOB.fullmatch(text) or _LINE.fullmatch(text):
        return _job(found, values, there) or message
    for kind in _BOTH:
        if found := kind.fullmatch(text):
            wrong, right = (_quoted(found[one], values) for one in ("wrong", "right"))
            return _in_one_text(wrong, right, there.texts) or message
    for kind in _ALONE:
        if found := kind.fullmatch(text):
            return _written_like(_quoted(found["right"], values), there.texts) or message
    return message


def _quoted(told: str, values: Values) -> str:
    return str(values.items[marks(told)[0]])


def _in_one_text(wrong: str, right: str, texts: Sequence[str]) -> str | None:
    if len(wrong) < _LEAST or any(right in one for one in texts if wrong not in one):
        return None
    if sum(len(re.findall(rf"\b{re.escape(wrong)}\b", one)) for one in texts) != 1:
        return None
    if " " in right and " " not in wrong:
        whole = next(one for one in texts if re.search(rf"\b{re.escape(wrong)}\b", one))
        return _written_like(right, [whole]) if len(whole.split()) == len(right.split()) else None
    return rewritten(wrong, right, texts)


def _written_like(right: str, texts: Sequence[str]) -> str | None:
    """The order for the one text, or the one word of a text, that is like it."""
    words = [one for text in texts for one in re.findall(r"[\w'-]+", text)]
    known = [one for one in (texts if " " in right.strip() else [*words, *texts]) if one]
    close = {
        one for one in known if SequenceMatcher(None, one.lower(), right.lower()).ratio() >= _ALIKE
    }
    return rewritten(close.pop(), right, texts) if len(close) == 1 and right not in known else None


def _job(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Tom is a baker now, so it should say 'Baker' under his name"."""
    named = [
        text for text, role in zip(there.texts, there.roles, strict=True) if role == "lower-third"
    ]
    job, told = _quoted(found["job"], values), found.groupdict()
    if len(named) != 1 or '"' in job:
        return None
    if (who := told.get("who")) and who.lower() not in ("he", "she", named[0].split()[0].lower()):
        return None
    reason = f"{told.get('what') or job} {told.get('more') or ''}".lower()
    return f'change the job under his name to "{job}"' if job.lower() in reason else None
