"""Turns of English orders that are not read as they stand, in the words that are."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.rules import Rules, plainly

Said = str | Callable[[Match[str]], str]

_N = NUMBER
_SECONDS = rf"(?:{_N})[- ]?(?:seconds?|secs?|s)\b"
_AT = rf"(?:[0-9]{{1,2}}:[0-9]{{2}}|(?:{_N})(?: ?(?:seconds?|secs?|s)\b)?)"
_END = r"(?=[ .!]*\Z)"
_PUT = r"(?:insert|put|add|place|drop(?: in)?|splice(?: in)?|play|show|use)"
_CUT = r"(?:cut|remove|delete|trim|lose|drop|chop|take)"
_GONE = r"(?:lose|drop|delete|cut|remove|ditch|scrap|discard|forget|throw (?:away|out)|get rid of)"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom|cent(?:er|re)|middle)"
_VIDEO = r"(?:the (?:whole |entire )?(?:video|clip|thing|footage)|it|everything)"
_LOOK = r"(?:vintage|warm|cool|sepia|vivid|vibrant|cinematic|black and white)"
_ORDINAL = r"(?:first|second|third|last)"
_LEVEL = r"(?:0?\.[0-9]{1,2}|[0-9]{1,3} ?(?:%|percent))"
_LAYER = r"(?:logo|title|music|caption|watermark|text)"


def _percent(level: str) -> str:
    return level if level[-1] in "%t" else f"{round(float(level) * 100)}%"


def _next_lost(match: Match[str]) -> str:
    """What follows the first so many seconds, and is as long as said."""
    first, more = number(match[1]), number(match[2])
    return f"cut {float(first):g} to {float(first + more):g} seconds"


_RULES: Rules[Said] = Rules(
    (
        # --- a part of another clip
        (
            rf"\b{_PUT} (?:just |only )?(?:the )?first ({_SECONDS}) of (<:file>) (?:at|in|from) "
            rf"({_AT})(?: mark)?{_END}",
            lambda match: f"insert {match[2]} for {match[1]} at {_timed(match[3])}",
        ),
        (
            rf"\b{_PUT} (?:just "
            rf"|only )?(?:the )?first ({_SECONDS}) of (<:file>) (?:in front(?: of (?:it|the"
            rf" video|everything))?|(?:at|to) the (?:very )?(?:start|beginning|front)|first){_END}",
            r"insert \2 for \1 at 0 s",
        ),
        # --- a picture as a clip
        (
            rf"(?:\A|(?<=[.;,] ))(?:i(?:'ve| have)? uploaded (<:file>)[;,.] (?:please )?)"
            rf"(?:put|place|show|use) it (?:right )?at the (?:very )?(?:start|beginning) as an? "
            rf"(?:full[- ]?screen )?(?:clip|picture|image|still)(?: of its own)? for ({_SECONDS}){_END}",
            r"show \1 for \2 before the video",
        ),
        (
            rf"\A(?:end|finish|close)(?: the video)? (?:on|with) (<:file>) as (?:its own|a(?: separate)?)"
            rf" (?:clip|picture|still),? (?:for )?({_SECONDS}){_END}",
            r"add \1 as a clip at the end for \2",
        ),
        # --- a name with what is below it
        (
            rf"(?:\A|(?<=[.;,] ))(?:introduce me with |add |show |put )?(?:an? |the )?lower third[:,]? ?"
            rf"(<:text>) ?,? ?(?:and |with )?(?:an? |the )?(?:subtitle|sub|role|job|job title|second line"
            rf"|line below)[:,]? ?(<:text>) ?,? ?((?:from )?{_AT} ?(?:to|-) ?{_AT}){_END}",
            r"lower third \1, \2 \3",
        ),
        # --- what is kept
        (
            rf"\A(?:i )?(?:(?:just|only) (?:need|want|keep)|keep (?:just|only)) the (?:bit|part|section"
            rf"|stretch|piece|portion) (?:between|from) ({_AT}) (?:and|to) ({_AT})(?:[,;.] ?(?:and |so )?"
            rf"{_GONE} (?:all )?the (?:rest|other parts?))?{_END}",
            r"keep only \1 to \2",
        ),
        (
            rf"\A(?:please )?(?:start|begin) (?:the video|it|the clip) at ({_AT}),? (?:and )?"
            rf"(?:end|finish|stop) (?:it|the video|the clip) at ({_AT}){_END}",
            lambda match: f"keep only {_timed(match[1])} to {_timed(match[2])}",
        ),
        (
            rf"\Akeep the first ({_N}) seconds?,? (?:but|and) {_GONE} the next ({_N})(?: seconds?)?{_END}",
            _next_lost,
        ),
        (
            rf"\A{_CUT} (?:off )?(?:from )?the (?:beginning|start|front) (?:so (?:that )?"
            rf"|until )(?:the total"
            rf"|the whole(?: thing)?|the video|it|the total length) (?:is|lasts|runs)(?: only)? "
            rf"({_SECONDS})(?: long)?{_END}",
            r"keep only the last \1",
        ),
        (
            rf"\A{_CUT} (?:off )?(?:from )?the (?:end|ending|back) (?:so (?:that )?|until )(?:the total"
            rf"|the whole(?: thing)?|the video|it|the total length) (?:is|lasts|runs)(?: only)? "
            rf"({_SECONDS})(?: long)?{_END}",
            r"keep only the first \1",
        ),
        # --- what goes
        (
            rf"\b({_CUT}) seconds ({_N}) (?:to|through|-) ({_N}),? and (?:seconds )?({_N}) (?:to|through|-)"
            rf" ({_N}){_END}",
            r"\1 \2 to \3 seconds and \4 to \5 seconds",
        ),
        (
            rf"\A({_CUT}) the (?:first|last) {_SECONDS}[.,;] (?:(?:no|wait|sorry|oops|actually|hang on"
            rf"|i mean|i meant|rather)[, ]+)+(?:i mean(?:t)? )?the (first|last) ({_N})(?: seconds?)?{_END}",
            r"\1 the \2 \3 seconds",
        ),
        (
            r"\b(remove|delete|clear) everything (?:on top of|over|above|from on top of) (?:the"
            r" )?(?:video|picture|clip) (?=except|but|apart from)",
            r"\1 everything ",
        ),
        # --- how loud
        (
            r"\A(?:please )?take the (?:sound|audio) (?:off|from|out of) (?:of )?"
            rf"({_VIDEO}){_END}",
            r"mute \1",
        ),
        (rf"\btake the volume (up|down) by ({_LEVEL})", r"turn the volume \1 by \2"),
        (rf"\A(?:at )?half the volume (?:it|that it) (?:has|is at)(?: right)? now{_END}",
         "half the current volume"),
        (
            rf"\A(?:the )?music (?:to|at|down to) ({_LEVEL}),? (?:and )?(?:the |my )?(?:speech|voice"
            rf"|original"
            rf" sound|original audio|talking) (?:to|at|up to) ({_LEVEL}){_END}",
            lambda match: f"music volume to {_percent(match[1])}, speech volume to {_percent(match[2])}",
        ),
        # --- a fade, where the seconds are not said again
        (
            rf"(\bfade in (?:for|over) {_SECONDS} at the (?:start|beginning),? and fade out (?:for"
            rf"|over) {_N})"
            r"(?= at the end)",
            r"\1 seconds",
        ),
        (rf"(\bfade [a-z ]{{2,24}} over the last {_N}){_END}", r"\1 seconds"),
        (r"\bfade it (?:to|into) (black|white)\b", r"fade the video to \1"),
        (rf"\A(in|out) (?:as well|too),? (?:but )?over ({_N})(?: seconds?| s)?{_END}",
         r"fade \1 over \2 seconds as well"),
        # --- music
        (
            rf"(<:file>)( as (?:the )?(?:background )?music)?,? (?:but |and )?(?:skip|skipping|leave out"
            rf"|leaving out|without) (?:its|the song's|the) first ({_SECONDS})(?: of (?:it"
            rf"|the song))?{_END}",
            r"\1\2, starting at \3 of the song",
        ),
        (
            r"(\b(?:add|use|play|put) <:file>) (?:that|which) (?:gets out of the way|ducks|dips|goes down"
            r"|gets quieter|lowers itself) (?:when(?:ever)?|while|as soon as) (?:someone|somebody|anyone|i"
            rf"|we|people) (?:talks?|speaks?|am talking|is (?:talking|speaking)){_END}",
            r"\1 and duck it under speech",
        ),
        (r"\b(jazz|rock|lo-?fi|piano music|pop|ambient|classical music) under (?:everything|it all"
         r"|the whole"
         rf" (?:thing|video)){_END}", r"add \1 for the whole video"),
        # --- what is written from speech
        (
            r"\b(?:turn|switch) on (?:the )?auto(?:matic)?[- ](?:captions|subtitles|captioning)"
            r"|\b(?:enable|activate) (?:the )?auto(?:matic)?[- ](?:captions|subtitles|captioning)",
            "add automatic captions",
        ),
        # --- a noise that is heard
        (
            r"\Athere(?:'s| is) (?:an? |some )?(?:[a-z]+ )?(?:hum|hiss|noise|buzz|static)(?:ing)?(?: in the"
            r" [a-z]+)?[,.;] ?(?:(?:can|could|would|will) you )?(?:please )?(?:clean up|remove|get rid of"
            r"|reduce|take out|clean) (?:the |this |that )?(?:(?:audio|background) )?(?:noise|hum"
            r"|hiss|audio"
            r"|sound)(?: please)?[ .!?]*\Z",
            "remove the background noise",
        ),
        # --- bigger and smaller
        (
            rf"\A(?:an? )?(?:slightly |somewhat )?(smaller|bigger|larger) ({_LAYER}) would (?:be|look)"
            rf" (?:nicer|better|good|nice|great){_END}",
            r"make the \2 \1",
        ),
        # --- only a part
        (
            rf"\A((?:slightly |a (?:bit|little) |much )?(?:quieter|louder|faster|slower"
            rf"|softer)),? (?:but )?"
            rf"only (?:for |in )?(the (?:first|last|second) (?:half|third|{_SECONDS})){_END}",
            r"make \2 \1",
        ),
        (
            rf"(\A(?![^,.;]*\b(?:add|show|title|caption|text|write|say|put"
            rf"|play)\b)[^,.;]{{4,40}}),? but (?:just )?not (?:for|in|during) (the (?:first"
            rf"|last) {_SECONDS}){_END}",
            r"\1 except for \2",
        ),
        (rf"\A(?:add )?(?:the )?(logo)( (?:in"
         rf"|at) the [a-z -]+?)?,? but only after the first ({_SECONDS}){_END}",
         r"add the \1\2 from \3 on"),
        # --- two of them
        (
            rf"\Atitles (<:text>) ?,? ?((?:at |in )?(?:the )?{_PLACE}),? and (<:text>) ?,? "
            rf"?((?:at |in )?(?:the )?{_PLACE}),? (?:both )?((?:from )?{_AT} ?(?:to|-) ?{_AT}){_END}",
            r"title \1 \2 \5 and title \3 \4 \5",
        ),
        (
            rf"\Amake the ({_ORDINAL}) one ({_LOOK}),? and (mute|reverse) the ({_ORDINAL})(?: one)?{_END}",
            r"make the \1 clip \2 and \3 the \4 clip",
        ),
        # --- put right
        (r"\A(?:hmm?|hm+|uh|um|oh|er)[, ]+(?:no|nah|nope|actually)[, ]+(?=back to normal)", ""),
        (rf"\A(move|shift) (it|that) to ({_N}) ?(?:to|-|until) ?({_N}){_END}", r"\1 \2 to \3-\4 seconds"),
        (
            r"\A(?:oops|sorry|ah|oh|typo|argh)[,:.!]? (?:(?:that's|it's|there (?:are|should be)|with) )?"
            rf"(?:two|one|double|a single|only one) [a-z](?:'?s)?[:,] ?(<:text>){_END}",
            r"change it to \1",
        ),
        # --- cropped, not cut
        (
            rf"\A(?:take|cut|trim|shave) ({_LEVEL}) off the (top|bottom|left|right)(?: side)? of the"
            rf" (?:picture|frame|image)(?:,? (?:and )?not (?:off )?the (?:length|time|duration"
            rf"|end))?{_END}",
            r"crop \1 off the \2",
        ),
    )
)  # fmt: skip


def _timed(time: str) -> str:
    return time if ":" in time or time[-1] == "s" or time.endswith("sec") else f"{time} s"


def plainer(text: str) -> str:
    """A message with marks for its texts and files, said plainly; the same where nothing is known."""
    return _RULES.apply(text, plainly)
