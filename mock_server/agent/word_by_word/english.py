"""What the second reader knows of English."""

import re

from mock_server.agent.word_by_word.english_shares import (
    AS_IT_IS,
    SHARE_OF_ITS,
    TIMES_AS,
    share_of_its,
    times_as,
)
from mock_server.agent.word_by_word.english_values import VALUES
from mock_server.agent.word_by_word.parts import Lexicon

_NTH = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "last": -1, "final": -1
}  # fmt: skip

_NOUNS = {
    "title": "titles?|headings?|headlines?",
    "caption": "captions?|subtitles?",
    "lower-third": "lower[ -]thirds?|name ?(?:tag|plate)s?",
    "overlay": "logos?|watermark|overlays?|picture[ -]in[ -]picture|pip",
    "music": "music|songs?|(?:background |music )?tracks?|tunes?|soundtrack|background music",
    "voiceover": "voice-?overs?|voice overs?|narration",
    "text": "texts?|words|writing",
    "text of it": "its text|its words|its wording",
    "voice": "(?:(?:my|his|her|the) )?voice(?!-? ?overs?\\b)",
    "own": (
        "(?:original |clip |video )?(?:sound|audio)|speech|speaker(?:'s voice)?|talking"
        "|(?:original |clip |video )sound|(?:sound|audio) of the (?:video|clip)|(?:video"
        "|clip)'s (?:own )?(?:sound|audio)"
    ),
    "whole video": "(?:whole|entire) (?:video|clip|footage|film|recording|picture|image|frame)",
    "video": "(?:video|clip|footage|film|recording)|picture|image|colou?rs",
    "recorded": "talk|interview|lecture|presentation|main (?:clip|video|footage)",
    "everything": "everything|all of it|whole thing|entire thing",
    "clip": "clips?|part|piece|segment|shot|section|stretch|passage|portion",
    "zoom": "zoom(?: effect)?",
    "blur": "blur(?: effect)?",
    "transition": "transitions?|cross-?fades?|dissolve",
    "fadein": "fade[ -]?in",
    "fadeout": "fade[ -]?out",
    "look": "looks?|filter|colou?r (?:look|filter|grade)|tint",
    "less noise": "noise reduction|denoising",
    "steadiness": "(?:image )?stabili[sz]ation|stabili[sz]er|stabili[sz]ing",
    "evenness": "normali[sz]ation|normali[sz]ing|loudness normali[sz]ation",
    "duck": "ducking",
    "rotate": "rotation",
    "speed": "(?:speed|pace)(?: of| changes?)?",
    "volume": "(?:volume|level|loudness)(?: of)?",
    "size": "(?:(?:font|letter) ?)?size(?: of)?|width(?: of)?",
    "opacity": "opacity(?: of)?",
    "color": "colou?r(?: of)?",
    "position": "(?:positions?|spots?)(?: of)?",
}

_LESSEN = (
    "clean up|clean|get rid of|reduce|remove|filter out|take out|eliminate|suppress|lose|kill"
    "|cut down on"
)
_NOISE = (
    "(?:(?:background|wind|room|street|traffic|fan|ambient|surrounding) noises?|hiss(?:ing)?|hum(?:ming)?"
    "|buzz(?:ing)?|static|noise)"
)
_SAYS_NOTHING: list[tuple[str, str, object]] = [
    # --- what says nothing
    ("", r"from (?:the|my|this) (?:video|clip|film|footage)(?! (?:to|until|on)\b)", None),
    ("", r"(?<= in )from black|(?<= out )to black", None),
    ("", r"(?<=, )all of it(?= (?:except|bar|but|apart from|other than)\b)", None),
    ("", r"the bit(?= (?:from|between) )", None),
    ("laid over", r"(?:over|on top of) (?:it|the (?:video|picture|clip))", None),
    ("to", r"for(?= (?:the|my) (?:rest|speech|interview|clip|picture|music|title|caption|logo)\b)", None),
    ("to", r"for(?= (?:every|each|both|all(?: of)? the)\b)", None),
    ("", r"for (?:my |our )?(?:instagram|tik ?tok|youtube|linkedin|facebook|reels|stories)", None),
    ("", r"for the love of god|(?:can|could) we (?=have|get|make|add)"
        r"|ideally|honestly|basically|entirely|completely|fully", None),
    ("", r"(?:(?:that |which )?(?:says?|reads?|saying|reading)|with the (?:text|words?)|called|named"
        r"):?(?= *<text>)",
        None,
    ),
    ("", r":(?= *<text>)", None),
    ("",
        r"any ?more|at all|itself|themselves|by the way|of course",
        None,
    ),
    ("shown", r"(?:up )?on (?:the )?screen", None),
    ("",
        r"(?:there|visible|shown|up|on)(?= (?:only |just )?(?:for|from|until|till|at|between) )",
        None,
    ),
    ("and", r"as well as", None),
    ("",
        r"please|pls|plz|kindly|thanks|thank you|quickly(?= (?:make|cut|mute|put|add|remove)\b)|now|so"
        r"|okay|ok|well"
        r"|btw|(?:hi|hey|hello)(?= ?,)",
        None,
    ),
    ("also", r"also|as well(?! as)|too(?= ?(?:[,.;!]|and\b|\Z))", None),
    ("",
        r"(?:can|could|would|will) (?:you|we|u)(?: please)?|let's|let us|you can|go ahead and"
        r"|i(?:'d| would) like (?:you )?to|(?:i|we) (?:want|need|would like)(?: you)? to"
        r"|make sure(?: that)?|i think|feel free to",
        None,
    ),
    ("",
        r"the|a|an|my|our|some|this(?= (?:video|clip|title|music|song))|his|her|their|here|for me"
        r"|for us|exactly|really|nice|good|(?:just|simply)(?= (?:make|cut|mute|put|add|remove"
        r"|delete|turn|set|fade|move|show|trim|crop|rotate|reverse|change))",
        None,
    ),
    ("", r"finally|lastly|first of all|(?<![a-z] )first,", None),
    # --- what stands between
    ("stop", r"[.!;。]+|[-–—](?= )", None),
    ("and", r"(?<=, )but(?! (?:the (?:first|last|second|middle|final)|for|not|[0-9]))"
        r"|(?<!anything )(?<!everything )(?<!nothing )"
        r"but(?= (?:keep|leave|without|don't|do not|make|add|mute|set|turn|fade)\b)",
        None,
    ),
    ("comma", r",", None),
    ("then", r"then|afterwards|after that", None),
    ("and", r"(?:and|&)(?: (?:also|finally))?|plus(?! [^,.;]*(?:%|percent))", None),
]  # fmt: skip

_WORDS: list[tuple[str, str, object]] = [
    # --- which one
    ("nth", rf"(?P<n>{'|'.join(_NTH)})(?: ones?)?", lambda m: _NTH[m["n"].lower()]),
    ("nth", r"(?:the )?(?:middle|central) (?:one|(?=(?:title|caption|clip|lower[ -]third|logo|text)\b))"
        r"|(?:the )?one (?:in between|in the middle)", "middle"),
    ("both", r"both(?: of them| the)?|the two|all two", None),
    ("every", r"every|each|all(?: of)? the|all", None),
    ("another", r"another(?: one)?(?= (?:at|in)\b)|one more(?= (?:at|in)\b)", None),
    ("it", r"it|its", None),
    ("them", r"them", None),
    ("below it",
        r"(?:right |just |directly )?(?:(?:below|beneath) (?:it|that)|(?:below|beneath|under(?:neath)?)"
        r" (?:(?:his|her|the|their) )?name)(?! (?:and|in|at the (?:top|bottom))\b)",
        None,
    ),
    ("sub",
        r"(?:job(?: title| description)?|role|position|profession|line|text|subtitle|words|title|caption)"
        r" (?:that's |that is |which is )?(?:right |just )?(?:under(?:neath)?|below|beneath)"
        r" (?:his|her|their|the|my) name|job title|(?:his|her|their) (?:job|role|profession)"
        r"|second line(?= of the (?:lower[ -]third|name ?(?:tag|plate)))",
        None,
    ),
    # --- what is to become of it
    ("remove",
        r"remove|delete|drop|get rid of|lose|ditch|scrap|erase|take (?:out|away|off|down)"
        r"|throw (?:out|away)|out (?:goes|with)|no more|isn't needed|not needed|turn off|switch off|kill"
        r"|(?:i|we) (?:don't|do not|no longer) need(?=.* any ?more\b)|(?:i|we) no longer (?:need|want)"
        r"|(?:i|we) (?:don't|do not) want(?=.* any ?more\b)|(?:is|are) no longer needed",
        None,
    ),
    ("gone", r"go(?:es)?(?= ?(?:[.;!,]|\Z))", None),
    ("gone", r"out|away|off|gone|can go|has to go|must go|should go", None),
    ("cut",
        r"cut(?: (?:out|off|away))?|trim(?: (?:off|away))?|chop(?: off)?|snip(?: out| off)?"
        r"|shorten|lop(?: off)?|shave(?: off)?|slice(?: off| out)?|hack(?: off)?|snip away",
        None,
    ),
    ("remove", r"no(?: more)?(?= (?:box|backing|background)(?: box)? (?:behind|under|around)\b)", None),
    ("ground", r"(?:box|backing|background)(?: box)? (?:behind|under(?:neath)?|around)", None),
    ("no duck",
        r"(?:needn't|doesn't (?:need|have) to|does not (?:need|have) to|shouldn't|should not|mustn't"
        r"|should no longer|must no longer|no longer (?:needs|has) to|should stop|stops?) duck(?:ing)?",
        None,
    ),
    ("", r"(?<=and )again(?= (?:from|between)\b)", None),
    ("only", r"only|just|simply", None),
    ("all but",
        r"(?:throw (?:away|out)|remove|delete|cut|drop|lose|get rid of"
        r"|chop off) everything (?:except|but|apart from|besides|other than)(?: for)?"
        r"|keep nothing (?:but|except)|(?:i )?only (?:need|want)|i(?:'d)? (?:only|just) (?:need"
        r"|want|like)",
        None,
    ),
    ("unclear", r"(?:don't|do not|not) (?:just|only|simply|merely)", None),
    ("not", r"don't|do not|not|never|no|without(?: any)?|nothing", None),
    ("rest",
        r"(?:everything|anything|all) else|the (?:rest|others?)|anything|everything around it"
        r"|otherwise",
        None,
    ),
    ("", r"back(?: again)?|again(?= ?(?:[.,;!]|\Z))", None),
    ("keep",
        r"keep|leave|stays?|remains?|can stay|should stay|as (?:it is|is|it was|they are)"
        r"|(?:stays?|remains?|(?:should|can) stay) (?:on|in|put|there|(?:as )?normal|audible"
        r"|exactly as (?:it )?is)"
        r"|no changes? (?:to|for|on)"
        r"|untouched|alone|unchanged|(?:keeps?|stays) (?:playing|going|running|on)|continues?|plays? on"
        r"|(?:playing|running|going|audible)(?= ?(?:[.,;!]|\Z|and\b|until\b|till\b))"
        r"|goes on|carries on|(?:should |shall |must |may )?survives?"
        r"|stays? (?:where|how|the way|like|just as|exactly as) (?:it is|they are|it was|they were)"
        r"|stays? the same|(?:is|are) (?:just |perfectly )?(?:fine|ok(?:ay)?|good|great|perfect|all right)"
        r" (?:as (?:it is|it was|they are|is)|the way (?:it is|they are)|like (?:that|it is))"
        r"|(?:is|are) fine(?= ?(?:[.,;!]|\Z))",
        None,
    ),
    ("mute",
        r"mute[ds]?|silence|silent|without (?:the )?(?:sound|audio)|no (?:sound|audio)|sound off",
        None,
    ),
    ("unmute", r"unmute|sound (?:back )?on(?: again)?", None),
    ("add", r"add|generate|create|include|show|display|play|write|lay", None),
    ("insert", r"insert|splice(?: in)?|drop(?= <file> in\b)", None),
    ("append", r"append|tack on|attach|add on", None),
    ("split", r"split|divide|make a (?:split|cut)(?= (?:at|in)\b)|split in two", None),
    ("in the middle",
        r"(?:right |exactly )?in the middle(?: of (?:the |my )?(?:video|clip))?"
        r"|in(?:to)? (?:two )?(?:equal )?hal(?:f|ves)",
        None,
    ),
    ("crop", r"crop(?: (?:out|off|away))?", None),
    ("before", r"(?:right |directly |just )?(?:before|in front of|ahead of)", None),
    ("behind", r"(?:right |directly |straight )?(?:after|behind)", None),
    ("bit",
        r"a (?:little|tiny|wee)? ?(?:bit|little|touch|tad|notch|smidge)(?: of)?|slightly|somewhat|little",
        None,
    ),
    ("make",
        r"make|stick|take|give|have|put|use|place|apply|get|(?:i(?:'d| would) like|i want|we want)"
        r"|goes|chuck|whack|bung|slap|plonk"
        r"|go",
        None,
    ),
    ("change",
        r"set|touch|turn|crank|convert|transform|change|let|switch|adjust|colou?r|paint|bring|to be"
        r"|should be|must be|run|is(?= (?:gone|to))|be"
        r"|needs? to be|has to be|ought to be|should|must",
        None,
    ),
    ("start", r"starts?|begins?|comes? (?:in|up|on)|appears?|pops? up|shows? up", None),
    ("end", r"(?:is|be|are) over(?= (?:at|by)\b)|ends?|stops?|vanish(?:es)?|disappears?|goes? away", None),
    ("skip", r"skip", None),
    ("color", r"colou?rs of(?= (?:the )?(?:(?:two|both) )?(?:titles|captions|texts|subtitles)\b)", None),
    ("swap", r"swap(?: round| around)?|switch round|exchange|trade", None),
    ("around", r"around|round|over|order|the order of|places", None),
    ("zoom in", r"zoom in(?: on the (?:picture|middle|cent(?:er|re)))?|zoom", None),
    ("blur it", r"blur(?: out)?", None),
    ("ducks",
        r"duck(?: (?:down|out))?(?: (?:under|below|beneath) (?:the |my |his |her )?(?:voice|speech"
        r"|talking|speaker))?(?: (?:when(?:ever)?|while) (?:i|he|she|someone|anyone|we)(?:'m|'s"
        r"| am| is)? (?:speak|speaks|speaking|talk|talks|talking))?",
        None,
    ),
    ("sound effect",
        r"(?:a )?(?:ding|whoosh|swoosh|beep|click|boom|applause|chime)(?: (?:sound|sound effect"
        r"|effect))?",
        lambda m: re.sub(r"\Aa | (?:sound|effect)\b", "", m[0].lower()).strip(),
    ),
    ("sounds there", r"(?P<name>ding|whoosh|swoosh|beep|click|boom|chime)(?:(?<=sh)e|(?<!sh))s",
        lambda m: m["name"].lower(),
    ),
    ("effect sound",
        r"(?:(?:sound effects?|sfx|sound)(?: (?:called|named))?)(?= *<text>)|sound effects?|sfx",
        None,
    ),
    ("of", r"of|into", None),
    ("move", r"move[ds]?|shift|slide|push(?= [^,.;!]+ (?:to|into) the)", None),
    ("fade", r"fades?|fading", None),
    ("fadein", r"fades? in|fades? up", None),
    ("fadeout", r"fades? out|fades? away", None),
    ("from black", r"fades? (?:in )?from black", None),
    ("to black", r"fades? (?:out |down )?to black", None),
    ("faster", r"speed up|faster|sped up|quicker|speed", None),
    ("slower", r"slow down|slower|slow|slowed down", None),
    ("up", r"up", None),
    ("down", r"down", None),
    ("louder", r"louder|(?:turn|crank|pump) up", None),
    ("times", rf"(?P<n>{TIMES_AS}) (?:times )?(?:as loud|louder){AS_IT_IS}", times_as),
    ("times", rf"(?:to |at )?{SHARE_OF_ITS} (?:volume|loudness|level)", share_of_its),
    ("scaled", rf"(?P<n>{TIMES_AS}) (?:times )?(?:as (?:big|large|wide|small)|(?:bigger|larger)){AS_IT_IS}",
        times_as),
    ("scaled", rf"(?:to |at )?{SHARE_OF_ITS} size{AS_IT_IS}", share_of_its),
    ("scaled", rf"half as (?:big|large)(?! again){AS_IT_IS}", 0.5),
    ("raise", r"raise|boost|bring up|increase", None),
    ("lessen", r"lower|bring down|reduce|decrease", None),
    ("quieter", r"quieter|softer|turn down", None),
    ("bigger", r"bigger|larger|enlarge|blow up", None),
    ("smaller", r"smaller|shrink", None),
    ("freeze", r"hold|freeze", None),
    ("frame", r"(?:the )?last frame(?: of the video)?", None),
    ("reverse", r"reverse[ds]?|(?:play )?backwards|in reverse", None),
    ("rotate", r"rotate[ds]?|turn", None),
    ("denoise",
        r"denoise|reduce (?:the )?(?:background )?noise|remove (?:the )?(?:background )?noise"
        r"|clean up (?:the )?(?:audio|sound)"
        rf"|(?:{_LESSEN}) (?:(?:the|that|this|all) )*{_NOISE}"
        r"(?: in the (?:back(?:ground)?|audio|sound))?(?! (?:by|to|from|between|until|only)\b)",
        None,
    ),
    ("stabilize", r"stabili[sz]e[ds]?|steady", None),
    ("normalize", r"normali[sz]e[ds]?(?: (?:the )?(?:loudness|audio|sound|volume))?", None),
    ("instead", r"instead", None),
    ("replace", r"replace|swap out", None),
    ("respell", r"respell", None),
    ("with", r"with|by", None),
    ("to", r"to|into|at|in|on|as", None),
    ("under",
        r"in the background|as background music|as (?:the )?music|under(?:neath)? (?:it|the video)"
        r"|as background",
        None,
    ),
    ("under",
        r"under(?:neath)? (?:the )?(?:whole |entire )?(?:video|clip|thing|footage|film|recording|lot)",
        None,
    ),
    ("", r"'s(?= (?:own |original )?(?:opacity|volume|level|size|colou?r|speed|sound|audio|text)\b)", None),
    ("undo",
        r"undo(?: (?:that|this|it|the last (?:thing|step|change|edit)))?(?: again)?|take that back"
        r"|revert (?:that|the last (?:change|step|edit))",
        None,
    ),
    ("except",
        r"except(?: (?:for|in|from|during))?|apart from|other than"
        r"|everywhere (?:but|except|apart from|besides)(?: for| in| from)?"
        r"|bar(?= (?:for )?(?:the|from|between|[0-9]))|(?<=s )(?:but|save)(?: for)?(?= the\b)",
        None,
    ),
    ("auto",
        r"(?:from|of) (?:the|my) (?:speech|audio|voice)"
        r"|(?:of|for|from) what(?:'s| is) (?:being )?said", None),
    ("auto", r"(?:automatic(?:ally)?|auto)(?:[ -]generated)?(?: ones?)?", None),
    ("plain look",
        r"(?:(?:back|in|to|with) )*(?:the |its |their )?(?:normal|original|natural|regular|usual) colou?rs"
        r"(?: back)?"
        r"|(?:the )?colou?rs? (?:back|to normal|back to normal|normal again"
        r"|back to how (?:it was|they were))",
        None,
    ),
    ("former", r"(?:with )?the former(?: one)?", 0),
    ("former", r"(?:with )?the latter(?: one)?", 1),
    ("that stretch",
        r"(?:for |in |during )?(?:that|the same|this same) (?:part|bit|section|stretch|piece|segment)",
        None,
    ),
    ("",
        r"(?:is|are|would be|will be|should be) (?:more than )?(?:enough|plenty|sufficient)"
        r"|(?:will|would|should) do",
        None,
    ),
    ("too loud",
        r"(?:(?:is|are|was|sounds) )?(?:(?:way|far|much|a bit|a little|still|really) )*too loud(?: now)?"
        r"(?= ?[,;.])",
        None,
    ),
    ("too quiet",
        r"(?:(?:is|are|was|sounds) )?(?:(?:way|far|much|a bit|a little|still|really) )*too"
        r" (?:quiet|low|soft)(?: now)?(?= ?[,;.])",
        None,
    ),
]  # fmt: skip
ENGLISH = Lexicon(
    [*_SAYS_NOTHING, *VALUES, *_WORDS, *(("noun", nouns, role) for role, nouns in _NOUNS.items())],
    r"(?![a-z0-9])",
)
