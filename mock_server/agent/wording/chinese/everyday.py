"""Plain Chinese edits as different people type them, said as the lexicon knows them."""

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Rules, plainly

_STOP = r"(?=[,。;!. ]|\Z)"
_SPEAKING = (
    r"(?:当|在)?(?:有人|人|我|他|她|你|我们|他们|主持人|嘉宾|对方|主播|人物)?(?:在|正在|开始)?"
    r"(?:说话|讲话|开口|说|讲|人声出现|出现人声|有人声|有对白|有说话声|有语音|解说|讲解)(?:的)?(?:时候?|时|期间|那会儿)"
)
_SOFTER = (
    r"(?:要|会|能|就|可以|请)*(?:自动|自己|自动地)?(?:(?:变|调|降|放|压|减|收|弄)?(?:小|低|弱|轻)(?:一?点|一?些|下来|下去)?"
    r"(?:音量|声音)?|(?:降低|减小|减弱|压低|闪避|避让)(?:一?点|一?些|一下)?(?:音量|声音|音乐)?)(?:一?点|一?些)?"
)
_RULES = Rules(
    (
        (
            rf"{_SPEAKING},?(?:把|让|将)?(?:背景)?(音乐|配乐|歌|bgm)(?:的)?(?:音量|声音)?{_SOFTER}{_STOP}",
            r"说话时压低音乐",
        ),
        (
            rf"(?:把|让|将)?(?:背景)?(?:音乐|配乐|歌|bgm)(?:的)?(?:音量|声音)?(?:在)?{_SPEAKING},?{_SOFTER}{_STOP}",
            r"说话时压低音乐",
        ),
        (rf"(?<=,){_SPEAKING},?(?:把|让|将)?(?:音量|声音)?{_SOFTER}{_STOP}", r"说话时压低"),
        (
            r"\A(?!.*(?:竖|横|方|画幅|比例|画布|尺寸|屏|改|做|不|别))(.*[^0-9:],) ?(?:再|还要|要"
            r"|然后)?((?:9:16|16:9|1:1|4:5|3:4|4:3))"
            r"(?=的|吧|[ 。!]*(?:,|\Z))",
            r"\1改成\2",
        ),
        (r"(?:从|由)?黑(?:场|屏|幕|色|画面)(?=淡入|渐入|渐显)", ""),
        (r"(?:到)?黑(?:场|屏|幕|色|画面)(?=淡出|渐出|渐隐)", ""),
        (r"(?:大大的|特大的?|超大的?|大|小)字(?= ?<text>[^。;]*字号)", "字"),
        (r"(?:大大的|特大的?|超大的?)(?= ?<text>[^。;]*字号)", "标题"),
    )
)


def everyday_chinese(text: str) -> str:
    """A Chinese message in which texts and files are marked, in plainer words."""
    return _RULES.apply(text, plainly) if HAN.search(text) else text
