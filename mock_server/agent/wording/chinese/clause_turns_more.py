"""More Chinese clauses in the words in which a clause is known, and what two clauses say that is one."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.values.placeholders import pattern
from mock_server.agent.wording.chinese.clause_words import LOOK
from mock_server.agent.wording.chinese.plain_words import LONG, SEC, N

Part = Callable[[Match[str]], str]
Turn = tuple[Regex, str | Part]

_STAYS = "(?:照旧|不变|不动|别动|不要动|不用动|保持原样|正常)"
_CORNER = "(?:左上|右上|左下|右下)角"
_COLOR = "[红黄蓝绿白黑橙粉紫金灰]"


def _lasting(match: Match[str]) -> str:
    """ "从28秒起打上<text>，显示四秒"."""
    start = float(number(match["at"]))
    return f"{start:g}到{start + float(number(match['long'])):g}秒加标题{match['text']}"


def _cut_off(match: Match[str]) -> str:
    """ "第二段的结尾再剪掉十秒"."""
    return f"剪掉{match[1]}的{'前' if match[2][0] in '开前' else '最后'}{match[3]}"


MORE_TURNS: tuple[Turn, ...] = tuple(
    (pattern(source), said)
    for source, said in (
        (rf"\A(?:换|调|变|改|做)(?:成|为)({LOOK})的?(?:色?调色|色调|风格|调子)\Z", r"调成\1"),
        (rf"\A({LOOK})(?:色?调|滤镜)?\Z", r"调成\1"),
        (rf"\A(?:其他|其余|别的)(?:的)?(?:时间|时候|地方)的?(?:原声|声音)?{_STAYS}\Z", "其他不变"),
        (rf"\A(?:视频)?(?:的)?速度{_STAYS}\Z", "视频不变"),
        (rf"\A在?(?:全片|全程|整个视频)的?(?={_CORNER}(?:放|加))", ""),
        (r"(?:缩|放|调|改)到(?=大小[0-9])", ""),
        (
            r"(?<=放到|移到)(?:上面|上方|顶部|画面上方)的?(?:正中间?|居中|中间)\Z",
            "顶部",
        ),
        (
            rf"\A转场(?:时间|时长)?(?:缩|缩短|改短|减|减少|延长)(?:到|成|为)(?={LONG})",
            "转场缩短到",
        ),
        (r"静音(?:但是?|不过)?(?:不要|别|不用)(?:删|去)掉?\Z", "静音"),
        (r"\A(原声|音乐)(?:全程|全片)(?=[调降改]|音量)", r"\1"),
        (r"\A(?:出现|显示)?的?时间(?:挪|改|移)(?:到|为|成)", "改到"),
        (
            r"\A(?:给)?(?:整段|全片|全程|整个视频|视频)(?:都)?加上?自动字幕\Z",
            "加自动字幕",
        ),
        (r"\A自动(?:加上|加)字幕\Z", "加自动字幕"),
        (
            rf"\A画面(?:也|同时)?在(?:同样的?)?(?:最后|结尾)的?({LONG})(?:里|内)?(?:慢慢)?淡出(?:到黑)?\Z",
            r"画面淡出\1",
        ),
        (rf"\A画面(?:的)?开头({LONG})的?淡入\Z", r"画面淡入\1"),
        (r"\A(?:去掉|关掉|不要)(?:原声|原片声音|视频原声)\Z", "原声静音"),
        (r"\A配(?:上|个)?(爵士|钢琴|摇滚)\Z", r"加\1音乐"),
        (rf"(?<=[题幕个条字])(?:变|改)({_COLOR})\Z", r"改成\1色"),
        (
            rf"\A(第[一二三]段)的?(结尾|末尾|最后|开头|前面?)再?(?:剪|删|去)掉?({LONG})\Z",
            _cut_off,
        ),
        (rf"\A(?:整个视频|全片|视频)?加速到(?:总长|总时长)?({LONG})\Z", r"加速到总长\1"),
        (r"\A(?:钢琴|爵士)(?:曲|乐)?(?=[^,]{1,5}淡[入出])", "音乐"),
    )
)

MORE_JOINED: tuple[Turn, ...] = tuple(
    (pattern(source), said)
    for source, said in (
        (rf"从头(?:开始)?(?:放|播),(?:一直)?(?:放|播)?到({SEC})", r"改到0秒到\1"),
        (
            rf"从?第?(?P<at>{N}) ?秒(?:起|开始)(?:打上|打|显示|加上?|出现"
            rf"|写上?)(?:标题)?(?P<text><:text>) ?,"
            rf"(?:显示|持续|停留)(?P<long>{N}) ?秒",
            _lasting,
        ),
        (r"(用<:file>(?:代替|替代|顶替)),从头放到尾", r"\1"),
        (rf"(?:两头|两端|首尾|头尾)(?:都)?各淡({LONG})", r"淡入\1,淡出\1"),
        (rf"{_COLOR}底不要,(?:要|用|改成)({_COLOR})底", r"加\1底"),
    )
)
