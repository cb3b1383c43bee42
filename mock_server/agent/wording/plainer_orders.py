"""Turns of everyday English orders that need nothing of the draft, in the words that are read."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import (
    AT,
    COLOR,
    END,
    LEVEL,
    LOOK,
    SECONDS,
    STYLE,
    N,
    percent,
    spanned,
    timed,
)

Said = str | Callable[[Match[str]], str]

_PLEASE = r"(?:(?:please|now|ok|okay|and|so|then|just|simply)[, ]+)*"
_POLITE = r"(?:,? (?:please|pls|plz|thanks|thank you))?"
_STOP = rf"{_POLITE}{END}"
_FAST = r"(?:half|double|triple|normal|quarter) speed|[0-9.]+x"
_RANGE = rf"(?:from |between )?{AT} ?(?:to|-|and|until) ?{AT}(?: ?(?:seconds?|secs?|s)\b)?"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom|cent(?:er|re)|middle)"
_CORNER = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)(?: corner)?)"
_LAYER = r"(?:logo|watermark|title|caption|subtitle|music|song|lower third)"
_SUBTITLES = r"(?:subtitles|captions)"
_SPEAKING = r"(?:i'm|i am|he's|he is|she's|she is|we're|we are|they're|they are)"
_MY_VOICE = r"(?:my|his|her|the|our)(?: own)? (?:voice|speech|talking)"
_LOUDER = r"(?:a (?:little )?bit |a little |slightly |somewhat |much )?(?:louder|quieter|softer)"
_NO_LAYER = (
    r"(?!(?:[a-z' -]* )?(?:title|caption|subtitle|logo|music|song|sound|text|lower third)s?\b)"
)
_NAME = r"(?:<:text>|(?-i:[A-Z])[A-Za-z.'-]{1,20}(?: (?-i:[A-Z])[A-Za-z.'-]{1,20}){0,2})"
_JOIN = r"(?:cross-?fade|dissolve|dip to (?:black|white))"

_SHARES = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}


def _quoted(told: str) -> str:
    return f'"{told}"' if told[0].isalpha() and told.isascii() else told


def _way(verb: str) -> str:
    return "raise" if verb.lower() in ("raise", "increase", "turn up") else "lower"


def _count(told: str) -> str:
    """ "thirty-five seconds" as a figure."""
    found = re.match(N, told, re.IGNORECASE)
    return f"{float(number(found[0])):g}" if found else told


def _big_letters(match: Match[str]) -> str:
    """ "Write "Tips" in big red letters from 0 to 4"."""
    looks = [one for one in (match["big"] and "bigger", match["color"]) if one]
    said = f"Make the title {match['text']} {' and '.join(looks)}"
    return f"add the title {match['text']} {spanned(match['when'])}. {said}"


def _lower_third(match: Match[str]) -> str:
    name, below, when, more = match["name"], match["below"], match["when"], match["more"] or ""
    sound = more and f". add a {match['sound']} at {timed(match['at'])}"
    return f"lower third {_quoted(name)}, {_quoted(below)} {spanned(when)}{sound}"


ORDERS: Rules[Said] = Rules(
    (
        # --- what is said of a stretch, which "that" is then
        (
            rf"\A{_NO_LAYER}[a-z' -]{{3,40}} (?:between|from) ({AT}) (?:and|to) ({AT}),? "
            rf"(mute|silence|cut|remove|reverse) (?:that|it)(?: out)?(,? and [^,;]+)?{_STOP}",
            lambda match: f"{match[3]} from {timed(match[1])} to {timed(match[2])}{match[4] or ''}",
        ),
        (
            rf"\A(?:bleep|beep|cut|remove) nothing,? (?:simply|just|only) (mute|silence) "
            rf"({_RANGE}){_STOP}",
            lambda match: f"{match[1]} {spanned(match[2])}",
        ),
        # --- what is not needed, and what would be nicer
        (
            rf"\A(the (?:(?:first|second|third|last|other) )?{_LAYER}) (?:isn't|is not"
            r"|is no longer|isn't really) (?:needed|wanted|necessary|required)"
            rf"(?: any ?more| any longer| now)?(?:[,;.] (?:please )?(?:remove|delete|drop|cut) it)?{_STOP}",
            r"remove \1",
        ),
        (
            rf"\A(?:an? )?(?:slightly |somewhat )?(smaller|bigger|larger) ({_LAYER}) would "
            r"(?:be|look) (?:nicer|better|good|nice|great|perfect)[,;.] (?:so )?(?:please )?"
            rf"(?:change (?:it|that)|make it so|do that){_STOP}",
            r"make the \2 \1",
        ),
        (
            rf"\A(?:the )?(?:heading|title|caption|text) (?:shouts|screams|is (?:shouting|screaming"
            rf"|too loud|too big|huge|way too big))[,;.] (?:so )?(?:please )?make it (smaller){_STOP}",
            r"make the title \1",
        ),
        (
            rf"\A(?:everything(?:'s| is) (?:fine|good|great|perfect)|all(?:'s| is) (?:fine|good|well)),? "
            rf"(?:only|but|except|just)(?: that)? the ({_LAYER}) (?:has to|must|should|needs to|can) "
            rf"(?:go|go away|disappear|come off){_STOP}",
            r"remove the \1",
        ),
        # --- subtitles, a voice
        (
            rf"\A(?:i(?:'d| would) (?:love|like)|i (?:want|need)|(?:can|could) (?:i|we) have) {_SUBTITLES} "
            rf"for what {_SPEAKING} saying(?:[,;.?] ?(?:can|could|would|will) you (?:please )?(?:generate"
            r"|make|add|create|do) (?:them|those|that|it))?[ .!?]*\Z",
            "add automatic captions",
        ),
        (
            rf"\A{_PLEASE}(?:make )?{_MY_VOICE} ({_LOUDER})(?:,? (?:but )?not the (?:music|song))?{_STOP}",
            r"make the speech \1",
        ),
        (
            rf"\A(?:my|the) voice is (?:a bit |really |so |too )?(?:hard to (?:hear|understand)|too quiet"
            r"|barely audible|difficult to hear)[,;.] (?:so )?(?:please )?make (?:me|it|my voice) "
            rf"({_LOUDER}){_STOP}",
            r"make the speech \1",
        ),
        (
            r"\A(?:(?:have|let) (?:a|the) (?:computer |robot )?voice (?:say|read|speak)|read out|read aloud"
            rf"|speak|narrate) (<:text>) ?({_RANGE})(?:,? (?:with|in|using) an? (?:computer|robot|ai"
            rf"|generated|synthetic|artificial) voice)?{_STOP}",
            lambda match: f"add a voice-over {match[1]} {spanned(match[2])}",
        ),
        (
            rf"\A(?:have|let) (?:a|the) (?:computer |robot )?voice (?:say|read"
            rf"|speak) (<:text>) ?({_RANGE}),? "
            r"and (?:mute|silence) (?:my|the) (?:clip|video|talk|own sound|original sound) (?:just |only )?"
            rf"(?:for|during) (?:those|these|that|the same) [a-z0-9 ]{{3,20}}{_STOP}",
            lambda match: (
                f"mute the clip {spanned(match[2])}. add a voice-over {match[1]} {spanned(match[2])}"
            ),
        ),
        (
            r"\A(?:there(?:'s| is) (?:an? |some )?(?:[a-z]+ )?(?:hum|hiss|noise|buzz|static|humming"
            r"|hissing)"
            r"(?: in the (?:background|recording|audio|sound))?)[,;.] (?:so )?(?:please )?"
            rf"clean (?:up )?(?:the (?:audio|sound|recording)|it)(?: up)?{_STOP}",
            "remove the background noise",
        ),
        (
            r"\Ano (?:sound|audio)(?: at all)? (?:from|of|in) (?:my|the) (?:clip|video|talk|footage"
            r"|recording)"
            rf"{_POLITE}(?:[,;] (?:just |only )?(?:the )?music(?: only)?)?{_STOP}",
            "mute the clip",
        ),
        # --- two things at a time
        (
            rf"\A(?:show|display|add|put) (<:file>|the logo) and (?:the |an? )?(title|caption) (<:text>) ?"
            rf"({_RANGE}){_STOP}",
            lambda match: (
                f"show {match[1]} {spanned(match[4])}. add the {match[2]} {match[3]} {spanned(match[4])}"
            ),
        ),
        (
            rf"\A(?:write|show|put|add) (?P<text><:text>) ?in (?:(?P<big>big|large|huge|bigger|larger)"
            rf"(?:,? |, )?)?(?P<color>{COLOR})? ?letters,? (?P<when>{_RANGE}){_STOP}",
            _big_letters,
        ),
        (
            rf"\A(?:add )?(?:an? |the )?lower third (?:with|reading|saying|for) (?P<name>{_NAME}) ?, "
            rf"(?P<below>{_NAME}) ?,? (?P<when>{_RANGE})(?P<more>,? and an? (?P<sound>whoosh|ding|chime|pop"
            rf"|click|bell|beep|swoosh) at (?P<at>{AT}))?{_STOP}",
            _lower_third,
        ),
        (
            rf"\A(?:add )?(?:an? |the )?lower third (?:with|reading|saying|for) (?P<name>{_NAME}) ?, "
            rf"(?P<below>{_NAME}) ?,? from second (?P<a>{N}) to second (?P<b>{N}){_STOP}",
            lambda match: (
                f"lower third {_quoted(match['name'])}, {_quoted(match['below'])} "
                f"from {match['a']} to {match['b']} seconds"
            ),
        ),
        # --- fades
        (
            rf"\bfade the (?:end|ending)(?: of (?:it|the video))? (?:in)?to (black|white) (?:over|for|in) "
            rf"({SECONDS})(?=[ .!]*\Z|,? and |[;.] )",
            r"fade the video to \1 over \2 at the end",
        ),
        (
            r"\A(?:the )?(?:picture|image|video) (?:comes|fades|should come|should fade) (?:up"
            r"|in) from black"
            rf" (?:in|over|within) ({N})(?: seconds?)?,? and (?:goes|fades|should go|should fade) "
            rf"(?:back )?(?:out )?(?:to )(?:black) (?:in|over|within) ({N})(?: seconds?)?"
            rf"(?: at the end)?{_STOP}",
            r"fade the video in over \1 seconds and fade the video out over \2 seconds",
        ),
        # --- how fast, how long
        (
            rf"\Aslow (?:down )?(?:from )?({N}) ?(?:to|-|until) ?({N}) (?:down )?to ({_FAST}){_STOP}",
            r"slow down \1 to \2 seconds to \3",
        ),
        (
            rf"\A(?:run|play|have) (?:the whole (?:thing|video|clip)|it|everything|the video"
            rf"|the clip) at one "
            rf"and (?:a|one) (quarter|half) times (?:the )?(?:normal )?speed{_STOP}",
            lambda match: f"play the video at {'1.25' if match[1] == 'quarter' else '1.5'}x speed",
        ),
        (
            rf"\A{_PLEASE}(half|twice) as fast{_STOP}",
            lambda match: (
                f"play the video at {'half' if match[1].lower() == 'half' else 'double'} speed"
            ),
        ),
        (
            rf"\A(?:trim|cut|shorten) (?:it|the video)(?: down)? to (?:a total of |exactly )?({N}) "
            rf"(?:seconds|seconnds|secnods|secnds|secs|s)(?: in total)?,? (?:off|at|from|by (?:shaving"
            rf"|cutting"
            rf"|trimming|clipping)(?: off)?) (?:of )?the (end|ending|back|start|beginning|front){_STOP}",
            lambda match: (
                f"keep only the {'first' if match[2][0] == 'e' or match[2] == 'back' else 'last'} "
                f"{match[1]} seconds"
            ),
        ),
        (
            rf"\Ai (?:want|need) (?:a|an) ({N})[- ]second (?:video|clip|cut)[.,;:] (?:so )?(?:please"
            rf" )?(?:trim"
            rf"|cut|shorten|shave)(?: off)? the (end|ending|back|start|beginning|front){_STOP}",
            lambda match: (
                f"keep only the {'first' if match[2][0] == 'e' or match[2] == 'back' else 'last'} "
                f"{match[1]} seconds"
            ),
        ),
        (
            rf"\A(?:do(?:n't| not) (?:remove|cut|delete|lose) anything (?:but|except|apart from)) "
            rf"(the (?:first|last) {SECONDS}){_STOP}",
            r"cut \1",
        ),
        (
            r"\A(?:(?:no|hm+|oh)[, ]+)*(?:that's|this is|it's) (?:way |far |a bit )?too (?:much|fast"
            r"|slow|strong"
            rf"|quick)[,;.] (?:so )?(back to normal speed){_STOP}",
            r"\1",
        ),
        (
            rf"\A(?:the |my )?({_LAYER}) should (?:pop up|come up|show up|appear|come in"
            rf"|turn up) ({SECONDS}) "
            rf"(later|earlier){_STOP}",
            r"the \1 should start \2 \3",
        ),
        (
            rf"\A(?:put|place|add|play) (<:file>) at the (?:start|beginning),? (?:with"
            rf"|and) (?:the )?(?:original )?"
            rf"(?:audio|sound) muted (?:on|in|of) both(?: clips| videos| of them)?{_STOP}",
            r"put \1 at the start. mute the whole video",
        ),
        # --- a still
        (
            r"\A(?:hold|freeze|keep) the (?:closing|final|last|ending) (frame|picture|image) "
            rf"(?:for )?({SECONDS}) at the (?:very )?end{_STOP}",
            r"hold the last frame for \2",
        ),
        # --- a song
        (
            rf"\A(?:start|begin) (?:the (?:song|music|track)|<:file>) ({SECONDS}) in(?:to"
            rf" it)?(?:[,;] (?:and )?"
            rf"skip(?:ping)? (?:the|its) (?:long |whole |boring |slow )*(?:intro|beginning|start))?{_STOP}",
            lambda match: f"start the music at {_count(match[1])} seconds of the song",
        ),
        (
            rf"\A(?:start|begin|play) the (?:song|music|track) (?:from|at) (?:its|the) "
            rf"([0-9]):([0-9]{{2}}) mark{_STOP}",
            lambda match: (
                f"start the music at {int(match[1]) * 60 + int(match[2])} seconds of the song"
            ),
        ),
        (
            rf"\A(?:swap|exchange|switch|trade) (the (?:{STYLE}|music|song)(?: music)?) for (?:an? |some )?"
            rf"({STYLE}) (?:track|tune|piece|music|song){_STOP}",
            r"replace \1 with \2",
        ),
        (
            rf"\A(?:swap|exchange|replace) (?:this|the) (?:song|music|track) (?:for|with"
            rf"|by) (?:something|some"
            rf"thing more) [a-z-]{{3,12}}[:;,] (?:use|take) ({STYLE}|<:text>)(?: music)? instead{_STOP}",
            r"replace the music with \1",
        ),
        (
            rf"\A(?:add|put|play) (?:some )?({STYLE}) music,? but (?:only|just) (?:under|for|in|during"
            rf"|over) "
            rf"(the first (?:half|third|{SECONDS})){_STOP}",
            r"add \1 music for \2",
        ),
        # --- pictures on top
        (
            rf"\A(?:show|put|play|display) (<:file>) (?:in|at) the ({_PLACE}(?: corner)?)"
            rf" from the (?:very )?"
            rf"(?:start|beginning),? as (?:an? )?picture[- ]in[- ]picture{_STOP}",
            r"show \1 in the \2 as picture in picture",
        ),
        (
            r"\A(?:run|have) (<:file>) as (?:an? )?picture[- ]in[- ]picture (?=\S)",
            r"show \1 as picture in picture ",
        ),
        (
            rf"\A(?:pop|stick|slap|throw|drop|put) (?:the|my|our) logo(?: (?:that )?i(?:'ve"
            rf"| have)? uploaded)? "
            rf"(?:in(?:to)?|at|on) the ({_CORNER}){_STOP}",
            r"put the logo in the \1",
        ),
        (
            rf"\A(?:put|place|add|show) (?:the |my |our )?(logo) in the ({_CORNER})(?: for the whole "
            r"(?:video|thing))?,? at (?:a|one) (half|third|quarter|fifth|tenth) of the (?:width|picture)(?:"
            rf" of the (?:picture|video))?{_STOP}",
            lambda match: f"put the logo in the {match[2]} at {_SHARES[match[3].lower()]}% width",
        ),
        # --- what is between two clips
        (
            rf"\A{_PLEASE}(?:soften|smooth|smoothen|hide|cover|ease)(?: out)? (?:the|that|this) "
            rf"(?:hard |harsh |ugly |abrupt |jump )?cut with an? ({N})[- ]second ({_JOIN}){_STOP}",
            r"add a \1 second \2 at the cut",
        ),
        (
            rf"\A{_PLEASE}(?:put|add|place) an? ({N})[- ]second ({_JOIN}) where the (?:two )?(?:parts|clips"
            rf"|pieces|shots|halves) meet{_STOP}",
            r"add a \1 second \2 between the two clips",
        ),
        # --- looks
        (
            r"\Ablur the (?:whole )?(?:picture|image|video|frame) (?:for the whole|throughout the|over the"
            rf" whole|for the entire) (?:video|clip|length){_STOP}",
            "blur the whole picture",
        ),
        (
            rf"\A(?:the )?first ({N}) (?:seconds|secnds|secnods|secs) (?:in|to"
            rf"|go) ({LOOK})[,;] (?:and )?(?:the"
            r" )?(?:remainder|rest) (?:stays )?(?:as it (?:is|was)(?: now| before)?|unchanged|untouched)"
            rf"{_STOP}",
            r"make the first \1 seconds \2",
        ),
        (
            rf"\A(?:turn|rotate) (?:the )?(?:picture|video|image|it) ({N}) degrees( (?:counter|anti-?)?"
            rf"clockwise)?,? but (?:only|just) (?:in|for|during) (the (?:first|last|second) (?:half|third"
            rf"|{SECONDS})){_STOP}",
            lambda match: f"rotate {match[3]} {match[1]} degrees{match[2] or ''}",
        ),
        (
            rf"\A(?:take|remove|get) (?:off )?the ({LOOK})(?: look)?(?: off| out)?,? and (?:give (?:it"
            rf"|the video)|"
            rf"make it|use|put on) (?:an? )?({LOOK})(?: look)?(?: instead)?{_STOP}",
            r"change the look to \2",
        ),
        (
            rf"\A(raise|increase|turn up|lower|reduce|turn down) (?:the )?clip's"
            rf" volume by ({LEVEL}) of what it"
            rf" (?:is|has)(?: now| at the moment)?{_STOP}",
            lambda match: f"{_way(match[1])} the volume by {percent(match[2])}",
        ),
        (
            rf"\Agive (the first {SECONDS}) an? ({LOOK}) look and the rest an? ({LOOK}) (?:one"
            rf"|look){_STOP}",
            r"make \1 \2 and make the rest \3",
        ),
        (
            rf"\A(?:lose|drop|remove|take off|ditch) the (?:look|filter|{LOOK} look),? (?:but |and )?keep "
            rf"(?:both|the|both of the) fades?{_STOP}",
            "remove the look",
        ),
        (
            rf"\Aunblur it,? (?:but |and )?(?:keep|leave) the (?:words|text|title)(?: in| there)?{_STOP}",
            "remove the blur",
        ),
        (
            rf"\A(?:make|set) the (closing|opening|final) fade(?: to)? (?:last"
            rf" )?({SECONDS})(?: long)?{_STOP}",
            lambda match: f"set the fade {'in' if match[1][0] in 'oO' else 'out'} to {match[2]}",
        ),
        # --- a picture as a clip
        (
            rf"\A(?:show|put|use|play) (<:file>|the logo)(?: as an? | for )({N})[- ](?:seconds?)(?: as)?"
            r"(?: an?)?(?: (?:clip|still|picture|image)(?: of its own)?)? (?:at the (?:very )?start,? )?"
            rf"before the (?:video|talk|clip|footage)(?: starts| begins)?{_STOP}",
            r"show \1 for \2 seconds before the video",
        ),
        (
            rf"\A(?:put|use|show|add) (<:file>|the logo) as an? ({N})[- ]second (?:still|clip|picture"
            r"|image) (?:after|behind) the (?:talk|video|clip|footage)(?:,? (?:and )?not (?:on top of"
            rf"|over|on) (?:it|the (?:talk|video)))?{_STOP}",
            r"add \1 as a clip at the end for \2 seconds",
        ),
    )
)
