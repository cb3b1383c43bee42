"""An order, and what is said behind it of the thing that it puts in: "append b.mp4, but muted", "insert
b.mp4 at 0:30, only its first five seconds"; with what is ruled out beside an order, or behind it."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.values.rules import Rules, with_values
from mock_server.agent.wording.plain_words import AT, SECONDS

Said = str | Callable[[Values, Match[str]], str]

_N = NUMBER
_END = r"(?=(?:,? please)?[ .!]*\Z)"
_VIDEO = r"(?:the (?:whole |entire )?(?:video|clip|film|thing)|everything|all (?:of )?it)"
_LAST = rf"(?:at|to|on) the (?:very )?end|last|(?:after|behind) {_VIDEO}"
_FIRST = rf"(?:at|to) the (?:very )?(?:start|beginning|front)|in front|first|before {_VIDEO}"
_PUT = (
    r"\A(?:please )?(?P<verb>(?:insert|put|add|place|drop in|splice in|play|append|attach|tack on|stick))"
    rf" (?P<file><:file>)(?: (?P<last>{_LAST})| (?P<first>{_FIRST})"
    rf"| (?:at|from) (?:the )?(?P<at>{AT})(?: mark)?)?"
)
_AND = (
    r"(?:[,.;]? but|,? and|,? though|,)(?: please)? (?:(?:keep|make|have|leave|play|with|show) )?"
    r"(?:(?:it|that one|that clip|this one|that|only that one) )?(?:(?:should|must|has to|needs to) be )?"
)
_HOW = (
    r"(?:(?P<muted>muted?|silent|silenced|on mute|without (?:its |the |any )?(?:own )?(?:sound|audio)"
    r"|(?:with )?"
    r"(?:its |the )?(?:sound|audio) (?:off|muted)|(?:with )?no (?:sound|audio))"
    r"|(?P<back>reversed?|backwards?|in reverse)"
    r"|(?:in )?(?P<look>black and white|sepia)"
    r"|(?:at )?(?P<speed>(?:half|double|twice|[0-9.]+x))(?: (?:the )?(?:normal )?speed| as fast)?)"
    r"(?: (?:it|that one|that clip|that))?(?: (?:too|though|please))?"
)
_FROM_IT = r"(?:its|the(?= [^.,;]{2,30} of (?:it|that)\b))"
_OF_IT = r"(?: of (?:it|that(?: one| clip)?))?"
_LOGO = (
    r"(?P<logo>(?:add |put |show )?(?:the |my )?(?:logo|watermark)(?: (?:in|at) the| at)?"
    r"(?: [a-z -]{3,16}?)?)"
)
_GIVEN_UP = (
    r"(?:scratch|forget|skip|drop|undo|leave out|never mind|cancel)(?: about)? (?:the |that )?"
)
_DEEDS = {
    "mut": "mute",
    "revers": "reverse",
    "rotat": "rotate",
    "denois": "denoise",
    "stabili": "stabili",
}


def _clip(values: Values, match: Match[str]) -> str:
    """A clip put in as it is to be played."""
    how = "muted"
    if match["back"]:
        how = "in reverse"
    elif match["look"]:
        how = f"in {match['look'].lower()}"
    elif match["speed"]:
        speed = match["speed"].lower()
        how = f"at {'double' if speed == 'twice' else speed} speed"
    return f"{_put_in(match, match['file'])} {how}" if _placed(values, match) else match[0]


def _start_of_clip(values: Values, match: Match[str]) -> str:
    return (
        _put_in(match, f"the first {match['long']} of {match['file']}")
        if _placed(values, match)
        else match[0]
    )


def _without_an_edge(values: Values, match: Match[str]) -> str:
    if not _placed(values, match):
        return match[0]
    file = match["file"]
    return f"{_put_in(match, file)}. Cut the {match['edge']} {match['long']} of {file}"


def _placed(values: Values, match: Match[str]) -> bool:
    """Whether it is said where a clip goes; to add one alone may lay it over the picture."""
    ways = match["last"] or match["first"] or match["at"]
    said = ways or match["verb"].lower() in ("append", "attach", "tack on")
    return bool(said) and is_clip(match["file"], values)


def is_clip(mark: str, values: Values) -> bool:
    """Whether a mark is that of a file with a picture that moves."""
    found = pattern("<file>").search(mark)
    name = str(values.items[index(found[1])]) if found else ""
    return bool(name) and not is_picture(name) and not is_sound(name)


def _put_in(match: Match[str], what: str) -> str:
    if match["first"]:
        return f"put {what} at the beginning"
    if match["at"]:
        at = match["at"]
        return f"insert {what} at {at if ':' in at or at[-1] == 's' else f'{at} s'}"
    return f"add {what} at the end"


def _given_up(_: Values, match: Match[str]) -> str:
    """Two orders of which the one that is named is given up."""
    deed = next(one for one in _DEEDS if match["up"].lower().startswith(one))
    first, second = match["one"], match["other"]
    named = [deed in one.lower() for one in (first, second)]
    if named == [True, False]:
        return second
    return first if named == [False, True] else match[0]


_THING = r"(?:music|song|clip|video|talk|voice|speech|picture|title|caption|logo)"
_SOUND, _FILM = ("music", "song"), ("clip", "video", "talk", "voice", "speech", "picture")
_MOVES = Regex(
    r"\b(?:cut|trim|keep|speed|slow|insert|append|all|everything|both|whole|fast(?:er)?)\b", re.I
)


def _beside_another(_: Values, match: re.Match[str]) -> str:
    """ "…, but not the clip", where what is done is done to something else."""
    do = match["do"]
    told = next(one for one in (match["n1"], match["n2"], match["n3"], match["n4"]) if one).lower()
    kind = next((kind for kind in (_SOUND, _FILM) if told in kind), (told,))
    if match["n1"] and "fade" in do.lower():
        return match[0]  # "fade out the music, not the picture", which may be the one that fades
    if _MOVES.search(do) or re.search(rf"\b(?:{'|'.join(kind)})s?\b", do, re.IGNORECASE):
        return match[0]
    return do


_RULES: Rules[Said] = Rules(
    (
        # --- a clip put in
        (rf"{_PUT}{_AND}{_HOW}{_END}", _clip),
        (
            rf"{_PUT}(?:,? but|,)? ?(?:use |play |show |take |with )?(?:only|just) (?:use |play |show "
            rf"|take )?"
            rf"{_FROM_IT} (?:very )?first (?P<long>{SECONDS}){_OF_IT}{_END}",
            _start_of_clip,
        ),
        (
            rf"{_PUT}(?:,? but|,)? ?(?:only|just) (?:for )?(?P<long>{SECONDS}) of (?:it|that){_END}",
            _start_of_clip,
        ),
        (
            rf"{_PUT}(?:,? but|,)? (?:without (?:its|the)|(?:skip|cut|drop|leave out|leaving out|skipping|"
            rf"trim|lose|minus)(?: off)? {_FROM_IT}) (?P<edge>first"
            rf"|last) (?P<long>{SECONDS}){_OF_IT}{_END}",
            _without_an_edge,
        ),
        # --- a picture as a clip
        (
            rf"\A(?:at the (?:very )?end(?: of (?:it|the video))?,? )?(?:please )?(?:show|put|add|use"
            rf"|play) "
            rf"(<:file>)(?: at the (?:very )?end)?,?(?: in)? (?:full[- ]?screen )?as (?:its own"
            rf"|an?(?: separate)?) "
            rf"(?:clip|still|shot|picture)(?: of its own)?(?: at the (?:very"
            rf" )?end)?,? for ({SECONDS}){_END}",
            r"add \1 as a clip at the end for \2",
        ),
        (
            rf"\Aat the (?:very )?(?:start|beginning)(?: of (?:it|the video))?,? (?:please )?(?:show"
            rf"|put|add|use"
            rf"|play) (<:file>),?(?: in)? (?:full[- ]?screen )?as (?:its own|an?(?: separate)?) "
            rf"(?:clip|still|shot|picture)(?: of its own)?,? for ({SECONDS}){_END}",
            r"show \1 for \2 before the video",
        ),
        # --- a picture that lies on top
        (
            r"(\b(?:lay|put|place|overlay|add|show) <:file>[^.;]{2,40}?),? (?:at |with )?(?:a )?(?:scale"
            rf"|scaled to|scaled down to)(?: of)? 0?\.([0-9]{{1,2}}){_END}",
            lambda _, match: f"{match[1]}, at {int(match[2].ljust(2, '0'))}% size",
        ),
        (
            rf"\A{_LOGO},? but (?:just )?not (?:in|for|during) the first (?P<long>{SECONDS}){_END}",
            r"\g<logo> from \g<long> to the end",
        ),
        # --- music
        (
            rf"\A(?:(?:please )?(?:add|use|play|put) )?(<:file>)((?: as (?:the )?(?:background )?music)?"
            rf"(?: (?:for|over|under|throughout) (?:the (?:whole |entire )?(?:video|film)|everything))?),? "
            rf"(?:but |and )?(?:skip|skipping|leave out|leaving out|without|cut) (?:its|the song's"
            rf"|the) (?:very "
            rf")?first ({SECONDS})(?: of (?:it|the song|the track|the music)){_END}",
            r"add \1\2, starting at \3 of the song",
        ),
        # --- how loud what is spoken is
        (
            r"\Aset (?:my|the) (?:own )?(?:voice|speech|talking) (?:to|at) 0?\.([0-9]{1,2})(?=[ .!]*\Z"
            r"|,? (?:and|but)\b)",
            lambda _, match: f"set the speech volume to {int(match[1].ljust(2, '0'))}%",
        ),
        (
            r"(\b(?:volume|mute|quieter|louder)\b[^,.;]{0,30}?),? (?:and|but) (?:let the music be"
            rf"|leave the music (?:be|alone|as it is|where it is)){_END}",
            r"\1",
        ),
        # --- what is ruled out
        (
            rf"(\b(?:from |between )?{AT} ?(?:to|-|and|until) {AT}|\bfor {SECONDS})(?:,|,? and|,? but) "
            rf"(?:no|not(?: any| a second)?) (?:longer|further|earlier or later)(?: than that)?{_END}",
            r"\1",
        ),
        (
            r"(\b(crossfade|dissolve|dip to (?:black|white)|wipe|slide)\b[^.;]{0,30}?),? (?:and |but )?"
            r"(?:no|not an?|rather than an?|instead of an?) (?!\2)(?:crossfade|cross dissolve|dissolve"
            r"|fade|wipe"
            rf"|dip to (?:black|white)|flash)(?: please)?{_END}",
            r"\1",
        ),
        (
            rf"\A((?:freeze|hold|pause)[^.;]{{3,40}}?),? but (?:just |only )?(for )(?:just |only )?"
            rf"({SECONDS})(?: only)?{_END}",
            r"\1 \2\3",
        ),
        (
            r"\A(?:please )?(?:keep|leave) (?:both|all|all of them|both of them|everything|them)"
            r"(?: (?:as they are|in|there))?,? but (?:please )?(?:just )?"
            r"(?=(?:move|put|place|shift|make|turn|change)\b)",
            "",
        ),
        (
            r"\A(?:please )?do(?:n't| not) (?:just|only|merely|simply) (?:lower|turn down|reduce|decrease"
            r"|soften) (?:the )?(?:sound|volume|audio|it)(?: down)?[,;:.] (?:but )?(?:please )?"
            rf"((?:mute|silence)(?: [a-z ]{{2,20}})?){_END}",
            r"\1",
        ),
        (
            r"\A(?:please )?do(?:n't| not) (?:just|only|merely|simply) (?:play it at |make it "
            r"|make )?((?:half|"
            r"double|triple) speed|mute it|reverse it|play it backwards|black and white"
            r"|sepia)[,;:.] (?:but )?"
            r"(mute it|reverse it|play it backwards|make it (?:black and white|sepia)|denoise it"
            rf"|stabili[sz]e it),? (?:too|as well|also){_END}",
            r"\1 and \2",
        ),
        (
            r"\A(?:please )?do(?:n't| not) stop at (half speed|double speed|black and white|sepia"
            r"|muting it)"
            r"[,;:.] (?:but )?((?:mute|reverse|play|make|denoise|stabili[sz]e)[a-z ]{2,24}?)"
            rf",? (?:too|as well|also){_END}",
            lambda _, match: f"{'mute it' if match[1][0] in 'mM' else match[1]} and {match[2]}",
        ),
        (
            r"\A(?:please )?do(?:n't| not) (?:keep|leave in|include) (the (?:first|last) "
            rf"{SECONDS})(?: of (?:it|the video))?{_END}",
            r"cut \1",
        ),
        (
            r"\A(?:everything|all(?: of it)?|the rest)(?: else)? (?:may|can|should|must|is to|has to)? ?"
            r"(?:stays?|remains?|be kept)(?: (?:as it is|in))?,? (?:except|but|apart from|bar)(?: for)? "
            r"(the (?:logo|title|music|caption|watermark|lower third))(?:[;,.:] (?:please )?"
            r"(?:take|cut|throw|remove|delete|drop|lose|get rid of) (?:of )?(?:that|it)(?: one)?"
            rf"(?: out| away| off)?)?{_END}",
            r"remove \1",
        ),
        (
            r"\A(?:make it |make the video |turn it )?(sepia|black and white|vintage|warm|vivid|cinematic)"
            r" (?:everywhere|throughout|all over|all the way)(?:,? (?:except|but|apart from|bar))(?: not)?"
            rf"(?: for| in)? (?:(?:between|from) )?({AT}) (?:and|to|-|until) ({AT}){_END}",
            r"make it \1 except between \2 and \3 seconds",
        ),
        (
            r"\A((?:take back|undo|remove|cancel|revert) the (?:sepia|black and white|look|colou?rs?"
            r"|filter|"
            r"rotation|reversal|crop)),? (?:but|and) not the (?:mute|muting|music|title|logo|speed|volume"
            rf"|silence|slow motion){_END}",
            r"\1",
        ),
        (
            r"\A((?:take back|undo|remove|cancel) the (?:mute|muting|music|title|logo"
            r"|rotation)),? (?:but|and) "
            rf"not the (?:sepia|black and white|look|colou?rs?|filter){_END}",
            r"\1",
        ),
        (
            r"\A(?P<one>[^,.;]{4,40}?),? and (?P<other>[^,.;]{4,40})[.;,] (?:no,? |wait,? |actually,? "
            r"|hm+,? |oh,? "
            rf"|sorry,? )*{_GIVEN_UP}(?P<up>mut(?:e|ing)|revers(?:e|ing|al)|rotat(?:ion|ing|e)"
            rf"|denois(?:e|ing)"
            rf"|stabili[sz](?:ation|ing|e))(?: part| bit)?{_END}",
            _given_up,
        ),
        # --- what stays as it is beside another thing
        (
            rf"\A(?P<do>(?=[^,.;]*\b{_THING}\b)(?:[^.;]|\.(?=[0-9])){{6,80}}?)[,;]? (?:(?:but "
            rf"|and )?(?:not (?:that of )?the "
            rf"(?P<n1>{_THING})|leave the (?P<n2>{_THING}) (?:be|alone|as it is|where it is)"
            rf"|don't touch the "
            rf"(?P<n3>{_THING})|the (?P<n4>{_THING}) (?:stays|remains|should stay|may stay) (?:as it is"
            rf"|the same"
            rf"|where it is|as loud as it is))){_END}",
            _beside_another,
        ),
        (
            r"\A((?:please )?duck the (?:music|song)[^.;]*?),? but (?:don't|do not) (?:change"
            r"|touch) (?:its|the) "
            rf"(?:volume|level) (?:otherwise|in between|the rest of the time){_END}",
            r"\1",
        ),
        (
            r"\A(fade (?:it |the (?:video|picture) )?in\b[^;]*?),? but (?:don't"
            r"|do not) fade the (?:title|text"
            rf"|caption|logo)(?: itself)?(?: in or out)?{_END}",
            r"\1",
        ),
    )
)  # fmt: skip


def without_riders(text: str, values: Values) -> str:
    """A marked message in which what is said behind an order is said in it."""
    return _RULES.apply(text, with_values(values))
