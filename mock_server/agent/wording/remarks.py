"""A statement in front of an order says what is wrong, or where: "there's a cough from 5 to 6 s - mute it".

It is no order. The pronoun of the order behind it means the one range, or the one thing, of which it
speaks; where it speaks of two the sentence stays as it is.
"""

import re

from mock_server.agent.lexicon.tokens import knows, tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, UNREADABLE, Values, index, kind_of, pattern
from mock_server.agent.values.ranges import Range
from mock_server.agent.wording.withheld import awaits

_GAP = Regex(r" ?(?:[,;:]|[!.]+|\.{2,}|(?<=[^ ]) -+(?= ))[ -]*| (?=so [a-z])", re.IGNORECASE)
_LEAD = Regex(
    r"(?:(?:so|please|pls|just|then|and|now|can you|could you|would you|will you|let's|you can|better"
    r"|maybe|kindly|go ahead and|i want you to|i need you to|do)[ ,]+)*",
    re.IGNORECASE,
)
_ORDER = Regex(
    r"(?:cut|remove|delete|lose|drop|trim|chop|snip|skip|scrap|ditch|dump|kill|mute|silence|bleep|take"
    r"|get rid|bin|erase|axe|nuke|toss|throw|keep|speed|slow|reverse|stabili[sz]e|steady|denoise"
    r"|normali[sz]e|clean|turn|bring|make|set|move|shift|put|push|pull|lower|raise|boost|bump|crank"
    r"|dial|reduce|increase|shrink|enlarge|rotate|flip|crop|blur|fade|change|give|shorten|extend"
    r"|tone|soften|nudge|slide|drag|position|recolou?r|colou?r|double|halve|even|level|hide"
    r"|warm|replace|swap|run|play|fast[- ]?forward|switch|limit|restrict|confine|back to normal)\b",
    re.IGNORECASE,
)
# What only a statement has, …
_STATES = Regex(
    r"\b(?:nothing|not much) happens\b|\btakes\b|\bmakes\b|\b(?:is|are|was|were|has|have|had|looks"
    r"|look(?= [a-z])"
    r"|feels?|(?<!original )(?<!own )(?<!the )(?<!video )sounds?|seems?|covers|hides|drowns|blocks"
    r"|shakes)\b"
    r"|[a-z]n't\b|(?<=[a-z])'(?:s(?! (?:own |original )?(?:sound|audio|soundtrack))|re|m|ve)\b"
    r"|\btoo [a-z]+\b|\b(?:i|we|he|she|they|you|people) [a-z]+",
    re.IGNORECASE,
)
# … and what may ask for something, or for something else.
_MAY_ASK = Regex(
    r"\?|\b(?:given|suppos(?:e|ing)|assum(?:e|ing)|provided|condition|wherever|example|in case|moment"
    r"|if|unless|when|whenever|once|until|till|before|after|while|whether|maybe|perhaps|should|must"
    r"|needs?|wants?|wish|let|let's|please|could|can|may|might|will|shall|ought|supposed|except|but"
    r"|instead|other|apart|like|sa(?:y|ys|id)|tells?|told|ask(?:s|ed)?|think|thinks|thought|don't|do not"
    r"|never|not|(?:is|are|has|have) to|going|would|rather|than|stays?|goes|comes?|starts?|begins?|ends?"
    r"|runs?"
    r"|appears?|becomes?|gets?|lasts?|fades?|no|nothing|or|as|what|who|how|which|why|reads|spelled"
    r"|called|named"
    r"|typos?|joking|kidding|undo|again|already|previous|both|same|next|then|also|only|by|half)\b",
    re.IGNORECASE,
)
_HARMLESS = Regex(
    r"\b(?:i|we|they|you|people|he|she) (?:really |just |simply )?"
    r"(?:(?:don't|do not|never|can't|cannot|can barely|can hardly) "
    r"(?:really )?(?:like|love|see|hear|care|have|understand|stand)|can (?:see|hear))\b"
    r"|\b(?:doesn't|does not|don't) (?:look|fit|work|sound|feel|suit|match|belong|help)"
    r" (?:right|good|well|in|there|great|nice)?"
    r"|\b(?:is|are|was|were)(?: just| simply)? not\b|\bto (?:me|us|be honest)\b|\bas (?:hell|well|usual)\b"
    r"|\b(?:nothing|not much) (?:much |really |at all )?(?:happens|is happening|is going on)\b|\btakes"
    r" forever\b"
    r"|\blike (?:crazy|hell|mad)\b|\bby (?:hand|myself|ourselves|accident|mistake|phone|car|train)\b"
    r"|(?:\bis|\bare|(?<=[a-z])'(?:s|re)) (?:going|meant|supposed to go|to go) (?:on|to|onto|up on"
    r"|out on|for) (?=[a-z])",
    re.IGNORECASE,
)
_ONLY = Regex(
    r"\b(?:only|just|nothing but)\b.{0,40}\b(?:good|usable|useful|interesting|fine|works?|worth|matters?"
    r"|relevant|great|okay|decent|sharp|in focus)\b",
    re.IGNORECASE,
)
_LAYER = (
    r"(?:background music|music|song|soundtrack|titles?|captions?|subtitles?|logo|watermark|lower[- ]third"
    r"|name tag|voice-?over|narration|overlay|sound effect|stabili[sz]ation|filter|transition|noise"
    r" reduction)"
)
_WHICH = r"(?:(?:first|second|third|fourth|last|final|opening|closing) )?"
_NAMED = pattern(
    rf"(\b(?:the|my|our|your|this|that) {_WHICH}|(?<![^ ,.]))({_LAYER})(?![\w-])(?: ?<:text>)?"
    r"|<:text|file>"
)
# Before a bare noun: whose it is, or which of them, is not known.
_DESCRIBED = Regex(r"(?:\A|[ ,.;:-])(?!(?:the|this|that|some|and|is|hate|so)\b)[a-z-]+ \Z", re.I)
_OWN_SOUND = Regex(
    r"\b(?:original |own )?(?:audio|sound|speech|dialogue|loudness|levels|voice(?![- ]?over))\b",
    re.IGNORECASE,
)
_PICTURE = Regex(
    r"\b(?:footage|video|clip|shot|recording|film|camera|lighting|light|image|colou?rs)\b",
    re.IGNORECASE,
)
_ONE_CLIP = Regex(
    r"\bthe (?:first|second|third|fourth|last|final|middle) (?:clip|video|shot|segment)\b"
    r"|\bthe (?:clip|video|shot|segment) in the middle\b",
    re.IGNORECASE,
)
_TOO_LONG = Regex(r"\b(?:too|very|quite) long\b", re.IGNORECASE)
_SHARE = Regex(
    r"\b(?:the )?(?:first|second|third|last|final|opening|closing|middle)"
    r" (?:half|third|quarter|clip|shot|segment)\b",
    re.IGNORECASE,
)
_A_PART = r"(?:bit|part|section|segment|piece|stretch|chunk|moment|passage|sequence|scene|portion)"
_PRONOUN = Regex(
    rf"\b(?:all of )?(?:(?P<part>(?:that|this|the|those|these)(?: whole| entire)? {_A_PART}s?)"
    r"|(?:it|that|this|them|those|these)(?: one)?)\b(?:(?<=it) all\b)?",
    re.IGNORECASE,
)
_DONE_TO_A_PART = (
    "cut", "remove", "mute", "faster", "slower", "reverse", "bleep", "lessen", "denoise", "stabilize",
    "louder", "quieter", "look", "slowmo", "up", "down", "speed", "rotate", "angle",
)  # fmt: skip
_OF_ALL_OF_IT = Regex(
    r"(?:rotate|flip|turn|stabili[sz]e|steady|denoise|normali[sz]e|crop) it\b"
    r"|(?:make|turn|change|convert|switch|set) it (?:in)?(?:to )?(?:\ue018|a )?(?:vertical|square"
    r"|portrait|horizontal"
    r"|landscape|\ue018)",
    re.IGNORECASE,
)
_HOW_MADE = Regex(
    r"(?:i|we|it was|this was|it is|this is|it's|they) (?:only )?(?:just )?(?:filmed|recorded|shot"
    r"|made|took|taken|did|was"
    r"|were)\b|it's (?:very |so |really |a bit )?(?:windy|noisy|shaky|wobbly|echoey)\b",
    re.IGNORECASE,
)
_OF_THE_SOUND = Regex(
    r"\b(?:noise|hiss|hum|denoise|stabili[sz]e|normali[sz]e|captions|subtitles|loudness|shak(?:e|ing"
    r"|iness))\b",
    re.I,
)
_OF_IT = Regex(
    r"(?:it|this|that)(?:'s| is| was| sounds| looks| seems)(?: (?:a bit|a little|way|far|much"
    r"|really|very|so|just))*"
    r" too (?:quiet|loud|fast|slow|big|small|dark|bright|soft|low|faint)",
    re.IGNORECASE,
)
_BARE_VERB = Regex(r"(?:mute|silence|bleep|cut|remove|delete|trim)", re.IGNORECASE)
_ADDS = Regex(r"(?:add|give|use|try|insert)\b", re.IGNORECASE)
_OF_ALL = Regex(
    r"(?:it|it's|this|that|that's|everything|(?:way |far |so |much |a bit |a little )*too)\b", re.I
)
_BESIDE_STRANGE = (
    "it", "it's", "this", "that", "that's", "everything", "way", "far", "so", "much", "a bit", "a little",
    "really",
)  # fmt: skip
_OF_MINE = Regex(r"(?:i|we|it|this|that|everything|it's|that's)\b", re.IGNORECASE)
_KEEP_ONLY = Regex(
    r"(?:keep|use|leave) (?:(?:only|just) (?:that|this|it)(?: part| bit)?|(?:that|this|it)(?: part|"
    r" bit)? only)[ .!]*",
    re.IGNORECASE,
)
_HAS_A = Regex(r"\b(?:has|have|had|with|contains?|shows?|'s got|in|on) (?:a|an|some|the|no) ", re.I)
_ASKED_OF = Regex(rf"\b(?:{_LAYER}|video|clip|footage|everything)\b|[\ue010-\ue013]", re.I)
_HEARD = Regex(r"music|song|soundtrack|voice-?over|narration", re.IGNORECASE)
_QUIETER = Regex(r"\b(?:down|lower|quieter|softer|reduce|mute|remove|duck|soften)\b", re.IGNORECASE)
_PARTICLE = Regex(
    r" (?:up|down|out|off|away)(?=[ ,.!?]*(?:\Z|please|a bit|a little))", re.IGNORECASE
)
_TAKES = Regex(r"(?:cut|remove|delete|lose|drop|ditch|kill|scrap|dump|bin|fix|take)\b", re.I)


# "My dog runs in at 5 s and is gone at 7 s", "the outro starts at 50 s".
_COMES_AND_GOES = pattern(
    r"(?:from |at )(<:time>)[^,]*? (?:until|till|to|and (?:is|it's|he's|she's|they're) (?:gone|over|done"
    r"|out)"
    r"|and (?:leaves|ends|stops|disappears|goes away|walks out|it stops|it ends)) (?:again )?(?:at"
    r" )?(<:time>)"
)
_BEGINS_AT = pattern(r"(?<!the music )(?<!the title )\b(?:starts|begins) (?:at|from) (<:time>)\Z")
_WHAT_IS_BEFORE = Regex(
    r"(cut|remove|delete|drop|lose|trim|chop|mute)(?: off| out)? (?:what(?:'s| is| comes)|everything|all"
    r"|the (?:part|bit|rest))"
    r" (?:that(?:'s| is| comes) )?before(?: that| it)?[ .!]*\Z",
    re.IGNORECASE,
)


def _told(remark: str, order: str, values: Values) -> tuple[str, str]:
    """A statement and an order, with a range for the times by which a part is told."""
    times = [one for one in MARK.finditer(remark) if kind_of(one[1]) == "time"]
    both, begins = _COMES_AND_GOES.search(remark), _BEGINS_AT.search(remark)
    if len(times) == 2 and both:
        start, end = (values.items[index(one[2])].ms for one in times)
        mark = values.mark("range", Range(start, end), both[0])
        return f"it is {mark}", order
    if len(times) == 1 and begins and not _NAMED.search(remark):
        start = values.items[index(times[0][2])].ms
        before = _WHAT_IS_BEFORE.fullmatch(order)
        span = Range(0, start) if before else Range(start, None)
        mark = values.mark("range", span, begins[0])
        plain = f"{before[1]} it" if before else order
        return f"{remark[: begins.start()]}is {mark}", plain
    return remark, order


_LONGEST = 400  # characters of a statement


def unremarked(text: str, values: Values) -> str:
    """A marked sentence without the statement in front of its order, whose pronoun is said in full."""
    for gap in _GAP.finditer(text, 0, _LONGEST):
        order = _ordered(text[gap.end() :])
        remark = text[: gap.start()].strip(" ,.;!:-")
        adds = _ADDS.match(order) and _asks_for_nothing(remark)
        if not (_ORDER.match(order) or _GOES.match(order) or adds):
            continue
        if _gives_reason(text, gap, remark, order, values):
            return order
        said, plain = _told(remark, order, values)
        if _is_statement(said, values):
            return _resolved(said, plain, values) or text
    return text


# "The first 8 s have to go".
_GOES = pattern(
    r"(?:the )?<:range> (?:has|have|needs?|must|should|can)(?: to)? (?:go|be (?:cut|removed|deleted|muted"
    r"|silenced|dropped)|come out|leave)\b"
)
_MAY_NOT_BE = Regex(
    r"\?|n't\b|\b(?:if|unless|when|whenever|not|never|no|but|or|except|maybe|perhaps|should|would|could"
    r"|want"
    r"|wants|like|needs?|says?|said|only|until|till|before|after|told|asked|again|already|both|same"
    r"|undo)\b",
    re.IGNORECASE,
)
_SOMEBODY = Regex(
    r"(?:my|our|the|his|her|a|an|some|people|there|someone|somebody|he|she|they|i|we|it|it's|this|that"
    r"|everyone|nobody)\b",
    re.IGNORECASE,
)


def _gives_reason(text: str, gap: re.Match[str], remark: str, order: str, values: Values) -> bool:
    """Whether "so" leads to an order that says all by itself, behind words that ask for nothing: "my cat
    walks in at the start, so cut the first 9 s"."""
    so = re.match(r"[ ,-]*so\b", text[gap.start() :], re.IGNORECASE)
    alone = MARK.search(remark) is None and UNREADABLE not in remark
    if not (so and alone and _SOMEBODY.match(remark)) or _PRONOUN.search(order):
        return False
    told = bool(pattern("<:range>").search(order)) and not _MAY_NOT_BE.search(remark)
    return told and not awaits(f"{remark},") and not _begins_as_order(remark, values)


def resolved(found: list[str], values: Values) -> list[str]:
    """Marked sentences, each statement joined to the order behind it whose pronoun it explains."""
    done: list[str] = []
    for text in found:
        before = done[-1] if done else ""
        order = _ordered(text)
        both = _ORDER.match(order) and _PRONOUN.search(order) and _is_statement(before, values)
        plain = _resolved(before, order, values) if both else None
        if plain is None:
            done.append(text)
        else:
            done[-1] = plain
    return done


def _ordered(text: str) -> str:
    """An order without the words that lead up to it; a polite question is one."""
    lead = _LEAD.match(text)
    order = text[lead.end() :] if lead else text
    return order.rstrip("? ") if lead and "you" in lead[0].lower() else order


def _is_statement(remark: str, values: Values) -> bool:
    if UNREADABLE in remark or awaits(f"{remark},"):
        return False
    kinds = [kind_of(one[1]) for one in MARK.finditer(remark)]
    if kinds.count("range") > 1 or not {"range", "text", "file"} >= set(kinds):
        return False
    if not _ONLY.search(remark) and _MAY_ASK.search(_HARMLESS.sub("is", remark)):
        return False
    return not _begins_as_order(remark, values) and (_states(remark) or bool(_ONLY.search(remark)))


def _states(remark: str) -> bool:
    verbs = re.findall(r"(?<= )[a-z]{3,}(?:s|ed)\b", remark, re.IGNORECASE)
    return bool(_STATES.search(remark)) or any(not knows(one) for one in verbs)


_OBJECT = Regex(
    r" (?:(?:up|down|off|out) )?(?:the|this|that|my|it|all|every|both|a|an)\b",
    re.IGNORECASE,
)
_ORDERING = (
    "add", "remove", "cut", "keep", "set", "move", "replace", "rename", "undo", "split", "generate", "show",
    "crop", "rotate", "freeze", "join", "mute", "reverse",
)  # fmt: skip


def _begins_as_order(remark: str, values: Values) -> bool:
    said = [one for one in tokens(remark, values) if not one.carries_nothing]
    if (verb := _ORDER.match(remark)) and _OBJECT.match(remark, verb.end()):
        return True
    return not said or not said[0].tags.isdisjoint(_ORDERING)


def _resolved(remark: str, order: str, values: Values) -> str | None:
    """The order with what its pronoun means; None where that is not certain."""
    spans = [one[0] for one in MARK.finditer(remark) if kind_of(one[1]) == "range"]
    shares = [one[0] for one in _SHARE.finditer(remark)]
    if shares and _TOO_LONG.search(remark):
        return None  # "the second clip is too long, cut it": all of it?
    spans += shares
    timed = any(kind_of(one[1]) in ("time", "range") for one in MARK.finditer(order))
    pronoun = _PRONOUN.search(order)
    things = _things(remark)
    if (
        pronoun is None
        and len(spans) == 1
        and not (timed or things)
        and _BARE_VERB.fullmatch(order)
    ):
        return f"{order} {spans[0]}"
    if pronoun is None:
        told = bool(_ASKED_OF.search(order)) and not _ONLY.search(remark)
        told |= not things and bool(_HOW_MADE.match(remark) and _OF_THE_SOUND.search(order))
        told |= not things and _asks_for_nothing(remark)
        return order if told and not spans else None
    kept = _KEEP_ONLY.fullmatch(order)
    if kept and len(spans) == 1 and not timed:
        return f"keep only {spans[0]}"
    if things is None or len(spans) > 1 or (spans and timed):
        return None
    if not spans:
        return _about_thing(remark, order, pronoun, things)
    if any(_NAMED.search(one) for one in things) and not pronoun["part"]:
        return None
    return _about_part(remark, order, pronoun, spans[0], values)


def _about_part(
    remark: str, order: str, pronoun: re.Match[str], span: str, values: Values
) -> str | None:
    if _ONLY.search(remark):
        kept = re.fullmatch(r"(?:keep|use)(?: only| just)?", order[: pronoun.start()].strip(), re.I)
        return f"keep only {span}{order[pronoun.end() :]}" if kept else None
    plain = re.sub(r" there(?=[ ,.!]*\Z)", "", _in_place(order, pronoun, span))
    said = tokens(plain, values)
    return plain if any(one.is_a(kind) for one in said for kind in _DONE_TO_A_PART) else None


def _about_thing(remark: str, order: str, pronoun: re.Match[str], things: list[str]) -> str | None:
    if not things and _OF_ALL_OF_IT.match(order) and _OF_MINE.match(remark):
        return order
    alike = _OF_IT.fullmatch(remark) or _asks_for_nothing(remark)
    if not things and alike and pronoun[0].lower() in ("it", "this", "that"):
        return order
    if len(things) != 1 or pronoun["part"] or (_HAS_A.search(remark) and _TAKES.match(order)):
        return None
    if _OWN_SOUND.search(remark) and not _QUIETER.search(order) and _HEARD.search(things[0]):
        return None  # "the music drowns out the speech, turn it up"
    return _in_place(order, pronoun, things[0])


def _asks_for_nothing(remark: str) -> bool:
    """Whether a statement of "it", or of nothing, has no word of an edit: "it drags", "too hectic"."""
    if MARK.search(remark):
        return False
    said = [one for one in tokens(remark, Values()) if not one.carries_nothing]
    strange = [one for one in said if not one.readings]
    plain = all(one in strange or one.words.lower() in _BESIDE_STRANGE for one in said)
    return bool(_OF_ALL.match(remark) and strange) and plain


def _in_place(order: str, pronoun: re.Match[str], thing: str) -> str:
    """ "Clean it up" as "clean up the sound"."""
    behind = _PARTICLE.match(order, pronoun.end())
    particle, end = (behind[0], behind.end()) if behind else ("", pronoun.end())
    before = order[: pronoun.start()].rstrip()
    return f"{before}{particle} {thing}{order[end:]}"


def _things(remark: str) -> list[str] | None:
    """What a statement names, as an order names it; None where a description leaves open which."""
    found = []
    for one in _NAMED.finditer(remark):
        if one[2] and not one[1] and _DESCRIBED.search(remark[: one.start()]):
            return None
        found.append(one[0] if one[1] or not one[2] else f"the {one[0]}")
    if not found and _OWN_SOUND.search(remark):
        return ["the sound of the video"]
    if not found and (clips := [one[0] for one in _ONE_CLIP.finditer(remark)]):
        return clips
    return found or (["the video"] if _PICTURE.search(remark) else [])
