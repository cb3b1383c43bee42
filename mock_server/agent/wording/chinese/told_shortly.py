"""Short Chinese orders in the words that are read:"
" "后面的二十秒太啰嗦了，砍掉", "片尾放四秒整屏的logo.png",
"到五十秒结束就行", where nothing but the video can be meant."""

from functools import partial
from re import Match

from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.rules import Replacement, Rules
from mock_server.agent.wording.chinese.plain_words import ASK, LONG, RANGE, SEC, STOP
from mock_server.agent.wording.chinese.whole_messages import Said, whole
from mock_server.agent.wording.named_by_draft import NAMES_ZH, There

_N = NUMBER
_GONE = "(?:剪掉|删掉|去掉|剪去|删去|删除|砍掉|裁掉|剪了|删了|不要|剪|删)"
_WHOLE = "(?:全屏|整屏|满屏|整幅)"
_LOOK = "(?:暖色|冷色|黑白|复古|怀旧|鲜艳|电影感)"
_PICTURE = rf"(?:的)?{_WHOLE}(?:的)?(?:画面|图片|图)?"
_FIRST = "(?:片头|开头|最前面|视频开头)"
_LAST = "(?:片尾|结尾|末尾|视频结束后|视频最后|视频结尾|最后面?)"
_PART = {"开头": "前", "前面": "前", "最前面": "前", "最后": "后", "结尾": "后", "后面": "后"}
_CORNERS = "(?:左上|右上|左下|右下)"
# Words that say how a text is to be, which is no part of it.
_NO_TEXT = "[^,。;]*(?:放|改成|颜色|字号|淡|顶部|底部|角|加|秒|删|移|音量)"


def _share(_: There, match: Match[str]) -> str:
    return f"删掉{_PART[match[1]]}{match[2]}"


def _ends_at(there: There, match: Match[str]) -> str:
    """ "到五十秒结束就行", where nothing else may end."""
    return f"只保留0秒到{match[1]}" if not there.roles else match[0]


def _no_voice(there: There, match: Match[str]) -> str:
    return "加自动字幕" if "voiceover" not in there.roles else match[0]


def _only_one_fades(there: There, match: Match[str]) -> str:
    """ "只取消淡入，淡出保留", of the one thing that fades."""
    of = {one.split()[0] for one in there.fades}
    ways = {one.split()[1] for one in there.fades}
    if len(of) != 1 or ways != {"in", "out"}:
        return match[0]
    name = {"music": "音乐", "video": "画面", "title": "标题"}.get(next(iter(of)))
    return f"取消{name}的淡{match[1]}" if name else match[0]


def _blur_at(there: There, match: Match[str]) -> str:
    return f"去掉模糊。{match[1]}画面模糊" if "blur" in there.names else match[0]


def _all_but(there: There, match: Match[str]) -> str:
    """ "我加的东西都去掉，标题除外": all layers but those of a kind."""
    roles = list(dict.fromkeys(there.roles))
    if not {*roles} <= NAMES_ZH.keys() or match[1] not in (NAMES_ZH[one] for one in roles):
        return match[0]
    gone = [NAMES_ZH[one] for one in roles if NAMES_ZH[one] != match[1]]
    return (
        "。".join(
            f"删掉所有{one}" if there.roles.count(_role(one)) > 1 else f"删掉{one}" for one in gone
        )
        or match[0]
    )


def _role(name: str) -> str:
    return next(role for role, one in NAMES_ZH.items() if one == name)


def _level(there: There, match: Match[str]) -> str:
    """ "不是50%，是70%", where that is how loud the video is, and nothing else is heard."""
    so = {round(one * 100) for one in there.levels} == {int(match[1])}
    return f"原声音量{match[2]}%" if so and "music" not in there.roles else match[0]


def _other_job(there: There, match: Match[str]) -> str:
    """ "她是制片，不是导演", of the one name that is shown."""
    is_, not_ = (match[1], match[2]) if match[1] else (match[4], match[3])
    return f"“{not_}”改成“{is_}”" if there.roles.count("lower-third") == 1 else match[0]


def _other_music(there: There, match: Match[str]) -> str:
    return f"音乐换成{match[1]}" if there.only == "music" else match[0]


_RULES: Rules[Said] = Rules(
    (
        (r"复古(?:的)?棕?褐色", "棕褐色"),
        # --- a picture as a clip
        whole(
            rf"{_FIRST}先?(?:放|加|显示)(?:上)?({LONG})的?(<:file>)(?:的)?{_WHOLE}(?:画面|图片|图)?"
            r"(?:,(?:再|然后|之后)?接(?:上)?(?:我的|原来的)?(?:视频|正片|内容))?",
            r"\2排到开头,持续\1",
        ),
        whole(
            rf"{_FIRST}先?(?:放|加|显示)(?:上)?(?:一张)?(<:file>) ?{_PICTURE},?(?:放|显示|停留?"
            rf"|持续)?({LONG})"
            r"(?:,(?:再|然后|之后)?接(?:上)?(?:我的|原来的)?(?:视频|正片|内容))?",
            r"\1排到开头,持续\2",
        ),
        whole(
            rf"{_LAST}(?:放|加|显示|接)(?:上)?(?:一张)?(<:file>) ?{_PICTURE},?(?:放|显示|停留?"
            rf"|持续)?({LONG})",
            r"\1接到结尾,持续\2",
        ),
        whole(
            rf"{_LAST}(?:用)?{_WHOLE}(?:显示|放)(?:一张)?(<:file>) ?,?(?:放|显示|停留?|持续)?({LONG})",
            r"\1接到结尾,持续\2",
        ),
        whole(
            rf"{_LAST}(?:放|加|显示|接)(?:上)?({LONG})的?(<:file>) ?{_PICTURE}",
            r"\2接到结尾,持续\1",
        ),
        # --- what goes, and what is kept
        whole(rf"({'|'.join(_PART)})的?([三四五]分之[一二三四]|一半){_GONE}", _share),
        whole(
            rf"(最?(?:前面|后面|开头|结尾|最后)的?{LONG})(?:太|有点|比较)[^,。不0-9]{{1,4}}了?,(?:请"
            rf"|都|就)?{_GONE}",
            r"剪掉\1",
        ),
        whole(
            rf"(?:最?中间)的?(?:那)?{LONG}{_GONE},(?:也就是|即|就是)({RANGE})(?:秒)?(?:那段|这段"
            rf"|的部分)?",
            r"剪掉\1",
        ),
        whole(
            rf"(?:最?中间)的?(?:那)?{LONG}{_GONE},(?:也就是|即|就是)([0-9]+[到至-][0-9]+)(?:那段|这段)",
            r"剪掉\1秒",
        ),
        whole(rf"({RANGE})、({RANGE}),(?:这|那)两段(?:都|全)*{_GONE}", r"剪掉\1和\2"),
        whole(
            rf"(?:我)?(?:想要|要|需要)一?个({LONG})(?:长)?的(?:视频|片子),(?:多余的?"
            rf"|多出来的)(?:部分)?(?:都)?从"
            rf"(后面|结尾|片尾|前面|开头)(?:裁|剪|删)掉?",
            lambda _, match: (
                f"只保留{'前' if match[2] in ('后面', '结尾', '片尾') else '最后'}{match[1]}"
            ),
        ),
        whole(
            rf"(后面|结尾|片尾|前面|开头)(?:剪|裁|删)掉?(?:一些)?,总?(?:长|时长|长度)(?:留|剩|保留"
            rf"|要)(?:正好)?({LONG})",
            lambda _, match: (
                f"只保留{'前' if match[1] in ('后面', '结尾', '片尾') else '最后'}{match[2]}"
            ),
        ),
        whole(
            rf"(?:从)(后面|结尾|片尾|前面|开头)(?:剪|裁|删)(?:起)?,总?(?:长|时长|长度)(?:要|为"
            rf"|是)?(?:正好|刚好)?(?:是)?({LONG})",
            lambda _, match: (
                f"只保留{'前' if match[1] in ('后面', '结尾', '片尾') else '最后'}{match[2]}"
            ),
        ),
        whole(rf"(?:视频)?(?:到|在)({SEC})(?:就)?结束", _ends_at),
        # --- how fast
        whole(
            rf"(?:整个视频|视频|全片)?加速(?:一下)?,(?:让)?总?(?:长|时长|长度)(?:刚好|正好)?(?:为|是"
            rf"|到)?({LONG})",
            r"加速到总长\1",
        ),
        whole(
            rf"(?:用)?加速的?(?:办法|方式|方法)(?:来)?(?:把)?(?:整个视频|视频|全片)(?:压缩?|缩短"
            rf"|变)(?:到|成)({LONG})",
            r"加速到总长\1",
        ),
        whole(rf"(?:稍微|再)?(快|慢)一?点,(?:最)?前面?({LONG})除外", r"\2到结尾\1一点"),
        whole(
            rf"不是(?:放慢|减速|慢放),(?:而)?是(?:加快|加速|快放),(?:要)?({_N})倍速?", r"改成\1倍速"
        ),
        whole(
            r"不是(?:加快|加速|快放),(?:而)?是(?:放慢|减速|慢放),(?:要)?(0?\.[0-9]+)倍速?",
            r"改成\1倍速",
        ),
        # --- what is heard
        whole(
            r"静音(?:取消|去掉|撤销|撤回),(?:我)?(?:要|想)(?:能)?听到(?:原来的声音|原声|声音)",
            "取消静音",
        ),
        whole(
            r"静音(?:撤回|撤销|取消),(?:黑白|复古|暖色|冷色|颜色|滤镜|其他)(?:的)?(?:留着|保留|不变|不动)",
            "取消静音",
        ),
        whole(rf"({RANGE})只(?:去|关|去掉|关掉)声音,画面(?:留着|保留|不动|别动|不变)", r"\1静音"),
        whole(r"不要(?:配音|旁白),只要自动字幕", _no_voice),
        whole(r"不是([0-9]{1,3})%,(?:而)?是([0-9]{1,3})%", _level),
        whole(r"只取消淡([入出]),淡[入出](?:保留|留着|不动|不变)", _only_one_fades),
        whole(r"(?:还是)?(?:换|改)成(<:text>) ?", _other_music),
        # --- how the picture is
        whole(
            r"画面(?:有点|太)?(?:抖|晃)动?了?,(?:底噪|噪音|杂音)(?:也|又)?(?:大|重|多|太大),(?:都"
            r"|全)?(?:处理|修|解决)(?:一)?下",
            "防抖。降噪",
        ),
        whole(r"整个画面(?:都)?模糊,全程(?:都)?(?:要|模糊)?", "整个画面模糊"),
        whole(
            rf"(?:别|不要)全程(?:都)?模糊,(?:只|就)(?:要)?模糊(最?[前后]面?{LONG}|{RANGE})",
            _blur_at,
        ),
        whole(r"只裁掉?(底部|顶部|左边|右边)(?:的)?([0-9]+%)", r"\1裁掉\2"),
        whole(
            r"(?:还是)?(?:用|改成)?(电影感|黑白|复古|暖色|冷色|鲜艳)(?:的)?(?:吧|好),(?!\1)(?:电影感"
            r"|黑白|复古|暖色|冷色|鲜艳)(?:的)?不要了?",
            r"调成\1",
        ),
        # --- what is put in
        whole(
            rf"{_LAST}(?:接|放|加)(?:上)?(<:file>)的?(?:最?后面?|最后"
            rf"|结尾)的?({LONG})(?:,只要(?:最?后面?|最后)的?\2)?",
            r"把\1接到结尾。\1只保留最后\2",
        ),
        (
            rf"\A{ASK}({RANGE})加(?:上)?(?:一条|一个|个)?(字幕"
            rf"|标题):(?!{_NO_TEXT})([^<>“”:;。]{{2,30}}?)[ .。]*\Z",
            lambda _, match: f"{match[1]}加{match[2]}“{match[3].replace(',', '，')}”",
        ),
        (
            rf"\A{ASK}({RANGE})加(?:上)?(?:一个)?人名条:([\u4e00-\u9fff]{{2,4}}),(?:(?:职[位务]|头衔"
            rf"|副标题)(?:是"
            rf"|为)?)?"
            rf"([\u4e00-\u9fff]{{2,6}}?){STOP}",
            r"\1加人名条“\2”,副标题“\3”",
        ),
        (
            rf"\A{ASK}标题(<:text>) ?放(?:在|到)?({_CORNERS})角?[、,] ?(<:text>) ?放(?:在"
            rf"|到)?({_CORNERS})角?,(?:都|两个都)(?:是|在)?"
            rf"({RANGE}){STOP}",
            r"标题\1\5放\2角。标题\3\5放\4角",
        ),
        # --- what is there
        whole(
            r"我加的(?:东西|内容)?(?:都|全|全部)*(?:去掉|删掉|不要),(标题|字幕|logo|音乐)除外",
            _all_but,
        ),
        whole(
            r"(?:她|他)(?:的职[位务])?是([\u4e00-\u9fff]{2,6}),不是([\u4e00-\u9fff]{2,6})"
            r"|(?:她|他)(?:的职[位务])?不是([\u4e00-\u9fff]{2,6}),(?:而)?是([\u4e00-\u9fff]{2,6})",
            _other_job,
        ),
        # --- all but a part, a part alone, from then on
        whole(rf"整体(?:都)?(?:用|调成|变成)({_LOOK}),({RANGE})除外", r"除了\2,整个视频调成\1"),
        whole(rf"速度降到(?:原来的)?一半,只(?:降|要)(最[前后](?:{LONG}))", r"\1放慢一半"),
        whole(
            rf"(?:从)?({SEC})(?:开始|起)一直(?:显示|放)logo(?:,前面不要)?", r"从\1到结尾显示logo"
        ),
        whole(
            rf"logo放(?:在)?({_CORNERS})角?,大小([0-9]+%),全程(?:显示)?,但(?:是)?(?:最?前"
            rf"|开头)({LONG})不要(?:出现|显示)?",
            r"从\3到结尾在\1角放logo,大小\2",
        ),
        whole(rf"(<:file>) ?从头(?:开始)?(?:放|播)到({SEC})", r"0秒到\2放\1"),
        whole(rf"不是(?:最?[前后]{LONG}),(?:而)?是(最?[前后]{LONG}),{_GONE}", r"剪掉\1"),
        whole(
            rf"音乐从({SEC})开始,到({SEC})结束,淡入({LONG}),淡出({LONG})",
            r"音乐改到\1到\2,音乐淡入\3,音乐淡出\4",
        ),
        whole(rf"标题多(?:留|停|放)(?:一会儿?|一下),到({SEC})", r"标题显示到\1"),
        # --- whose sound, and which look
        whole("(?:说话声|人声|我的声音)(?:再)?(大|小)一?点", r"声音\1一点"),
        whole(
            rf"我(?:传|上传)(?:过|了)一?个logo,(?:把它)?放(?:到|在)({_CORNERS})角?,透明度一半",
            r"logo放\1角,不透明度50%",
        ),
        whole(rf"({_LOOK})太重了?,强度(?:改成|调到|降到)([0-9]+%)", r"调成\1,强度\2"),
        whole(r"不要(?:叠化|转场|溶解|闪黑|擦除)了?,(?:就)?直接切", "去掉转场"),
        whole(
            r"(?:标题|logo|音乐|字幕)[和与](?:标题|logo|音乐|字幕)都(?:别"
            r"|不要)[删动],只(?:是)?把(声音)关掉",
            "视频静音",
        ),
        whole(
            rf"(?:字幕|标题|音乐)(?:明天|以后|下次|回头)再(?:说|弄|加),今天(?:只"
            rf"|先)把(最[前后]{LONG}){_GONE}",
            r"剪掉\1",
        ),
        (r",(?:两边|上下)?空(?:的地方|出来的地方|白处?)用模糊(?:填充|填满|补)?", ",背景用模糊填充"),
        (r"第[一二三四]条字幕(?:里|中)?的(?=<:text> ?(?:改成|换成))", "字幕"),
        whole("把?(?:我)?说的话(?:识别|转)成字幕", "加自动字幕"),
        whole("颜色(鲜艳|柔和|温暖|冷)一点的那种(?:风格|感觉)", r"颜色\1一点"),
        (r"(?:剩下|余下)的(配上[^,。;]{2,8}),音量([一二三四五六七八九])成", r"\1,音量\2成"),
    )
)


def told_shortly(text: str, there: There) -> str:
    """A message with marks for its texts and files, said plainly; the same where nothing is known."""

    def said(one: Said) -> Replacement:
        return one if isinstance(one, str) else partial(one, there)

    return _RULES.apply(text, said)
