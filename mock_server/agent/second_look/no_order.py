"""What sounds like an order and is none: a quotation behind a colon, a complaint about a value, a
description of the video. "Quote: remove the logo", "double speed is too much"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_SOMEBODY = (
    r"(?:my|our|the|his|her|your|a|an|some) [a-z]{2,14}(?: [a-z]{2,14})?|(?-i:[A-Z][a-z]{1,14})|somebody"
    r"|someone"
)
_LABEL = Regex(
    r"\W*(?:(?:please|just|now|hey|hi|ok|okay|so|and)[ ,]{1,2}){0,2}(?:"
    r"(?:ignore|disregard|skip|forget|don't (?:do|read|follow)|do not (?:do|read|follow)|never do"
    r"|avoid)\b[^:\d]{0,24}"
    r"|(?:(?:direct |a |the |this |my |famous )?(?:quot(?:e|es|ation|ing)|lyrics?|poem|joke|riddle"
    r"|proverb|saying"
    r"|slogan|headline|motto|fun fact|fact|example|counter-?example|hint|reminder|memo|tip|advice|rule|spam"
    r"|ad|test|bug report|log|question|answer|translation|transcript|dialogue|review|comment"
    r"|complaint|rumou?r|hypothesis|definition|meaning|synonyms?|vocabulary|draft|idea|suggestion|thought"
    r"|option|alternative|plan b|worst case|best case|theory|dream|fiction|story|history|note to self))"
    r"(?: (?:of|from|by|for) [^:\d]{1,30})?"
    r"|(?:wrong|false|incorrect|bad|not ok|not okay|forbidden|prohibited|don'ts?|no-?go|untrue|lie|myth"
    r"|rejected"
    r"|declined|cancelled|canceled|on hold|postponed|later|tomorrow|next (?:time|week|video|project)"
    r"|some ?day"
    r"|maybe|perhaps|undecided|already done|done|finished|completed|old|outdated|obsolete|optional|e\.g\.?"
    r"|i\.e\.?|for example|for instance|not)"
    r"|(?:spell-?check|proofread|re-?phrase|re-?word|paraphrase|translate|summari[sz]e|explain|define"
    r"|analy[sz]e"
    r"|repeat after me|repeat|say|read(?: out)?(?: aloud)?|write down|remember|memori[sz]e|pronounce"
    r"|complete"
    r"|continue|correct my english|correct the (?:grammar|sentence)|check (?:this|the"
    r"|my) \w+)\b[^:\d]{0,24}"
    rf"|(?:{_SOMEBODY}|he|she|they|you|i|we|it) (?:just |once |always |also |never )?(?:typed|wrote"
    rf"|said|says|say"
    r"|shouted|asked|posted|commented|texted|mumbled|whispered|dreamt|dreamed|sang|sings|thought|thinks"
    r"|suggested|suggests|claims|claimed|replied|answered|told [a-z]{2,10}|used to say|would say)"
    r"(?: [a-z]{2,12}){0,3}"
    r") ?: ?(?=[a-z\"“ ])",
    re.IGNORECASE,
)
_LABEL_ZH = Regex(
    "[ ,，]*(?:请|麻烦)?(?:(?:忽略|无视|别管|不用管|请勿|切勿|不要做)[^:：,，。0-9]{0,10}|(?:引用|引文"
    "|引述|歌词|诗句|笑话|谚语|名言|例如|举例|例子"
    "|比如|反例|备忘|提示|小贴士|错误|错误示范|错误示例|误|翻译|改写|润色|校对|解释|复述|造句|病句|谣言"
    "|传言|垃圾信息|广告|明天|下次|以后"
    "|待定|已取消|已完成|作废)(?:一下|这句话?|下面的?话?|以下[^:：]{0,6})?|(?:我家?的?)?(?:猫|狗|孩子"
    "|儿子|女儿|同事|老板|朋友|客户)[^:：,，0-9]{0,6}"
    "(?:打的|打出来的|打了|写道|说过|写的|敲的|敲了))[:：]"
)


def _is_behind_a_label(plain: str, edit: Edit) -> bool:
    """ "Ignore this: remove the logo"; "my cat typed: mute the music"; "歌词：剪掉前5秒"."""
    return bool(edit.values) and bool(_LABEL.match(plain) or _LABEL_ZH.match(plain))


_AMOUNT = (
    r"(?:(?:\d[\d.]*|[a-z]+(?:[ -][a-z]+)?) ?(?:%|percent|x|times)|\d[\d.]* ?s(?:econds?)?|half|double"
    r"|triple|twice|quadruple"
    r"|quarter|full|maximum|max|normal|slow motion)"
)
_COMPLAINS = Regex(
    rf"\W*(?:a |an |the |but |well[ ,]{{1,2}}|so |i (?:think|find"
    rf"|feel)(?: that)? ){{0,3}}{_AMOUNT}(?![a-z])[^,.;:]{{0,30}}?"
    r"\b(?:is|are|was|were|seems?|sounds?|feels?|looks?|would be|might be|could be|may be)"
    r"(?: (?:way|far|much|a bit|a little|just|really|simply|a tad)){0,2}"
    r" (?:too \w+|not (?:enough|good|nice|ideal)|wrong|awful|terrible|horrible|ugly|annoying|overkill"
    r"|excessive"
    r"|a mistake|nonsense|unbearable|boring)(?: for (?:me|us|this))?\W*\Z"
    r"|[ ,，]*(?:[0-9.]+ ?(?:%|倍速?|秒)|百分之[^,，。 ]{1,4}|[一二两三四五半双]+倍速?|一半)的?(?:音量"
    r"|速度|音乐|声音)?"
    r"(?:实在|有点|感觉|还是|是|也|真的?|觉得){0,2}(?:[太过][^,，。;；]{1,4}|不好[^,，。;；]{0,3}"
    r"|不够[^,，。;；]{0,3})了?吧?[ 。.!！]*\Z",
    re.IGNORECASE,
)
_DESCRIBES = words(
    r"\b(?:is|are|was|were) (?:exactly |just )?what (?!(?:i|we|the (?:video|clip|title|logo|music)|it"
    r"|this) "
    r"|(?:i|we)(?:'d|'re)? )",
    r"\A[^:\d]{5,90}: (?:perfect|great|exactly right|just right|lovely|love it|i love it|nice|awesome|awful"
    r"|terrible|beautiful|wonderful|ugly|horrible|well done|good job|nicely done|boring|no thanks"
    r"|no way|never"
    r"|wrong)\W*\Z",
    r"\b(?:that's|that is|it's|it is|this is|they're|which is)(?: all| quite| fully"
    r"| totally)? (?:intentional|on purpose|deliberate"
    r"|intended|by design|how (?:it should be|(?:i|we) (?:want|like) (?:it|them))|just right)\W*\Z",
    r"\A\W*(?:anything|everything|something) but (?:mute|remove|delete|cut|make|add|speed|slow|move"
    r"|change|turn)",
    "(?:这|那)?(?:是|就是)(?:故意|有意|特意|刻意)(?:的|这样的?|为之)?[ 。.!！]*\\Z",
)
_ELSEWHERE = words(
    r"\b(?:speed(?:ing)? up|slow(?:ing)? down|cut(?:ting)?(?: down)?|shorten|stop|mute|turn (?:off|down"
    r"|up)|reverse|rotate"
    r"|cancel|pause|accelerate|remove|delete) (?:the|my|your|this|that"
    r"|our) (?:video )?(?:upload(?:ing)?|downloads?(?:ing)?"
    r"|export(?:ing)?|render(?:ing)?|process(?:ing)?|internet|wi-?fi|connection|delivery|chat|repl(?:y"
    r"|ies)|response"
    r"|responses|answers?|computer|laptop|pc|phone|app|browser|notifications?|server|loading|workflow"
    r"|typing"
    r"|subscription|account|meeting|call|costs?|bill|radio|tv|television|air ?con\w*|lights?|heating"
    r"|neighbou?rs?)\b"
    r"(?! (?:noise|sound|hum|ring|title|caption|at|from|between|in the (?:video|background)))",
    "(?:加快|加速|提高|放慢|取消|暂停)(?:一下)?(?:上传|下载|导出|渲染|网速|网络|处理|回复|加载)",
)


def _is_no_order(plain: str, edit: Edit) -> bool:
    """ "20% is too quiet", and it is set to 20 %; "please speed up the upload", and the video is faster."""
    said = (_COMPLAINS, _DESCRIBES, _ELSEWHERE)
    return bool(edit.values) and any(
        one.match(plain) if one is _COMPLAINS else one.search(plain) for one in said
    )


_STATES = (
    (
        "vol",
        words(
            r"\b(?:is|are|was|were) (?:silent|muted|without sound)\b",
            "没有?声音|(?:静音|消音)了|是静音的",
        ),
    ),
    (
        "reverse",
        words(
            r"\b(?:is|are|runs?|plays?) (?:reversed|backwards?|in reverse)\b",
            "(?:倒放|倒着放?)的|倒放了",
        ),
    ),
    (
        "color",
        words(r"\b(?:is|are) (?:black and white|grey|gray|sepia)\b", "(?:黑白|复古|怀旧)(?:的|了)"),
    ),
)
_ORDERS_IT = words("让|使|把|将|变成|改成|做成|调成", r"\b(?:make|should|must|so that|want|need)\b")
_SILENT_NOW = words("没有?声音了(?=[ ,，。.!！?？]|\\Z)")
_BACK = words(
    r"\b(?:change|turn|put|set|bring|switch) (?:it|them|that) back\b|\bback to normal\b"
    r"|\bfix (?:it|that|them)\b",
    "(?:改|变|调|换|恢复|还原|转|弄|翻)(?:回来|回去|过来)|恢复正常|修好",
)
_SOUND_INSTEAD = Regex(
    r"[,，.。;；!]\s*(?:so |please |and |then )*(?:add|put|play|use|lay)\b"
    r"(?! (?:a |the )?(?:title|caption|logo|text))"
    r"|[,，。;；](?:请|就|那|所以|给它|帮我)*(?:加|放|配|来)(?!标题|字幕|logo|文字|人名)",
    re.IGNORECASE,
)


def _makes_it_as_it_is(plain: str, edit: Edit) -> bool:
    """ "The first 10 seconds are silent, add song.mp3", and they are made so; "前10秒是倒放的，改回来"."""
    if _ORDERS_IT.search(plain):
        return False
    told = [key for key, said in _STATES if edit.gained(key) and said.search(plain)]
    if told and _BACK.search(plain):
        return True
    silent = "vol" in told and any(one.get("vol") == 0 for one in edit.after[0])
    return silent and bool(_SILENT_NOW.search(plain) or _SOUND_INSTEAD.search(plain))


_WISH = words("(?:再|要是|能)[大小高低快慢长短响亮](?:就好了|该多好|多好)")


def _does_what_is_wished(plain: str, edit: Edit) -> bool:
    """ "标题再大就好了", and it is: by how much?"""
    return bool(edit.values) and bool(_WISH.search(plain))


CHECKS = (_does_what_is_wished, _is_behind_a_label, _is_no_order, _makes_it_as_it_is)
