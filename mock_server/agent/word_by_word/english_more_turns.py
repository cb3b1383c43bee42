"""English turns of phrase that say more plainly what they say: how long the video is to be and where it is
to be cut for that, shares of it, what holds of both that are named, what alone is to be left."""

import re
from fractions import Fraction
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import FLAGS, marked
from mock_server.agent.word_by_word.english_kept import only_those_kept

_VIDEO = r"(?:the |my |our |this )?(?:whole |entire |final |finished )?(?:video|film|footage|edit)"
_IT = rf"(?:it|this|that|{_VIDEO}|the (?:whole )?thing)"
_LONG = (
    rf"(?:exactly |only |just )?(?P<n>{NUMBER}) ?(?:seconds?|secs?|s)\b(?: long)?"
    r"(?: in total| overall)?"
)
_REST = (
    r"(?:it|(?:the|any|all the) (?:rest|surplus|excess|remainder|remaining (?:bit|part)|extra)"
    r"|what's left|what(?:ever)?(?:'s| is) (?:too much|left over|over)|anything over)"
)
_EDGE = r"(?:the )?(?:very )?(?P<edge>end|back|start|beginning|front)"
_CUT = (
    r"(?:cut(?:ting)?|trim(?:ming)?|chop(?:ping)?|tak(?:e|ing)|remov(?:e|ing)|los(?:e|ing)"
    r"|shorten(?:ing)?)"
)
_SECONDS = r"(?:seconds?|secs?|s)\b"
_SO_LONG = Regex(
    rf"\W*(?:(?:ok|okay|please|so|now|well|hi|hey)\b[ ,.]*)*"
    rf"(?:(?:i|we)(?:'d like| would like| want| need) {_IT}(?: to (?:be|last|run|come out at))?"
    rf"|{_IT} (?:(?:needs to|has to|must|should|ought to|is supposed to) (?:be|last|run(?: for)?"
    r"|come out at|end up(?: at| being)?|come to))"
    r"|(?:the )?total (?:length|duration|running time)(?: (?:should|must|has to|needs to) be| of|:)?"
    rf"|{_IT} (?:(?:may|can|must|should) only (?:be|last|run(?: for)?)|only (?:needs|has) to (?:be|last)"
    r"|mustn't be (?:longer|more) than)|(?:i|we) only (?:want|need)"
    rf"|(?:cut|trim|shorten|get|bring|make|keep) {_IT}(?: down)?(?: to)?"
    rf"|(?=[^,.;]* {_SECONDS} (?:is|are) all\b))(?:(?<!\S)| ){_LONG}"
    r"(?:(?: is| are) all (?:that )?(?:i|we) (?:want|need|have|can use)(?: to keep)?)?"
    r"(?: please| for (?:instagram|tik ?tok|youtube|linkedin|facebook))*"
    r"(?: ?[,.;:–-]+ ?| (?=by\b))(?:(?:and|so|just|please|by|simply|then)\b,? ?)*"
    rf"(?P<how>{_CUT} (?:{_REST} )?(?:off |away |out )?(?:of |from |at )?{_EDGE}(?: off| away)?"
    rf"|{_CUT} (?:the same (?:amount|bit)|equally|as much) (?:off|from|at) (?P<both>both|each|either)"
    r" (?:ends?|sides?)"
    r"|(?P<fast>speed(?:ing)? (?:it|that|everything)? ?up|play(?:ing)? it faster)"
    r"(?:,? ?(?:but |and )?(?:please )?(?:don't|do not|rather than|instead of|without|not|no)"
    r" (?:cut(?:ting)?|trim(?:ming)?)(?: (?:it|anything|anything out))?)?)"
    r"(?: please)?[ .!]*",
    re.IGNORECASE,
)


_IF_LONGER = Regex(
    rf"\W*(?:if|in case) {_IT}(?:'s| is)(?: any)? (?:longer|more) than (?P<n>{NUMBER}) ?{_SECONDS},? "
    rf"(?:then |please )*(?:{_CUT} (?:it |the rest |the surplus )?(?:off )?(?:at |from )?{_EDGE}(?: off)?"
    rf"(?: of it)?|{_CUT} it)(?: (?:to get it |so (?:that )?it(?:'s| is) |down )?(?:down )?(?:to )?"
    rf"(?:exactly )?(?P<to>that|{NUMBER})(?: ?{_SECONDS})?)?"
    rf"(?: (?:at|from) {_EDGE.replace('?P<edge>', '?P<also>')})?[ .!]*",
    re.IGNORECASE,
)
_EACH_END = Regex(
    rf"\W*(?:{_IT}|the total(?: length)?) (?:should|must|has to|needs to) (?:be|last|run(?: for)?) {_LONG}"
    rf"[ ,.;:–-]+(?:so )?{_CUT} (?P<m>{NUMBER})(?: ?{_SECONDS})? (?:off|from|at) (?:each|both|either)"
    r" (?:ends?|sides?)[ .!]*",
    re.IGNORECASE,
)


_NAMED = Regex(r"\b(?:video|film|footage|edit|total|whole)\b", re.IGNORECASE)


_CUTS = Regex(r"\W*(?:(?:please|ok|okay|now)\b[ ,.]*)*(?:cut|trim|shorten)\b", re.IGNORECASE)


def _if_longer(text: str, seconds: float) -> str:
    """ "If it's longer than 50 seconds, trim the end to get it to that"; "it should be 40, take 10 off each
    end"."""
    if (found := _IF_LONGER.fullmatch(text)) and (
        edge := (found["edge"] or found["also"] or "").lower()
    ):
        long, to = float(number(found["n"])), found["to"] or "that"
        if to.lower() not in ("that",) and float(number(to)) != long:
            return text
        side = "end" if edge in ("end", "back") else "start"
        return f"cut at the {side} so the video is {long:g} seconds" if long < seconds else text
    if found := _EACH_END.fullmatch(text):
        long, each = float(number(found["n"])), float(number(found["m"]))
        if abs(long + 2 * each - seconds) < 0.0005:
            return f"cut the first {each:g} seconds and the last {each:g} seconds"
    return text


def _so_long(text: str, seconds: float, *, follows: bool) -> str:
    """ "It has to be 40 seconds. Cut the rest off the front." """
    if not follows and (plain := _if_longer(text, seconds)) != text:
        return plain
    found = _SO_LONG.fullmatch(text)
    long = float(number(found["n"])) if found else 0.0
    if found is None or not 0 < long < seconds:
        return text
    if follows and not _NAMED.search(text):
        return text  # that long, or what was just added?
    if found["fast"] and _CUTS.match(text):
        return text  # by that, or beside it?
    if found["fast"]:
        return f"speed up so the video is {long:g} seconds"
    if found["both"]:
        each = (seconds - long) / 2
        return f"cut the first {each:g} seconds and the last {each:g} seconds"
    edge = "end" if found["edge"].lower() in ("end", "back") else "start"
    return f"cut at the {edge} so the video is {long:g} seconds"


_NTHS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_SHARE = (
    r"(?:(?P<k>an?|one|two|three|four) )?(?P<nth>half|thirds?|quarters?|fifths?|sixths?|tenths?)"
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_OF_VIDEO = rf"(?: (?:of|through|into|in(?:to)?) (?:{_VIDEO}|it))"
_HALF = r"(?:half ?-?way|mid-?point|midway)"
_HALFWAY = Regex(
    rf"\b(?:exactly |right )?(?:(?:(?P<when>at|after|until|till|from|past) )?(?:exactly )?(?:the )?{_HALF}"
    rf"(?:(?: (?:point|mark))(?:{_OF_VIDEO})?|{_OF_VIDEO}| through)"
    rf"|(?P<bare>after|until|till|from|past) (?:the )?{_HALF})"
    r"(?! ?(?:between|back|to|down|up|across|off|out|through|into|of|in|there|around|left|right|over)\b)",
    re.IGNORECASE,
)
_DONE_THEN = Regex(
    r"\b(?:stops?|ends?|insert|add|show|freeze|hold|cut|remove|delete|keep|play|mute|start|vanish|disappears?"
    r"|zoom|blur|until|till|from)\b",
    re.IGNORECASE,
)
_AT_A_SHARE = Regex(
    rf"\b(?P<when>at|after|until|till|from|past) (?:the )?{_SHARE}(?: (?:point|mark))?{_OF_VIDEO}",
    re.IGNORECASE,
)
_HALF_THE_VIDEO = Regex(rf"\b(?P<when>after|until|till) half {_VIDEO}", re.IGNORECASE)
_OFF_AN_EDGE = Regex(
    rf"\b(?:cut|trim|chop|lop|shave|knock|slice|take|snip) (?:off )?{_SHARE}(?:{_OF_VIDEO})? (?:off(?: of)?"
    rf"|from|away from|at) (?:the |its )?(?:very )?(?P<edge>end|back|start|beginning|front)",
    re.IGNORECASE,
)


def share_of(found: Match[str]) -> Fraction:
    """The share that is told: "two thirds"."""
    count = _COUNTS[(found["k"] or "a").lower()]
    return Fraction(count, _NTHS[found["nth"].lower().rstrip("s")])


def _shares_as_times(text: str, seconds: float) -> str:
    """Shares of the video as times of it."""

    def at(found: Match[str]) -> str:
        share = share_of(found) if "nth" in found.groupdict() else Fraction(1, 2)
        when = found["when"] or found.groupdict().get("bare") or "at"
        return f"{when.lower()} {float(share) * seconds:g} seconds"

    def off(found: Match[str]) -> str:
        edge = "end" if found["edge"].lower() in ("end", "back") else "start"
        return f"cut {float(share_of(found)) * seconds:g} seconds off the {edge}"

    text = _AT_A_SHARE.sub(at, text)
    text = _HALFWAY.sub(at, text) if _DONE_THEN.search(text) else text
    return _OFF_AN_EDGE.sub(off, _HALF_THE_VIDEO.sub(at, text))


_BOTH = Regex(
    marked(
        r"(?P<both>(?:(?!<:text>)[^.;!])*<:text>(?:(?!<:text>)[^.;!])*<:text>(?:(?!<:text>)[^.;!])*?)"
        r"(?:[ ,–-]+(?:and )?|\band )(?:(?:both|each|all)(?: of them| one)?"
        r" (?P<how>(?:in|at|to|with|for) [^.;!,]+?|for? ?[^.;!, ]+ seconds?|[^.;!, ]+ seconds? long)"
        r"|(?P<long>(?:for )?[^.;!, ]+ seconds?(?: long)?) each)(?P<end>[ .!]*)\Z"
    ),
    FLAGS,
)
_LAYERS = r"(?:layers?|elements?|things?|stuff)"
_ADDED = (
    r"(?:(?: that)? (?:i|we)(?:'ve| have)? (?:added|put in|put on top)"
    r"| on top(?: of (?:it|the video))?)?"
)
_EXCEPT = r"(?:except|but|apart from|other than|besides|save)(?: for)?"
_GOES = (
    r"(?:can|must|should|has to|needs to|ought to|may)"
    r" (?:go(?: away)?|be (?:removed|deleted)|disappear)"
)
_ALL_GOES = Regex(
    rf"\A(?P<lead>(?:please |now )*)(?:everything|all (?:of )?(?:the |my )?{_LAYERS}){_ADDED}"
    rf"(?: {_EXCEPT} (?P<kept>[^,.;!]+?) {_GOES}|,? {_GOES},? {_EXCEPT} (?P<also>[^,.;!]+?))"
    r"(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_ALL_BUT = Regex(
    r"\A(?P<lead>(?:please |now )*)(?:remove|delete|get rid of|lose|drop) (?:everything"
    rf"|all (?:of )?(?:the |my )?(?:other )?{_LAYERS}){_ADDED} {_EXCEPT}"
    r" (?P<kept>[^,.;!]+?)(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_ALL_ELSE = Regex(
    r"\A(?P<lead>(?:please |now )*)(?:keep|leave)(?: only| just)? (?P<kept>[^,.;!]+?)(?: in)?"
    r"(?:,|;| and|, and|, but| but) ?(?:please )?(?:remove|delete|get rid of|lose|drop) "
    rf"(?:everything else|all the other {_LAYERS})(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)


_AS_LONG = Regex(
    r",? (?:and |but )?(?:(?:keep|leav)(?:e|ing|ping)? )?(?:the |their |its |both )?lengths?"
    r" (?:as (?:they are|it is)|unchanged|the same)(?=[ .!]*\Z)"
    r"|,? (?:and |but )?keep(?:ing)? (?:the|their|its) lengths?(?=[ .!]*\Z)",
    re.IGNORECASE,
)


def _all_but(found: Match[str]) -> str:
    kept = found.groupdict().get("also") or found["kept"]
    return f"{found['lead']}remove everything except {kept}{found['end']}"


def _of_both(found: Match[str]) -> str:
    how = found["how"] or found["long"]
    how = how if re.match(r"(?:in|at|to|with|for)\b", how, re.IGNORECASE) else f"for {how}"
    return f"{found['both']}, the former {how} and the latter {how}{found['end']}"


def said_more_plainly(text: str, seconds: float, *, follows: bool) -> str:
    """The text in plainer words, of a video that is so long; `follows` as for `read_word_by_word`."""
    text = only_those_kept(text)
    text = _shares_as_times(_so_long(text, seconds, follows=follows), seconds)
    for kind in (_ALL_GOES, _ALL_BUT, _ALL_ELSE):
        text = kind.sub(_all_but, text)
    return _BOTH.sub(_of_both, _AS_LONG.sub("", text))
