"""The verbs and nouns of English instructions, as patterns that the rules are made of."""

# --- verbs ---------------------------------------------------------------------------------
CUT = r"(?<!the )(?<!a )(?<!each )(?<!every )\bcut(?:ting)?\b"
REMOVE = (
    rf"{CUT}|\b(?:remov\w*|delet\w*|trim\w*|drop|strip|erase|get rid of|take out|tighten|shorten"
    r"|eliminat\w*|lose|kill|clear|discard|chop|snip|skip|throw away|(?:must|should|has to) go)\b"
)
REMOVE_LAYER = (
    r"\b(?:remov\w*|delet\w*|drop|strip|erase|get rid of|take (?:out|away|off)|eliminat\w*|lose|kill"
    r"|clear|discard|(?:must|should|has to) go|(?:should|must) not (?:be|exist)|no longer|turn off)\b"
    r"|\bturn\b.{0,30}\boff\b|\A ?no (?:more )?(?:title|caption|subtitle|music|logo|overlay)"
    rf"|{CUT}(?! off)"
)
INDEFINITE = (
    r"\b(?:put|place|show|display|make|give|play|have|start with|position|set)"
    r" (?:(?:me|it|us|the video|in) )?"
    r"(?:an?|some|background|another|new|two|three|one|<text>|<file>)(?![a-z])"
)
ADD = (
    r"\b(?:add|insert|create|include|overlay|superimpose|write|want|need|lay|append"
    r"|there (?:should|must) be|missing|use|apply|record|read out|speak|narrate|burn|attach)\b"
    rf"|{INDEFINITE}"
)
ADD_FIRST = (
    r"\A ?(?:please )?(?:add|insert|create|include|write|overlay|superimpose)\b"
    r"|there (?:should|must) be|\bmissing\b"
)
# These change what is there, with or without an article.
STRONG = (
    r"\b(?:change|move|rename|replace|must|should|needs? to|has to|shift|extend|shorten|lengthen"
    r"|raise|turn|increase|reduce|decrease|adjust|correct|fix|edit|update|boost|quieter|softer"
    r"|louder|bigger|smaller|larger|bring|resize|trim|retime|restyle|too|instead|lower (?!third))\b"
)
# These change what is there when it has an article.
WEAK = (
    r"\b(?:set|make|put|place|position|align|show|display|fade|let|play|start|end|duck|have|give"
    r"|use|style|colou?r|keep|mute|silence|run|hold|render)\b"
)

# "The title must …" is about one that is there.
MUST = (
    r"\A(?!.*\b(?:add|insert|create|there (?:should|must)|missing)\b)"
    r".*\b(?:must|should|needs? to|has to)\b"
)

# --- nouns ---------------------------------------------------------------------------------
NOUN = (
    r"(?:titles?|captions?|subtitles?|lower[- ]?thirds?|text|music|bgm|soundtrack|song"
    r"|voice[- ]?over|narration|sound effects?|overlays?|logo|watermark|background music"
    r"|music track|picture[- ]in[- ]picture)"
)
LAYER = rf"\b{NOUN}\b|\baudio track\b"
DEFINITE = (
    r"\b(?:the|its|this|that|your|my|all|every|each|existing|current)\b"
    rf"(?: (?!video|an?\b)[\w-]+| <text>){{0,3}}? {NOUN}\b"
    rf"|\A ?(?:please )?(?:set|make|fade|mute|duck|move) {NOUN}\b"
)
OWN = (
    r"\b(?:of|for) the (?:video|clip|picture|footage)|\bown (?:sound|audio|volume)"
    r"|\boriginal (?:sound|audio|volume)|(?:video|clip|picture)'s (?:sound|audio|volume)"
)
PAUSES = r"\bpauses?\b|\bsilences?\b|\bsilent\b|dead air|\b(?:silent|speech) gaps\b|\bgaps (?:in|between)\b"
CLIPS = r"(?:clips?|videos?|pictures?|images?|photos?|files?|footage|uploads?|media|material)"
STRETCH = (
    r"(?:<range>|<time>|video|clip|sections?|parts?|segments?|footage|timeline|piece|portion|bit"
    r"|scene|everything|what|time|material|picture|content|seconds|ranges?|stretch\w*|passage"
    r"|intro|outro|beginning|start|end|ending|opening|frames?|recording|film|edit)"
)
LINK = (
    r"(?: (?:out|off|away|of|the|this|these|those|all|any|that|following|whole|entire|from|between"
    r"|middle|boring|video|down|two|three|first|last|only|just|time|source|unwanted|other|to))*:? ?"
)
CHANGES_NOTHING = (
    r"\b(?:do|does|did|must|should|may|will|shall|is|are) not (?:be )?"
    r"(?:chang|mov|touch|alter|affect|shift|resiz|stretch|scal)\w*"
    r"|\b(?:leave|keep)\b.*\b(?:as (?:it|they) (?:is|are|was|were)|as is|alone|untouched)\b"
    r"|\b(?:unchanged|untouched|the same|intact|as (?:it|they) (?:is|are|was|were))\W*\Z"
    r"|\b(?:everything|anything|all|nothing|the rest)\b.*\b(?:else|rest)\b.*"
    r"\b(?:unchanged|changes?|moves?|stays?|remains?|same)\b"
    r"|\bkeep (?:the rest|everything else)\W*\Z"
)
TELLS_ONLY = (
    r"\A ?(?:please )?(?:but |and )?(?:do not|don't|never|without|no need)\b"
    r"|\A ?(?:so |and |so that )?(?:what|everything|anything|the (?:rest|following|remaining|later))"
    r"\b.*\b(?:moves?|shifts?|closes?|follows?|stays?|remains?|up|later|earlier)\b"
    r"|\A ?(?:and )?clos(?:e|ing) (?:the|any|all|every|up)\b|\bnot leave (?:a|any) gaps?\b"
    r"|\A ?(?:all |the )?times? (?:are|is|refers?|means?|counts?|given)\b"
    r"|\A ?(?:and )?(?:remove|delete|cut|drop|discard) (?:everything|all|the rest|anything)"
    r"(?: else| of it| other.*)?\W*\Z"
    r"|\A ?(?:only|just) (?:change|do|edit|apply) (?:this|that)\b|\b(?:exactly|only) once\b"
    r"|\A ?(?:so )?(?:its|their|the total) (?:duration|length|rest|order)\b"
    r"|\A ?there (?:is|are|was|were)\b(?!.*\bmissing)(?!.*\b(?:remov|delet|drop|take out))"
    r"|\A ?(?:it|they|currently|now|right now|at the moment)\b.*\b(?:is|has|was|are|have|runs)\b"
    r"|\A ?(?:please )?(?:reply|answer|respond)\b|\bsession language\b|\blanguage of th(?:e|is) \w+"
)
ONE_VALUE = r"\bfade|<percent>|\badd\b|\bstyle|\bduck"
FILES = r"<file|text>"
