"""English instructions: which words lead to which builder. The first rule that fits wins."""

from mock_server.agent import build_changes as changes
from mock_server.agent import build_layers as layers
from mock_server.agent import build_looks as looks
from mock_server.agent import build_time as time
from mock_server.agent.answers import answer, greet, ignore
from mock_server.agent.building import Rule

# --- verbs ---------------------------------------------------------------------------------
_CUT = r"(?<!the )(?<!a )(?<!each )(?<!every )\bcut(?:ting)?\b"
_REMOVE = (
    rf"{_CUT}|\b(?:remov\w*|delet\w*|trim\w*|drop|strip|erase|get rid of|take out|tighten|shorten"
    r"|eliminat\w*|lose|kill|clear|discard|chop|snip|skip|throw away|(?:must|should|has to) go)\b"
)
_REMOVE_LAYER = (
    r"\b(?:remov\w*|delet\w*|drop|strip|erase|get rid of|take (?:out|away|off)|eliminat\w*|lose|kill"
    r"|clear|discard|(?:must|should|has to) go|(?:should|must) not (?:be|exist)|no longer)\b"
    rf"|{_CUT}(?! off)"
)
_INDEFINITE = (
    r"\b(?:put|place|show|display|make|give|play|have|start with|position|set)"
    r" (?:(?:me|it|us|the video|in) )?"
    r"(?:an?|some|background|another|new|two|three|one|<text>|<file>)(?![a-z])"
)
_ADD = (
    r"\b(?:add|insert|create|include|overlay|superimpose|write|want|need|lay|append"
    r"|there (?:should|must) be|missing|use|apply|record|read out|speak|narrate|burn|attach)\b"
    rf"|{_INDEFINITE}"
)
_ADD_FIRST = (
    r"\A ?(?:please )?(?:add|insert|create|include|write|overlay|superimpose)\b"
    r"|there (?:should|must) be|\bmissing\b"
)
# These change what is there, with or without an article.
_STRONG = (
    r"\b(?:change|move|rename|replace|must|should|needs? to|has to|shift|extend|shorten|lengthen"
    r"|raise|turn|increase|reduce|decrease|adjust|correct|fix|edit|update|boost|quieter|softer"
    r"|louder|bigger|smaller|larger|bring|resize|trim|retime|restyle|too|instead|lower (?!third))\b"
)
# These change what is there when it has an article.
_WEAK = (
    r"\b(?:set|make|put|place|position|align|show|display|fade|let|play|start|end|duck|have|give"
    r"|use|style|colou?r|keep|mute|silence|run|hold|render)\b"
)

# --- nouns ---------------------------------------------------------------------------------
_NOUN = (
    r"(?:titles?|captions?|subtitles?|lower[- ]?thirds?|text|music|bgm|soundtrack|song"
    r"|voice[- ]?over|narration|sound effects?|overlays?|logo|watermark|background music"
    r"|music track|picture[- ]in[- ]picture)"
)
_LAYER = rf"\b{_NOUN}\b|\baudio track\b"
_DEFINITE = (
    r"\b(?:the|its|this|that|your|my|all|every|each|existing|current)\b"
    rf"(?: (?!video|an?\b)[\w-]+| <text>){{0,3}}? {_NOUN}\b"
    rf"|\A ?(?:please )?(?:set|make|fade|mute|duck|move) {_NOUN}\b"
)
_OWN = (
    r"\b(?:of|for) the (?:video|clip|picture|footage)|\bown (?:sound|audio|volume)"
    r"|\boriginal (?:sound|audio|volume)|(?:video|clip|picture)'s (?:sound|audio|volume)"
)
_PAUSES = r"\bpauses?\b|\bsilences?\b|\bsilent\b|dead air|\bgaps\b"
_CLIPS = r"(?:clips?|videos?|pictures?|images?|photos?|files?|footage|uploads?|media|material)"
_STRETCH = (
    r"(?:<range>|<time>|video|clip|sections?|parts?|segments?|footage|timeline|piece|portion|bit"
    r"|scene|everything|what|time|material|picture|content|seconds|ranges?|stretch\w*|passage"
    r"|intro|outro|beginning|start|end|ending|opening|frames?|recording|film|edit)"
)
_LINK = (
    r"(?: (?:out|off|away|of|the|this|these|those|all|any|that|following|whole|entire|from|between"
    r"|middle|boring|video|down|two|three|first|last|only|just|time|source|unwanted|other|to))*:? ?"
)
_CHANGES_NOTHING = (
    r"\b(?:do|does|did|must|should|may|will|shall|is|are) not (?:be )?"
    r"(?:chang|mov|touch|alter|affect|shift|resiz|stretch|scal)\w*"
    r"|\b(?:leave|keep)\b.*\b(?:as (?:it|they) (?:is|are|was|were)|as is|alone|untouched)\b"
    r"|\b(?:unchanged|untouched|the same|intact|as (?:it|they) (?:is|are|was|were))\W*\Z"
    r"|\b(?:everything|anything|all|nothing|the rest)\b.*\b(?:else|rest)\b.*"
    r"\b(?:unchanged|changes?|moves?|stays?|remains?|same)\b"
    r"|\bkeep (?:the rest|everything else)\W*\Z"
)
_TELLS_ONLY = (
    r"\A ?(?:please )?(?:but |and )?(?:do not|don't|never|without|no need)\b"
    r"|\A ?(?:so |and |so that )?(?:what|everything|anything|the (?:rest|following|remaining|later))"
    r"\b.*\b(?:moves?|shifts?|closes?|follows?|stays?|remains?|up|later|earlier)\b"
    r"|\A ?(?:and )?clos(?:e|ing) (?:the|any|all|every|up)\b|\bnot leave (?:a|any) gaps?\b"
    r"|\A ?(?:all |the )?times? (?:are|is|refers?|means?|counts?|given)\b"
    r"|\A ?(?:and )?(?:remove|delete|cut|drop|discard) (?:everything|all|the rest|anything)"
    r"(?: else| of it| other.*)?\W*\Z"
    r"|\A ?(?:only|just) (?:change|do|edit|apply) (?:this|that)\b|\b(?:exactly|only) once\b"
    r"|\A ?(?:it|they|currently|now|right now|at the moment)\b.*\b(?:is|has|was|are|have|runs)\b"
    r"|\A ?(?:please )?(?:reply|answer|respond)\b|\bsession language\b|\blanguage of th(?:e|is) \w+"
)
_VAGUE_ONLY = r"\bfade|<percent>|\badd\b|\bstyle|\bduck"
_FILES = r"<file|text>"

RULES: tuple[Rule, ...] = (
    Rule(ignore, (_CHANGES_NOTHING,), ("<percent>",)),
    Rule(ignore, (_TELLS_ONLY,), (r"\bshould|\bmust|\btoo\b", rf"(?:{_REMOVE}).*<range>")),
    Rule(time.trim_fillers, (_REMOVE, r"\bfillers?\b|\bu+h*m+s?\b|\bu+hs?\b|<text>.*\bwords?\b")),
    Rule(time.trim_pauses, (rf"{_REMOVE}|jump cut|longer than|close up", _PAUSES), (_LAYER,)),
    Rule(
        looks.flag("denoise"),
        (r"\bdenois\w+|\bnoise|\bhiss\b|\bhum\b|clean up the (?:audio|sound)",),
    ),
    Rule(looks.flag("stabilize"), (r"\bstabili[sz]\w*|\bshak(?:e|y|iness)\b|steady",)),
    Rule(
        looks.flag("normalize"),
        (r"\bnormali[sz]\w*|\beven out\b|\bloudness\b|level out|level the",),
        (_LAYER,),
    ),
    Rule(changes.clear, (_REMOVE_LAYER, r"\bfade|\bduck", _LAYER)),
    Rule(looks.no_fade, (_REMOVE_LAYER, r"\bfade[- ]?(?:in|out)s?\b"), ("<time>",)),
    Rule(changes.change, (r"\breplace|\bchange|\brename", _LAYER), (r"\badd\b", _OWN)),
    Rule(changes.remove, (_REMOVE_LAYER, _LAYER), (_VAGUE_ONLY, _OWN)),
    Rule(
        time.remove_clip,
        (r"\b(?:remov\w*|delet\w*|drop|get rid of|take out)\b", r"\b(?:clip|video|segment|shot)\b"),
        ("<range>", _LAYER, r"\b(?:sound|audio|volume|noise|fade|colou?r|transition)\b"),
    ),
    Rule(looks.plain_color, (_REMOVE_LAYER, r"colou?r|\blook\b|\bfilter\b|grad(?:e|ing)")),
    Rule(
        time.remove_transition, (r"\b(?:remov\w*|delet\w*|drop|get rid of)\b", r"\btransitions?\b")
    ),
    Rule(changes.change, (_STRONG, _LAYER), (_ADD_FIRST, _OWN)),
    Rule(changes.change_or_add, (_WEAK, _DEFINITE), (_ADD_FIRST, _OWN, _INDEFINITE)),
    Rule(
        time.join,
        (
            r"\bjoin|\bmerge|concatenat|\bcombine|\bstitch|\boverlap|\bcross[- ]?fade",
            rf"{_FILES}.*{_FILES}",
        ),
    ),
    Rule(
        time.transition,
        (r"\btransitions?\b|\bdissolve|\bcross[- ]?fade",),
        (_LAYER, r"\bjoin|\bmerge|concatenat|combine|stitch"),
    ),
    Rule(layers.captions, (r"\bcaptions?\b|\bsubtitles?\b|\bcues?\b", r"<range>")),
    Rule(
        layers.heard_captions,
        (_ADD + r"|\bgenerate\b", r"\bcaptions?\b|\bsubtitles?\b"),
        ("<text>",),
    ),
    Rule(layers.text("lower-third"), (rf"{_ADD}|<text>", r"\blower[- ]?thirds?\b")),
    Rule(layers.voiceover, (r"voice[- ]?over|narrat|\bread (?:out|aloud)|\A ?speak\b",)),
    Rule(
        layers.sound,
        (r"sound effect|\bsfx\b|\bwhoosh\b|\b(?:add|play|insert|put)\b.*\bsound\b",),
        (r"\bmusic\b",),
    ),
    Rule(
        layers.music,
        (rf"{_ADD}|{_FILES}", r"\bmusic\b|\bsoundtrack|\bbgm\b|\bsong\b"),
        (r"\breplace|\bchange|\brename",),
    ),
    Rule(
        layers.overlay,
        (
            r"\boverlay|\blogo\b|watermark|picture[- ]in[- ]picture|superimpose|on top of"
            r"|over the (?:video|picture|footage)|corner",
            _FILES,
        ),
        (r"\btitle\b|\btext\b",),
    ),
    Rule(
        layers.text("title"), (rf"{_ADD}|<text>", r"\btitles?\b|\btext\b|\bheadline\b|\bheading\b")
    ),
    Rule(layers.text("caption"), (r"\bcaptions?\b|\bsubtitles?\b", r"<text>")),
    Rule(
        time.generate,
        (
            r"\bgenerat\w*|\bAI\b|\bcreate\b|\bsynthesi[sz]e|\bmake\b",
            r"\bclip\b|\bvideo\b|\bfootage\b|\bshot\b|\bscene\b|\bsegment\b",
            r"<text>",
        ),
    ),
    Rule(
        time.freeze,
        (r"\bfreez\w*|\bfrozen|\bhold the (?:frame|picture)|still frame", r"<time|range>"),
    ),
    Rule(time.reverse, (r"\brevers\w*|\bbackwards?\b",)),
    Rule(
        time.speed,
        (
            r"\bspeed|\bfast(?:er)?\b|\bslow|\bquicker|\baccelerat|time[- ]lapse"
            r"|\bplay\w* .{0,60}<factor>",
        ),
    ),
    Rule(time.join, (r"\bjoin|\bmerge|concatenat|\bcombine|\bstitch|back to back|\bin a row\b",)),
    Rule(
        time.split,
        (r"\bsplit\w*|\bdivide|\bcut\b.*\b(?:in two|at)\b|\brazor|\bslice", r"<time>"),
        (r"<range>",),
    ),
    Rule(
        looks.canvas,
        (
            r"<ratio|size>|\bvertical\b|\bportrait\b|\bsquare\b|\blandscape\b|widescreen"
            r"|horizontal\b",
        ),
    ),
    Rule(looks.rotate, (r"\brotat\w*|\bturn\b.*<angle>|upside[- ]down",)),
    Rule(looks.crop, (r"\bcrop\w*|\bzoom in", r"<percent>")),
    Rule(
        looks.color,
        (
            r"\bcolou?r|\blook\b|\bfilter\b|\bgrad(?:e|ing)\b|\btone\b|black[- ](?:and|&)[- ]white"
            r"|sepia|\bwarmer\b|\bcooler\b",
        ),
    ),
    Rule(looks.fade_video, (r"\bfad(?:e|es|ing|ed)\b|fade[- ](?:in|out)",)),
    Rule(looks.unmute, (r"\bunmute|restore the (?:sound|audio|volume)",)),
    Rule(
        looks.mute,
        (
            r"\bmut(?:e|ed|ing)\b|\bsilence\b|\b(?:remov\w*|delet\w*|turn off|strip|drop|cut|no"
            r"|without)\b.{0,40}\b(?:sound|audio|volume)\b",
        ),
        (r"<percent|level>",),
    ),
    Rule(
        looks.volume,
        (r"\bvolume|\blouder|\bquieter|\bsofter|\bsound\b|\baudio\b|\bloud\b|\bspeech\b",),
    ),
    Rule(
        time.place,
        (
            r"\b(?:place|put|add|use|insert|arrange|import|start with|order|sequence|lay|append|load"
            r"|create|make|build|show)\b",
            rf"{_FILES}|\b(?:place|put|add|use|insert|arrange|import|load)\b"
            rf"(?: (?:all|the|my|these|uploaded|both|every|of|in|order))* {_CLIPS}\b",
        ),
        (r"\b(?:remove|delete|cut)\b", r"<range>"),
    ),
    Rule(
        time.keep,
        (r"\bkeep\b|\bonly\b|\bextract\b|\bretain\b|\buse just\b|\bjust use\b", r"<range>"),
    ),
    Rule(
        time.keep_to,
        (r"\b(?:trim|cut|shorten|reduce|limit)\b.*\bto (?:only |just |a length of )?<range|time>",),
        (r"\bfrom\b",),
    ),
    Rule(time.cut, (rf"(?:{_REMOVE}){_LINK}{_STRETCH}", r"<range>")),
    Rule(
        answer,
        (
            r"\?|\b(?:what|how|which|who|why|where|when)\b|\bhelp\b|\bexport\b|\bundo\b|\bredo\b"
            r"|download|\bcredits?\b|\bbalance\b",
        ),
    ),
    Rule(
        greet,
        (
            r"\A ?(?:hi|hello|hey|thanks?|thank you|great|ok(?:ay)?|perfect|good|yes|cheers|please)"
            r"\b[a-z ,!]{0,40}\Z",
        ),
    ),
)
