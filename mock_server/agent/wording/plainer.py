"""Turns of English orders that are not read as they stand, in the words that are."""

from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.plain_words import (
    AT,
    END,
    LEVEL,
    LOOK,
    SECONDS,
    N,
    Said,
    percent,
    spanned,
)
from mock_server.agent.wording.plainer_clips import CLIPS
from mock_server.agent.wording.plainer_daily import DAILY
from mock_server.agent.wording.plainer_footage import FOOTAGE
from mock_server.agent.wording.plainer_layers import LAYERS
from mock_server.agent.wording.plainer_lists import LISTS
from mock_server.agent.wording.plainer_music import MUSIC
from mock_server.agent.wording.plainer_orders import ORDERS
from mock_server.agent.wording.plainer_pictures import PICTURES
from mock_server.agent.wording.plainer_songs import SONGS
from mock_server.agent.wording.plainer_sound import SOUND
from mock_server.agent.wording.plainer_texts import TEXTS
from mock_server.agent.wording.plainer_video import VIDEO
from mock_server.agent.wording.plainer_wanted import WANTED
from mock_server.agent.wording.plainer_wishes import WISHES

_PUT = r"(?:insert|put|add|place|drop(?: in)?|splice(?: in)?|play|show|use)"
_CUT = r"(?:cut|remove|delete|trim|lose|drop|chop|take)"
_GONE = r"(?:lose|drop|delete|cut|remove|ditch|scrap|discard|forget|throw (?:away|out)|get rid of)"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom|cent(?:er|re)|middle)"
_VIDEO = r"(?:the (?:whole |entire )?(?:video|clip|thing|footage)|it|everything)"
_COLOR = r"(?:red|blue|green|yellow|white|black|orange|pink|purple)"
_ORDINAL = r"(?:first|second|third|last)"
_LAYER = r"(?:logo|title|music|caption|watermark|text)"
_STYLE = r"(?:jazz|rock|lo-?fi|piano music|piano|pop|ambient|classical music|techno|folk)"
_RANGE = rf"(?:from |between )?{AT} ?(?:to|-|and|until) ?{AT}"
_OUT = r"(?:remove|delete|cut|take|trim|chop|drop|lose)"


def _quoted(told: str) -> str:
    return f'"{told}"' if told.isascii() else told


def _next_lost(match: Match[str]) -> str:
    """What follows the first so many seconds, and is as long as said."""
    first, more = number(match[1]), number(match[2])
    return f"cut {float(first):g} to {float(first + more):g} seconds"


_RULES: Rules[Said] = Rules(
    (
        # --- a part of another clip
        (
            rf"\b{_PUT} (?:just |only )?(?:the )?first ({SECONDS}) of (<:file>) (?:at|in|from) "
            rf"({AT})(?: mark)?{END}",
            lambda match: f"insert {match[2]} for {match[1]} at {_timed(match[3])}",
        ),
        (
            rf"\b{_PUT} (?:just "
            rf"|only )?(?:the )?first ({SECONDS}) of (<:file>) (?:in front(?: of (?:it|the"
            rf" video|everything))?|(?:at|to) the (?:very )?(?:start|beginning|front)|first){END}",
            r"insert \2 for \1 at 0 s",
        ),
        # --- a picture as a clip
        (
            rf"(?:\A|(?<=[.;,] ))(?:i(?:'ve| have)? uploaded (<:file>)[;,.] (?:please )?)"
            rf"(?:put|place|show|use) it (?:right )?at the (?:very )?(?:start|beginning) as an? "
            rf"(?:full[- ]?screen )?(?:clip|picture|image|still)(?: of its own)? for ({SECONDS}){END}",
            r"show \1 for \2 before the video",
        ),
        (
            rf"\A(?:end|finish|close)(?: the video)? (?:on|with) (<:file>) as (?:its own|a(?: separate)?)"
            rf"(?: full(?:[- ]screen)?)? (?:clip|picture|still|image),? (?:for )?({SECONDS}){END}",
            r"add \1 as a clip at the end for \2",
        ),
        (
            rf"\A(?:open|begin|start)(?: the video)? with (<:file>) as (?:its own"
            rf"|a(?: separate)?)(?: full(?:[- ]screen)?)? (?:clip|picture|still|image),? (?:for )?"
            rf"({SECONDS})"
            rf"{END}",
            r"show \1 for \2 before the video",
        ),
        # --- a name with what is below it
        (
            rf"(?:\A|(?<=[.;,] ))(?:introduce (?:me|her|him|us|the [a-z]+) with |add |show "
            rf"|put )?(?:an? |the )?lower third[:,]? ?"
            rf"(<:text>) ?,? ?(?:and |with )?(?:an? |the )?(?:subtitle|sub|role|job|job title|second line"
            rf"|line below|below(?: it)?|underneath(?: it)?|under it|beneath(?: it)?)[:,]? ?"
            rf"(<:text>) ?,? ?((?:from )?{AT} ?(?:to|-) ?{AT}){END}",
            r"lower third \1, \2 \3",
        ),
        (
            rf"\A(?:add |show |put )?(?:an? |the )?lower third (<:text>) ?,? ?({_RANGE}),? (?:and |with )"
            r"(<:text>|[a-z]{2,20}(?: [a-z]{2,20}){0,2}) ?(?:under|below|underneath|beneath) (?:it|that)"
            rf"{END}",
            lambda match: f"lower third {match[1]}, {_quoted(match[3])}, {spanned(match[2])}",
        ),
        (
            rf"\A(?:add )?(?:an? |the )?lower third (for the first {SECONDS}|{_RANGE})[:,] ?(?:the )?name "
            r"(<:text>|[a-z]{2,20}(?: [a-z]{2,20}){0,2}) ?, (?:and )?(?:underneath|below|under it|role|job"
            rf"|subtitle) (<:text>|[a-z]{{2,20}}(?: [a-z]{{2,20}}){{0,2}}) ?{END}",
            lambda match: f"lower third {_quoted(match[2])}, {_quoted(match[3])} {spanned(match[1])}",
        ),
        # --- what is kept
        (
            rf"\A(?:i )?(?:(?:just|only) (?:need|want|keep)|keep (?:just|only)) the (?:bit|part|section"
            rf"|stretch|piece|portion) (?:between|from) ({AT}) (?:and|to) ({AT})(?:[,;.] ?(?:and |so )?"
            rf"{_GONE} (?:all )?the (?:rest|other parts?))?{END}",
            r"keep only \1 to \2",
        ),
        (
            rf"\A(?:please )?(?:start|begin) (?:(?:the video|it|the clip) )?at ({AT}),? (?:and )?"
            rf"(?:end|finish|stop) (?:(?:it|the video|the clip) )?at ({AT})(?=[ .!]*\Z|, [a-z])",
            lambda match: f"keep only {_timed(match[1])} to {_timed(match[2])}",
        ),
        (
            rf"\Akeep the first ({N}) seconds?,? (?:but|and) {_GONE} the next ({N})(?: seconds?)?{END}",
            _next_lost,
        ),
        (
            rf"\A{_CUT} (?:off )?(?:from )?the (?:beginning|start|front),? (?:so (?:that )?"
            rf"|until )(?:(?:just |only )?(?:({SECONDS}) (?:are|is) left|({SECONDS}) remains?)|"
            rf"(?:the total"
            rf"|the whole(?: thing)?|the video|it|the total length) (?:is|lasts|runs)(?: only)? "
            rf"({SECONDS})(?: long)?){END}",
            lambda match: f"keep only the last {match[1] or match[2] or match[3]}",
        ),
        (
            rf"\A{_CUT} (?:off )?(?:from )?the (?:end|ending|back),? (?:so (?:that )?|until )"
            rf"(?:(?:just |only )?(?:({SECONDS}) (?:are|is) left|({SECONDS}) remains?)|(?:the total"
            rf"|the whole(?: thing)?|the video|it|the total length) (?:is|lasts|runs)(?: only)? "
            rf"({SECONDS})(?: long)?){END}",
            lambda match: f"keep only the first {match[1] or match[2] or match[3]}",
        ),
        # --- what goes
        (
            r"\A(?:we|i)(?: really)? (?:(?:can|could|will|may) (?:easily )?do without|(?:won't"
            r"|will not|don't"
            r"|do not|no longer|shan't)(?: really)? need)"
            rf" (the (?:first|last) {SECONDS}|{AT} to {AT}|the (?:part|bit|stretch|section) {_RANGE}"
            rf"|the {_LAYER}|seconds {N} (?:to|-) {N})(?: any ?more| any longer| after all)?,? ?"
            rf"(?:(?:so|and)|[,;.])? ?(?:please )?(?:just )?{_OUT} (?:it|them|that|those)"
            rf"(?: off| out| away)?(?: again)?{END}",
            r"remove \1",
        ),
        (
            r"\A(?:the |my |our )?(?:client|customer|boss|team|director|producer|editor|manager|he|she|they"
            r"|we|i)(?: has| have|'ve)? (?:decided against|(?:doesn't|don't|does not|do not"
            r"|no longer) wants?"
            r"|(?:doesn't|don't|does not|do not|didn't) like|had enough of) (?:the |any )?"
            rf"({_LAYER})(?: any ?more| any longer| now| after all)?,? ?(?:(?:so|and)|[,;.]) ?(?:please )?"
            rf"(?:just )?{_OUT} it(?: off| out| away)?(?: again)?{END}",
            r"remove the \1",
        ),
        (rf"\A({_OUT}|mute|reverse) (?:only )?the ({_ORDINAL}) (title|caption|logo|clip) only{END}",
         r"\1 the \2 \3"),
        (
            rf"\Afade (?:only|just) (the {_LAYER}) (in|out),? (?:over |for )?({SECONDS}){END}",
            r"fade \1 \2 over \3",
        ),
        (rf"\Afade it (in|out) (?:over|for) ({SECONDS})[.,;] ?(the {_LAYER}),? i mean{END}",
         r"fade \3 \1 over \2"),
        (
            rf"\A(?:remove|reduce|clean up|get rid of|take out) (?:the )?(?:background )?(?:noise|hum|hiss)"
            r"(?: (?:from|in) the (?:sound|audio|recording))?,? (?:but )?(?:please )?(?:don't|do not) "
            rf"(?:lower|mute|turn down) (?:it|the (?:sound|audio|volume))(?: down)?{END}",
            "remove the background noise",
        ),
        (
            rf"\b({_CUT}) seconds ({N}) (?:to|through|-) ({N}),? and (?:seconds )?({N}) (?:to|through|-)"
            rf" ({N}){END}",
            r"\1 \2 to \3 seconds and \4 to \5 seconds",
        ),
        (
            rf"\A({_CUT}) the (?:first|last) {SECONDS}[.,;] (?:(?:no|wait|sorry|oops|actually|hang on"
            rf"|i mean|i meant|rather)[, ]+)+(?:i mean(?:t)? )?the (first|last) ({N})(?: seconds?)?{END}",
            r"\1 the \2 \3 seconds",
        ),
        (
            r"\b(remove|delete|clear) everything (?:on top of|over|above|from on top of) (?:the"
            r" )?(?:video|picture|clip) (?=except|but|apart from)",
            r"\1 everything ",
        ),
        # --- how loud
        (
            rf"\A(?:the )?(volume) (up|down) (?:by )?([0-9]{{1,3}} ?(?:%|percent)){END}",
            r"turn the \1 \2 by \3",
        ),
        (
            r"\A(?:please )?take the (?:sound|audio) (?:off|from|out of) (?:of )?"
            rf"({_VIDEO}){END}",
            r"mute \1",
        ),
        (rf"\btake the volume (up|down) by ({LEVEL})", r"turn the volume \1 by \2"),
        (rf"\A(?:at )?half the volume (?:it|that it) (?:has|is at)(?: right)? now{END}",
         "half the current volume"),
        (
            rf"\A(?:the )?music (?:to|at|down to) ({LEVEL}),? (?:and )?(?:the |my )?(?:speech|voice"
            rf"|original"
            rf" sound|original audio|talking) (?:to|at|up to) ({LEVEL}){END}",
            lambda match: f"music volume to {percent(match[1])}, speech volume to {percent(match[2])}",
        ),
        # --- a fade, where the seconds are not said again
        (
            rf"(\bfade in (?:for|over) {SECONDS} at the (?:start|beginning),? and fade out (?:for"
            rf"|over) {N})"
            r"(?= at the end)",
            r"\1 seconds",
        ),
        (rf"(\bfade [a-z ]{{2,24}} over the last {N}){END}", r"\1 seconds"),
        (r"\bfade it (?:to|into) (black|white)\b", r"fade the video to \1"),
        (rf"\A(in|out) (?:as well|too),? (?:but )?over ({N})(?: seconds?| s)?{END}",
         r"fade \1 over \2 seconds as well"),
        # --- music
        (
            rf"\A(?:(?:actually|no|rather|sorry|hm+)[,.]? )?(?:let's (?:have|take|use) |take |use "
            rf"|have )?('?{_STYLE}'?|<:text>|<:file>) instead,? (?:but )?"
            rf"(?:(?:at |with )?the |at )?same (?:level|volume|loudness){END}",
            r"replace the music with \1",
        ),
        (
            rf"\A(?:subtitle|caption|transcribe) what (?:she|he|i|we|they|is|the [a-z]+)(?: says?"
            rf"| said| say"
            rf"| am saying| are saying| is saying)? automatically,? and (?:put|add|lay|play) ({_STYLE})"
            rf"(?: (?:underneath|under it|below(?: it)?))?{END}",
            r"add automatic captions and add \1",
        ),
        (
            rf"\Asome (<:text>|{_STYLE}) (?:in|as|for) (?:the )?background(?: music)? (?:for"
            rf"|during|throughout)"
            rf" the whole (?:video|thing){END}",
            r"add \1 music for the whole video",
        ),
        (
            r"(\b(?:add|use|play|put) <:file>) (?:that|which) (?:gets out of the way|ducks|dips|goes down"
            r"|gets quieter|lowers itself) (?:when(?:ever)?|while|as soon as) (?:someone|somebody|anyone|i"
            rf"|we|people) (?:talks?|speaks?|am talking|is (?:talking|speaking)){END}",
            r"\1 and duck it under speech",
        ),
        (r"\b(jazz|rock|lo-?fi|piano music|pop|ambient|classical music) under (?:everything|it all"
         r"|the whole"
         rf" (?:thing|video)){END}", r"add \1 for the whole video"),
        # --- what is written from speech
        # --- a noise that is heard
        (
            r"\Athere(?:'s| is) (?:an? |some )?(?:[a-z]+ )?(?:hum|hiss|noise|buzz|static)(?:ing)?"
            r"(?: (?:in|on|all over) (?:the"
            r"|my|our|this) (?!music|song|title)[a-z]+(?: (?:recording|track|audio|sound))?)?[,.;] ?"
            r"(?:(?:can|could|would|will) you )?"
            r"(?:please )?"
            r"(?:clean up|remove|get rid of"
            r"|reduce|take out|clean) (?:the |this |that )?(?:(?:audio|background) )?(?:noise|hum"
            r"|hiss|audio|recording|it|that"
            r"|sound)(?: please)?[ .!?]*\Z",
            "remove the background noise",
        ),
        (
            r"\A(?:the|my|our) (?:recording|audio|sound|mic|clip|video) (?:is|sounds) (?:[a-z]+ )?"
            r"(?:noisy|hissy"
            r"|hissing|humming|full of (?:noise|hiss))[,.;] ?(?:so )?(?:please )?(?:clean (?:it"
            r"|that) up|denoise it"
            rf"|clean it|remove (?:the |that )(?:noise|hiss|hum)){END}",
            "remove the background noise",
        ),
        (
            r"\A(?:i|she|he|we|they) (?:speaks?|talks?) (?:a bit |far |much |way |rather )?too "
            r"(?:slowly|slow|fast"
            r"|quickly)[,.;] (?:so )?(?:please )?(?=(?:play|speed|slow) )",
            "",
        ),
        # --- bigger and smaller
        (
            rf"\A(?:an? )?(?:slightly |somewhat )?(smaller|bigger|larger) ({_LAYER}) would (?:be|look)"
            rf" (?:nicer|better|good|nice|great){END}",
            r"make the \2 \1",
        ),
        # --- only a part
        (
            rf"\A((?:slightly |a (?:bit|little) |much )?(?:quieter|louder|faster|slower"
            rf"|softer)),? (?:but )?"
            rf"only (?:for |in )?(the (?:first|last|second) (?:half|third|{SECONDS})){END}",
            r"make \2 \1",
        ),
        (
            rf"(\A(?![^,.;]*\b(?:add|show|title|caption|text|write|say|put"
            rf"|play)\b)[^,.;]{{4,40}}),? but (?:just )?not (?:for|in|during) (the (?:first"
            rf"|last) {SECONDS}){END}",
            r"\1 except for \2",
        ),
        (rf"\A(?:add )?(?:the )?(logo)( (?:in"
         rf"|at) the [a-z -]+?)?,? but only after the first ({SECONDS}){END}",
         r"add the \1\2 from \3 on"),
        (rf"\A(?:title|call|name) it (<:text>) ?({_RANGE}){END}", r"add the title \1 \2"),
        (
            rf"\A(the (?:title|caption)) should (?:say|read|be) (<:text>) ?,? (?:but )?still "
            rf"(?:in )?({_COLOR}){END}",
            r"change \1 to \2 and make it \3",
        ),
        # --- two of them
        (
            rf"\Atitles (<:text>) ?,? ?((?:at |in )?(?:the )?{_PLACE}),? and (<:text>) ?,? "
            rf"?((?:at |in )?(?:the )?{_PLACE}),? (?:both )?((?:from )?{AT} ?(?:to|-) ?{AT}){END}",
            r"title \1 \2 \5 and title \3 \4 \5",
        ),
        (
            rf"\Amake the ({_ORDINAL}) one ({LOOK}),? and (mute|reverse) the ({_ORDINAL})(?: one)?{END}",
            r"make the \1 clip \2 and \3 the \4 clip",
        ),
        # --- put right
        (r"\A(?:hmm?|hm+|uh|um|oh|er)[, ]+(?:no|nah|nope|actually)[, ]+(?=back to normal)", ""),
        (rf"\A(move|shift) (it|that) to ({N}) ?(?:to|-|until) ?({N})(?: instead)?{END}",
         r"\1 \2 to \3-\4 seconds"),
        (
            r"\A(?:oops|sorry|ah|oh|typo|argh)[,:.!]? (?:(?:that's|it's|there (?:are|should be)|with) )?"
            rf"(?:two|one|double|a single|only one) [a-z](?:'?s)?[:,] ?(<:text>){END}",
            r"change it to \1",
        ),
        # --- cropped, not cut
        (
            rf"\A(?:take|cut|trim|shave) ({LEVEL}) off the (top|bottom|left|right)(?: side)? of the"
            rf" (?:picture|frame|image)(?:,? (?:and )?not (?:off )?the (?:length|time|duration"
            rf"|end))?{END}",
            r"crop \1 off the \2",
        ),
    )
)  # fmt: skip


def _timed(time: str) -> str:
    return time if ":" in time or time[-1] == "s" or time.endswith("sec") else f"{time} s"


def plainer(text: str) -> str:
    """A message with marks for its texts and files, said plainly; the same where nothing is known."""
    for table in (
        DAILY,
        LISTS,
        _RULES,
        WISHES,
        WANTED,
        MUSIC,
        PICTURES,
        LAYERS,
        CLIPS,
        VIDEO,
        TEXTS,
        FOOTAGE,
        SOUND,
        ORDERS,
        SONGS,
    ):
        text = table.apply(text, plainly)
    return text
