"""English instructions: which words lead to which builder. The first rule that fits wins."""

from mock_server.agent import build_layers as layers
from mock_server.agent import build_looks as looks
from mock_server.agent import build_time as time
from mock_server.agent.answers import answer, greet, ignore
from mock_server.agent.building import Rule

_REMOVE = (
    r"\b(?:remov\w*|delet\w*|cut(?:ting)?|trim\w*|drop|strip|erase|get rid of|take out|tighten"
    r"|shorten|eliminat\w*|lose|kill|clear|discard|chop|snip|must go|should go)\b"
)
_REMOVE_LAYER = (
    r"\b(?:remov\w*|delet\w*|drop|strip|erase|get rid of|take (?:out|away|off)|eliminat\w*|lose|kill"
    r"|clear|discard|must go|should go|(?:should|must) not (?:be|exist)|no longer|cut)\b"
)
_ADD = (
    r"\b(?:add|insert|create|include|overlay|superimpose|write|want|need|lay|append|there (?:should"
    r"|must) be|use|apply|record|read out|speak|narrate|burn|attach)\b|\b(?:put|place|show|display|make|give|play|have|start with)"
    r" (?:(?:me|it|us|the video|in) )?(?:a|an|some|background|this|two|three|one|<text>|<file>)(?![a-z])"
)
_STRONG = (
    r"\b(?:change|move|rename|replace|must|should|needs? to|has to|shift|extend|shorten|lengthen"
    r"|lower (?!third)|raise|turn|increase|reduce|decrease|adjust|correct|fix|edit|update|boost"
    r"|quieter|softer|louder|bigger|smaller|bring|resize|trim|retime|restyle)\b|\blower (?=the|its)"
)
_WEAK = (
    r"\b(?:set|make|put|place|position|align|show|display|fade|let|play|start|end|duck|have|give"
    r"|use|style|colou?r|keep|mute|silence|run|hold|render)\b"
)
_NOUN = (
    r"(?:titles?|captions?|subtitles?|lower[- ]?thirds?|text|music|bgm|soundtrack|song|voice[- ]?over"
    r"|narration|sound effects?|overlays?|logo|watermark|background music|music track)"
)
_DEFINITE = (
    rf"\b(?:the|its|this|that|your|my|all|every|each|existing|current)\b(?: (?!video)[\w-]+|<text>| <text>){{0,3}}? {_NOUN}\b"
    rf"|\A ?(?:please )?(?:set|make|fade|mute|duck|move) {_NOUN}\b"
)
_LAYER = rf"\b{_NOUN}\b|\baudio track\b"
_OWN = r"\b(?:of|for) the (?:video|clip|picture|footage)|\bown (?:sound|audio)|\boriginal (?:sound|audio)"

RULES: tuple[Rule, ...] = (
    Rule(ignore, (r"\A ?(?:please )?(?:but )?(?:do not|don't|never|without|no need)\b",)),
    Rule(
        ignore,
        (
            r"\b(?:everything|anything|all|the rest|nothing|rest of|other\w*)\b",
            r"\b(?:unchanged|as (?:it|they) (?:is|are|was|were)|as is|alone|untouched|the same"
            r"|intact|else (?:should |must |may )?(?:changes?|moves?)|keep the rest\Z)",
        ),
    ),
    Rule(time.trim_fillers, (_REMOVE, r"\bfillers?\b|\bu+h*m+s?\b|\bu+hs?\b|<text>.*\bwords?\b")),
    Rule(
        time.trim_pauses,
        (
            rf"{_REMOVE}|jump cut|longer than|close up",
            r"\bpauses?\b|\bsilences?\b|\bsilent\b|dead air|\bgaps\b",
        ),
        (_LAYER,),
    ),
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
    Rule(layers.change, (r"\breplace|\bchange|\brename", _LAYER), (r"\badd\b",)),
    Rule(layers.remove, (_REMOVE_LAYER, _LAYER), (r"\bfade|<percent>|\badd\b",)),
    Rule(looks.plain_color, (_REMOVE_LAYER, r"colou?r|\blook\b|\bfilter\b|grad(?:e|ing)")),
    Rule(time.remove_transition, (_REMOVE_LAYER, r"\btransitions?\b")),
    Rule(
        layers.change,
        (_STRONG, _LAYER),
        (r"\A ?(?:please )?(?:add|insert)\b|there (?:should|must) be", _OWN),
    ),
    Rule(
        layers.change_or_add,
        (_WEAK, _DEFINITE),
        (_ADD_FIRST := r"\A ?(?:please )?(?:add|insert|create|include|write)\b", _OWN),
    ),
    Rule(
        time.transition,
        (r"\btransitions?\b|\bdissolve|\bcross[- ]?fade",),
        (_LAYER, r"\bjoin|\bmerge|concatenat|combine|stitch"),
    ),
    Rule(layers.captions, (r"\bcaptions?\b|\bsubtitles?\b|\bcues?\b", r"<range>")),
    Rule(layers.text("lower-third"), (r"\blower[- ]?thirds?\b",)),
    Rule(layers.voiceover, (r"voice[- ]?over|narrat|\bread (?:out|aloud)|\bspeak",)),
    Rule(
        layers.sound,
        (r"sound effect|\bsfx\b|\bwhoosh\b|\b(?:add|play|insert|put)\b.*\bsound\b",),
        (r"\bmusic\b",),
    ),
    Rule(layers.music, (r"\bmusic\b|\bsoundtrack|\bbgm\b|\bsong\b",)),
    Rule(
        layers.overlay,
        (
            r"\boverlay|\blogo\b|watermark|picture[- ]in[- ]picture|superimpose|on top of|over the (?:video|picture|footage)|corner",
            r"<file|text>",
        ),
        (r"\btitle\b|\btext\b",),
    ),
    Rule(layers.text("title"), (r"\btitles?\b|\btext\b|\bheadline\b|\bheading\b",)),
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
            r"\bspeed|\bfaster\b|\bslow|\bquicker|\baccelerat|\bplay\w* .{0,60}<factor>|time[- ]lapse",
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
            r"<ratio|size>|\bvertical\b|\bportrait\b|\bsquare\b|\blandscape\b|widescreen|horizontal\b",
        ),
    ),
    Rule(looks.rotate, (r"\brotat\w*|\bturn\b.*<angle>|upside[- ]down",)),
    Rule(looks.crop, (r"\bcrop\w*|\bzoom in", r"<percent>")),
    Rule(
        looks.color,
        (
            r"\bcolou?r|\blook\b|\bfilter\b|\bgrad(?:e|ing)\b|\btone\b|black[- ](?:and|&)[- ]white|sepia|\bwarmer\b|\bcooler\b",
        ),
    ),
    Rule(looks.fade_video, (r"\bfad(?:e|es|ing|ed)\b|fade[- ](?:in|out)",)),
    Rule(looks.unmute, (r"\bunmute|restore the (?:sound|audio|volume)",)),
    Rule(
        looks.mute,
        (
            r"\bmut(?:e|ed|ing)\b|\bsilence\b|\b(?:remov\w*|delet\w*|turn off|strip|drop|cut|no|without)\b.{0,40}\b(?:sound|audio|volume)\b",
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
            r"\b(?:place|put|add|use|insert|arrange|import|start with|order|sequence|lay|append|drop|bring|show)\b",
            r"<file>|\bclips?\b|\bvideos?\b|\bpictures?\b|\bimages?\b|\bphotos?\b|\bfiles?\b|\buploads?\b|\bfootage\b|<text>|timeline",
        ),
        (_REMOVE_STRONG := r"\b(?:remove|delete|cut)\b", r"<range>"),
    ),
    Rule(
        time.keep,
        (r"\bkeep\b|\bonly\b|\bextract\b|\bretain\b|\buse just\b|\bjust use\b", r"<range>"),
    ),
    Rule(time.cut, (rf"{_REMOVE}|\bskip\b|\bout\b", r"<range>")),
    Rule(
        answer,
        (
            r"\?|\b(?:what|how|which|who|why|where|when)\b|\bhelp\b|\bexport\b|\bundo\b|\bredo\b|download|\bcredits?\b|\bbalance\b",
        ),
    ),
    Rule(
        greet,
        (
            r"\A ?(?:hi|hello|hey|thanks?|thank you|great|ok(?:ay)?|perfect|good|yes|cheers|please)\b[a-z ,!]{0,40}\Z",
        ),
    ),
)
