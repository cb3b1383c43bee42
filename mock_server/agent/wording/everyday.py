"""Plain edits in everyday words, said as the lexicon knows them."""

from mock_server.agent.values.nouns import THE
from mock_server.agent.values.placeholders import UNREADABLE
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.listed import each_named

_PLACE = r"(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle|corner)\b"
_CLIP = r"the (?:(?:first|second|third|last|final|middle) (?:clip|video|shot|segment)|clip in the middle)"
_LOOK = r"(?:warm|cool|cold|sepia|vintage|cinematic|vivid|faded|dramatic|black and white)"
_MOOD = (
    r"(?:lo-?fi|jazz|rock|piano|epic|calm|happy|sad|upbeat|acoustic|ambient|electronic|classical|funky"
    r"|romantic|inspiring|folk)"
)
_OWN = r"(?:own|original|native|built-?in|internal|embedded|inherent|source|recorded|accompanying|proper)"
_SOUND = r"(?:sound ?track|sound|audio)(?! (?:effect|file))(?: track)?\b"
_RULES: tuple[tuple[str, str], ...] = (
    # --- how long
    (
        rf"\b((?:extend|lengthen|stretch|prolong|hold|keep|leave)) ({THE}(?: <:text>)?|it)"
        r"(?: up| on| on screen| there| visible| showing| going| playing| running)*"
        r" (?:until|till|to|up to) (?:the )?(?:very )?end\b",
        r"make \2 last until the end",
    ),
    # --- what goes where
    (
        r"\b(?:drop|stick|slap|pop|throw|plop|chuck|whack|bung) (<:file>)"
        rf" (?:in|into|on|onto|at|down in) (?=(?:the )?{_PLACE})",
        r"put \1 in ",
    ),
    (
        rf"\b(?:drop|shove|pull) ({THE}|it|that) (?:(?:right )?down |up |over )?(?:to|at|into)"
        rf" (?=(?:the )?(?:very )?{_PLACE})",
        r"move \1 to ",
    ),
    (
        r"\b(?:put|throw|stick|pop|flash|slap) ((?:(?:the|a) )?(?:(?:title|caption|text|words?) )?<:text>)"
        r" up\b",
        r"add \1",
    ),
    (
        rf"({_CLIP}|<:file>) (?:should|must|has to|needs to) (?:come|go|be|play) first(?=[ ,.!]*\Z)",
        r"arrange \1 at the start",
    ),
    # --- how much
    (
        r"\b(?:an?|one|the) (half|third|quarter|fifth|tenth) (?:of (?:it|this|the (?:video|clip|film)) )?"
        r"(?:off|from) (?:of )?(?:the )?(start|beginning|front)\b",
        r"the first \1",
    ),
    (
        r"\b(?:an?|one|the) (half|third|quarter|fifth|tenth) (?:of (?:it|this|the (?:video|clip|film)) )?"
        r"(?:off|from) (?:of )?(?:the )?(?:end|back)\b",
        r"the last \1",
    ),
    (
        r"\b(?:drop|pop|throw|stick) (?:in )?(an? (?:whoosh|swoosh|ding|bell|pop|click|laugh)\b)"
        r"(?: in)?(?: right)?",
        r"add \1",
    ),
    # --- how loud
    (
        r"\b(?:cut|reduce|slash) (the (?:[a-z]+(?:'s)? )?(?:volume|level|loudness)(?: of the [a-z]+)?)"
        r" (?:in|by) half\b",
        r"halve \1",
    ),
    (
        r"\b(?:the|this|my) (?:video|clip|footage|film)'s (?:own )?volume\b",
        "the volume of the video",
    ),
    (
        rf"\b(?:the|this|my) (?:video|clip|footage|film)'s (?:{_OWN} )*{_SOUND}",
        "the sound of the video",
    ),
    (rf"\b(?:{_OWN} )+(?:video )?{_SOUND}", "original sound"),
    (
        rf"(?<!own )\b{_SOUND} (?:that|which) (?:belongs to|came with|comes with|is in) the (?:video"
        rf"|clip)\b",
        "original sound",
    ),
    (
        r"\b(?:put|bring|set|turn|get) ((?:the |my )?(?:original |own )*(?:sound|audio|volume)[^,]{0,20}?)"
        r" back(?: up| down)? to (?=<:percent|level>)",
        r"set \1 to ",
    ),
    (r"\b(?:dips?|drops? away|backs? off)(?= (?:when|while|whenever|as soon as)\b)", "duck"),
    (
        r"\b(?:take|bring|turn|set|lower|reduce|put) (the (?:music|song|voice-?over|sound|volume|audio))"
        r" (?:down )?to half (?:of )?(?:its|the) (?:current|present|existing) (?:volume|level|loudness)\b",
        r"lower \1 by half",
    ),
    (r"\bautomatically (?=(?:when|while|whenever)\b)", ""),
    (
        r"\b(?:lower|duck|quieten|soften)ing it (?:when|while|whenever) (?:someone|somebody|anyone|people)"
        r" (?:speaks?|talks?|(?:is|are) (?:speaking|talking))\b",
        "ducked under the speech",
    ),
    (r"\bdip (it|the music|the song)(?= (?:down )?(?:when|while|whenever|under)\b)", r"duck \1"),
    # --- fades
    (
        r"\b(?:come|appear|start|begin|enter)s?(?: in| on| up)? with (?:an? )?(<:time>) fade(?:[- ]in)?\b"
        r"(?! (?:to|from) )",
        r"fade in over \1",
    ),
    # --- what it is to read
    (
        r"\A[ ,]*(?:no,? )?(?:it|that|(?:the|his|her|my) name)(?:'s| is) (?:actually |really )?"
        rf"spel(?:led|t) (<:text>)(?: in ({THE}))(?=[ .!]*\Z)",
        r"change \2 to \1",
    ),
    # --- taken back
    (
        r"\A[ ,]*(?:(?:never ?mind|nah|on second thoughts?)[ ,.]+)?(?:please |just )*(?:take|get) "
        r"(that|the|this) (title|caption|logo|music|text|watermark|song) back (?:out|off|away)(?: again)?"
        r"(?=[ .!]*\Z)",
        r"remove \1 \2",
    ),
    (
        r"\A[ ,]*(?:is it possible|would it be possible|are you able|is there a way)(?: for you)? to"
        r" ([^?]+?),? (?:and )?if (?:yes|so|it is|that's the case|possible),? (?:then )?(?:please )?"
        r"(?:do (?:so|it|that)|go ahead)[ .!?]*\Z",
        r"\1",
    ),
    # --- which clip comes when
    (
        rf"\b(?:move|put|bring|shift|place|get) ({_CLIP}|<:file>) (?:to|at|in) the (?:very )?(?:front"
        rf"|beginning|start)\b",
        r"arrange \1 at the start",
    ),
    (
        r"\b(?:insert|add) (<:file>) (?:(?:to|at|in) the (?:very )?(?:front|beginning|start)"
        r"|before (?:everything(?: else)?|the rest|(?:the|my) (?:talk|clip|video|first clip)))(?=["
        r" ,.!?]*\Z|,? and )",
        r"arrange \1 at the start",
    ),
    (
        rf"\b(?:put|play|move) ({_CLIP}|<:file>) (?:first|before (?:everything else"
        r"|all others))(?=[ ,.!]*\Z)",
        r"arrange \1 at the start",
    ),
    (
        rf"\b(?:put|play|move) ({_CLIP}) (?:last|to the (?:very )?(?:end|back)"
        r"|after all others)(?=[ ,.!]*\Z)",
        r"arrange \1 at the end",
    ),
    (
        rf"\A[ ,]*({_CLIP}) (?:should|must|has to|needs to) (?:come|go|be|play) last(?=[ ,.!]*\Z)",
        r"arrange \1 at the end",
    ),
    (
        r"\b(?:(?:swap|switch|change|exchange) (?:the order of |the positions? of )?|(?:reverse|flip) the"
        r" (?:order|positions?) of )(?:the |my |both )?"
        r"(?:two )?clips(?: a?round| over)?(?=[ ,.!]*\Z)",
        "clips swapped",
    ),
    # --- taken off again
    (
        r"\b(?:take|switch|turn|get|put) the (?:colou?r |warm |cool |sepia |vintage )(?:filter|look"
        r"|effect|tone)"
        r" (?:off|out)(?: again)?\b",
        "remove the filter",
    ),
    (
        r"\b(?:take|switch|turn|get|put) (the (?:[a-z]+ )?(?:filter|effect|look|stabili[sz]ation|rotation"
        r"|noise reduction|normali[sz]ation|transitions?|ducking|colou?r (?:filter|look|effect)))"
        r" (?:off|out)(?: again)?\b",
        r"remove \1",
    ),
    (
        r"\b(?:take|switch|turn|get) (<:file>|b-?roll) (?:out|off)(?: again)?(?=[ ,.!]*\Z)",
        r"remove \1",
    ),
    (
        r"\b(?:i|we) (?:don't|do not|no longer) (?:want|need) (?:it|this|the (?:video|clip|picture))"
        r" (?:to be )?"
        r"(?:rotated|turned)(?: any ?more| any longer| after all)?(?=[ ,.!]*\Z)",
        "remove the rotation",
    ),
    (
        r"\b(?:(?:i|we) (?:don't|do not|no longer) (?:want|need) (?:it|this|the (?:video|clip|picture))"
        r" (?:to be )?"
        r"reversed|i'd rather not have it reversed|undo the revers(?:e|al|ing)|(?:it|this|that)"
        r" should(?:n't| not)"
        r" (?:run|play|go) (?:backwards?|in reverse))(?: any ?more| any longer| after all)?"
        r"(?:, (?:just )?play it normally)?(?=[ ,.!]*\Z)",
        "play it forwards",
    ),
    (
        rf"\bstop ducking ({THE})|\bdon't duck ({THE})(?: any ?more| any longer)(?=[ ,.!]*\Z)",
        r"remove the duck from \1\2",
    ),
    (
        rf"({THE}) (?:shouldn't|should not) (?:fade|come) in(?: any ?more)?"
        r"(?:, just (?:show|have) it (?:right away|at once|there))?(?=[ ,.!]*\Z)",
        r"remove the fade in from \1",
    ),
    # --- lists of the same thing
    (
        r"\b(keep|cut|remove|delete|mute) (?:only )?(?:these|the following|those) (?:two |three |four )?"
        r"(?:parts|bits|sections|pieces|ranges|stretches|places|spots) ?: ?",
        r"\1 ",
    ),
    (
        r"\A[ ,]*(?:two|three) pieces of music ?: ?(<:text> [^,]+?) and (<:text>)",
        r"add music \1, and add music \2",
    ),
    # --- pictures and their edges
    (r"\bcrop the (?:edges|sides|borders) by (?=<:percent>)", "crop by "),
    (r"(<:percent>) (?:away|off)? ?at the (top|bottom|left|right)\b", r"\1 off the \2"),
    (
        r"\b(square|vertical|horizontal|landscape|portrait)(?: video)? with (white|red|blue|green"
        r"|yellow|gr[ae]y)"
        r" bars\b",
        r"\1 with bars in \2",
    ),
    (
        r",? (?:and )?(?:put|with|have) (?:a )?blurred (?:bars|background|sides|edges)"
        r"(?: where it (?:doesn't|does not|doesnt) fill| around it| on the sides| at the sides"
        r"| instead of (?:the )?black bars)?",
        " with a blurred background",
    ),
    (
        r",? (?:and )?(?:crop it )?so (?:that )?it fills the (?:frame|screen|picture)\b",
        " and fill the frame",
    ),
    # --- captions, and how loud
    (
        r"\b(add|put|make|generate|create|give me) (?:some )?(?:automatic )?(?:subtitles|captions|subs)"
        r" (?:to|on|for|over)"
        r" (?:this|it|that|my video|this video|everything|all of it)\b",
        r"\1 automatic captions",
    ),
    (r", (?:captions|subtitles|subs)(?=, |[ .!]*\Z)", ", add automatic captions"),
    (
        r"\A[ ,]*(?:captions|subtitles|subs)(?:,| and)"
        r" (?=(?:add|cut|trim|keep|mute|duck|speed)\b|<:ratio>)",
        "add automatic captions, ",
    ),
    (
        r"\bplay (it|this|the (?:video|clip|whole thing)) (backwards|in reverse|in slow motion|faster"
        r"|slower|at <:factor>)"
        r",? (?:and )?(?:with no|without(?: any)?) sound\b",
        r"play \1 \2 and mute \1",
    ),
    # --- fades of both ends
    (
        r"\b(?:shorten|lengthen|set|make|change) both fades(?: to| last)? (<:time>)(?: long)?(?=[ ,.!]*\Z)",
        r"fade the video in and out over \1",
    ),
    # --- how long
    (
        r"\bfade (the (?:video|picture|film|clip)|it) (out|in) (?:at|towards) the (?:end|start|beginning)"
        r"(?: (?:of it )?(over|for|in) (<:time>))",
        r"fade \1 \2 over \4",
    ),
    (r"\ba (?:line|bit|piece) of text\b", "a text"),
    (r"\bfades? between (?:all|all the|every) clips?\b", "fade between the clips"),
    # --- the shape that is wanted
    (
        r"\A[^,\ue010-\ue01f]{0,30}?\b(?:wants?|needs?|requires?|has to be|must be|should be) (?:it "
        r"|this )?(?:in )?"
        r"(<:ratio>),? (?:so )?(?:please )?(?:change|adjust|fix|set) the (?:format|(?:aspect )?ratio"
        r"|shape|size)"
        r"(?=[ ,.!]*\Z)",
        r"make it \1",
    ),
    (
        r"\A[ ,]*(?:that's the )?wrong (?:format|ratio|aspect ratio|shape), it (?:has to|must|should"
        r"|needs to) be"
        r" (<:ratio>)(?=[ ,.!]*\Z)",
        r"make it \1",
    ),
    (
        r"\A[ ,]*it (?:should|must)(?: not|n't) be <:ratio>,? but (<:ratio>)(?=[ ,.!]*\Z)",
        r"make it \1",
    ),
    (
        r"\A[ ,]*(?:please )?(?:use|put|take|with|i'd like) (?:a )?(?:blurred|blurry) background"
        r"(?: instead of (?:the )?(?:black )?bars)?(?=[ ,.!]*\Z)",
        "make the format blurred background",
    ),
    # --- one instead of another
    (
        rf"\b(?:swap|trade|exchange|switch|change) the {_LOOK} (?:look|filter|colou?rs?|tones?) (?:for|to)"
        rf" (?:an? |the )?({_LOOK})(?: (?:look|filter|one))?(?=[ ,.!]*\Z)",
        r"make it \1",
    ),
    (
        rf"\b(?:try|use|make it|go for|do|give it) (?:an? )?({_LOOK}) (?:look )?instead of (?:the"
        rf" )?{_LOOK}(?: look)?"
        r"(?=[ ,.!]*\Z)",
        r"make it \1",
    ),
    (
        rf"\b(?:use|play|have|put|take) ({_MOOD}) (?:music )?instead of (?:the )?({_MOOD})(?:"
        rf" music)?(?=[ ,.!]*\Z)",
        r"replace the \2 music with \1 music",
    ),
    # --- so long
    (
        r"\A[ ,]*(?:i need it to be|make it(?: so (?:that )?it)?(?: lasts?)?|it (?:has|needs) to be|it"
        r" should be)"
        r"(?: exactly| precisely)? (<:time>)(?: long)?,? (?:and )?(?:just |by |so )?"
        r"(?:speed(?:ing)? (?:it|the video) up|playing (?:it|the video) faster)"
        r"(?: so (?:that )?it fits| until it fits| to fit)?"
        r"(?:,? (?:don't|do not|without|and don't) cut(?:ting)? anything(?: out)?)?(?=[ ,.!]*\Z)",
        r"speed up the video until it lasts \1",
    ),
    # --- what stands where
    (r"\boverlay (?=the logo\b)", "add "),
    (
        r"\badd (<:text>) as (?:the|a|her|his) (second line|role|job title|subtitle line)\b",
        r"change the \2 to \1",
    ),
    (r" ?- ?all as (?=titles\b|captions\b)", " as "),
    (r"\bover the whole (?=(?:first|second|third|last) (?:clip|shot|segment)\b)", "during the "),
    (r"\bfade in between(?: them| the clips| the two)?(?=[ ,.!]*\Z)", "fade between the clips"),
    (r"\bremove every (?:bit|piece|scrap) of (?:the )?text\b", "remove all text"),
    (
        r"(\bcrop [^,]*?<:percent>[^,]*?) to (?:lose|hide|remove|get rid of|cut off)"
        r" [^,\ue010-\ue01f]+(?=\Z)",
        r"\1",
    ),
    (
        rf"\b(?:it|that)\b([^,]*), (?:i mean )?({THE})(?: i mean| i meant)(?:,? not the [a-z]+)?(?=["
        rf" ,.!]*\Z)",
        r"\2\1",
    ),
    (r"\bdrop (<:text>) (?=(?:over|in|on|at|during|from) |<:range>)", r"add \1 "),
    (
        r"\b(let|make|have) it (end|start|begin|finish|stop) at (<:time>) (?:rather than|instead of)"
        r" (?:at )?"
        r"<:time|number>",
        rf"\1 it \2 at \3 {UNREADABLE}",
    ),
    (
        r"\b(put|show|write|add|display) (?:the|my|our|his|her|today's|this week's) (?!title|caption"
        r"|logo|music|text)"
        r"[a-z ]{2,30}, (<:text>) ?,? ?",
        r"\1 \2 ",
    ),
    (
        r"\b(name tag|lower[- ]third|title|caption) for (?:the|our|my) [a-z]+ please ?: ?(?=<:text>)",
        r"\1 ",
    ),
    # --- of two
    (
        r"\A([^,]{3,60}?)\bboth (the [a-z-]+) and (the [a-z-]+)((?: [^,]*)?)\Z",
        r"\1\2\4, and \1\3\4",
    ),
)
_TURNS = Rules(_RULES)


def everyday(text: str) -> str:
    """A marked sentence in which these turns are said as the lexicon knows them."""
    return each_named(_TURNS.apply(text, plainly))
