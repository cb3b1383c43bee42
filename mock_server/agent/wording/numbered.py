"""A list of orders: its numbers and bullets become line breaks, and what announces it is left out."""

import re
from collections.abc import Iterator
from functools import cache

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, pattern

_NUMBERING = pattern(
    r"(?:\A|\n) ?(?:please |pls )?(?:do|do this|do these|do the following|the following|steps|to-?do|edits"
    r"|changes)(?: things| edits| please)? ?: ?\(?1[.)] ?|"
    r"(?:\A|[\n;。]) ?[一二三四五六七八九十]{1,2}、 ?|[①-⑳❶-❿] ?"
    r"|(?:\A|(?<=[,;。 \n]))[1-9][.、](?=[\u4e00-\u9fff])"
    r"|(?:\A|\n) ?(?:step )?\(?[0-9]{1,3}(?:[.):](?= |[^0-9 ])|、) ?"
    r"|(?<=[.;!?。]) ?\(?[0-9]{1,2}[.)] (?=[a-z\u4e00-\u9fff])|(?:\A|\n) ?[-*•] "
    r"|(?<= )(?<! to )(?<! at )(?<! by )(?<! until )(?<! till )(?<! and )(?<!\b[0-9] - )\(?[2-9][.)]"
    r" (?=[a-z\u4e00-\u9fff])|(?<= )[2-9]、"
    r"|(?:\A|\n) ?第[一二三四五六七八九十]步[:,]? ?|(?<=[,;。]) ?第[一二三四五六七八九十]步[:,]? ?"
    r"|(?:\A|\n) ?\(?[a-h][.)] (?=[a-z])|(?<=[.;,]) ?step [0-9]{1,3}: ?|(?<= )\(?[b-h]\) (?=[a-z])"
    r"|(?:\A|(?<=[,;:。])) ?第[一二三四五六七八九十][,:] ?"
)


# Of one item of a list what counts it, `%s` is its number.
_STEP = (
    r"(?:\(?%s(?:[.:](?: |(?![0-9])) ?|[)、] ?| - (?![0-9]))|(?:step|point|步骤) ?%s ?[.:),-]* )"
)
_SERIES = (
    tuple(str(number) for number in range(1, 21)),
    tuple("abcdefgh"),
    tuple("一二三四五六七八九十"),
)
_AN_ORDER = 7  # letters, of which a Chinese character counts for three
_OPENS, _FOLLOWS = r"(?:\A|\n) ?", r"(?:[,;。.]? ?\n? ?|(?<=[^a-z0-9]))(?<![a-z0-9第])"
_IN_WORDS = Regex(
    r"(?:\A|\n) ?(?:firstly|first of all|first off|首先)(?![a-z])[,:]?"
    r"|[,;.。]? ?(?:and )?\b(?:secondly|thirdly|fourthly|lastly|and finally)\b[,:]?"
    r"|[,;。] ?(?:其次|再次|再者|最后一[步点件])[,:]?",
    re.IGNORECASE,
)
_TOLD = ("first", "ly", "finally", "首先", "其次", "再次", "再者", "最后")
_KEYCAP = Regex("[,;。]? ?[0-9]\ufe0f?\u20e3 ?")
_BULLET = Regex(r"(?:\A|\n) ?([-*+>•·▪●◦‣–—✅✔☑]\ufe0f?) ?(?=[^\n]+ \1 ?[^0-9\n])")
_PLUS = Regex(
    r"(?<=[^0-9 ]) ?\+ ?(?=[a-z\u4e00-\u9fff\ue011])|(?<=[0-9]) \+ (?=[a-z]{4}(?![a-z]*s\b))"
    r"|(?<=[^0-9 \ue000]) ?\+ ?(?=\ue010)",
    re.IGNORECASE,
)
_ANNOUNCED = pattern(
    r"\A(?:(?:hi|hey|hello|ok|okay|so|please|pls|你好|麻烦)(?: all| there| team)?[ ,!.。]+)*"
    r"(?:(?:(?:i have|i've got|there are|here are|please do|please make|do|make|can you do|could you do"
    r"|i need|i want|just|the following|these|my|some|a few|a couple of|two|three|four|five|<:number>"
    r"|more|small|quick|little|要|做|请|改|帮我|需要|有|以下|下面|这|几|两|三|四|五|[2-9]|一共|个"
    r"|件|处|点|步)[ ,]*)*"
    r"(?:things?|edits|changes|tweaks|steps|fixes|points|requests|to-? ?do(?: list)?|todos?|list|tasks"
    r"|列表|清单|任务|待办"
    r"|要求|修改(?:意见)?|操作|事情?|事项|改动|需求|步骤|如下)(?: please| for you| to do| for this"
    r"| list|如下)*"
    r"|here's what i (?:need|want|'d like)|what i (?:need|want)(?: is)?|this is what i (?:need|want)"
    r"|(?:do|make) (?:this|these|the following|it like this)) ?[:-] ?(?=[^ ])"
)


def unnumbered(text: str) -> str:
    """A message with a line for each item of a list."""
    if ":" in text or "-" in text:
        text = _ANNOUNCED.sub("", text)
    for series in _SERIES:
        text = _counted(text, series)
    bullet = _BULLET.match(text)
    if bullet:
        text = re.sub(rf"(?:\A|(?<=[^0-9])) ?{re.escape(bullet[1])} ?(?=[^0-9])", "\n", text)
    if "\u20e3" in text:
        text = _KEYCAP.sub("\n", text)
    if "+" in text and ":" not in text:
        text = _PLUS.sub(", ", text)
    said = text.lower()
    if any(word in said for word in _TOLD):
        text = _IN_WORDS.sub("\n", text)
    return _NUMBERING.sub("\n", text)


def _counted(text: str, series: tuple[str, ...]) -> str:
    """The text with a line for each step of a series, where at least two follow one another."""
    found = list(_steps(text, series))
    ends = [*(start for start, _ in found[1:]), len(text)]
    items = [text[found[i][1] : end].strip() for i, end in enumerate(ends) if found]
    labels = any(":" in text[start:end] for start, end in found)
    if len(found) < 2 or (labels and min(map(_length, items)) < _AN_ORDER):
        return text  # "1: red, 2: blue" tells of two titles
    for start, end in reversed(found):
        text = f"{text[:start]}\n{text[end:]}"
    return text


def _steps(text: str, series: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    at = 0
    for number, name in enumerate(series):
        found = _step(name, opens=not number).search(text, at)
        if found is None:
            return
        yield found.span()
        at = found.end()


@cache
def _step(name: str, *, opens: bool) -> Regex:
    before = _OPENS if opens else _FOLLOWS
    return Regex(before + _STEP.replace("%s", name), re.IGNORECASE)


def _length(item: str) -> int:
    return len(item) + 2 * len(HAN.findall(item))
