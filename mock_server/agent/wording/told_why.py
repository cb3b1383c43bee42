"""Orders with what is said around them of why: "The logo is rather dominant, please make it smaller",
"… from 22 to 31. She coughs there", "音乐盖过人声了，请调小一点"."""

import re

from mock_server.agent.values.lazily import Regex

_POLITE = Regex(
    r"\A(?:(?:could|can|would|will) you(?: please| kindly)? (?!not\b|please\b|tell|say|explain|see|hear)"
    r"|(?:could|can) we (?=(?:have|use|take|make)\b)|(?:would it be possible(?: for you)?"
    r"|would you be able) to (?:please )?)",
    re.IGNORECASE,
)
_PLEASE = Regex(r"(?P<lead>\A|[,.;!] |\b(?:and|so|then) )(?:please|kindly),? ", re.IGNORECASE)
_LAST = Regex(r",? (?:please|thanks|thank you)(?=[ .!?]*\Z)", re.IGNORECASE)
_POLITE_ZH = Regex(
    r"(?P<lead>\A|(?<=[,。]))(?:不好意思,?)?(?:请(?![问教])(?:你|您)?|麻烦(?:你|您)?|能不能|可以)"
    r"(?:帮我|给我|帮忙)?(?=[^,。]{2})(?!吗)"
)
_BEHIND_ITS_THING_ZH = Regex(
    r"(?P<what>[^,，。;；?？]{2,12}?)(?:能不能|可不可以|能否|可以|能)(?:帮我|给我|帮忙|麻烦你)"
    r"(?P<order>[^,，。;；?？]{1,12}?)(?:吗|呢|么)?[?？ 。.]*"
)
_ASKED_ZH = Regex(r"吗[?？ ]*\Z")
_LAST_ZH = Regex(r",?(?:谢谢|多谢|谢啦)(?:你|您)?(?=[ .!。!]*\Z)")
_END = r"(?=[ .!]*\Z)"

# --- what happens in a part that is named: no order, whatever the order is.
_MISHAP = (
    r"(?:cough|sneeze|stumble|stutter|hiccup|yawn|sniff|mumble|ramble|swear|curse|giggle|laugh|fumble|pause"
    r"|freeze|misspeak|slip up|mess up|mess (?:it|that) up|clear (?:my|her|his|our|their) throat"
    r"|lose (?:my|her|his|our|the) (?:thread|place|words)|get (?:it|that|the [a-z]+) wrong"
    r"|make a mistake|repeat (?:myself|herself|himself|ourselves)|look away|drop (?:the mic|something)"
    r"|say the wrong (?:thing|word|name|number|date|title)|forget (?:my|her|his|the) (?:line|words|text))"
)
_MISHAPS = (
    rf"(?:{_MISHAP}|(?:cough|sneeze|stumble|stutter|hiccup|yawn|sniff|mumble|ramble|swear|curse"
    rf"|giggle|laugh"
    r"|pause|misspeak)(?:s|d|ed|es)|fumble[sd]|froze|misspoke|(?:mess|slip)(?:es|ed) (?:it |that )?up"
    r"|clear(?:s|ed) (?:my|her|his|our|their) throat|los(?:es|t) (?:my|her|his|our|the) (?:thread"
    r"|place|words)"
    r"|g(?:ets|ot) (?:it|that|the [a-z]+) wrong|ma(?:kes|de) a (?:small |silly )?mistake"
    r"|repeat(?:s|ed) (?:myself|herself|himself|ourselves)|look(?:s|ed) away"
    r"|sa(?:ys|id) the wrong (?:thing|word|name|number|date|title)|forg(?:ets|ot) (?:my|her|his|the) "
    r"(?:lines?|words|text))"
)
_WHO = (
    r"(?:she|he|i|we|they|someone|somebody"
    r"|(?:the|my|our) (?:speaker|host|guest|presenter|interviewer|boss|colleague|dog))"
)
_AGAIN = (
    r"(?: (?:there|then|here|again|badly|loudly|a lot|in it|in there|at that point|in that part))*"
)
_HAPPENS = (
    rf"{_WHO}(?: (?:just|really|only|always|keeps?|starts?))? {_MISHAPS}{_AGAIN}"
    r"|there(?:'s| is| was) (?:only |just |nothing but )?(?:an? )?(?:long |awkward |loud |lot of )*"
    r"(?:pause|cough|sneeze|silence|noise|mistake|slip|interruption|phone ringing)(?: there| then)?"
)
_TIMED = r"[0-9](?:[0-9:.]*)|\b(?:second|minute|seconds|sec|first|last)\b"
_BEHIND = Regex(
    rf"(?:[.;!?]|,| -| –)(?: (?:because|since|as|for|where|that's where|that is where|when"
    rf"|which is (?:where|when)))? (?:{_HAPPENS}){_END}"
    rf"|(?<=[0-9s])(?:,? (?:when|where|while|because|as|since) {_WHO} {_MISHAPS}{_AGAIN}){_END}",
    re.IGNORECASE,
)
_HAS_A_TIME = Regex(_TIMED, re.IGNORECASE)
_TWO_SENTENCES = Regex(r"[;!?\n]|[.](?![0-9])")
LONGEST = 200  # characters: who writes more says more than why
# --- what is wrong with a thing, before an order for "it".
_SEEN = (
    r"logo|title|titles|caption|captions|subtitles|watermark|text|overlay|lower third|picture"
    r"|image|colou?rs"
)
_HEARD = r"(?:background )?music|song|soundtrack|voice-?over|track|narration"
_OWN = (
    r"(?:first |second |third |last )?clip|video|clip|recording|sound|audio|voice|speech"
    r"|footage|volume|reel"
)
_DEGREE = (
    r"(?:still|a (?:bit|little|touch|tad)|rather|quite|too|far|way|much|so|pretty|really"
    r"|very|somewhat|slightly)"
)
_ORDER = (
    r"(?:make|turn|lower|raise|move|fade|put|bring|take|reduce|shrink|enlarge|crank|dial|scale|show|mute"
    r"|brighten|darken|slow|speed|replace|swap|remove|delete|tone|shorten|drop|get rid of|stabili[sz]e)"
)
_FAULT = Regex(
    rf"\A(?P<what>(?:the|my|our|this|that) (?P<thing>{_SEEN}|{_HEARD}|{_OWN})|it|(?:the )?whole thing)"
    rf"(?P<fault>(?:'s| is| are| looks?| feels?| seems?| sounds?| appears?|'re) (?:{_DEGREE} )*"
    rf"(?!(?:not?|never|fine|okay?|good|great|perfect|right|gone|there|only|as)\b)"
    rf"(?P<how>[a-z]+(?:[- ][a-z]+)?)(?: (?:for me|for us|now|like this|there|here|as it is))?"
    rf"|(?: is| are) not [a-z]+ enough"
    rf"|(?: (?:starts?|begins?|comes? in|ends?|stops?|cuts? off)) (?:{_DEGREE} )*[a-z]+(?:ly)?"
    rf"|(?: still| really| just)? (?:drowns?|covers?|overpowers?|overwhelms?|buries|masks|swallows"
    rf"|is drowning|is covering|is overpowering)(?: out| up)? (?:my |the |her |his )?(?:voice"
    rf"|speech|talking"
    rf"|words|me|her|him|us|speaker|everything)(?: out| up)?)"
    rf"(?:[,;.] ?| and | so )(?:(?:so|and|then|just) ){{0,2}}(?P<ask>(?:can|could|would) you (?:please )?)?"
    rf"(?P<order>{_ORDER}\b[^.;!?]*?)(?(ask)[ .!?]*|[ .!]*)\Z",
    re.IGNORECASE,
)
_IT = Regex(r"\b(?:it|them)\b", re.IGNORECASE)
_TOO_MUCH = Regex(
    r"drown|cover|overp|overwh|bur[iy]|mask|swallow|loud|\bbig|large|huge|dominant|prominent|noisy",
    re.IGNORECASE,
)
_AT_TIMES = Regex(
    r"\b(?:sometimes|often|occasionally|when|while|first|places|parts|then|where|until|towards)\b",
    re.IGNORECASE,
)
_MORE = Regex(r"\b(?:up|louder|bigger|larger|raise|increase|enlarge|boost)\b", re.IGNORECASE)
_TOO_MUCH_ZH, _MORE_ZH = Regex("盖|压|淹|遮|挡|抢|大|响|吵|高"), Regex("大|高|响")
_OTHER_ZH = Regex(
    "(?<![换改]成)(?<!换为)(?:音乐|标题|字幕|logo|水印|旁白|视频|画面|声音|人声|原声)"
)
_LOUD = frozenset(("loud", "quiet", "soft", "silent", "low", "faint", "noisy"))
_LEVEL = Regex(r"\b(?:turn|lower|raise|bring|take|reduce|crank|dial)\b", re.IGNORECASE)

_ZH_THING = (
    "(?:视频|原视频|片子)的?(?:声音|音量)|(?:背景)?音乐(?:的?音量|声音?)?|配乐|歌曲?|人声|原声"
    "|旁白|配音|声音|音量"
    "|(?:标题|字幕)的?颜色|logo|水印|标题|字幕|人名条|画面|颜色|字"
)
_ZH_FAULT = (
    "(?:(?:实在|真的|还是|听起来|看起来|看着|听着|显得|现在|好像)*(?:有点儿?|有些|稍微|稍|偏|太"
    "|过于|过|比较|挺|很|略)"
    "(?![不没别])[^,。!?吗不没别的时]{1,4}?了?"
    "|(?:都)?(?:盖过|压过|盖住|淹没|压住|遮住|挡住|抢了|挡到|挡着)(?:了)?(?:我的?|我们的?)?"
    "(?:人声|人脸|说话声?|声音|原声|画面|讲话|脸|风头|旁白)?了?"
    "|不够[^,。!?吗不没别的时]{1,2}"
    "|(?:开始|结束|出现|消失|进来|切入)得?(?:有点儿?|太|过于)[^,。!?吗不没别的时]{1,3}了?)"
)
_ZH_ORDER = (
    "(?:(?:再|稍微|稍|适当|略微|都)*(?:调|稳定|增稳|防抖|放|缩|弄|改|变|移|挪|换|降|删|去掉|拿掉|加快|减慢"
    "|淡)[^,。!?吗]{0,12}"
    "|(?:再|稍微|稍)*(?:大|小|亮|暗|高|低|轻|响)(?:一?点|一些))"
)
_FAULT_ZH = Regex(
    rf"\A(?:(?:我|我们|老板|客户|领导|大家)(?:觉得|感觉|认为)(?:这个)?)?(?P<what>{_ZH_THING})"
    rf"(?P<fault>{_ZH_FAULT})[,。](?P<ask>能不能|可不可以|能否|能|可以)?(?:所以|那就|就|帮我|给我|把它|把)*"
    rf"(?P<order>{_ZH_ORDER})"
    r"(?(ask)吗?)[ .!?。]*\Z"
)
_SLOW_ZH = Regex(
    rf"\A(?:最后|结尾|开头|前面|后面|中间|视频|片子|节奏|整体)(?:面|部分|的部分|那段)?{_ZH_FAULT}[,。]"
    r"(?:(?P<ask>能不能|可不可以|能|可以)(?:帮我|帮忙)?)?"
    r"(?P<order>(?:把|将)[^,。;!?吗]*[0-9一二两三四五六七八九十]秒(?:剪掉|删掉|去掉|砍掉|切掉|剪了|删了))"
    r"(?(ask)吗?)[ .!?。]*\Z"
)
_MISHAP_ZH = (
    "(?:说错|讲错|念错|读错|口误|咳嗽|咳了|打喷嚏|打嗝|卡壳|卡了?壳|忘词|忘了?词|重复|结巴|走神"
    "|停顿|冷场|笑场|跑题"
    "|说漏嘴|打哈欠|出错|穿帮|说脏话)"
)
_BEHIND_ZH = Regex(
    rf"\A(?P<order>[^。;!?]*(?:[0-9]|第?[一二三四五六七八九十]+秒|最后|开头)[^。;!?]*?)[,。;](?:因为|我)?"
    rf"(?:(?:那里|那边|那儿|那段|这里|这段|这一段|那一段|那个地方|当时|其中|里面)(?:我|她|他|有人"
    rf"|嘉宾|主持人)?"
    rf"|我|她|他|有人|嘉宾|主持人)"
    rf"(?:有点|有|在|又|都是|全是|一直)?(?:个|一个|一次)?{_MISHAP_ZH}(?:了|过|的声音|声|词|话)*[ .!。]*\Z"
    r"|\A(?P<at>[^。;!?]*[0-9][^。;!?]*?)[,。;](?:因为|那里|那时|当时|正好)*(?:电话|手机|门铃|闹钟"
    r"|狗|猫|孩子|外面)"
    r"(?:响|叫|哭|吵)(?:起来)?了?[ .!。]*\Z"
)
_BARE_FAULT_ZH = Regex(
    r"(?:还是|现在|这样)?(?:(?:有点儿?|有些|稍微有点|太|还是太)+)"
    r"(?:(?:响|吵|大声|大)了?[,。](?:再)?(?:调|放|改)?(?P<order>(?:调|放)?(?:小|低|轻)(?:声)?(?:一?[点些]))"
    r"|(?:小声|轻|小)了?[,。](?:再)?(?P<more>(?:调|放)?(?:大|高|响)(?:声)?(?:一?[点些])))"
    r"(?:吧|就好|就行)?[ .!。]*"
)
_WRONG = Regex(r"wrong|mis(?:sp|take)|mess|slip|forg|错|误|忘", re.IGNORECASE)
_THERE = Regex(
    r"\b(?:there|then|here|where|when|in it|in that part|at that point)\b|[那这]|当时|其中|里面"
    r"|有人|嘉宾|主持",
    re.IGNORECASE,
)


def unpolite(text: str) -> str:
    """A message without what makes it polite, tidied: no order lies in that."""
    if found := _POLITE.match(text):
        text = re.sub(r"\?(?=\s|\Z)", ".", text[found.end() :], count=1)
    text = _LAST.sub("", _PLEASE.sub(lambda one: one["lead"], text))
    plain = _POLITE_ZH.sub("", text)
    if found := _BEHIND_ITS_THING_ZH.fullmatch(plain):
        return found["what"] + found["order"]
    return _LAST_ZH.sub("", plain if plain == text else _ASKED_ZH.sub("", plain))


def without_why(text: str) -> str:
    """The order alone, said of the thing that is complained of; the same where nothing is told of why."""
    if len(text) > LONGEST:
        return text
    order = _before_what_happens(text)
    if order:
        # "Cut 5 to 8. I misspoke" may take the order back.
        doubted = _WRONG.search(text[len(order) :]) and not _THERE.search(text[len(order) :])
        return text if doubted else order
    if found := _FAULT_ZH.match(text):
        at_odds = _TOO_MUCH_ZH.search(found["fault"]) and _MORE_ZH.search(found["order"])
        other = _OTHER_ZH.search(found["order"])  # "标题太大，删掉音乐"
        return text if at_odds or other else found["what"] + found["order"]
    if found := _SLOW_ZH.match(text):
        return found["order"]
    if found := _BARE_FAULT_ZH.fullmatch(text):
        return found["order"] or found["more"]
    found = _FAULT.match(text)
    if not found or not _IT.search(found["order"]):
        return text
    if _AT_TIMES.search(found["fault"]):
        return text  # "The music is too loud sometimes, turn it down"
    if _TOO_MUCH.search(found["fault"]) and _MORE.search(found["order"]):
        return text  # "it" is what is drowned out
    if not found["thing"]:
        return found["order"]
    of_sound = re.fullmatch(_OWN, found["thing"], re.IGNORECASE) and _is_level(found)
    clip = f" of {found['what']}" if " " in found["thing"] else ""
    what = f"the volume{clip}" if of_sound else found["what"][0].lower() + found["what"][1:]
    return _IT.sub(what, found["order"])


def _before_what_happens(text: str) -> str:
    """The order that has a time, where what stands behind it only tells what happens then."""
    if found := _BEHIND.search(text):
        order = text[: found.start()]
        alone = _HAS_A_TIME.search(order) and not _TWO_SENTENCES.search(order)
        return order if alone else ""
    chinese = _BEHIND_ZH.match(text)
    return (chinese["order"] or chinese["at"]) if chinese else ""


def _is_level(found: re.Match[str]) -> bool:
    words = set((found["how"] or "").lower().split())
    return bool(words & _LOUD and _LEVEL.search(found["order"]))
