"""Rules for English instructions: words to builder. The first match wins."""

from mock_server.agent import english_words as words
from mock_server.agent import parse_changes as changes
from mock_server.agent import parse_layers as layers
from mock_server.agent import parse_picture as picture
from mock_server.agent import parse_time as time
from mock_server.agent.answers import answer, greet, ignore
from mock_server.agent.building import Rule

RULES: tuple[Rule, ...] = (
    Rule(ignore, (words.CHANGES_NOTHING,), ("<percent>",)),
    Rule(
        ignore, (words.TELLS_ONLY,), (r"\bshould|\bmust|\btoo\b", rf"(?:{words.REMOVE}).*<range>")
    ),
    Rule(
        time.trim_fillers, (words.REMOVE, r"\bfillers?\b|\bu+h*m+s?\b|\bu+hs?\b|<text>.*\bwords?\b")
    ),
    Rule(
        time.trim_pauses,
        (rf"{words.REMOVE}|jump cut|longer than|close up", words.PAUSES),
        (words.LAYER,),
    ),
    Rule(
        picture.flag("denoise"),
        (r"\bdenois\w+|\bnoise|\bhiss\b|\bhum\b|clean up the (?:audio|sound)",),
    ),
    Rule(picture.flag("stabilize"), (r"\bstabili[sz]\w*|\bshak(?:e|y|iness)\b|steady",)),
    Rule(
        picture.flag("normalize"),
        (r"\bnormali[sz]\w*|\beven out\b|\bloudness\b|level out|level the",),
        (words.LAYER,),
    ),
    Rule(changes.change, (r"\bfade", rf"\b(?:to|on|for|of) (?:the|all|every|my) {words.NOUN}\b")),
    Rule(
        changes.change,
        (
            rf"\A ?(?:the )?(?:background )?{words.NOUN}(?: volume)?"
            r"(?: down| up)?(?: at| to|:)? ?<percent>\W*\Z",
        ),
    ),
    Rule(changes.clear, (words.REMOVE_LAYER, r"\bfade|\bduck", words.LAYER)),
    Rule(picture.no_fade, (words.REMOVE_LAYER, r"\bfade[- ]?(?:in|out)s?\b"), ("<time>",)),
    Rule(changes.change, (r"\breplace|\bchange|\brename", words.LAYER), (r"\badd\b", words.OWN)),
    Rule(changes.remove, (words.REMOVE_LAYER, words.LAYER), (words.ONE_VALUE, words.OWN)),
    Rule(
        time.remove_clip,
        (r"\b(?:remov\w*|delet\w*|drop|get rid of|take out)\b", r"\b(?:clip|video|segment|shot)\b"),
        ("<range>", words.LAYER, r"\b(?:sound|audio|volume|noise|fade|colou?r|transition)\b"),
    ),
    Rule(picture.plain_color, (words.REMOVE_LAYER, r"colou?r|\blook\b|\bfilter\b|grad(?:e|ing)")),
    Rule(
        time.remove_transition, (r"\b(?:remov\w*|delet\w*|drop|get rid of)\b", r"\btransitions?\b")
    ),
    Rule(changes.change, (words.STRONG, words.LAYER), (words.ADD_FIRST, words.OWN)),
    Rule(
        changes.change_or_add,
        (words.WEAK, words.DEFINITE),
        (words.ADD_FIRST, words.OWN, words.INDEFINITE),
    ),
    Rule(
        time.join,
        (
            r"\bjoin|\bmerge|concatenat|\bcombine|\bstitch|\boverlap|\bcross[- ]?fade",
            rf"{words.FILES}.*{words.FILES}",
        ),
    ),
    Rule(
        time.transition,
        (r"\btransitions?\b|\bdissolve|\bcross[- ]?fade",),
        (words.LAYER, r"\bjoin|\bmerge|concatenat|combine|stitch"),
    ),
    Rule(layers.captions, (r"\bcaptions?\b|\bsubtitles?\b|\bcues?\b", r"<range>")),
    Rule(
        layers.heard_captions,
        (words.ADD + r"|\bgenerate\b", r"\bcaptions?\b|\bsubtitles?\b"),
    ),
    Rule(
        layers.text("lower-third"),
        (rf"{words.ADD}|<text>", r"\blower[- ]?thirds?\b"),
        (words.MUST,),
    ),
    Rule(layers.voiceover, (r"voice[- ]?over|narrat|\bread (?:out|aloud)|\A ?speak\b",)),
    Rule(
        layers.sound,
        (r"sound effect|\bsfx\b|\bwhoosh\b|\b(?:add|play|insert|put)\b.*\bsound\b",),
        (r"\bmusic\b",),
    ),
    Rule(
        layers.music,
        (rf"{words.ADD}|{words.FILES}", r"\bmusic\b|\bsoundtrack|\bbgm\b|\bsong\b"),
        (r"\breplace|\bchange|\brename",),
    ),
    Rule(
        layers.overlay,
        (
            r"\boverlay|\blogo\b|watermark|picture[- ]in[- ]picture|superimpose|on top of"
            r"|over the (?:video|picture|footage)|corner",
            words.FILES,
        ),
        (r"\btitle\b|\btext\b",),
    ),
    Rule(
        layers.text("title"),
        (rf"{words.ADD}|<text>", r"\btitles?\b|\btext\b|\bheadline\b|\bheading\b"),
        (words.MUST,),
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
        picture.canvas,
        (
            r"<ratio|size>|\bcanvas\b.*\b(?:fit|fill|blur)|\bvertical\b|\bportrait\b|\bsquare\b|\blandscape\b|widescreen"
            r"|horizontal\b",
        ),
    ),
    Rule(picture.rotate, (r"\brotat\w*|\bturn\b.*<angle>|upside[- ]down",)),
    Rule(picture.crop, (r"\bcrop\w*|\bzoom in", r"<percent>")),
    Rule(
        picture.color,
        (
            r"\bcolou?r|\blook\b|\bfilter\b|\bgrad(?:e|ing)\b|\btone\b|black[- ](?:and|&)[- ]white"
            r"|sepia|\bwarmer\b|\bcooler\b",
        ),
    ),
    Rule(picture.fade_video, (r"\bfad(?:e|es|ing|ed)\b|fade[- ](?:in|out)",)),
    Rule(picture.unmute, (r"\bunmute|restore the (?:sound|audio|volume)",)),
    Rule(
        picture.mute,
        (
            r"\bmut(?:e|ed|ing)\b|\binaudible\b|\bsilence\b"
            r"|\b(?:remov\w*|delet\w*|turn off|strip|drop|cut|no|without)"
            r"\b.{0,40}\b(?:sound|audio|volume)\b",
        ),
        (r"<percent|level>",),
    ),
    Rule(
        picture.volume,
        (r"\bvolume|\blouder|\bquieter|\bsofter|\bsound\b|\baudio\b|\bloud\b|\bspeech\b",),
    ),
    Rule(layers.music_file, (words.ADD, words.FILES)),
    Rule(
        layers.bare_text,
        (
            r"\b(?:add|write|show|display|put|burn|print)\b",
            r"<text>",
            r"<range>|\bscreen\b|\bcorner\b|\btop\b|\bbottom\b"
            r"|\bcent(?:er|re)\b|\bmiddle\b",
        ),
    ),
    Rule(
        time.place,
        (
            r"\b(?:place|put|add|use|insert|arrange|import|start with|order|sequence|lay|append|load"
            r"|create|make|build|show)\b",
            rf"{words.FILES}|\b(?:place|put|add|use|insert|arrange|import|load)\b"
            rf"(?: (?:all|the|my|these|uploaded|both|every|of|in|order))* {words.CLIPS}\b",
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
    Rule(time.cut, (rf"(?:{words.REMOVE}){words.LINK}{words.STRETCH}", r"<range>")),
    Rule(
        answer,
        (
            r"\?|\A ?(?:what|how|which|who|why|where|when|is|are|does|did)\b|\bhelp\b|\bexport\b"
            r"|\bundo\b|\bredo\b"
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
