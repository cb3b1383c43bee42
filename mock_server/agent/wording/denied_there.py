"""What is not to be, of what the draft holds, as what is to be done: "the music shouldn't run to the end,
only to 40", "don't show the logo before 5", "I'd rather not have the title"."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.named_by_draft import There

_ROLES = {
    "title": "title", "caption": "caption", "subtitle": "caption", "logo": "overlay",
    "watermark": "overlay", "music": "music", "song": "music", "soundtrack": "music",
    "lower third": "lower-third", "name tag": "lower-third",
}  # fmt: skip
_LASTING = ("music", "overlay")
_L = rf"(?:the|this|that|my) (?P<what>{'|'.join(_ROLES)})"
_VIDEO = r"(?:the|this|my) (?:whole |entire )?(?:video|film|movie)"
_LEAD = r"\A\W*(?:(?:please|ok|okay|well|now|and|so)\b[, ]*)*"
_END = r"(?: please)?[ .!]*\Z"
_NOT = r"(?:shouldn['’]t|should not|mustn['’]t|must not|isn['’]t supposed to|is not supposed to)"
_DONT = r"(?:don['’]t|do not)"
_DONT_WANT = rf"(?:i|we) (?:{_DONT}|no longer) (?:want|need)(?: to (?:see|hear|have))?"
_S = r"(?: ?(?:seconds?|secs?|s))?"
_BUT = r",? (?:but|it should(?: only)?(?: (?:be|start|end|run|play))?|only|just)(?: rather| only| just)*"
_AT_B = rf"(?P<n>{NUMBER}){_S}"
_END_AT = r"(?:end|stop|finish|disappear|go away|vanish)"
_START_AT = r"(?:start|begin|come in|appear|show up|set in)"
_FROM_START = (
    r"(?:right away|immediately|straight away|at once|(?:right )?at the (?:very )?(?:start|beginning)"
    rf"|at {NUMBER}{_S})"
)
_SHOWN = (
    r"(?:be (?:there|visible|shown|seen|playing|on|on screen|heard|audible|needed)|play|show|appear"
    r"|run|go on|last)"
)
_WHEN = (
    rf"(?:(?:(?:in|for|during|over|on) )?the (?P<edge>first|last) (?P<long>{NUMBER}) (?:seconds?|secs?|s)"
    rf"|(?P<way>before|until|till|after|past|beyond) (?P<n>{NUMBER}){_S})"
)
_LONGER = r"(?:for )?(?:any )?(?:longer|more) than"


LAYER_NOUNS = frozenset(_ROLES)


def layer_called(noun: str, there: There) -> int | None:
    """Which of the layers is the one that is called so."""
    found = [i for i, role in enumerate(there.roles) if role == _ROLES[noun.lower()]]
    if len(found) != 1 or len(there.spans) != len(there.roles):
        return None
    if noun.lower() == "logo" and there.names and "." in there.names[found[0]]:
        return found[0] if not re.search(r"\.(?:mp4|mov|webm)\Z", there.names[found[0]]) else None
    return found[0]


def _value(text: str) -> float:
    return float(number(text))


def _ends(found: Match[str], there: There) -> str | None:
    i, n = layer_called(found["what"], there), _value(found["n"])
    if i is None or not there.spans[i][0] < n <= there.seconds:
        return None
    return f"the {found['what']} should end at {n:g} seconds"


def _starts(found: Match[str], there: There) -> str | None:
    i, n = layer_called(found["what"], there), _value(found["n"])
    if i is None or not there.spans[i][0] < n < there.seconds:
        return None
    return f"the {found['what']} should start at {n:g} seconds"


def _is_not_then(found: Match[str], there: There) -> str | None:
    i = layer_called(found["what"], there)
    if i is None:
        return None
    start, end = there.spans[i]
    if found["edge"]:
        first, long = found["edge"].lower() == "first", _value(found["long"])
        at = long if first else there.seconds - long
    else:
        first, at = found["way"].lower() in ("before", "until", "till"), _value(found["n"])
    if not start < at < end or (first and there.roles[i] not in _LASTING):
        return None
    return f"the {found['what']} should {'start' if first else 'end'} at {at:g} seconds"


def _lasts(found: Match[str], there: There) -> str | None:
    i, n = layer_called(found["what"], there), _value(found["n"])
    if i is None or there.spans[i][1] - there.spans[i][0] <= n:
        return None
    return f"the {found['what']} should last {n:g} seconds"


def _ends_later(found: Match[str], there: There) -> str | None:
    i, n = layer_called(found["what"], there), _value(found["n"])
    if i is None or there.spans[i][1] >= n:
        return None
    return _ends(found, there)


def _moves(found: Match[str], there: There) -> str | None:
    i = layer_called(found["what"], there)
    return None if i is None else f"move the {found['what']} to {_value(found['n']):g} seconds"


def _goes(found: Match[str], there: There) -> str | None:
    return None if layer_called(found["what"], there) is None else f"remove the {found['what']}"


def _on_the_other_side(found: Match[str], there: There) -> str | None:
    i, was, now = layer_called(found["what"], there), found["was"].lower(), found["now"].lower()
    place = there.places[i].split("-") if i is not None and there.places else []
    if was == now or was not in place:
        return None
    if len(place) > 1 and {was, now} not in ({"left", "right"}, {"top", "bottom"}):
        return None
    return (
        f"move the {found['what']} to the {' '.join(now if one == was else one for one in place)}"
    )


def _is_called(found: Match[str], there: There) -> str | None:
    i = layer_called(found["what"], there)
    if i is None or there.texts[i].strip() != found["was"]:
        return None
    return f'change the {found["what"]} to "{found["now"]}"'


def _is_so_short(found: Match[str], there: There) -> str | None:
    n = _value(found["n"])
    return f"cut everything after {n:g} seconds" if 0 < n < there.seconds else None


def _starts_inside(found: Match[str], there: There) -> str | None:
    n = _value(found["n"])
    return f"cut the first {n:g} seconds" if 0 < n < there.seconds and not there.roles else None


def _is_silent(found: Match[str], there: There) -> str | None:
    if not {*there.roles} <= {"title", "caption", "lower-third"}:
        return None
    return f"mute the video {found['when']}"


def _is_grey(found: Match[str], there: There) -> str | None:
    said = found.groupdict()
    if not said.get("part") and (there.roles or len(there.clips) != 1):
        return None
    return f"make {said.get('part') or 'the video'} black and white"


def _plays(found: Match[str], there: There) -> str | None:
    i = layer_called("music", there)
    if i is None or there.names[i].lower() != found["was"].lower():
        return None
    return f"replace the music with {found['now']}"


_Q = r"[\"“”'‘’]"
_SIDE = r"(?:on|at|in) the"
_SPAN = (
    rf"(?:from |between ){NUMBER} (?:to|and|until) {NUMBER}{_S}"
    rf"|(?:in|for|during|over) the (?:first|last) {NUMBER} (?:seconds?|secs?|s)"
)
_Turn = Callable[[Match[str], There], str | None]
_TURNS: tuple[tuple[str, _Turn], ...] = (
    (rf"{_L} {_NOT} {_END_AT} at {NUMBER}{_S}{_BUT} at {_AT_B}", _ends),
    (rf"{_L} {_NOT} {_START_AT} {_FROM_START}{_BUT} (?:at|from) {_AT_B}", _starts),
    (
        rf"{_L} {_NOT} {_SHOWN} (?:to|until|till|up to) the (?:very )?end(?: of the video)?{_BUT} "
        rf"(?:to|until|till|up to) {_AT_B}",
        _ends,
    ),
    (
        rf"{_L} (?:doesn['’]t|does not) belong (?:at|in) (?:{NUMBER}{_S}|the (?:very )?(?:start"
        rf"|beginning|end|middle)),? (?:it belongs|but|it should be) at {_AT_B}",
        _moves,
    ),
    (rf"{_DONT_WANT} {_L}(?: there| any ?more| any longer)? {_WHEN}", _is_not_then),
    (rf"{_DONT} (?:show|play|display|have) {_L} {_WHEN}", _is_not_then),
    (rf"{_L} (?:isn['’]t|is not) (?:needed|wanted|necessary) (?:any ?more )?{_WHEN}", _is_not_then),
    (rf"{_L} {_NOT} {_SHOWN} {_WHEN}", _is_not_then),
    (
        rf"(?:keep|leave) {_L} (?:off|out of|away from|out|away) {_WHEN}",
        _is_not_then,
    ),
    (
        rf"{_L} {_NOT} (?:stay|last|be (?:there|shown|visible|on screen)|stay (?:on|on screen|there|up))"
        rf" {_LONGER} (?P<n>{NUMBER}) (?:seconds?|secs?|s)",
        _lasts,
    ),
    (rf"{_DONT_WANT} {_L} {_LONGER} (?P<n>{NUMBER}) (?:seconds?|secs?|s)", _lasts),
    (
        rf"{_DONT} (?:show|keep|leave) {_L} (?:up |there |on )?{_LONGER} (?P<n>{NUMBER})"
        r" (?:seconds?|secs?|s)",
        _lasts,
    ),
    (rf"{_DONT} let {_L} {_END_AT} before {_AT_B}", _ends_later),
    (rf"{_L} {_NOT} {_END_AT} before {_AT_B}", _ends_later),
    (rf"(?:i|we)(?:['’]d| would) rather not have {_L}(?: in| there| in there)?", _goes),
    (rf"(?:i|we) (?:could|can) do without {_L}", _goes),
    (
        rf"(?:i|we) never (?:wanted|asked for) {_L}(?: there| in there)?,? (?:so |and )*"
        rf"(?:please )?(?:get rid of"
        r"|remove|delete|lose|drop) it",
        _goes,
    ),
    (
        rf"{_L} (?:{_NOT} (?:be|sit)|(?:doesn['’]t|does not) belong) {_SIDE} (?P<was>left|right|top"
        rf"|bottom)(?: side)?,? (?:but|it belongs|it should be) {_SIDE} (?P<now>left|right|top"
        r"|bottom)(?: side)?",
        _on_the_other_side,
    ),
    (
        rf"{_L} (?:(?:isn['’]t|is not)(?: called)?|{_NOT} (?:be|say|read)) {_Q}(?P<was>[^\"“”]+?){_Q}[,;:]?"
        rf" (?:it['’]s|it is|but|it should (?:be|say|read)) {_Q}(?P<now>[^\"“”]+?){_Q}",
        _is_called,
    ),
    (
        rf"(?:{_VIDEO} (?:{_NOT}|can['’]t|cannot) (?:be|last|run|go on|go)|{_DONT} let {_VIDEO} (?:be"
        rf"|last|run|go on|go)) (?:{_LONGER}|past|beyond|over) (?P<n>{NUMBER}) (?:seconds?|secs?|s)",
        _is_so_short,
    ),
    (
        rf"{_VIDEO} {_NOT} (?:start|begin) at (?:0|zero|the (?:very )?(?:start|beginning)){_S},? but at"
        rf" {_AT_B}",
        _starts_inside,
    ),
    (
        rf"(?:{_DONT_WANT} (?:any|the) sound|{_DONT} (?:play|have) (?:any|the) sound|there {_NOT} be any"
        rf" sound) (?P<when>{_SPAN})",
        _is_silent,
    ),
    (rf"{_DONT} show (?P<part>the (?:first|last) {NUMBER} (?:seconds?|secs?|s)) in colou?r", _is_grey),
    (rf"(?:it|{_VIDEO}) {_NOT} be in colou?r", _is_grey),
    (
        r"(?:i|we) (?:don['’]t|do not) want (?:the )?(?P<was>[a-z-]+),? (?:but|(?:i|we)(?:['’]d)? "
        r"(?:want|like|prefer))(?: some)? (?P<now>jazz|piano|lo-?fi"
        r"|upbeat|calm|rock|pop|classical|ambient|epic|happy|sad|acoustic|electronic|funky|techno"
        r"|folk)(?: music)?"
        r"(?: instead)?",
        _plays,
    ),
)  # fmt: skip
_READ = tuple((Regex(f"{_LEAD}(?:{way}){_END}", re.IGNORECASE), turn) for way, turn in _TURNS)


def denied_there(message: str, there: There) -> str:
    """The message as the plain order that it is."""
    if HAN.search(message):
        return message
    for way, turn in _READ:
        if (found := way.match(message)) and (plain := turn(found, there)):
            return plain
    return message
