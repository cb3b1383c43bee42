"""English turns of everyday for what the draft holds: what goes on beside what is changed, a fade that is to
be longer, all but one clip."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.named_by_draft import There

_VIDEO = r"(?:video|clip|picture|film|footage|talk|recording)"
_GOES_ON = (
    r"(?:goes on|carries on|keeps (?:on )?(?:going|playing|running|rolling)|continues|runs on"
    r"|plays on|stays on)"
    r"(?: (?:playing|running))?(?: (?:to|until|till) the (?:very )?end| as (?:usual|before|normal|it is))?"
)
_VIDEO_GOES_ON = Regex(
    rf"[,;:–-]+ ?(?:and |but |while )?the {_VIDEO}(?: itself)? {_GOES_ON}(?=[ .!]*\Z)"
    rf"|\A(?:the {_VIDEO}(?: itself)? {_GOES_ON},?)(?: and|,| but| while)* (?=(?:the|my) (?:music"
    rf"|song|title"
    r"|caption|logo|track|voice-?over|lower third)\b)",
    re.IGNORECASE,
)
_OF_A_LAYER = Regex(
    r"\b(?:music|song|title|caption|logo|track|voice-?over|lower third|jazz|piano)\b", re.I
)
_AND_THEN = Regex(r"\b(?:then|after|once|until|freeze|hold|pause)\b", re.IGNORECASE)
_OVER = Regex(
    r"(?P<should>\b(?:should|must|has to|needs to|ought to)) be over(?= (?:at|by) [0-9a-z:.]+)",
    re.IGNORECASE,
)
_NAMED_CLIP = r"(?P<what>[\w-]+\.(?:mp4|mov|mkv|webm)|the (?:first|second|third|last) clip)"
_GO = r"(?:can|should|must|has to) (?:go|be (?:removed|deleted|cut))"
_ALL_BUT = Regex(
    r"\A(?P<lead>(?:please |ok |okay |now |so )*)(?:(?:get rid of|remove|delete|drop|lose|cut"
    r"|throw away|throw out)"
    rf" (?:everything|all(?: of it| the clips)?) (?:but|except|except for|apart from"
    rf"|other than) {_NAMED_CLIP}"
    rf"|(?:leave|keep) (?:just|only) {_NAMED_CLIP.replace('what', 'kept')}(?: in)?(?: there)?"
    rf"|everything (?:but|except|except for|apart from"
    rf"|other than) {_NAMED_CLIP.replace('what', 'spared')} {_GO})"
    r"(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)
_CROSS_FADE = r"(?:cross-?fade|dissolve|transition|dip to (?:black|white)|wipe (?:left|right))"
_COMES_IN = Regex(
    rf"(?P<fade>\b{_CROSS_FADE}) (?:at the point )?(?:where|when) {_NAMED_CLIP} (?:comes in|starts"
    rf"|begins)\b",
    re.IGNORECASE,
)
_FADING = r"(?:music|song|track|title|caption|logo|voice-?over|picture|video|clip)"
_LONGER = Regex(
    rf"\b(?:(?:give|have|make) (?:the |my )?(?P<one>{_FADING}) (?:(?:have|get) )?an? (?P<bit>"
    rf"(?:slightly|bit|little) )?"
    r"(?P<way>longer|shorter) (?:fade[ -]?)(?P<inout>in|out)"
    rf"|(?:make|let) (?:the |my )?(?:(?P<two>{_FADING})['’]s (?:fade[ -]?)(?P<inout2>in|out)"
    rf"|(?:fade[ -]?)(?P<inout3>in|out)(?: (?:of|on) (?:the |my )?(?P<three>{_FADING}))?)"
    r" (?:be )?(?P<bit2>a (?:bit|little|touch|tad) |slightly )?(?P<way2>longer|shorter))(?=[ .!]*\Z"
    r"|,|;| and\b)",
    re.IGNORECASE,
)
_ROLES = {"song": "music", "track": "music", "logo": "overlay", "voice-over": "voiceover"}
_MAIN = ("video", "clip", "main")
_PICTURE = ("picture", "video", "clip")
_MORE, _LESS, _BIT_MORE, _BIT_LESS = 1.5, 0.6, 1.25, 0.8


def said_daily(message: str, there: There) -> str:
    """The message in plainer words."""
    if HAN.search(message):
        return message
    if _OF_A_LAYER.search(message) and not _AND_THEN.search(message):
        message = _VIDEO_GOES_ON.sub("", message)
    message = _OVER.sub(r"\g<should> end", message)
    message = _COMES_IN.sub(r"\g<fade> into \g<what>", message)
    if not there.roles:
        message = _ALL_BUT.sub(_kept, message)
    return _LONGER.sub(lambda found: _so_long(found, there), message)


def _kept(found: Match[str]) -> str:
    what = found["what"] or found["kept"] or found["spared"]
    return f"{found['lead']}keep only {what}{found['end']}"


def _so_long(found: Match[str], there: There) -> str:
    """ "Give the music a longer fade-out": by half of what it is."""
    way = (found["inout"] or found["inout2"] or found["inout3"]).lower()
    what = (found["one"] or found["two"] or found["three"] or "").lower()
    lengths = {
        one.rpartition(" ")[0]: seconds
        for one, seconds in zip(there.fades, there.fade_lengths, strict=True)
        if one.rpartition(" ")[2] == way
    }
    role = _ROLES.get(what, what)
    wanted = [one for one in lengths if one == role or (one in _MAIN and what in _PICTURE)]
    wanted = wanted if what else [*lengths]
    if len(wanted) != 1:
        return found[0]
    main = wanted[0] in _MAIN
    if (len(there.clips) if main else [*there.roles].count(wanted[0])) != 1:
        return found[0]
    bit = bool(found["bit"] or found["bit2"])
    more = (found["way"] or found["way2"]).lower() == "longer"
    times = (_BIT_MORE if bit else _MORE) if more else (_BIT_LESS if bit else _LESS)
    noun = what or {"overlay": "logo"}.get(wanted[0], "picture" if main else wanted[0])
    return f"fade the {noun} {way} over {round(lengths[wanted[0]] * times, 2):g} seconds"
