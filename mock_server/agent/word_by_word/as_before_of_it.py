"""A message about what the one before put in: how much of a clip, what somebody is called, until when it is
there, or the same words once more as something else."""

import re
from collections.abc import Sequence

from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.as_before_more import other_way
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import Draft

_SO = r"(?:no|oh|wait|sorry|but|actually|please|and|oops|well|ok|okay|hm+|on second thought)"
_LEAD = rf"\W*(?:{_SO}\b[ ,.!…-]*)*"
_TAIL = r"(?:[ ,]*(?:though|please|instead|after all|thanks|that is|will do|is enough))*[ .!]*"
_FIRST = r"first [a-z0-9. -]{1,16}?(?:seconds?|secs?|s)\b"
_ITS_PART = Regex(
    rf"{_LEAD}(?:(?:only|just)(?: (?:use|take|show|insert|put in|add|play|keep))?"
    r"|(?:use|take|show|insert|put in|add|play|keep|make it|i (?:only |just )?(?:want|need)) (?:only|just))"
    rf" (?:the (?:very )?(?P<of>{_FIRST}) of (?:it|that(?: (?:clip|one|video))?|(?P<file>[^ ,;]+?))"
    rf"|its (?P<its>{_FIRST})){_TAIL}",
    re.IGNORECASE,
)
_PUT_IN = {
    "add", "make", "insert", "append", "file", "at", "bare at", "atstart", "atend", "stop", "to",
}  # fmt: skip
_BEHIND = {"add", "make", "insert", "append", "file", "atend", "stop", "to"}
_CALLED = Regex(
    rf"{_LEAD}(?:(?:his|her|their|the) (?P<what>name|job|role|job title|position) (?:is|should be|must be)"
    r"|(?:he|she|they)(?:'s|’s|'re|’re| is| are) called)(?: actually| really)?:? (?P<rest>\W?\S.*)",
    re.IGNORECASE,
)
_UNTIL_THEN = Regex(
    rf"{_LEAD}(?:keep|leave|hold|have|let) (?:it|that|this|the (?:zoom|blur))"
    rf"(?: (?:stay|there|on|up|going|in))? (?P<when>(?:until|till) [^,;]+?){_TAIL}",
    re.IGNORECASE,
)
_EXTEND = Regex(
    rf"{_LEAD}(?:can you |could you |let's )?(?:extend|lengthen|stretch(?: out)?|prolong)"
    r" (?:it|that|this|the (?:zoom|blur))(?: out)?"
    r"(?: until| till| up to| to)(?: second)? (?P<when>[0-9][0-9:.]*|[a-z]+(?:-[a-z]+)?)(?! seconds?| s\b)"
    rf"{_TAIL}",
    re.IGNORECASE,
)
_BEFORE_IT = Regex(
    rf"{_LEAD}(?:(?:put|place|move|i want|i meant?) (?:it |that )?)?(?:in front of|before|ahead of) "
    r"(?:it|(?:the )?(?:other|existing|first|main|original|old)(?: (?:clip|video|one|footage))?"
    r"|the (?:video|clip|footage))"
    r"(?:,? (?:and )?not (?:after|behind)(?: (?:it|that|the (?:other|video|clip)(?: (?:one|clip))?))?)?"
    rf"{_TAIL}",
    re.IGNORECASE,
)
_STAYS = {"text", "file", "zoom in", "blur it", "zoom", "blur"}
_SAME_WORDS = Regex(
    rf"{_LEAD}(?:(?:show|add|put|display|write|have|include)(?: me)? )?(?:the |those |these )?same"
    r" (?:words|text|sentence|line)(?: up)?(?: on (?:the )?screen)?,? (?:also )?as an? "
    r"(?P<what>captions?|subtitles?|titles?)(?: too| as well| on (?:the )?screen)?"
    r"(?:,? (?:at|for|during|over|in) (?:exactly )?the same (?:time|moment|seconds|stretch))"
    rf"(?: too| as well)?{_TAIL}",
    re.IGNORECASE,
)


def of_what_was_put_in(
    message: str, before: Sequence[Part], draft: Draft, names: tuple[str, ...]
) -> list[Part] | None:
    """The parts of the message before, as they are to be now."""
    return (
        _so_much_of_it(message, before, draft, names)
        or _called_so(message, before, draft, names)
        or _until_then(message, before, draft, names)
        or _before_the_other(message, before, draft)
        or other_way(message, before)
    )


def _so_much_of_it(
    message: str, before: Sequence[Part], draft: Draft, names: tuple[str, ...]
) -> list[Part] | None:
    """Only the first seconds of the clip that was put in."""
    found = _ITS_PART.fullmatch(message)
    files = [one for one in before if one.kind == "file"]
    if found is None or len(files) != 1 or not kinds(before) <= _PUT_IN:
        return None
    name = str(files[0].value)
    if is_picture(name) or is_sound(name) or (found["file"] or name).lower() != name.lower():
        return None
    told = parts_of(f"the {found['of'] or found['its']}", draft, names)
    if not told or [one.kind for one in told] != ["range"]:
        return None
    rest = [one for one in before if one.kind not in ("file", "stop", "make", "append", "add")]
    at_end = [] if kinds(rest) - {"insert", "to"} else [Part("atend", None, "at the end")]
    return [Part("insert", None, "insert"), told[0], Part("of", None, "of"), files[0],
        *(one for one in rest if one.kind != "insert"), *at_end]  # fmt: skip


def _called_so(
    message: str, before: Sequence[Part], draft: Draft, names: tuple[str, ...]
) -> list[Part] | None:
    """Another name, or another job, of who was introduced."""
    found = _CALLED.fullmatch(message)
    texts = [i for i, one in enumerate(before) if one.kind == "text"]
    roles = [one.value.role for one in before if isinstance(one.value, Thing)]
    if found is None or roles != ["lower-third"] or len(texts) not in (1, 2):
        return None
    if "and" in kinds(before) or sum(one.kind in ("range", "at") for one in before) > 1:
        return None
    named = found["what"] is None or found["what"].lower() == "name"
    told = [one for one in parts_of(found["rest"], draft, names) or () if one.kind != "stop"]
    if [one.kind for one in told] != ["text"] or (not named and len(texts) == 1):
        return None
    at = texts[0] if named else texts[1]
    return [*before[:at], told[0], *before[at + 1 :]]


def _until_then(
    message: str, before: Sequence[Part], draft: Draft, names: tuple[str, ...]
) -> list[Part] | None:
    """What was put in is to stay until then."""
    found, longer = _UNTIL_THEN.fullmatch(message), _EXTEND.fullmatch(message)
    spans = [i for i, one in enumerate(before) if one.kind == "range"]
    if not (found or longer) or len(spans) != 1 or not kinds(before) & _STAYS:
        return None
    if kinds(before) & {
        "and",
        "comma",
        "at",
        "from",
        "until",
        "mute",
        "cut",
        "remove",
        "factor",
    } - ({"factor"} if kinds(before) & {"zoom in", "zoom"} else set()):
        return None
    when = f"until {longer['when'].rstrip('.')}" if longer else found["when"] if found else ""
    told = parts_of(when, draft, names)
    was = before[spans[0]].value
    if not told or [one.kind for one in told] != ["until"] or not isinstance(was, Range):
        return None
    until = told[0].value
    if not isinstance(until, int) or was.end is None or until <= was.start or was.start < 0:
        return None
    if longer and not was.end < until <= round(1_000 * draft.there.seconds):
        return None  # for so long?
    span = Part("range", Range(was.start, until), told[0].words)
    return [*before[: spans[0]], span, *before[spans[0] + 1 :]]


def _before_the_other(message: str, before: Sequence[Part], draft: Draft) -> list[Part] | None:
    """The one clip that was put behind the other, before it."""
    files = [one for one in before if one.kind == "file"]
    if not _BEFORE_IT.fullmatch(message) or len(files) != 1 or len(draft.there.clips) != 1:
        return None
    if not kinds(before) <= _BEHIND or not kinds(before) & {"append", "atend"}:
        return None
    name = str(files[0].value)
    if is_picture(name) or is_sound(name):
        return None
    return [Part("insert", None, "insert"), *files, Part("atstart", None, message)]


def same_words(message: str, before: Sequence[Part]) -> list[Part] | None:
    """The words of what was said before once more, as a caption, at the same time."""
    found = _SAME_WORDS.fullmatch(message)
    texts = [one for one in before if one.kind == "text"]
    spans = [one for one in before if one.kind == "range"]
    if found is None or len(texts) != 1 or len(spans) != 1:
        return None
    role = "title" if found["what"].lower().startswith("title") else "caption"
    if any(isinstance(one.value, Thing) and one.value.role == role for one in before):
        return None
    return [Part("add", None, "add"), Part("thing", Thing(role), found["what"]), texts[0], spans[0]]
