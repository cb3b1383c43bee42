"""Chinese turns within an order, as plainer ones: "从头挂到尾", "占画面宽度的15%", "两段衔接的地方"."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import FLAGS, marked
from mock_server.agent.word_by_word.chinese_there_parts import END, LONG, Turn
from mock_server.agent.word_by_word.chinese_times import SECONDS
from mock_server.agent.wording.named_by_draft import There

_ANY_SPAN = rf"(?:从|在)?(?:{SECONDS}|{NUMBER}) ?[到至~—–-] ?{SECONDS}"
_CLIP = r"(?P<file> ?[a-z0-9_-]+\.(?:mp4|mov|webm))"


def as_(plain: str) -> Callable[[Match[str], There], str | None]:
    return lambda found, _: found.expand(plain)


def _that_sound(found: Match[str], there: There) -> str | None:
    """ "那个whoosh音效挪到二十五秒", of the one that is there."""
    named = [
        name
        for role, name in zip(there.roles, there.names, strict=True)
        if role == "sound" and name.lower() == found["name"].lower()
    ]
    return f"“{named[0]}”音效" if len(named) == 1 else None


def _half_as_loud(found: Match[str], there: There) -> str | None:
    """ "放song.mp3，音量一半", of a song that is not there yet."""
    return None if found["file"] in there.names else f"{found['lead']}，音量50%"


def _points(told: str) -> str:
    """A size in characters: "一百二" is 120."""
    if Regex("[一二三四五六七八九]百[一二三四五六七八九]").fullmatch(told):
        told = f"{told}十"
    return f"{int(number(told))}"


PLAIN: tuple[Turn, ...] = (
    (
        Regex(
            r"(?P<cut>\A(?:请|帮我|先|把)*(?:剪|删|砍|切|去)(?:掉|除)?[^,，。;；]*秒)[,，]"
            r"(?:然后)?整体(?:再|都|给我)*"
            r"(?=加速|放慢|快放|慢放|静音|[0-9.一二两三]+倍)"
        ),
        as_(r"\g<cut>。整个视频"),
    ),
    (Regex(r"从头(?:到尾)?(?:挂|放|显示|摆|留)到尾(?:都在)?"), as_("全程显示")),
    (
        Regex(
            rf"占(?:据|到|满)?(?:画面|屏幕|整个画面)?的?宽度?(?:的)?(?P<n>{NUMBER} ?%|百分之{NUMBER})"
            rf"|占(?:画面|屏幕)(?P<m>{NUMBER} ?%|百分之{NUMBER})的?宽度?(?<=[宽度])"
        ),
        lambda found, _: f"宽度{found['n'] or found['m']}",
    ),
    (
        Regex(
            r"(?<=[要掉了])[,，]整体(?:再|都|给我)*(?=加速|放慢|快放|[0-9.一二两三]+倍)"
        ),
        as_("。整个视频"),
    ),
    (Regex(rf"(?<=[,，])(?:显示|出现)?时间(?:改|调|换|挪|移)(?:到|成|为|在)(?={_ANY_SPAN})"), as_("改到")),
    (
        Regex(
            rf"(?:视频)?最后一(?:帧|个?画面)(?:画面)?(?:停|定|冻)(?:住|格|下来?)[,，]再?多?停"
            rf"(?:留)?(?P<d>{LONG})"
        ),
        as_(r"最后一帧定格\g<d>"),
    ),
    (
        Regex(
            r"(?:衔接|连接|交界|交接|相接|接缝)的?(?:地方|处|位置)"
            r"(?=[^,，]*(?:过渡|转场|黑场|叠化|溶解|闪))"
        ),
        as_("中间"),
    ),
    (Regex("露个?一?下?[面脸]|亮个相"), as_("显示")),
    (Regex(rf"[,，](?:音乐)?进出各(?P<d>{LONG})的?(?:淡入淡出|淡入和淡出)"), as_(r"，淡入\g<d>淡出\g<d>")),
    (
        Regex(
            r"\A(?:请|帮我)?(?:听着|按照?|照着?|根据)(?:我|视频里?)?说的?(?:话|内容)?(?:来)?自动"
            r"(?:给我|帮我)?(?:上|加|配|生成|打)(?=字幕)"
        ),
        as_("自动加"),
    ),
    (
        Regex(
            rf"\A(?:用)(?P<f> ?[a-z0-9_-]+\.mp4)(?:整个)?(?:替换|换"
            rf"|取代)掉?(?P<s>{_ANY_SPAN})的?(?:画面(?:和|跟|、)声音|内容)?(?=[ 。.!！]*\Z)",
            2,
        ),
        as_(r"\g<s>换成\g<f>"),
    ),
    (Regex(rf"开个?小窗口?(?:来)?放{_CLIP}", 2), as_(r"放\g<file>画中画")),
    (Regex(rf"从(?P<a>{LONG})开始放到(?P<b>{LONG})"), as_(r"\g<a>到\g<b>")),
    (Regex(marked(r"(?<=标题)[,，]?内容(?:就)?(?:写|是|为)(?= ?<:text>)"), FLAGS), as_("")),
    (Regex(r"节奏太[慢快拖]了?[,，](?=[0-9.一二两三]+倍速)"), as_("")),
    (Regex(r"\A(?:请)?(?:帮我)?一次性?(?:给我)?(?:全部)?(?:弄|搞|做|处理|改)好[:：]"), as_("")),
    (Regex(r"整(?:条|个|段)(?:视频|片子)(?:里)?都(?:挂|放|显示|摆)(?:着)?(?:在)?"), as_("全程显示在")),
    (Regex(marked(r"\A(?:把|将)?(?P<t> ?<:text> ?)做成(?P<w>标题|字幕)"), FLAGS), as_(r"加\g<w>\g<t>")),
    (
        Regex(
            r"字号(?:改|调)?(?:成|到|为)?(?P<n>[一二三四五六七八九]百[一二三四五六七八九零十]{0,3}"
            r"|[一二三四五六七八九]十[一二三四五六七八九]?)(?![秒%倍])"
        ),
        lambda found, _: f"字号{_points(found['n'])}",
    ),
    (Regex(rf"多停留?(?P<d>{LONG})(?:再|才)(?:消失|收|没|撤)"), as_(r"多停留\g<d>")),
    (
        Regex(
            rf"(?P<lead>[放加配铺](?:上|个|入)? ?(?P<file>[a-z0-9_-]+\.(?:mp3|wav|m4a))[^,，。;；]*)"
            rf"[,，]音量(?:调到|设为|设成|为|是)?一半{END}",
            2,
        ),
        _half_as_loud,
    ),
    (Regex(marked(rf"(?<=\ue000) ?[,，]停(?:留)?(?={LONG}{END})"), FLAGS), as_("，持续")),
    (
        Regex(
            marked(
                r"(?P<t><:text>[^。;；]*)[,，](?:摆|放)(?:在)?(?:画面|屏幕)的?正?(?:中间|中央)"
                r"(?=[ 。.!！]*\Z)"
            ), FLAGS,
        ),
        as_(r"\g<t>，居中"),
    ),
    (
        Regex(
            r"(?:那个|这个)?(?P<name>whoosh|swoosh|ding|beep|boom|click|chime|pop|applause)"
            r"(?:的)?(?:那个)?(?:音效|声音?)?(?=挪|移|去掉|删掉|拿掉|改到|推迟|提前)",
            2,
        ),
        _that_sound,
    ),
    (Regex(rf"[,，]音量(?:还是|就|保持|依然|仍然)+(?:这么|那么|一样)[大响]?{END}"), as_("，音量不变")),
    (Regex(r"\A正片(?=只|从|前|后|最)"), as_("视频")),
)  # fmt: skip
