"""Words by which a message puts the one before it right, or says the same of another thing."""

import re

from mock_server.agent.values.lazily import Regex

RATHER = Regex(
    r"(?:[ ,.!…-]*(?:no(?:pe|,? wait)?(?= ?[,.!–-]| (?:make|put|at|to|in|from|the|only|just))"
    r"|wait(?= ?[,.!–-])|oops|oh|hm+"
    r"|or rather|sorry|actually|wrong(?! way)(?: (?:one|title|caption|clip|logo|song|part|bit))?"
    r"|not (?:there|like that)|not that(?: one)?|not quite|on second thought|i (?:meant?"
    r"|said|wanted)|rather|better"
    r"|that was wrong|wrong way(?: round)?|the other way(?: round)?(?=[,.:;])"
    r"|make that(?= (?:[0-9]|half|one|two|three|four|five|six|seven|eight|nine|ten|twen|thir|for|fif)"
    r"[^,;]*\Z)"
    r"|that's wrong|my mistake|scratch that|(?:that|it) (?:should|was supposed to) be|should be"
    r"|correction"
    r"|(?:(?:that's |that is |it's |still )?(?:way |far |a bit |a little )?"
    r"too (?:much|many|little|long|short|late|early|far|fast|slow|strong|big|small|quiet|loud|low|high"
    r"|large|tiny|weak)(?: now)?"
    r"|not enough)(?=[,.;:!] ?)"
    r")\b)+[ ,.:;!…–-]*(?:(?:that|it) should be|i meant|make (?:it|that)|it's)?"
    r"|[ ,，。!！…]*(?:(?:哦|呃|哎|啊|哎呀|等等|等一下|抱歉|对不起|不好意思)?[ ,，。!！…]*"
    r"(?:不对|算了|还是|哦不|啊不|不够(?![,，。! ]*再)|不是[0-9.]+秒?(?=[,，])|不是|错了"
    r"|[说弄搞写转放加剪插做删改调选打]错了?|搞反了|[剪加放调]多了|[剪加放调]少了"
    r"|太[多少快慢长短早晚大小]了"
    r"|我(?:是说|的意思是|说的是|要的是)|改一下"
    r"|(?:更正|纠正)(?:一下)?(?=[,，:：])|口误|更正|应该)[ ,，。!！…:：]*)+(?:应该是|应该|而是|是"
    r"|改成|改为|换成)?",
    re.IGNORECASE,
)
ANEW = Regex(
    r"\W*(?:i(?:'d| would) (?:prefer|rather have|rather)|(?:please |can you |could you )?(?:make"
    r"|change|turn|set|put|have|use|try|take"
    r"|let's (?:make|try|do"
    r"|use))(?: (?:it|that(?! (?:part|bit|section|stretch|piece)\b)|this)(?: (?:in)?to| be"
    r"| at(?! the\b))?)?) "
    r"|[ ,，。]*(?:还是)?(?:把它?)?(?:改成"
    r"|改为|换成|换为|改到|改用"
    r"|调成|变成|还是用|还是)",
    re.IGNORECASE,
)
SAME = Regex(
    r"\W*(?:and |now |please |then )*(?:(?:do |apply |make )?(?:the )?same (?:thing )?(?:for|to"
    r"|with|on|at|goes for"
    r"|again (?:for|at|from)) |(?:also|and) )"
    r"|[ ,，。]*(?=.*(?:也|一样|同样|照样|照做|照办))",
    re.IGNORECASE,
)
ONCE_MORE = Regex(
    r"\W*(?:(?:and|now|then|please|plus) )*(?:(?:put|add|play|insert|i want|i'd like|give me)(?: in)? )?"
    r"(?:another(?: one)?|one more|a second one|yet another)(?: please)?,? (?=(?:at|from)\b)",
    re.IGNORECASE,
)
ANOTHER = Regex(
    r"[上下前后]一[个条段张首步次]|\b(?:previous|next|before that|one before)\b", re.IGNORECASE
)
NEXT = Regex(r"\A\W*(?:(?:and|now|then|please) )+", re.IGNORECASE)
AS_WELL = Regex(r"(?:,? (?:too|as well|also|again|the same)(?: please)?)+[ .!]*\Z", re.IGNORECASE)
ALSO_SAID = Regex(
    r"也是|也|照样|照做|照办|一样|同样(?:的)?(?:处理|操作)?|再来|(?<!原)来|一声|一次|这样|要|做"
)
TAIL = Regex(
    r"(?:[ ,]*(?:instead|please|though|rather|sorry|after all|is enough|will do|should do|would be better"
    r"|is better|of course|obviously|my bad|my mistake|silly me))+"
    r"[ .!]*\Z|(?:[ ,，]*(?:就好|就行|就够了?|够了|才对|好了|吧|更好|比较好|那里|那儿"
    r"|的位置))+[ 。!！]*\Z",
    re.IGNORECASE,
)
FINE = Regex(
    r"\b(?:fine|ok|okay|good|great|perfect|nice)\b|没事|挺好|可以的"
    r"|很好",
    re.IGNORECASE,
)
LASTS = Regex(r"last\b", re.IGNORECASE)
MEANT = Regex(r",? i (?:mean|meant)[ .!]*\Z", re.IGNORECASE)
ENOUGH = Regex(
    r"就?(?:足?够)了?[ 。!！]*\Z|\bis (?:enough|plenty)\b"
    r"|\bwill do\b",
    re.IGNORECASE,
)
AT_AN_END = Regex(r"(?:(?<=\A)|(?<=[放接插移挪到在]))[前后](?:面|头|边)(?=\Z)")
AS_IT_WAS = Regex(
    r"\W*(?:(?:and |now |please |no,? )*back to (?:what|how|where"
    r"|the way) it was(?: before)?(?: please)?)\W*"
    r"|[ ,，]*(?:还是)?(?:把它)?换回(?:来|去)(?:吧|了)?[ 。!！]*",
    re.IGNORECASE,
)
PUT_BACK = Regex(
    r"\W*(?:(?:no|oh|ok|okay|please|now|actually|hm+)[ ,.!]+)*(?:(?:change|swap|switch|put|set|turn)"
    r" (?:it|them|that) back(?: again)?(?: to (?:how|what|where|the way) (?:it was|they were)(?: before)?)?"
    r"|the way (?:it was|they were)(?: before)?)(?:,? please)?\W*",
    re.IGNORECASE,
)
NUMBERED = Regex(
    r"[0-9.]+|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]*teen|twelve|twenty|thirty|forty|fifty"
)
NOT_BUT = Regex(
    r"\W*(?:no[ ,.!]+)?(?:it's )?not (?P<was>[^,;.]{1,40})[,;–-]+ ?(?:but |i meant? |it's |rather "
    r"|make it )*(?P<wanted>[^,;.]+)[ .!]*",
    re.IGNORECASE,
)
BUT_NOT = Regex(
    r"\W*(?:(?:no|sorry|oops|wait|i meant?|actually)[ ,.!]+)*(?P<wanted>[^,;.]+),? not "
    r"(?P<was>[^,;.]{1,40})[ .!]*",
    re.IGNORECASE,
)
MIDST = Regex(
    r"[,;.…–-]+ ?(?=(?:or rather|i meant?|no wait|no make|make that|scratch that|actually no)\b"
    r"|(?:no|sorry|wait),)"
    r"|[,，。；;…—–-]+ ?(?=(?:不对|算了|还是|哦不|啊不|[说讲写打]错|错了|我是说|应该是|不不"
    r"|口误|不是[,，]我"
    r"|(?:更正|纠正)(?:一下)?[,，:：]))",
    re.IGNORECASE,
)
BARE_RANGE = Regex(r"\A([0-9.]+)(?:秒)?(到|至|-)([0-9.]+)(?=[ 。.!！]*\Z)")
RIGHT = Regex(
    r"才对[ 。.!！]*\Z|, rather[ .!]*\Z|[,.;–-]? ?(?:sorry|oops|my (?:bad|mistake))[ .!]*\Z",
    re.IGNORECASE,
)
STRONG = Regex(
    r"\bno\b|\bnope\b|\bmeant?\b|too (?:much|many|long|little)|更正|纠正|口误|不对|错了|不是|多了|我(?:是说"
    r"|的意思|说的|要的)",
    re.I,
)
HOLD_ON = Regex(r"[,，。…]+ ?(?:等等|等一下|等下|慢着)[,，。…]+ ?(?:还是)?(?=改成|换成|改为|不对)")

STILL = Regex("[,，] ?还是(?:在)?[上下左右]")


_NOUN = Regex(r"\bother (?P<noun>title|caption|logo|song)\b", re.IGNORECASE)
_ROLES = {"logo": "overlay", "song": "music"}


def names_another_kind(text: str, role: str) -> bool:
    """ "The other caption", where the one was a title."""
    if (found := _NOUN.search(text)) is None:
        return False
    noun = found["noun"].lower()
    return _ROLES.get(noun, noun) != role
