"""English orders on a fade that is there, told as fades of what fades: "the music's fade-out should last
twice as long" is "fade the music out over 4 seconds"."""

from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import FLAGS, HAN
from mock_server.agent.wording.named_by_draft import There

_MAIN = r"clip|video|picture|image|film"
_NAMED = rf"(?:background )?music|song|track|{_MAIN}|title|logo|caption|voice-?over"
_ROLES = {"music": "music", "song": "music", "track": "music", "logo": "overlay"}
_WAY = (
    r"(?:fade[ -]?(?P<way>in|out)|fade at (?:the )?(?:very )?(?P<edge>start|beginning|end)"
    r"|fade (?P<black>to|from) black)"
)
_ALSO = r"(?:(?: and (?:the |its )?fade[ -]?(?P<also>in|out))?)"
_FADE = (
    rf"(?:(?:the |my )?(?P<whose>{_NAMED})['’]s {_WAY}{_ALSO}|(?:the )?{_WAY.replace('?P<', '?P<o')}"
    rf"{_ALSO.replace('?P<', '?P<o')}(?: (?:of|on) (?:the |my )?(?P<of>{_NAMED}))?)"
)
_AS_NOW = r"(?: (?:as|than) (?:it is|they are)(?: now)?| as now)?"
_LONG = (
    rf"(?:(?P<n>{NUMBER}) ?(?:seconds?|secs?|s)\b(?: long)?(?: (?:instead of|rather than|not) [a-z0-9.]+"
    rf"(?: seconds?)?)?|(?P<k>twice|double|half|three times|triple)(?: as long| the length){_AS_NOW})"
)
_SHOULD = (
    r"(?:should|must|has to|have to|needs? to|ought to)(?: both| each)? (?:last|be|take|go on for)"
)
_OTHER = (
    rf"(?:,? and (?:the |my )?(?P<other>{_NAMED})['’]s(?: to)? (?P<m>{NUMBER})"
    r"(?: ?(?:seconds?|secs?|s)\b)?)?"
)
_END = r"(?= ?(?:[,;!]|\.?\s*\Z|\. |and\b|but\b))"
_ORDER = Regex(
    rf"(?:\b(?P<verb>make|set|change|let|have|lengthen|shorten|extend|increase|reduce|stretch|cut) {_FADE}"
    rf"(?: (?:to|last|be|take))? {_LONG}{_OTHER}"
    rf"|{_FADE.replace('?P<', '?P<s')} {_SHOULD} {_LONG.replace('?P<', '?P<s')}"
    rf"{_OTHER.replace('?P<', '?P<s')}"
    rf"|\b(?P<by>halve|double|triple) {_FADE.replace('?P<', '?P<b')}){_END}",
    FLAGS,
)
_STAYS = Regex(
    rf"(?:,|;| and| but)+ (?:the |my )?(?P<whose>{_NAMED})['’]s(?: fade[ -]?(?:in|out))? (?:stays?|remains?"
    rf"|(?:can|should) stay)(?: at (?P<n>{NUMBER})(?: seconds?)?| as (?:it is|is))?(?=[ .!]*\Z)",
    FLAGS,
)
_TIMES = {"twice": 2.0, "double": 2.0, "half": 0.5, "halve": 0.5, "three times": 3.0, "triple": 3.0}
_GROWS, _SHRINKS = ("lengthen", "extend", "increase", "stretch"), ("shorten", "reduce", "cut")
_MOST = 30


def fades_told(message: str, there: There) -> str:
    """The message with such orders told plainly; itself where one of them is not certain."""
    if HAN.search(message) or not there.fades:
        return message
    lengths = dict(zip(there.fades, there.fade_lengths, strict=True))
    told = [_plainly(found, lengths, there) for found in _ORDER.finditer(message)]
    if not told or not all(told):
        return message
    stays = _STAYS.search(message)
    if stays and stays["n"] and float(number(stays["n"])) not in there.fade_lengths:
        return message
    fresh = iter(told)
    return _STAYS.sub("", _ORDER.sub(lambda _: next(fresh), message))


def _plainly(found: Match[str], lengths: dict[str, float], there: There) -> str:
    """One order; empty where it is not certain."""
    named = found.groupdict()
    lead = (
        "s"
        if any(named[f"s{one}"] for one in ("way", "edge", "black", "oway", "oedge", "oblack"))
        else ""
    )
    lead = "b" if named["by"] else lead

    def told(*keys: str) -> str:
        return next(
            (str(named[f"{lead}{one}"]).lower() for one in keys if named.get(f"{lead}{one}")), ""
        )

    way = told("way", "oway") or {"end": "out", "start": "in", "beginning": "in"}.get(
        told("edge", "oedge"), ""
    )
    way = way or {"to": "out", "from": "in"}.get(told("black", "oblack"), "")
    ways = [way, *([also] if (also := told("also", "oalso")) and also != way else [])]
    what = told("whose", "of")
    role = _role(what, ways, lengths, there)
    if not role or not all(f"{role} {one}" in lengths for one in ways):
        return ""
    times = _TIMES.get(told("k") or (named["by"] or "").lower())
    orders = []
    for one in ways:
        was = lengths[f"{role} {one}"]
        long = was * times if times else float(number(told("n")))
        verb = (named["verb"] or "").lower()
        if (
            not 0 < long <= _MOST
            or (verb in _GROWS and long <= was)
            or (verb in _SHRINKS and long >= was)
        ):
            return ""
        orders.append(f"fade the {what or _noun(role)} {one} over {long:g} seconds")
    if other := told("other"):
        if (
            len(ways) > 1
            or f"{_role(other, ways, lengths, there)} {way}" not in lengths
            or other == what
        ):
            return ""
        orders.append(f"fade the {other} {way} over {float(number(told('m'))):g} seconds")
    return " and ".join(orders)


def _role(what: str, ways: list[str], lengths: dict[str, float], there: There) -> str:
    """The role of what fades, of which there has to be one."""
    main = next(
        (one.rpartition(" ")[0] for one in lengths if one.rpartition(" ")[0] in _MAIN_ROLES), ""
    )
    if what:
        noun = what.removeprefix("background ")
        if noun in _MAIN.split("|"):
            return main if len(there.clips) == 1 else ""
        role = _ROLES.get(noun, noun.replace("voice-over", "voiceover"))
        return role if [*there.roles].count(role) == 1 else ""
    roles = {one.rpartition(" ")[0] for one in lengths if one.rpartition(" ")[2] in ways}
    role = roles.pop() if len(roles) == 1 else ""
    alone = len(there.clips) == 1 if role in _MAIN_ROLES else [*there.roles].count(role) == 1
    return role if role and alone else ""


_MAIN_ROLES = ("video", "clip", "main")


def _noun(role: str) -> str:
    nouns = {"overlay": "logo", "lower-third": "lower third"}
    return "picture" if role in _MAIN_ROLES else nouns.get(role, role)
