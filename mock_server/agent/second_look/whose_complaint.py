"""What "it" is behind a complaint, and is not touched: "the music is fine, the clip is too loud, turn it
down", and the music is; where it goes to: "the caption is too late, move it to 4"."""

import re
from collections.abc import Iterator

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.timeline.tracks import Segment, end_of

_OWN = (
    r"clips?|videos?|footage|(?:original|own) (?:sound|audio)|sound|audio|voice|speech|speaker|recording"
    r"|narrator|interview|talk"
)
_LAYER = r"titles?|captions?|subtitles?|logo|watermark|music|song|lower[- ]third|voice-?over"
_SUBJECT = (
    rf"(?:the|my|his|her|their|our) (?:(?P<own>{_OWN})|(?P<layer>{_LAYER}))"
    r"(?: (?:itself|of the (?:clip|video)))?"
)
_BADLY = (
    r"(?:(?:is|are|was|sounds?|seems?|gets?|feels?|comes?|looks?)\b(?! (?:fine|good|ok|okay|great"
    r"|perfect|nice"
    r"|lovely|right|done|ready|finished))|isn['’]t|doesn['’]t"
    r"|drowns?|covers?|overpowers?|swallows?|hides?)\b"
    r"(?![^,;.]*\b(?:without|with)\b)"
)
_DEED = (
    r"(?:(?:so|and|please|then|just|therefore|could you|can you|but)[, ]+)*(?:turn|bring|take|mute"
    r"|silence|lower"
    r"|raise|make|move|cut|remove|delete|drop|lose|get rid of|shorten|fade|dial|boost|put|shift"
    r"|push|pull|tone"
    r"|reduce|increase)\b[^,;.]{0,60}?\b(?:it|that)\b"
)
_SO = r"(?:(?!\b(?:and|but|while) (?:the|my)\b)[^,;.]){0,80}"
_THEN_IT = Regex(rf"\b{_SUBJECT} {_BADLY}{_SO}(?:[,;:.–-]+ ?| and | so ){_DEED}", re.IGNORECASE)
_IT_SINCE = Regex(
    rf"\A\W*{_DEED}[^,;.]*(?:[,;:.–-]+ ?| )(?:(?:because|since|as"
    rf"|cause) )?{_SUBJECT} {_BADLY}",
    re.IGNORECASE,
)
_FILE = Regex(
    rf"(?<![\w-])(?P<file>[\w-]{{1,60}}\.[a-z][a-z0-9]{{2,3}}) {_BADLY}[^,;.]{{0,80}}"
    rf"(?:[,;:.–-]{{1,3}} ?| and | so ){_DEED}",
    re.IGNORECASE,
)


_DROWNS = words(r"\b(?:drowns?|covers?|overpowers?|swallows?|hides?)\b")
_UP = words(r"\b(?:up|louder|raise|boost|increase)\b")
_FAINT = words(
    r"\b(?:hard to (?:hear|understand|follow)|too (?:quiet|soft|faint)|inaudible|barely|hardly|drowned)\b"
)
_DOWN = words(r"\b(?:down|lower|quieter|softer|mute|remove|reduce)\b")


def complains_of_the_picture(plain: str) -> bool:
    """Whether "it" is the video, or its sound, by what is said of these before."""
    found = [one for one in _THEN_IT.finditer(plain) if one["own"]]
    return any(not _means_what_drowns_it(one[0]) for one in found)


def _means_what_drowns_it(told: str) -> bool:
    """ "My voice is too quiet next to the music, turn it down"."""
    if _DROWNS.search(told) and _UP.search(told):
        return True
    return bool(_FAINT.search(told) and _DOWN.search(told))


def _does_it_to_another(plain: str, edit: Edit) -> bool:
    """ "My voice drowns the music, turn it down", and the music is lower."""
    for found in (*_THEN_IT.finditer(plain), *_IT_SINCE.finditer(plain)):
        if _of_video(edit) or _means_what_drowns_it(found[0]):
            continue
        changed = {str(was.get("role")) for was, _ in edit.layers if was}
        if found["own"] and changed - {"voiceover"}:
            return True
        meant = {
            role for role, said in LAYERS.items() if found["layer"] and said.search(found["layer"])
        }
        if meant and changed and not changed & meant:
            return True
    return False


def _of_video(edit: Edit) -> bool:
    return edit.before[0] != edit.after[0]


def does_it_to_another_file(message: str, edit: Edit) -> bool:
    """ "The music is fine, b.mp4 is too loud, mute it", and the music is mute."""
    for found in _FILE.finditer(message):
        names = [_names(was) for was, now in edit.layers if was]
        same = len(edit.before[0]) == len(edit.after[0])
        if _of_video(edit):
            names += [
                _names(was)
                for was, now in (edit.clips if same else [(one, {}) for one in edit.before[0]])
                if was != now
            ]
        if names and not any(found["file"].lower() in one for one in names):
            return True
    return False


def _names(one: Segment) -> set[str]:
    return {str(one.get(key, "")).lower() for key in ("src", "name")}


_GOES_TO = Regex(
    rf"\b(?:move|shift|put|bring|push|pull) (?:it|that|the (?:title|caption|logo|subtitle|music|song))"
    rf" to (?:second )?(?P<n>{NUMBER})(?: ?(?:s|secs?|seconds?))?(?=[ .!]*\Z|[,;])",
    re.IGNORECASE,
)
_BY = words(r"\b(?:by|ends?|earlier|later|sooner|forward|back)\b")


def _goes_elsewhere(plain: str, edit: Edit) -> bool:
    """ "The caption is too late, move it to 4", and it comes four seconds sooner."""
    told = [1_000 * float(number(one["n"])) for one in _GOES_TO.finditer(plain)]
    if not told or _BY.search(plain) or edit.before[0] != edit.after[0]:
        return False
    moved = [now for was, now in edit.altered if differs(was, now, "s")]
    return bool(moved) and not any(one["s"] in told for one in moved)


_LASTS = Regex(
    rf"\b(?:later|earlier|sooner|up|in|on),? and (?:then )?last (?:for )?(?P<n>{NUMBER}) (?:s"
    rf"|secs?|seconds?)\b",
    re.IGNORECASE,
)


def _is_at_the_end_for_it(plain: str, edit: Edit) -> bool:
    """ "The title should come two seconds later and last four seconds", and it comes in the last four."""
    told = {1_000 * float(number(one["n"])) for one in _LASTS.finditer(plain)}
    return any(
        now["d"] not in told or (end_of(now) == edit.ends[1] != end_of(was))
        for was, now in edit.altered
        if told and differs(was, now, "s", "d")
    )


_AND_A_HALF = Regex(
    r"\b(?:one|two|three|four|[1-4]) and a half (?:times )?(?:the )?(?:normal )?speed\b", re.I
)
_HALF = 0.5


def _runs_at_half_of_it(plain: str, edit: Edit) -> bool:
    """ "Make it one and a half speed", and it runs at half."""
    slow = any(one.get("speed") == _HALF for one in edit.after[0])
    return slow and edit.has_another("speed") and bool(_AND_A_HALF.search(plain))


_OFF = Regex(
    r"\b(?:keep|leave) [^,;.]*?\b(?:off|out|away)\b(?: of| from| for| in| during)*(?: "
    r"(?:the )?(?P<edge>first|last)"
    rf" (?:[\w.]+) (?:s|secs?|seconds?)\b| (?P<until>until|till|before) {NUMBER}| (?:from |between "
    rf"|after )*{NUMBER})",
    re.IGNORECASE,
)


def _is_there_alone(plain: str, edit: Edit) -> bool:
    """ "Keep the music off the last five seconds", and it plays in these, and nowhere else."""
    for found in _OFF.finditer(plain):
        first = found["until"] or (found["edge"] or "").lower() == "first"
        shorter = [(was, now) for was, now in edit.altered if now["d"] < was["d"]]
        if any((now["s"] == was["s"]) if first else (now["s"] > was["s"]) for was, now in shorter):
            return True
    return False


_NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def _called(plain: str, edit: Edit) -> Iterator[Segment]:
    """The layers that are called by a number, as a message names them inside a sentence."""
    for one in edit.before[1]:
        text = str(one.get("text", "")).strip()
        if text in _NUMBERS and re.search(
            rf"[a-z,] {text}\b(?! (?:of|seconds?|s|minutes?)\b)", plain
        ):
            yield one


def _counts_what_is_called_so(plain: str, edit: Edit) -> bool:
    """ "Mute everything until Two", and it is mute for two seconds."""
    if edit.before[0] == edit.after[0]:
        return False
    old, new = (
        {mark for one in side[0] for mark in (one["s"], end_of(one))}
        for side in (edit.before, edit.after)
    )
    marks = new - old
    if not marks:
        return False
    return any(
        not marks & {one["s"], end_of(one)} and one in edit.after[1] for one in _called(plain, edit)
    ) or any(one not in edit.after[1] for one in _called(plain, edit) if marks)


_SO_MANY = Regex(
    r"\b(?P<n>one|two|three|four) of (?:the|my|those) (?:titles|captions|texts) (?:can|should|must"
    r"|may|have to)"
    r" (?:go|be (?:removed|deleted))\b",
    re.IGNORECASE,
)


def _takes_more_of_them(plain: str, edit: Edit) -> bool:
    """ "Two of the titles can go, One and Three", and all three are gone."""
    told = _SO_MANY.search(plain)
    gone = [was for was, now in edit.layers if not now]
    return told is not None and len(gone) != int(number(told["n"]))


CHECKS = (
    _counts_what_is_called_so, _does_it_to_another, _goes_elsewhere, _is_at_the_end_for_it, _is_there_alone,
    _runs_at_half_of_it, _takes_more_of_them,
)  # fmt: skip
