"""Turns of everyday English orders for songs, pictures on top, looks and what is between clips, and for two
of a kind at once, in the words that are read."""

import re

from mock_server.agent.values.numbers import number
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import (
    AT,
    CORNER,
    LEVEL,
    LOOK,
    PLACE,
    PLEASE,
    RANGE,
    SECONDS,
    STOP,
    STYLE,
    N,
    Said,
    percent,
    spanned,
    timed,
)

_JOIN = r"(?:cross-?fade|dissolve|dip to (?:black|white))"
_SHARES = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
_TWO_TEXTS = rf"(<:text>) ?(?:from )?({RANGE}),? and (<:text>) ?(?:from )?({RANGE})"


def _way(verb: str) -> str:
    return "raise" if verb.lower() in ("raise", "increase", "turn up") else "lower"


def _count(told: str) -> str:
    """ "thirty-five seconds" as a figure."""
    found = re.match(N, told, re.IGNORECASE)
    return f"{float(number(found[0])):g}" if found else told


SONGS: Rules[Said] = Rules(
    (
        # --- a song
        (
            rf"\A(?:start|begin) (?:the (?:song|music|track)|<:file>) ({SECONDS}) in(?:to"
            rf" it)?(?:[,;] (?:and )?"
            rf"skip(?:ping)? (?:the|its) (?:long |whole |boring |slow )*(?:intro|beginning|start))?{STOP}",
            lambda match: f"start the music at {_count(match[1])} seconds of the song",
        ),
        (
            rf"\A(?:start|begin|play) the (?:song|music|track) (?:from|at) (?:its|the) "
            rf"([0-9]):([0-9]{{2}}) mark{STOP}",
            lambda match: (
                f"start the music at {int(match[1]) * 60 + int(match[2])} seconds of the song"
            ),
        ),
        (
            rf"\A(?:swap|exchange|switch|trade) (the (?:{STYLE}|music|song)(?: music)?) for (?:an? |some )?"
            rf"({STYLE}) (?:track|tune|piece|music|song){STOP}",
            r"replace \1 with \2",
        ),
        (
            rf"\A(?:swap|exchange|replace) (?:this|the) (?:song|music|track) (?:for|with"
            rf"|by) (?:something|some"
            rf"thing more) [a-z-]{{3,12}}[:;,] (?:use|take) ({STYLE}|<:text>)(?: music)? instead{STOP}",
            r"replace the music with \1",
        ),
        (
            rf"\A(?:add|put|play) (?:some )?({STYLE}) music,? but (?:only|just) (?:under|for|in|during"
            rf"|over) "
            rf"(the first (?:half|third|{SECONDS})){STOP}",
            r"add \1 music for \2",
        ),
        # --- pictures on top
        (
            rf"\A(?:show|put|play|display) (<:file>) (?:in|at) the ({PLACE}(?: corner)?)"
            rf" from the (?:very )?"
            rf"(?:start|beginning),? as (?:an? )?picture[- ]in[- ]picture{STOP}",
            r"show \1 in the \2 as picture in picture",
        ),
        (
            r"\A(?:run|have) (<:file>) as (?:an? )?picture[- ]in[- ]picture (?=\S)",
            r"show \1 as picture in picture ",
        ),
        (
            rf"\A(?:pop|stick|slap|throw|drop|put) (?:the|my|our) logo(?: (?:that )?i(?:'ve"
            rf"| have)? uploaded)? "
            rf"(?:in(?:to)?|at|on) the ({CORNER}){STOP}",
            r"put the logo in the \1",
        ),
        (
            rf"\A(?:put|place|add|show) (?:the |my |our )?(logo) in the ({CORNER})(?: for the whole "
            r"(?:video|thing))?,? at (?:a|one) (half|third|quarter|fifth|tenth) of the (?:width|picture)(?:"
            rf" of the (?:picture|video))?{STOP}",
            lambda match: f"put the logo in the {match[2]} at {_SHARES[match[3].lower()]}% width",
        ),
        # --- what is between two clips
        (
            rf"\A{PLEASE}(?:soften|smooth|smoothen|hide|cover|ease)(?: out)? (?:the|that|this) "
            rf"(?:hard |harsh |ugly |abrupt |jump )?cut with an? ({N})(?:[- ]second| ?s) ({_JOIN}){STOP}",
            r"add a \1 second \2 at the cut",
        ),
        (
            rf"\A{PLEASE}(?:put|add|place) an? ({N})[- ]second ({_JOIN}) where the (?:two )?(?:parts|clips"
            rf"|pieces|shots|halves) meet{STOP}",
            r"add a \1 second \2 between the two clips",
        ),
        # --- looks
        (
            r"\Ablur the (?:whole )?(?:picture|image|video|frame) (?:for the whole|throughout the|over the"
            rf" whole|for the entire) (?:video|clip|length){STOP}",
            "blur the whole picture",
        ),
        (
            rf"\A(?:the )?first ({N}) (?:seconds|secnds|secnods|secs) (?:in|to"
            rf"|go) ({LOOK})[,;] (?:and )?(?:the"
            r" )?(?:remainder|rest) (?:stays )?(?:as it (?:is|was)(?: now| before)?|unchanged|untouched)"
            rf"{STOP}",
            r"make the first \1 seconds \2",
        ),
        (
            rf"\A(?:turn|rotate) (?:the )?(?:picture|video|image|it) ({N}) degrees( (?:counter|anti-?)?"
            rf"clockwise)?,? but (?:only|just) (?:in|for|during) (the (?:first|last|second) (?:half|third"
            rf"|{SECONDS})){STOP}",
            lambda match: f"rotate {match[3]} {match[1]} degrees{match[2] or ''}",
        ),
        (
            rf"\A(?:take|remove|get) (?:off )?the ({LOOK})(?: look)?(?: off| out)?,? and (?:give (?:it"
            rf"|the video)|"
            rf"make it|use|put on) (?:an? )?({LOOK})(?: look)?(?: instead)?{STOP}",
            r"change the look to \2",
        ),
        (
            rf"\A(raise|increase|turn up|lower|reduce|turn down) (?:the )?clip's"
            rf" volume by ({LEVEL}) of what it"
            rf" (?:is|has)(?: now| at the moment)?{STOP}",
            lambda match: f"{_way(match[1])} the volume by {percent(match[2])}",
        ),
        (
            rf"\Agive (the first {SECONDS}) an? ({LOOK}) look and the rest an? ({LOOK}) (?:one"
            rf"|look){STOP}",
            r"make \1 \2 and make the rest \3",
        ),
        (
            rf"\A(?:lose|drop|remove|take off|ditch) the (?:look|filter|{LOOK} look),? (?:but |and )?keep "
            rf"(?:both|the|both of the) fades?{STOP}",
            "remove the look",
        ),
        (
            rf"\Aunblur it,? (?:but |and )?(?:keep|leave) the (?:words|text|title)(?: in| there)?{STOP}",
            "remove the blur",
        ),
        (
            rf"\A(?:make|set) the (closing|opening|final) fade(?: to)? (?:last"
            rf" )?({SECONDS})(?: long)?{STOP}",
            lambda match: f"set the fade {'in' if match[1][0] in 'oO' else 'out'} to {match[2]}",
        ),
        # --- a picture as a clip
        (
            rf"\A(?:show|put|use|play) (<:file>)(?: as an? | for )({N})[- ](?:seconds?)(?: as)?"
            r"(?: an?)?(?: (?:clip|still|picture|image)(?: of its own)?)? (?:at the (?:very )?start,? )?"
            rf"before the (?:video|talk|clip|footage)(?: starts| begins)?{STOP}",
            r"show \1 for \2 seconds before the video",
        ),
        (
            rf"\A(?:put|use|show|add) (<:file>) as an? ({N})[- ]second (?:still|clip|picture"
            r"|image) (?:after|behind) the (?:talk|video|clip|footage)(?:,? (?:and )?not (?:on top of"
            rf"|over|on) (?:it|the (?:talk|video)))?{STOP}",
            r"add \1 as a clip at the end for \2 seconds",
        ),
        # --- another sound than the video's own
        (
            r"\Areplace (?:the sound of the video|(?:my|the)(?: original| own)? (?:audio"
            r"|sound)) (?:with|by) "
            rf"(<:file>|{STYLE})(?: music)?(?:,? and (?:let|have) it (fade out over {SECONDS}))?{STOP}",
            lambda match: (
                f"mute the clip. add {match[1]}{' music' if match[1].isascii() else ''}"
                f"{'. ' + match[2].replace('fade', 'fade the music') if match[2] else ''}"
            ),
        ),
        (
            rf"\Afade the (music|song|title|logo) (in|out)[,:] ({SECONDS})(?:,? not the (?:picture"
            rf"|video))?{STOP}",
            r"fade the \1 \2 over \3",
        ),
        # --- two of a kind
        (
            rf"\A(?:subtitles|captions)(?: typed by me| of my own)?[:,] ?{_TWO_TEXTS}{STOP}",
            lambda match: (
                f"add the caption {match[1]} {spanned(match[2])} and the"
                f" caption {match[3]} {spanned(match[4])}"
            ),
        ),
        (
            rf"\A(?:add )?(?:two )?voice-?overs?:? {_TWO_TEXTS}(,? and mute the (?:clip"
            rf"|video)(?: itself)?)?{STOP}",
            lambda match: (
                f"{'mute the clip. ' if match[5] else ''}add a voice-over {match[1]} {spanned(match[2])}. "
                f"add a voice-over {match[3]} {spanned(match[4])}"
            ),
        ),
        (
            rf"\A(?:add )?two titles[,:] (<:text>) ?(?:in the |at the |in )?({PLACE})(?: corner)?,?"
            rf" and (<:text>) ?"
            rf"(?:in the |at the |in )?({PLACE})(?: corner)?,? both ({RANGE}){STOP}",
            lambda match: (
                f"add the title {match[1]} {match[2]} {spanned(match[5])}. "
                f"add the title {match[3]} {match[4]} {spanned(match[5])}"
            ),
        ),
        (
            rf"\A(?:add |put )?an? (<:text>|ding|whoosh|click|chime|pop|beep"
            rf"|bell) ?(?:sound )?at ({AT}),? and another "
            rf"(?:one )?at ({AT}){STOP}",
            lambda match: (
                f"add a {match[1]} at {timed(match[2])}. add a {match[1]} at {timed(match[3])}"
            ),
        ),
        # --- what is too much
        (
            rf"\Aa touch (faster|slower|louder|quieter),? but only (?:in "
            rf"|for )?(the first {SECONDS}){STOP}",
            r"make \2 a bit \1",
        ),
        (
            r"\Ai (?:don't|do not) like the (wipe|crossfade|dissolve|transition"
            r"|dip)[,;.] (?:so )?(?:please )?(?:take|remove)"
            rf" the transition(?: away| out| off)?{STOP}",
            "remove the transition",
        ),
        (
            rf"\Ano (?:crossfade|transition) after all[.,;] (?:a )?hard cut{STOP}",
            "remove the transition",
        ),
        (
            rf"\Ait should (?:last|be) ({N}) seconds (?:in total|overall|long)[:,;.] (?:drop|cut"
            rf"|remove) (?:whatever|what"
            rf"|everything that) comes after (?:that|it){STOP}",
            r"keep only the first \1 seconds",
        ),
    )
)
