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
_COLOR = r"(?:red|blue|green|yellow|white|black|orange|pink|purple)"
_ORDINAL = r"(?:first|second|third|last)"
_LEVEL = r"(?:0?\.[0-9]{1,2}|[0-9]{1,3} ?(?:%|percent))"
_LAYER = r"(?:logo|title|music|caption|watermark|text)"
_STYLE = r"(?:jazz|rock|lo-?fi|piano music|piano|pop|ambient|classical music|techno|folk)"
_RANGE = rf"(?:from |between )?{_AT} ?(?:to|-|and|until) ?{_AT}"
_OUT = r"(?:remove|delete|cut|take|trim|chop|drop|lose)"

_WAYS = {"speed": "up", "slow": "down"}


def _percent(level: str) -> str:
    return level if level[-1] in "%t" else f"{round(float(level) * 100)}%"


def _quoted(told: str) -> str:
    return f'"{told}"' if told.isascii() else told


def _spanned(told: str) -> str:
    """A range of which the last number is one of seconds."""
    return f"{told} s" if told[-1].isdigit() and ":" not in told else told


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
            rf"(?: full(?:[- ]screen)?)? (?:clip|picture|still|image),? (?:for )?({_SECONDS}){_END}",
            r"add \1 as a clip at the end for \2",
        ),
        # --- a name with what is below it
        (
            rf"(?:\A|(?<=[.;,] ))(?:introduce (?:me|her|him|us|the [a-z]+) with |add |show "
            rf"|put )?(?:an? |the )?lower third[:,]? ?"
            rf"(<:text>) ?,? ?(?:and |with )?(?:an? |the )?(?:subtitle|sub|role|job|job title|second line"
            rf"|line below|below(?: it)?|underneath(?: it)?|under it|beneath(?: it)?)[:,]? ?"
            rf"(<:text>) ?,? ?((?:from )?{_AT} ?(?:to|-) ?{_AT}){_END}",
            r"lower third \1, \2 \3",
        ),
        (
            rf"\A(?:add |show |put )?(?:an? |the )?lower third (<:text>) ?,? ?({_RANGE}),? (?:and |with )"
            r"(<:text>|[a-z]{2,20}(?: [a-z]{2,20}){0,2}) ?(?:under|below|underneath|beneath) (?:it|that)"
            rf"{_END}",
            lambda match: f"lower third {match[1]}, {_quoted(match[3])}, {_spanned(match[2])}",
        ),
        (
            rf"\A(?:add )?(?:an? |the )?lower third (for the first {_SECONDS}|{_RANGE})[:,] ?(?:the )?name "
            r"(<:text>|[a-z]{2,20}(?: [a-z]{2,20}){0,2}) ?, (?:and )?(?:underneath|below|under it|role|job"
            rf"|subtitle) (<:text>|[a-z]{{2,20}}(?: [a-z]{{2,20}}){{0,2}}) ?{_END}",
            lambda match: f"lower third {_quoted(match[2])}, {_quoted(match[3])} {_spanned(match[1])}",
        ),
        # --- what is kept
        (
            rf"\A(?:i )?(?:(?:just|only) (?:need|want|keep)|keep (?:just|only)) the (?:bit|part|section"
            rf"|stretch|piece|portion) (?:between|from) ({_AT}) (?:and|to) ({_AT})(?:[,;.] ?(?:and |so )?"
            rf"{_GONE} (?:all )?the (?:rest|other parts?))?{_END}",
            r"keep only \1 to \2",
        ),
        (
            rf"\A(?:please )?(?:start|begin) (?:(?:the video|it|the clip) )?at ({_AT}),? (?:and )?"
            rf"(?:end|finish|stop) (?:(?:it|the video|the clip) )?at ({_AT})(?=[ .!]*\Z|, [a-z])",
            lambda match: f"keep only {_timed(match[1])} to {_timed(match[2])}",
        ),
        (
            rf"\Akeep the first ({_N}) seconds?,? (?:but|and) {_GONE} the next ({_N})(?: seconds?)?{_END}",
            _next_lost,
        ),
        (
            rf"\A{_CUT} (?:off )?(?:from )?the (?:beginning|start|front),? (?:so (?:that )?"
            rf"|until )(?:(?:just |only )?(?:({_SECONDS}) (?:are|is) left|({_SECONDS}) remains?)|"
            rf"(?:the total"
            rf"|the whole(?: thing)?|the video|it|the total length) (?:is|lasts|runs)(?: only)? "
            rf"({_SECONDS})(?: long)?){_END}",
            lambda match: f"keep only the last {match[1] or match[2] or match[3]}",
        ),
        (
            rf"\A{_CUT} (?:off )?(?:from )?the (?:end|ending|back),? (?:so (?:that )?|until )"
            rf"(?:(?:just |only )?(?:({_SECONDS}) (?:are|is) left|({_SECONDS}) remains?)|(?:the total"
            rf"|the whole(?: thing)?|the video|it|the total length) (?:is|lasts|runs)(?: only)? "
            rf"({_SECONDS})(?: long)?){_END}",
            lambda match: f"keep only the first {match[1] or match[2] or match[3]}",
        ),
        # --- what goes
        (
            r"\A(?:we|i)(?: really)? (?:won't|will not|don't|do not|no longer|shan't)(?: really)?"
            rf" need (the (?:first|last) {_SECONDS}|the (?:part|bit|stretch|section) {_RANGE}"
            rf"|the {_LAYER}|seconds {_N} (?:to|-) {_N})(?: any ?more| any longer| after all)?,? ?"
            rf"(?:(?:so|and)|[,;.])? ?(?:please )?(?:just )?{_OUT} (?:it|them|that|those)"
            rf"(?: off| out| away)?(?: again)?{_END}",
            r"remove \1",
        ),
        (
            r"\A(?:the |my |our )?(?:client|customer|boss|team|director|producer|editor|manager|he|she|they"
            r"|we|i)(?: has| have|'ve)? (?:decided against|(?:doesn't|don't|does not|do not"
            r"|no longer) wants?"
            r"|(?:doesn't|don't|does not|do not|didn't) like|had enough of) (?:the |any )?"
            rf"({_LAYER})(?: any ?more| any longer| now| after all)?,? ?(?:(?:so|and)|[,;.]) ?(?:please )?"
            rf"(?:just )?{_OUT} it(?: off| out| away)?(?: again)?{_END}",
            r"remove the \1",
        ),
        (rf"\A({_OUT}|mute|reverse) (?:only )?the ({_ORDINAL}) (title|caption|logo|clip) only{_END}",
         r"\1 the \2 \3"),
        (
            rf"\Afade (?:only|just) (the {_LAYER}) (in|out),? (?:over |for )?({_SECONDS}){_END}",
            r"fade \1 \2 over \3",
        ),
        (rf"\Afade it (in|out) (?:over|for) ({_SECONDS})[.,;] ?(the {_LAYER}),? i mean{_END}",
         r"fade \3 \1 over \2"),
        (
            rf"\A(?:remove|reduce|clean up|get rid of|take out) (?:the )?(?:background )?(?:noise|hum|hiss)"
            r"(?: (?:from|in) the (?:sound|audio|recording))?,? (?:but )?(?:please )?(?:don't|do not) "
            rf"(?:lower|mute|turn down) (?:it|the (?:sound|audio|volume))(?: down)?{_END}",
            "remove the background noise",
        ),
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
        # --- how fast, and how long it is then
        (
            r"\A(speed|slow) (?:it|the (?:video|clip|reel|whole thing)) (?:up|down) (?:so "
            r"(?:that )?|until )"
            r"(?:it|the (?:video|clip|reel|whole(?: thing)?|total)) (?:is|lasts|runs|takes)(?: only"
            rf"| exactly| just)? ({_SECONDS})(?: long)?{_END}",
            lambda match: f"{match[1]} it {_WAYS[match[1].lower()]} so that it is {match[2]} long",
        ),
        (
            r"\A(?:fast[- ]forward|speed up) (?:from |between )?"
            rf"({_AT}) (?:to|and) ({_AT}),? (?:by )?(two|three|four|five|[2-9]) ?(?:times|x)"
            rf"(?:,? (?:and )?the rest (?:(?:stays |plays )?at (?:normal|its normal|the usual) speed"
            rf"|normal)){_END}",
            r"play \1 to \2 at \3 times the speed",
        ),
        (
            r"\A(?:that|it|this)(?:'s| is) (?:a bit |far |way |much )?too (?:hectic|fast|rushed|slow|quick"
            r"|sluggish)[,.;] ?(?:so )?(?:please )?(?:(?:put|set|bring|change) it |go )?back to "
            rf"(?:normal|how it was)(?: speed)?{_END}",
            "set the speed back to normal",
        ),
        (
            rf"\A(?:undo|take back|revert|reverse) (?:only|just) the (?:speed(?: change)?|speed-?up){_END}"
            rf"|\Aonly undo the speed(?: change)?{_END}",
            "set the speed back to normal",
        ),
        # --- a look
        (
            rf"\A(?:(?:on second thoughts?|actually|hm+|thinking about it|having seen it)[,:]? )({_LOOK})"
            rf" (?:would|will) (?:suit|be|look|work|fit|go)(?: us| it| this| me| the video)? "
            rf"(?:better|nicer|best){_END}",
            r"make it \1 instead",
        ),
        (rf"\A(make [a-z ]*?{_LOOK}),? (?:but )?not (?:too )?{_LOOK}{_END}", r"\1"),
        (
            r"\A(?:zoom|push) in (?:a (?:little|bit|touch)|slightly|gently) (?=(?:from|between|at) [0-9])",
            "zoom in ",
        ),
        # --- pictures on top
        (
            r",? ?\b(?:at|with|in) (?:an? )?(?:scale|size)(?: of)? (0?\.[0-9]{1,2})(?=[ ,.]|\Z)",
            lambda match: f", scaled to {_percent(match[1])}",
        ),
        (
            rf"(?<=as picture in picture)([^.;]*?, )({_N}) to ({_N})(?=,|[ .!]*\Z)",
            r"\1\2 to \3 s",
        ),
        (
            r", (?:scale|size) (0?\.[0-9]{1,2})(?=[ ,.]|\Z)",
            lambda match: f", scaled to {_percent(match[1])}",
        ),
        (
            r"\A(?:lay|put|place) (<:file>) (?:over|on top of|onto) (?:the )?(?:video|picture|clip) as an? "
            r"(?:small |little )?(?:window|picture[- ]in[- ]picture|inset) (?:in|at) ",
            r"overlay \1 in ",
        ),
        (
            r"\A(move|put|shift) (the (?:logo|title|caption|watermark)) (?:over )?to the (left|right),? "
            rf"(?:but )?(?:still|staying|keep it) (?:at|in) the (top|bottom){_END}",
            r"\1 \2 to the \4 \3",
        ),
        # --- between two clips
        (
            rf"\A(?:use|have|put|make) (an? (?:dip to (?:black|white)|crossfade|cross-fade|wipe)) "
            rf"(?:of|lasting)"
            rf" ({_SECONDS}) between (?:the two|both|the) (?:parts|clips|pieces|halves){_END}",
            r"add \1 of \2 between the clips",
        ),
        # --- how loud
        (
            rf"\A(?:the )?(volume) (up|down) (?:by )?([0-9]{{1,3}} ?(?:%|percent)){_END}",
            r"turn the \1 \2 by \3",
        ),
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
            rf"\A(?:(?:actually|no|rather|sorry|hm+)[,.]? )?(?:let's (?:have|take|use) |take |use "
            rf"|have )?('?{_STYLE}'?|<:text>|<:file>) instead,? (?:but )?"
            rf"(?:(?:at |with )?the |at )?same (?:level|volume|loudness){_END}",
            r"replace the music with \1",
        ),
        (
            rf"\A(?:subtitle|caption|transcribe) what (?:she|he|i|we|they|is|the [a-z]+)(?: says?"
            rf"| said| say"
            rf"| am saying| are saying| is saying)? automatically,? and (?:put|add|lay|play) ({_STYLE})"
            rf"(?: (?:underneath|under it|below(?: it)?))?{_END}",
            r"add automatic captions and add \1",
        ),
        (
            rf"\Asome (<:text>|{_STYLE}) (?:in|as|for) (?:the )?background(?: music)? (?:for"
            rf"|during|throughout)"
            rf" the whole (?:video|thing){_END}",
            r"add \1 music for the whole video",
        ),
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
            r"\Athere(?:'s| is) (?:an? |some )?(?:[a-z]+ )?(?:hum|hiss|noise|buzz|static)(?:ing)?"
            r"(?: (?:in|on|all over) (?:the"
            r"|my|our|this) [a-z]+)?[,.;] ?(?:(?:can|could|would|will) you )?(?:please )?"
            r"(?:clean up|remove|get rid of"
            r"|reduce|take out|clean) (?:the |this |that )?(?:(?:audio|background) )?(?:noise|hum"
            r"|hiss|audio|recording|it|that"
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
        (rf"\A(?:title|call|name) it (<:text>) ?({_RANGE}){_END}", r"add the title \1 \2"),
        (
            rf"\A(the (?:title|caption)) should (?:say|read|be) (<:text>) ?,? (?:but )?still "
            rf"(?:in )?({_COLOR}){_END}",
            r"change \1 to \2 and make it \3",
        ),
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
