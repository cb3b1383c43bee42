"""Chinese orders that are told beside what is denied, said plainly before they are read: "10到20秒不变，
前后变黑白", "是蓝色不是红色", "10到20秒，啊不，15到20秒静音", "标题不够久，5秒"."""

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN

_N = "(?:[0-9]+(?:[:.][0-9]+)?|[一二两三四五六七八九十]+)"
_RANGE = f"(?:从)?第?{_N} ?秒?(?:到|至|-|~|—)第?{_N} ?秒"
_PART = f"(?:{_RANGE}|最?[前后]面?{_N}秒)"
_STOP = "[ 。.!！]*\\Z"
_WORDS = "[^,，。;；!！?？“”\"「」『』'‘’]"
_TURNS = (
    (
        Regex(
            f"\\A(?:中间)?(?P<part>{_RANGE}{_WORDS}{{0,8}}?(?:保持|保留|原样|不变|不动|别动|正常|原速|留)"
            f"{_WORDS}{{0,6}})[,，] ?(?:但是?|而|把)?(?:它|其)?"
            "(?:前后(?:两[段边头])?|前面(?:和|跟|与|、)?后面|前边和后边|两[边头])(?:的)?"
            f"(?:部分|地方|内容|片段|画面)?(?:都|全部?|均)?(?![各秒顺颠调交互连接]|{_N} ?[秒分])(?=.)"
        ),
        r"\g<part>，其他部分都",
    ),
    (Regex("\\A[ ,，]*(?:还是|还|好像)?不够(?:的)?[,，。!！ ]+(?=再)"), ""),
    (Regex("\\A[ ,，]*(?:还是|还)?(?:太长|不够短|少)了?[,，。!！ ]+(?=再多?[剪删])"), ""),
    (Regex("\\A再多(?=[剪删]掉?[0-9一二两三四五六七八九十]+秒)"), "再"),
    (
        Regex(
            "\\A(?:不用|不需要|用不着)(?P<own>(?:视频)?原声|(?:视频)?原来的声音)"
            f"(?P<rest>了?(?:[,，].*)?){_STOP}"
        ),
        r"\g<own>不要\g<rest>",
    ),
    (
        Regex(
            f"\\A(?P<what>(?:{_WORDS}(?!应该)){{0,8}}?)(?:应该)?是(?P<wanted>(?!不)[^,，。;；是不]{{1,14}})"
            f"[,，]?(?:而)?不是(?P<was>[^,，。;；是不]{{1,14}}?){_STOP}"
        ),
        r"\g<what>不是\g<was>，是\g<wanted>",
    ),
    (
        Regex(
            f"\\A只(?P<order>(?P<verb>[加剪删放])(?:[^,，。;；不]{{2,16}}))不(?P=verb)"
            f"(?![^,，。]*[声响]){_WORDS}{{2,6}}?{_STOP}"
        ),
        r"\g<order>",
    ),
    (
        Regex(
            f"\\A把?{_PART}[,，…]+ ?(?:[啊哦呃哎]?不对?|不是|错了|说错了)[,，。 ]+"
            f"(?:应该)?(?:是)?(?P<right>{_PART}(?=.*[^ 。.!！]))"
        ),
        r"\g<right>",
    ),
    (
        Regex(
            f"\\A(?P<what>标题|字幕|定格|淡[入出]|人名条)(?:显示)?(?:得)?(?:还)?不够[久长][,，]"
            f"(?:改成|改为|要|到)?(?P<long>{_N}秒)(?:吧|才行|才够)?{_STOP}"
        ),
        r"\g<what>改成\g<long>",
    ),
)


def told_beside(message: str) -> str:
    """A message that denies one thing beside what it orders, as the order alone."""
    if not HAN.search(message):
        return message
    for pattern, plain in _TURNS:
        message = pattern.sub(plain, message, count=1)
    return message
