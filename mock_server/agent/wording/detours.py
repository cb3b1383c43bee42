"""What goes without saying around an order, and orders that take a detour, said plainly."""

from mock_server.agent.values.nouns import THE
from mock_server.agent.values.placeholders import RANGE
from mock_server.agent.values.rules import Rules, plainly

_PICTURE = (
    r"(?:it|this|that|everything|the (?:whole )?(?:video|picture|colou?rs?|image|footage|clip"
    r"|thing))"
)
_SAY = (
    r"(?:(?:what(?:ever)?|everything|all|the words) (?:that )?(?:(?:i|we|he|she|they|you|people"
    r"|everyone) (?:say|says|said"
    r"|talk about|talks about|am saying|are saying|is saying)|(?:i'm|we're|he's|she's|they're|is"
    r"|is being|'s being|gets)"
    r" (?:saying|said|spoken)))"
)
_SUBTITLES = r"(?:subtitles|captions|subs)"
_MOOD = (
    r"(?:lo-?fi|jazz|rock|piano|epic|calm|happy|sad|upbeat|acoustic|ambient|electronic|classical|funky|romantic"
    r"|inspiring|folk)"
)
_WHOLE = r"(?:it|this|everything|the (?:whole |entire )?(?:video|clip|thing|film))"
_SO_LONG = (
    rf",? (?:just enough )?(?:(?:so (?:that )?|until |till )(?:{_WHOLE}|(?:its|the) (?:total"
    r" |overall )?(?:length|duration))"
    r"(?:'s)?(?: (?:only |just )?(?:takes|lasts|is|runs|becomes|ends up|fits(?: into| in)?))?"
    r"|to fit(?: into| in)?|to last) (?:only |just |for |exactly |precisely )*(<:time>)"
    r"(?: long| in total| altogether)*(?:,? (?:and |but )?(?:without|don't|do not) cut(?:ting)? anything"
    r"(?: out)?)?(?=[ .!?]*\Z)"
)
_VIDEO = r"(?:everything|the (?:whole |entire )?(?:video|picture|film|clip|footage|image|movie))"
_SIDE = r"(?:left|right|top|bottom)(?:[- ]hand)?(?: side| edge)?"
_SIDE_OF_PICTURE = (
    rf"(?:the {_SIDE}(?: of the (?:picture|image|frame))?|the (?:picture|image|frame)'s {_SIDE})"
)
_FADING_VIDEO = (
    r"(?=[^,;]*\b(?:fad\w+|black)\b)(?:slowly |gradually |gently )?"
    rf"(?:(?:have|let|make) {_VIDEO} [a-z ]{{3,30}}"
    rf"|(?:fade|bring|take|ease|dim|darken|raise)(?: in| out| up| down)? {_VIDEO}"
    r"(?: (?:in|out|up|down|away|slowly|gradually))*(?: (?:from|to|into|(?:up |down )?out of) black)?)"
)
_RULES: tuple[tuple[str, str], ...] = (
    # --- captions of what is said
    (
        rf"\b(?:please )?(?:subtitle|caption|transcribe) {_SAY}\b",
        "add automatic captions",
    ),
    (
        rf"\b(?:put|add|place|have|show|make|create|generate|write|i need|i want|i'd like) (?:some"
        rf" |the )?{_SUBTITLES} (?:automatically )?"
        rf"(?:to|on|onto|for|under|of|from|with|over|below) {_SAY}\b(?: automatically)?",
        "add automatic captions",
    ),
    # --- parts
    (
        r"\A[ ,]*(?:please )?(?:the )?(<:range>) (?:(?:can|should|must|has to) be (?:out|gone|away)"
        r"|(?:out|away) (?:please|pls))(?=[ ,.!]*\Z)",
        r"cut \1",
    ),
    (
        r"\A[ ,]*(?:please )?(?:just|only) (?:give me|show me|i want|i need|leave me"
        r"|leave) (?:the )?(<:range>)"
        r"(?: please)?(?=[ ,.!]*\Z)",
        r"keep only \1",
    ),
    (
        r"\A[ ,]*(?:nothing|not much) (?:much |really |interesting )?(?:happens|is happening|going"
        r" on|is going on|to see)"
        r"(?: any ?more)? (<:range>),? (?:so |and )?(?:please |just |you can )?(cut|remove|delete"
        r"|drop|lose|trim) (?:it|that"
        r"|the rest|everything|that part|this part|all of it)(?: off| out| away)?(?=[ ,.!]*\Z)",
        r"\2 \1",
    ),
    (
        r"(\b(?:play|use|put|have|run|add|show) <:file>[^,]{0,40}<:range>) only(?=[ ,.!]*\Z)",
        r"\1",
    ),
    (
        r"(<:range>[^,;]*<:factor>[^,;]*),? (?:and |but )?(?:the )?(?:rest|remainder|others?)(?:"
        r" of it| of the video)?"
        r"(?: (?:is|stays|plays|runs|should be|at|in))* (?:normal|normally|regular|unchanged|as it"
        r" is|as is)(?: speed)?"
        r"(?=[ ,.!]*\Z)",
        r"\1",
    ),
    # --- looks, in words
    (r"\b(?:look )?like (?:an old|a vintage|an antique) (?:movie|film)\b", "look vintage"),
    (
        r",? (?:and |but )(?:without|with no)(?: any)? (?:sound|audio)(?=[ ,.!]*\Z)",
        ", and mute the video",
    ),
    (
        r"\b(?:crank|pump|push|jack|dial|tune|lift|scale|move|take|cut|drop) (?:up |down )?"
        r"(the (?:[a-z]+ )?(?:volume|audio|sound|music|song)(?: of [a-z' ]+?)?)(?: up"
        r"| down)? to (?=<:percent|level>)",
        r"set \1 to ",
    ),
    # --- captions, and music
    (
        rf"\A[ ,]*(?:i|we)(?:'d)? (?:need|want|like)(?: some| the)? {_SUBTITLES}(?: please| on"
        rf" this| for this| on it| in there"
        r"| in the video)*(?=[ ,.!]*\Z)",
        "add automatic captions",
    ),
    (
        rf"\A[ ,]*(?:add |put |with )?(?:some )?{_SUBTITLES},? but (?:make them |please )?(?:in"
        rf" )?(?=(?:white|black|red|blue|green"
        r"|yellow|orange|pink|purple|gold)[ ,.!]*\Z)",
        "add automatic captions in ",
    ),
    (
        r"(\bmusic\b[^,;]*),? but (?:keep it |make it )?(?:very |really )?(?:quiet|quietly|low"
        r"|soft|softly)(?=[ ,.!]*\Z)",
        r"\1 quietly",
    ),
    # --- music under a video
    (
        r"\A[ ,]*(?:please )?(?:underlay|underscore|accompany|back) the (?:whole |entire |full )?(?:video"
        r"|clip) with "
        r"(?=(?:the )?<:text|file>)",
        "over the whole video, add ",
    ),
    (
        r"\b(?:have|let) ((?:the )?(?:<:text|file> (?:background )?(?:music|track|song|sound effect)"
        r"|(?:background )?music <:text|file>|sound effect <:text|file>)) (?:play|run|sound)\b",
        r"add \1",
    ),
    (r"\brun (?=(?:the )?<:text|file> (?:background )?(?:music|track|song))", "add "),
    # --- a verb in two pieces
    (
        r"\bline ((?:these|those|the|all the) (?:following )?(?:clips|segments|videos)) up\b",
        r"line up \1",
    ),
    # --- one stretch and another
    (
        r"(?<=\ue000),? and (?:again|also|once more|likewise) ((?:over |during |for |in )?<:range>)",
        r" and \1",
    ),
    (
        r"\bboth (?=(?:over |during |for |in )?<:range>,? and (?:over |during |for |in )?<:range>)",
        "",
    ),
    # --- where first, and then what
    (
        rf"\A[ ,]*(?:please )?(?:from|off|on|at) ({_SIDE_OF_PICTURE}), (crop|cut|trim|take) (<:percent>)"
        r"(?: off| away)?(?=[ .!]*\Z)",
        r"crop \3 off \1",
    ),
    # --- fades and transitions
    (rf"\bdissolve ({_VIDEO}) (?=(?:out )?to black)", r"fade \1 "),
    (rf"\bfade (?:out )?the end of ({_VIDEO}) (?=(?:out )?to black)", r"fade \1 "),
    (
        rf"\bfade (?:in )?the (?:start|beginning) of ({_VIDEO}) (?=(?:in )?from black)",
        r"fade \1 in ",
    ),
    (rf"\A[ ,]*(<:range>) of {_VIDEO} (?:should|must|is to) (?=fade\b)", r"have \1 of the video "),
    (r"(?<=to black) (?:slowly|gradually|gently|smoothly)\b", ""),
    (
        r"\b(?:slow|nice|smooth|gentle|soft|gradual|quick) (?=(?:cross)?fades?\b[^,;]*<:time>)",
        "",
    ),
    (r"\A[ ,]*(?:please )?use (<:range>) to (?=[a-z])", r"over \1, "),
    (r"\A[ ,]*(?:start|begin|open)(?: the video)? (?:from|in|with) black(?: and|,)+ (?=fade)", ""),
    (
        rf"\b(?:start|begin|open) {_VIDEO} (?:by fading|with a fade)(?: it)?[- ]in\b",
        "fade the video in",
    ),
    (
        rf"\b(?:end|finish|close) {_VIDEO} (?:by fading|with a fade)(?: it)?[- ]out\b",
        "fade the video out",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:over|during|in|within|across|for"
        rf"|throughout) (?:its )?(<:range>)(?: of {_VIDEO})?,?"
        rf" ((?:please )?{_FADING_VIDEO})(?=[ .!]*\Z)",
        r"\2 over \1",
    ),
    (
        r"\A[ ,]*(?:please )?(?:over|within|across|for) (<:time>),"
        r" ((?:please )?(?:(?:have|let|make) [^,;]{1,30}? fade|fade [^,;]{1,30}?)"
        r" ?(?:up|in|out|away)?(?: (?:from|to|into) black)?)(?=[ .!]*\Z)",
        r"\2 over \1",
    ),
    (
        r"\bstart (?:with|from|in|on) (?:a )?black(?: screen| picture)? and (?:then )?fade in\b",
        "fade in from black",
    ),
    (
        r"\A[ ,]*(?:please |can you |could you )*(?:make|have|let|set) the fade[- ](in|out) (?:to"
        r" be |be |last |take |to )?"
        r"(<:time>)(?: long)?(?: please)?(?=[ .!?]*\Z)",
        r"fade the video \1 over \2",
    ),
    (
        r"\A[ ,]*the fade[- ](in|out) (?:should|must|can) (?:be|last|take) (<:time>)(?:"
        r" long)?(?=[ .!?]*\Z)",
        r"fade the video \1 over \2",
    ),
    # --- so long, and no longer
    (
        rf"\b(?:speed {_WHOLE} up|speed up {_WHOLE}|(?:play|make|run) {_WHOLE} faster|accelerate {_WHOLE})"
        rf"{_SO_LONG}",
        r"speed up the video until it lasts \1",
    ),
    (
        rf"\b(?:slow {_WHOLE} down|slow down {_WHOLE}|(?:play|make|run) {_WHOLE} slower){_SO_LONG}",
        r"slow down the video until it lasts \1",
    ),
    (
        rf"\b(?:trim|cut|shorten|crop) (?!it\b|this\b)(?:(?:off )?the end(?! so (?:that )?it\b)|{_WHOLE})"
        rf"{_SO_LONG}",
        r"trim the video to \1",
    ),
    (
        rf"\bmove ({THE}|<:text>) so (?:that )?it (?:starts|begins|appears) (?=at )",
        r"move \1 to start ",
    ),
    (
        r"\bput ((?:the |an? )?(?:lower[- ]third|title|caption|(?:(?:picture|image|photo) )?<:file>)) up"
        r" (?=from|for|at|between|<:range>)",
        r"show \1 ",
    ),
    (
        r"\btake ((?:the )?<:file>|the (?:first|second|last) clip) out"
        r" (?:of|from) the (?:timeline|video|edit)\b",
        r"remove \1",
    ),
    (
        r"\A[ ,]*(<:range>|the (?:whole|entire) (?:video|clip)) (?:should|must|has to|needs to) have"
        r" (?=(?:an? |some |<:text> ))",
        r"for \1, add ",
    ),
    (
        r"\btake ((?:the |my |its )[^,\ue010-\ue01f]*?) (?=(?:(?:up|down) )?to <:percent|level>)",
        r"set \1 ",
    ),
    (r"\A[ ,]*(?:please )?set (?=an? (?:title|caption|lower[- ]third)\b)", "add "),
    (r"\bkeep the words? (?=<:text> ?(?:in|at|on|for|from)\b)", "show the words "),
    (
        r"\bautomatically (?=(?:lower|duck|turn down|reduce)\b)"
        r"|(?<=music) automatically(?= (?:when|while)(?:ever)?\b)",
        "",
    ),
    (r"\bwhere the (?:cut|join|edit)(?: point)? is\b", "at the cut"),
    (
        r"(<:range>.*<:range>),? (?:all )?(?:by|in|of) the original (?:times|timing|timeline|timestamps)"
        r"(?=[ .!]*\Z)",
        r"\1",
    ),
    (
        rf"\b(?:cut|stop|end|kill) ({THE}) off (?:at|after) (<:time>)(?=[ .!?]*\Z)",
        r"\1 should end at \2",
    ),
    (
        r"\A[ ,]*(?:play it |make it |run it )?half as fast(?: as (?:it is )?now| as it is)?(?=[ .!?]*\Z)",
        "slow it down by half",
    ),
    (
        r"\bmake (the (?:voice|speech|audio|sound)) (?:clearer|cleaner|clear) by (?:removing"
        r"|reducing|cancelling) (?:the )?"
        r"(?:background )?noise\b",
        "remove the background noise",
    ),
    # --- a shape that is listed
    (
        r"\A(?!.*\b(?:vertical|portrait|square|landscape|horizontal|canvas|ratio|format|shape|make|not)\b)(.*[a-z\ue000],)"
        r" ?(?:and |then |also )?(<:ratio>)(?= ?(?:please|now|version)?[ .!]*(?:,|\Z))",
        r"\1 make it \2",
    ),
    # --- upside down
    (
        r"\b(flip|turn|rotate|put) (it|this|the (?:video|clip|picture)) upside down,? (?:so |by "
        r"|that's |i\.e\. )?"
        r"<:angle>",
        r"\1 \2 upside down",
    ),
    (
        r"(\b(?:rotate|turn|flip)\b[^,]*<:angle>[^,]*),? (?:because |since |as )?(?:it's|it is|it"
        r" was|it's been|the (?:video"
        r"|clip|picture) is|that's)(?: filmed| shot| recorded| currently| all)? (?:upside down"
        r"|sideways|on its side|"
        r"the wrong way (?:round|around|up))(?=[ .!]*\Z)",
        r"\1",
    ),
    # --- warmer, cooler
    (rf"\b(warm|cool) ({_PICTURE})(?: up| down)?(?! with)(?= |,|\Z|[.!])", r"make \2 \1"),
    (rf"\b(warm|cool) (?:up|down) ({_PICTURE})(?= |,|\Z|[.!])", r"make \2 \1"),
    # --- one sound instead of another
    (
        rf"\b(?:use|play|have|put|take|try|i'd rather have|i want|i'd like|i prefer) (<:file>)"
        rf" (?:instead of|rather than"
        rf"|in place of|not|than) (?:the |that |this )?({_MOOD})(?: music| track| song| one)?(?=[ ,.!]*\Z)",
        r"replace the \2 music with \1",
    ),
    # --- a name that is spelled wrong
    (
        rf"\A[ ,]*(?:no,? )?(?:it|that|(?:the|his|her|my|their) (?:name|company|title))(?:'s| is|"
        rf" should be) (?:actually"
        rf" |really )?(?:spel(?:led|t|led like this:?) )(<:text>) ?[,.;-]? ?(?:and |so |can you "
        rf"|could you |please )*(?:fix"
        rf"|correct|change|update) (?:it|that|this) (?:in|on) ({THE})(?: please)?(?=[ .!?]*\Z)",
        r"change \2 to \1",
    ),
    # --- how large letters are
    (
        r"\bin (?:very |really )?(?:big|large|huge|giant|small|tiny) (?:letters|lettering|type"
        r"|text|font|writing"
        r"|characters)\b,?(?= [^.;]*\bsize\b)",
        "",
    ),
    (
        r"\b(?:very |really )?(?:big|large|huge|giant|massive|small|tiny|little)(?=(?:"
        r" [a-z]+){0,2} (?:title|caption|text"
        r"|words)(?: saying| reading)? ?<:text>[^.;]*\bsize ?<:number>)",
        "",
    ),
    # --- taken back by name
    (
        r"\A[ ,]*(?:(?:actually|ok|okay|hm+|no|sorry|please|can you|could you)[ ,]+)*undo the"
        r" (rotation|stabili[sz]ation"
        r"|noise reduction|normali[sz]ation|filter|crop|cropping)(?: again| please"
        r"|,? so (?:that )?(?:it|the [a-z]+) is"
        r" (?:upright|straight|level)(?: again)?(?: as it was shot)?)*(?=[ .!?]*\Z)",
        r"remove the \1",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:don't|do not) (?:delete|remove|cut|touch|move) ({THE}),? (?:only|just"
        rf"|but|rather)"
        r" (?:just |only )?([a-z]+) it\b",
        r"\2 \1",
    ),
    (
        rf"\A[ ,]*(?:please )?(?:don't|do not) (?:touch|change) ({THE}|the (?:sound|audio)),?"
        rf" but (?:do )?(?=(?!mute)[a-z]+ the (?:video"
        rf"|picture|clip)\b)",
        "",
    ),
    (
        # … of two orders: which of them?
        r"((?<!\band make)(?<!\band mute)(?<!\band turn)(?<!\band speed)(?<!\band slow)(?<!\band mute the)"
        r"(?:\A|[ ,])(?:all(?: of)?(?: the)?|every|each|both|everything|it|whole|entire|video)\b"
        rf"[^,{RANGE}]{{0,60}}?),? (?:but|except|only|just|though)(?: please| just| only)*(?:"
        r" not(?: for| on| in| during)?| (?:keep|leave|spare)) ((?:the )?(?:first|second|third|fourth|fifth"
        r"|last)(?: one| title| caption)?|<:text>|(?:the )?<:range>)(?: alone| out(?: of it)?| untouched|"
        r" unchanged| as (?:it|they) (?:is|are))?(?=[ .!]*\Z)",
        r"\1 except \2",
    ),
    # "That's cool, thanks" is praise, and no cool look.
    (
        r"\A[ ,]*(?:(?:oh|wow|ok|okay|yeah|yes|nice|great|that's|that is|that was|this is|it's|it is"
        r"|it looks|that looks|this looks|looks|so|very|really|pretty|quite|super|how)[ ,]+)*cool"
        r"(?:[ ,]+(?:thanks?|thank you|thx|cheers|man|dude|bro|mate|stuff|good|great|nice|so far|well done"
        r"|good job|great job|love it|i like it|already|now))*(?=[ .!]*\Z)",
        "great",
    ),
    (
        r"\A[ ,]*(?:(?:that's|that is|this is|it looks|looks|so|very|really|pretty) )*cool,? "
        r"(?=(?:now|and now|next|but now|and then|then|can you|could you|please|let's)\b)",
        "",
    ),
    (
        r"\breverse (?:that|the|my|this|your)(?: very)?(?: last| previous| latest| recent)? "
        r"(?:change|edit|step|action|operation)s?\b",
        "undo the last change",
    ),
    (
        r"\breverse (?:what|whatever) (?:you|we|i) (?:have )?(?:just )?(?:did|done|changed)\b",
        "undo that",
    ),
    (
        r"\b(make|turn) (it|the video|the music|the sound) loud(?= and\b|,|[ .!]*\Z)",
        r"\1 \2 louder",
    ),
    (
        r"(<:percent> volume|volume <:percent>|half volume|full volume|at <:percent>)(?:, (?:and |but )?"
        r"| and | but )the (first|second|third|last|other)(?: one| clip)? not at all(?=[ .!]*\Z)",
        r"\1 and mute the \2 clip",
    ),
    (
        r"\bfade in ((?:over |for )?<:time>),? (?:and )?fade out (?:too|as well|likewise)(?=[ .!]*\Z)",
        r"fade in and out \1",
    ),
    (
        r"(<:file> (?:under|over|during|for) the (?:first|second|last) (?:half|third|quarter)) only\b",
        r"\1",
    ),
    (r"\bshorten (?:the video|it|this) by (?:removing|cutting(?: off)?|dropping) ", "cut "),
    (
        r"\b(louder|quieter|bigger|smaller|faster|slower) than (?:it is(?: right)?(?: now)?|now|before)\b",
        r"\1",
    ),
)
_TURNS = Rules(_RULES)


def politely(text: str) -> str:
    """A marked sentence without these detours."""
    return _TURNS.apply(text, plainly)
