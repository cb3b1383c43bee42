"""Plain English orders with a word too many, or a reason behind them, said as the lexicon knows them."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.nouns import LAYER, THE
from mock_server.agent.values.placeholders import FILE, Values, index, pattern
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Replacement, Rules, plainly
from mock_server.agent.wording.ends import ends_of
from mock_server.agent.wording.shown import Shown

_END = r"(?=[ .!?]*\Z)"
_MOOD = (
    r"(?:lo-?fi|jazz|rock|piano|epic|calm|happy|sad|upbeat|acoustic|ambient|electronic|classical|funky"
    r"|romantic|inspiring|folk)"
)
_MUSIC = rf"(?:<:file>|{_MOOD}(?: music)?)"
_VIDEO = r"(?:it|this|the (?:whole )?(?:video|clip|thing|film|minute))"
_PEOPLE = r"(?:people|viewers|everyone|everybody|them|the (?:audience|viewers)|my [a-z]+)"
_SPEEDING = (
    r"by (?:speeding (?:it|the (?:video|clip)) up|speeding up|playing it faster|making it faster)"
)
_FINE = (
    r"(?:is|looks) (?:fine|ok|okay|good|great|perfect|lovely|nice)|(?:can |should )?stays?"
    r"|is (?:to stay|staying)"
)
_FADED = (
    r"(?:please )?(?:i (?:don't|do not) (?:want|need) (?:a|the|any) |there should be no |no )fade"
)
_NO_MORE = r"(?: please| any ?more| any longer)*"
_AS_THEY_DO = (
    r"(?: (?:it|this|that|along|everything|what(?:'s| is| was| i| he| she| they| we)? (?:being )?(?:say"
    r"|says"
    r"|saying|said)|the (?:video|talk|story|words|speech|whole thing)|without (?:the )?(?:sound|audio)"
    r"|with the"
    r" (?:sound|audio) off|on mute|muted|better|easily|even|at work|on the (?:bus|train)))*"
)
_SIGHS = (
    r"(?:[ ,]*(?:hm+|no|oh|actually|sorry|never ?mind|that (?:was|is) too much|(?:i|we) (?:liked|preferred)"
    r" (?:it|the [a-z]+) (?:better|more)(?: before)?|(?:i|we) (?:don't|do not) like (?:it|that))[ ,.]+)*"
)


def _as_music(said: str) -> str:
    return f"music {said}" if said[0] == FILE else f"{said.removesuffix(' music')} music"


_RULES: tuple[tuple[str, Replacement], ...] = (
    # --- only there
    (
        r"\A([ ,]*(?:(?:can|could) you |please )*(?:add|put|play|insert|overlay|place|display|i (?:want"
        r"|need))"
        rf" (?!(?:the|my|our|its) )(?:(?!\b(?:not|no|except|all|and|{LAYER}s?"
        rf" already)\b)[^,;\ue012\ue013])*?)"
        r",? (?:but )?(?:only|just) (?:for |in |during |over )?(<:range>)"
        rf"(?: please)?{_END}",
        r"\1 \2",
    ),
    (
        rf"\A([ ,]*(?:please )?(?:lower|raise|reduce|increase|set|turn|make|speed|slow|play|rotate|mute) "
        rf"(?:up |down )?(?:{_VIDEO}|the (?:original )?(?:volume|sound|audio|picture|music|speech))"
        r"(?:(?!\b(?:not|no|except|(?<!black )and|only)\b)[^,;\ue012\ue013])*?),? but (?:only|just)"
        rf" (?:for |in |during |over )?(<:range>)(?: please)?{_END}",
        r"\1 \2",
    ),
    # --- a reason behind it
    (
        rf"(?<=[a-z\ue000]),? (?:because |since |as |so (?:that )?)?(?:i|we)(?: really)? (?:want|need"
        rf"|would like)"
        rf" {_PEOPLE} to (?:be able to )?(?:follow|understand|see|read|hear|know|get|enjoy|watch)"
        rf"{_AS_THEY_DO}{_END}",
        "",
    ),
    # --- what is cropped
    (
        r"\bcrop (<:percent>)(?: off)?(?: of)?(?: the (?:picture|image|video|frame))?(?: from| off| on|"
        r" at)?"
        r" (?:all around|all round|all (?:the )?(?:edges|sides)|(?:the|all four) (?:edges|sides"
        rf"|borders)){_END}",
        r"crop \1",
    ),
    (
        r"\bcrop (?:all (?:the |four )?(?:sides|edges)|all around)"
        rf" (?:by )?(?=<:percent>{_END})",
        "crop ",
    ),
    # --- how large, beside a share
    (r"(<:file>) (?:small|smaller|tiny|big|large) (?=(?:in|at) [^\ue014]*<:percent> (?:size|scale))",
     r"\1 "),
    # --- one sound instead of another
    (
        r"\b(mute (?:it|the (?!music|song|title)[a-z]+)|(?:mute|kill|remove|drop|silence|turn off"
        r"|lose|get rid of) the"
        r" (?:original |own )?(?:audio|sound)(?: of the (?:clip|video)| track)?),? (?:and |then )?"
        rf"(?:(?:use|play|put|have|take) ({_MUSIC})(?: in)? instead|replace it (?:with|by) ({_MUSIC}))"
        rf"(?: please)?{_END}",
        lambda match: f"{match[1]}, and add {_as_music(match[2] or match[3])}",
    ),
    # --- fades
    (
        rf"\A[ ,]*{_FADED}(?:[- ]in)?(?: at the (?:very )?(?:start|beginning))?{_NO_MORE},? (?:but )?"
        rf"(?:only )?(?:the (?:one|fade) (?:at the end|out)|the fade[- ]out) (?:{_FINE}){_END}",
        "remove the fade in of the video",
    ),
    (
        rf"\A[ ,]*{_FADED}(?:[- ]out)?(?: at the (?:very )?end)?{_NO_MORE},? (?:but )?"
        rf"(?:only )?(?:the (?:one|fade) (?:at the (?:start|beginning)|in)|the fade[- ]in)"
        rf" (?:{_FINE}){_END}",
        "remove the fade out of the video",
    ),
    (
        rf"\A[ ,]*no fade[- ]in,? (?:but|just|only) (?:an? )?(<:time> )?fade[- ]out(?: of)?("
        rf" <:time>)?{_END}",
        r"remove the fade in, and add a \1\2 fade out",
    ),
    (
        rf"\A[ ,]*no fade[- ]out,? (?:but|just|only) (?:an? )?(<:time> )?fade[- ]in(?: of)?("
        rf" <:time>)?{_END}",
        r"remove the fade out, and add a \1\2 fade in",
    ),
    (
        r"\A[ ,]*(?:please )?keep the fade[- ](in|out),? (?:but|and) (?:lose|drop|remove|delete|kill|get"
        r" rid of)"
        r" the (fade[- ](?!\1)(?:in|out))",
        r"remove the \2",
    ),
    (
        r"(\b(?:remove|delete|lose|drop|get rid of) the (?:colou?r )?(?:look|filter|grade|tint)),? but"
        r" (?:please )?"
        rf"(?:keep|leave) the (?:fades?(?: (?:in|out))?|volume|speed){_END}",
        r"\1",
    ),
    (
        r"(\b(?:add|generate|put in) (?:some |automatic )?(?:captions|subtitles)),? and fade (out at the"
        r" (?:very )?"
        rf"end|in at the (?:start|beginning)){_END}",
        r"\1, and fade the video \2",
    ),
    (
        r"\A[ ,]*(?:please )?keep the (?:fade at the (?:very )?end|fade[- ]out),? (?:but |and )?the"
        rf" (?:one at the (?:start|beginning)|fade[- ]in) (?:has to|must|should|can) go{_END}",
        "remove the fade in of the video",
    ),
    (
        r"\A[ ,]*(?:please )?keep the (?:fade at the (?:start|beginning)|fade[- ]in),? (?:but |and )?the"
        rf" (?:one at the (?:very )?end|fade[- ]out) (?:has to|must|should|can) go{_END}",
        "remove the fade out of the video",
    ),
    # --- what is heard
    (
        r"\A[ ,]*(?:i|we) (?:only|just) (?:want|need) to hear (?:it |the (?:video|sound|audio) )?(<:range>)"
        r"(?:,? (?:so |and |please )*mute (?:(?:it|the (?:video|sound|audio|talk)) )?"
        rf"(?:everywhere|everything|all|the rest)(?: else| of it)*)?{_END}",
        r"mute everything except \1",
    ),
    # --- what it reads
    (
        r"\b(change|correct|fix|update|set) the (?:name|text|wording|words|caption|title) (?:in|on|of"
        r"|inside)"
        r" ((?:the|my) (?:lower[- ]third|name ?tag|title|caption)) to (?=<:text>)",
        r"\1 \2 to ",
    ),
    (r"\b(?:a )?name ?tag (<:text>) as (?:a |the )?lower[- ]third\b", r"lower third \1"),
    # --- cuts that remove nothing
    (
        r"\bmake (?:two|three|four|<:number>) (?:cuts|splits) ?[,:]? (?=(?:one )?at <:time>)",
        "split the video ",
    ),
    # --- thrown away
    (
        r"\b(?:throw|toss|chuck|take) (everything|it all|the (?:first|second|last"
        r"|final|opening|closing|middle) (?:half|third"
        r"|quarter"
        r"|part|piece|clip|bit)|(?:the (?:part|section|stretch|piece|bit) )?<:range>) (?:away|out)\b"
        r"(?: of (?=the (?:timeline|video)))?",
        r"remove \1",
    ),
    # --- how long
    (
        rf"\b(?:shrink|squeeze|get|bring|reduce|shorten|compress|fit) {_VIDEO}(?: down)? (?:to|into|in)"
        rf" (<:time>)(?: in total)?"
        rf" {_SPEEDING}(?:,? without cutting anything(?: out)?)?{_END}",
        r"speed up the video until it lasts \1",
    ),
    # --- no sound there
    (
        r"\A[ ,]*there (?:shouldn't|should not|mustn't|must not) be any (?:sound|audio|noise) (?:at all )?"
        rf"(?=<:range>{_END})",
        "mute ",
    ),
    (rf"\A[ ,]*there should be no (?:sound|audio)(?: at all)? (?=<:range>{_END})", "mute "),
    # --- one shape
    (
        r"(<:ratio>|\b(?:vertical|square|portrait))(?: please)?,? but (?:with no|without(?: the)?|no)"
        r" black bars?,?"
        rf" (?:so )?(?:please )?(?:just )?(?:crop|zoom)(?: it)?(?: in)? to fill(?: the (?:frame"
        rf"|screen))?{_END}",
        r"\1 and fill the frame",
    ),
    (
        r"\A[ ,]*(?:please )?(?:use|put|take|with|add) the (?:blurred|blurry) background"
        rf"(?: please)?{_END}",
        "make the format blurred background",
    ),
    # --- large, and loud
    (
        r"(\b(?:mute|kill|remove|drop|silence|turn off) the (?:original |own )?(?:sound|audio)(?: of the"
        r" (?:clip|video))?)"
        rf",? so (?:that )?(?:you|we|people|i) (?:can )?(?:only|just) hear the (?:song|music){_END}",
        r"\1",
    ),
    (
        r"\A[ ,]*there (?:should|must) be no (?:sound|audio)(?: at all)?,? (?:except|but|apart from|other"
        r" than)"
        rf" (?:for |in |during )?(?=<:range>{_END})",
        "mute everything except ",
    ),
    (rf"\A[ ,]*((?:the |my )?music) back (?:up )?to (?=<:percent>(?: please)?{_END})", r"set \1 to "),
    # --- the one that goes
    (
        r"\A[ ,]*everything(?: else)?(?: about it)? (?:is|looks) (?:fine|ok|okay|good|great|perfect),?"
        r" (?:except|but"
        rf"|apart from|except for) ({THE}),? (?:(?:which|that|it) )?(?:has to|needs to|must|should|can)"
        rf" go{_END}",
        r"remove \1",
    ),
    # --- how fast
    (
        rf"\A[ ,]*(?:please )?make {_VIDEO} (<:factor>|<:number> times|three times|four times) (?:as long"
        rf"|longer) by"
        rf" (?:slowing (?:it|the (?:video|clip)) down|playing it slower){_END}",
        r"make it \1 slower",
    ),
    # --- gone
    (
        r"\A[ ,]*(?:i|we) (?:don't|do not) (?:want|need) (<:range>) (?:in there|in it|in the (?:video"
        r"|final cut)"
        rf"|to be in (?:there|it)){_END}",
        r"remove \1",
    ),
    (
        r"\A[ ,]*not (?:<:range>|the (?:first|last)),? ?"
        r"(?:-+ ?|but (?:rather )?)(<:range>) (?:should|must|can|(?:has|have"
        r"|needs?) to)"
        rf" (?:go|be (?:cut|removed|deleted)){_END}",
        r"cut \1",
    ),
    # --- a fade that goes, and a duck
    (
        rf"\A[ ,]*({THE}) should (?:start|begin|come in) (?:right away|at once|immediately|straight away),?"
        rf" (?:without|with no) (?:the |a |any )?fade[- ]in{_END}",
        r"remove the fade in from \1",
    ),
    (
        r"\A[ ,]*(?:please )?(?:stop|quit) (?:lowering|ducking|turning down) (the (?:music|song))"
        rf" (?:when|while|whenever) (?:someone|somebody|anyone|people|i|he|she|they)(?:'s|'m| is| am| are)?"
        rf" (?:speaks?|talks?|talking|speaking){_END}",
        r"remove the duck from \1",
    ),
    (
        rf"\A[ ,]*(the (?:music|song)) (?:doesn't|does not) (?:need|have) to duck(?: any ?more| any"
        rf" longer){_END}",
        r"remove the duck from \1",
    ),
    (
        rf"\b(?:make|get) {_VIDEO} (twice|two times|three times|four times) (?:as long|longer) by"
        rf" (?:slowing (?:it"
        rf"|the (?:video|clip)) down|playing it slower){_END}",
        r"make it \1 slower",
    ),
    # --- each so long
    (
        r"\A[ ,]*(?:please )?(?:add|put|show) (<:text> ?at <:time>(?:,? (?:and )?<:text> ?at <:time>)+) as"
        rf" (titles|lower[- ]thirds),? each (?:for|lasting) (<:time>){_END}",
        r"\2: \1 for \3 each",
    ),
    # --- a slip
    (
        r"\A[ ,]*(?:sorry|oops|oh|ah|no)?[ ,]*(?:a )?(?:typo|my (?:bad|mistake)|(?:i made|there's|that's"
        r"|that was)"
        r" a (?:typo|mistake))[ ,:-]+(?=(?:it|the [a-z]+) should (?:say|read|be) <:text>)",
        "",
    ),
    # --- back as it was
    (
        rf"\A{_SIGHS}(?:please )?(?:(?:go|change (?:it|that)|set it|turn it|put (?:it|that)|take it)"
        rf" back(?: to)?"
        r" (?:the way|how|what|to how|to what|to the way|like) it was|back to (?:what|how|the way) it was)"
        rf"(?: before)?(?: please)?{_END}",
        "undo that",
    ),
    # --- asked for
    (
        r"\A[ ,]*(?:would|is) it (?:be )?possible to (?:get|have) (captions|subtitles|music|a <:time>"
        r" fade (?:in|out))"
        rf"(?: on (?:this|it|the video))?{_END}",
        r"add \1",
    ),
    (r"\bwould you mind turning\b", "could you turn"),
    # --- several at once
    (rf"(<:range>,? and <:range>) (?:in one go|all at once|at once){_END}", r"\1"),
    (r"(?<=\blower thirds) please(?=[:,]? ?<:text>)", ""),
    (
        r"\A[ ,]*(?:set the |the )?volume (?:to |at )?(<:percent>) (?:for |in |during |over"
        r" )?(<:range>),? (?:and |then )?"
        rf"(<:percent>) (?:for |in |during |over )?(<:range>)(?:,? (?:and )?(?:the )?rest (?:unchanged|as"
        rf" (?:it )?is"
        rf"|normal|stays?(?: the same)?))?{_END}",
        r"set the volume to \1 \2, and set the volume to \3 \4",
    ),
    (
        r"\A[ ,]*(?:please )?(?:don't|do not) (?:delete|remove) (the (?:title|caption|logo|music)),?"
        r" (?:but )?(?:only|just) "
        r"(change|make|set|move|turn) (?:its (colou?r|size|text|position)|it)\b",
        r"\2 \1 ",
    ),
)  # fmt: skip
_PUT = Rules(_RULES)
_DOWN_TO = pattern(
    r"\A[ ,]*(?:please )?(?:cut|trim|shorten|get|bring) (?:it|the video|the clip|this)(?: down)? to"
    r" <time>,?"
    r" (?:and |by )?(?:take|taking|cut|cutting|remove|removing|trim|trimming) (?:(?:the |some )?time |it "
    r"|the rest"
    rf" |the excess )?(?:off |away )?(?:from |at )?(?:the )?(beginning|start|front|end|back){_END}"
)


_NOT_BUT = pattern(
    r"\A[ ,]*no (music|captions|subtitles|title|logo)(?: please)?,? (?:but )?(?:only|just) "
    rf"(captions|subtitles|{_MOOD} music)(?: please)?{_END}"
)
_NO_SOUND = Regex(
    r"[ ,]*there (?:should|must)(?: be no|n't be any| not be any) (?:sound|audio"
    r"|noise)",
    re.I,
)
_SOUNDS = ("music", "voiceover", "sound")
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y)"
_OTHER_ONE = pattern(
    rf"\A[ ,]*(?:please )?(?:make )?the (first|second|last) (title|caption) (?:should be |must be |has to"
    rf" be )?"
    rf"({_COLOR}),? (?:and|but) (?:make )?the other(?: one| title| caption)? (?:should be )?({_COLOR})"
    rf"(?: please)?{_END}"
)
_ROLES = {"subtitles": "caption", "captions": "caption", "logo": "overlay"}


def put_plainly(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence in plainer words."""
    if " to " in text and (down := _DOWN_TO.match(text)):
        return f"keep only {_what_stays(down, values)}"
    if "er" in text and (ends := ends_of(text, values)):
        return ends
    if found := _NOT_BUT.match(text):
        unwanted = _ROLES.get(found[1].lower(), found[1].lower())
        return text if any(one.role == unwanted for one in shown) else f"add {found[2]}"
    if (other := _OTHER_ONE.match(text)) and sum(
        one.role == other[2].lower() for one in shown
    ) == 2:
        nth = "second" if other[1].lower() == "first" else "first"
        return (
            f"make the {other[1]} {other[2]} {other[3]}, and make the {nth} {other[2]} {other[4]}"
        )
    if _NO_SOUND.match(text) and any(one.role in _SOUNDS for one in shown):
        return text  # of all sounds, or of the video's?
    return _PUT.apply(text, plainly)


def _what_stays(down: re.Match[str], values: Values) -> str:
    """ "Cut it down to 45 s, take the time off the beginning": the last 45 s."""
    long = values.items[index(down[1])].ms
    first = down[2].lower() in ("end", "back")
    return values.mark("range", Range(0, long) if first else Range(-long, None), down[0].strip())
