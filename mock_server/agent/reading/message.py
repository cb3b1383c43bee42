"""Turn a message into operations; what is not certain is left alone."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.clauses.corrections import halves
from mock_server.agent.clauses.leaning import is_unsettled
from mock_server.agent.clauses.twice import added_twice, of_which_sound
from mock_server.agent.reading.follow_ups import (
    AT_A_TIME,
    Before,
    brings_back,
    only_there,
    took_away,
    varied,
)
from mock_server.agent.reading.reader import Reader
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, marked_words
from mock_server.agent.wording.asides import continued, only_says_where
from mock_server.agent.wording.each_taken_away import goes_too
from mock_server.agent.wording.lengths import is_reached_otherwise, wants_a_length
from mock_server.agent.wording.looks import look_of
from mock_server.agent.wording.marking import sentences
from mock_server.agent.wording.shown import Shown
from mock_server.agent.wording.withheld import keeps_the_length

MOST = 1_000
_ABOUT_ANOTHER = Regex(r"\bnever ?mind (?:about )?(?:the|my)\b", re.IGNORECASE)
_SHIFTS = (op.Cut, op.Keep, op.Speed, op.Freeze, op.RemoveClip, op.TrimPauses)
_ONLY_A_PART = Regex(
    r"[ ,，]*(?:只要|只留)?(?:[前后]|开头|结尾|最后)[0-9一二两三四五六七八九十]+秒(?:不要)?了?[ 。.!！吧]*"
)
# "Trim to 3 seconds", "太长了，剪到3秒".
_CUT_TO = Regex(
    r"(?P<lead>\W*(?:(?:it's |a bit |way )*too long,? (?:so )?)?(?:please |just )?(?:cut|trim|shorten))"
    r"(?P<rest>(?: down)? to (?P<length>[0-9]{1,4}(?:\.[0-9]+)?) ?(?:s|sec\w*)(?: please)?\W*)"
    r"|(?P<lead_zh>[ ,，]*(?:[^,，。]{0,3}[太过]长了?[点些吧]*[,，。])?)"
    r"(?P<rest_zh>[剪截裁缩]短?[到成为至](?P<length_zh>[0-9]{1,4}(?:\.[0-9]+)?)秒钟?"
    r"(?:就行|就好|吧)?[ 。.!！]*)",
    re.IGNORECASE,
)
_BARE_LENGTH = Regex(
    r"\W*(?:over |make (?:it|that) )?(?:[\d.]+|a|one|two|three|half a) ?(?:s|secs?|seconds?)[ .!]*",
    re.I,
)
# "Only b.mp4" behind "mute it".
_ONLY_A_FILE = Regex(
    r"\W*(?:(?:on second thoughts?|or rather|[a-z]+)[ ,]+){0,3}?(?:only|just) (?:for |in )?"
    r"[\w-]+\.[a-z]\w{2,3}(?: please| though| i mean)*\W*",
    re.IGNORECASE,
)
_WORDS = Regex("[a-zA-Z\u4e00-\u9fff]")


def read(
    message: str,
    names: Sequence[str] = (),
    it: str = "video",
    *,
    first: bool = True,
    shown: Sequence[Shown] = (),
    timed: bool = True,
    before: Before | None = None,
) -> Reading:
    """The reading of a message.

    `names` are the uploads that it may mention without quotes; `it` is what a pronoun means first: the
    role of a layer, or `video`. `first`: nothing was edited before. `shown` are the layers, by which a
    message of one order may tell a time (`timed`); `before` is the message that this one may vary.
    """
    if it in op.TEXTS and not first:
        message = _of_that_text(message, [one for one in shown if one.role == it])
    message = goes_too(message, before.message) if before else message
    found, values = sentences(message, tuple(names), shown, timed=timed)
    said = found if any(map(_WORDS.search, found)) else [message]
    reading = Reading("zh" if any(map(HAN.search, said)) else "en")
    sounds = bool(shown) and all(one.role in ("music", "voiceover", "sound") for one in shown)
    reader = Reader(values, reading, it, first=first, heard=first and it == "video" and sounds)
    bare = not first and it == "video" and len(found) == 1 and not only_there(message)
    if bare and only_says_where(found[0], values):
        reading.misunderstood.append(marked_words(found[0], values))  # the last edit, or all of it?
        return reading
    for text in continued(found[:MOST]):
        for half in halves(text):
            reader.take(half)
    for twice in added_twice(reading.operations, message, shown):
        reading.misunderstood.append(reading.understood.pop(twice).words)
    told = [(one.operation, one.words) for one in reading.understood]
    for unnamed in of_which_sound(told, message, shown):
        reading.misunderstood.append(reading.understood.pop(unnamed).words)
    orders = [one for one in reading.operations if not isinstance(one, op.Answer)]
    if is_unsettled(orders, [*reading.misunderstood, *_said_behind(reading.understood)]):
        return Reading(reading.language, [], [message[:200]])  # what was ordered just now?
    if any(isinstance(one, _SHIFTS) for one in orders) and keeps_the_length(found):
        return Reading(reading.language, [], [message[:200]])
    if _is_reached_otherwise(reading) or _adds_a_look(orders):
        return Reading(reading.language, [], [message[:200]])
    if values.by_layers and not (len(orders) == 1 and isinstance(orders[0], AT_A_TIME)):
        return read(message, names, it, first=first, shown=shown, timed=False)
    long = len(orders) == 1 and isinstance(orders[0], op.Change) and _BARE_LENGTH.fullmatch(message)
    faded = bool(long and before and "fade" in before.message.lower())
    varies = not orders or only_there(message) or faded or bool(_ONLY_A_FILE.fullmatch(message))
    if before and varies and (other := read_varied(before, message, names, it)) is not None:
        return other
    if before and only_there(message) and len(orders) == 1 and isinstance(orders[0], op.Keep):
        return Reading(
            reading.language, [], [message[:200]]
        )  # "no, just the second clip": the edit?
    if before and _ONLY_A_PART.fullmatch(message) and _of_all(before, names):
        return Reading(reading.language, [], [message[:200]])  # of the video, or of what was done?
    if orders:
        reading.misunderstood += reader.doubted  # not done, beside what is
    if found and not (reading.understood or reading.misunderstood):
        reading.understood.append(Understood(op.Answer("greeting"), ""))
    if len(found) > MOST:
        reading.misunderstood.append(f"… ({len(found) - MOST})")
    return reading


def _of_that_text(message: str, texts: Sequence[Shown]) -> str:
    """A message about a length that one of the texts can be cut to, said of the one that is meant last."""
    cut = _CUT_TO.fullmatch(message)
    longest = max((one.end - one.start for one in texts), default=0)
    if not cut or float(cut["length"] or cut["length_zh"]) * 1_000 >= longest:
        return message
    return (
        f"{cut['lead']} it{cut['rest']}" if cut["lead"] else f"{cut['lead_zh']}把它{cut['rest_zh']}"
    )


def _adds_a_look(orders: Sequence[op.Operation]) -> bool:
    """Whether a colour or a font of captions became a text of its own: "caption it, "white" text"."""
    heard = any(isinstance(one, op.HeardCaptions) for one in orders)
    return heard and any(
        isinstance(one, op.AddLayer) and look_of(str(one.values.get("text"))) for one in orders
    )


def _is_reached_otherwise(reading: Reading) -> bool:
    """Whether the end was cut off for a wanted length, where another clause says how to reach it."""
    for one in reading.understood:
        if isinstance(one.operation, op.Keep) and wants_a_length(one.words):
            beside = [each.words for each in reading.understood if each is not one]
            return any(map(is_reached_otherwise, [*beside, *reading.misunderstood]))
    return False


def _of_all(before: Before, names: Sequence[str]) -> bool:
    """Whether the message before did something to the whole picture, or its sound."""
    found = read(before.message, names, before.it).operations if before.message else []
    spans = [one.range for one in found if isinstance(one, op.Picture | op.Speed | op.Reverse)]
    spans += [span for one in found if isinstance(one, op.Level) for span in one.ranges]
    return len(found) == 1 and spans == [op.WHOLE]


def _said_behind(understood: Sequence[Understood]) -> list[str]:
    """What is said behind the first order that is none: "add a title 'A', nah, never mind"."""
    none = [isinstance(one.operation, op.Answer) for one in understood]
    first = none.index(False) if False in none else len(none)
    said = [
        one.words for one, ignored in zip(understood[first:], none[first:], strict=True) if ignored
    ]
    return [words for words in said if not _ABOUT_ANOTHER.search(words)]


def read_varied(before: Before, message: str, names: Sequence[str], it: str) -> Reading | None:
    """What a message asks for that only varies the one before it; None when it does not."""
    if brings_back(message) and took_away(
        read(before.message, names, before.it).operations, message
    ):
        return Reading("en", [Understood(op.Undo(), message)])
    found, values = sentences(f"{before.message}\n{message}", tuple(names))
    other = varied(found[0], found[1], values) if len(found) == 2 and before.message else None
    if other is None:
        return None
    reading = Reading("zh" if HAN.search(message) else "en")
    Reader(values, reading, before.it if other.undoes else it).take(other.text)
    fits = reading.understood and all(isinstance(one, other.kinds) for one in reading.operations)
    if (
        reading.misunderstood
        or not fits
        or any(isinstance(one, op.Answer) for one in reading.operations)
    ):
        return None
    if other.undoes:
        reading.understood.insert(0, Understood(op.Undo(), message))
    return reading
