"""Chinese orders about what is shown and heard, said plainly, where it is there that they speak of:
"logo 只在前十秒显示", "复古滤镜不要了，恢复原来的颜色"."""

from functools import partial
from re import Match

from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.rules import Replacement, Rules
from mock_server.agent.wording.chinese.plain_words import LONG, SEC, STOP
from mock_server.agent.wording.chinese.whole_messages import Said, whole
from mock_server.agent.wording.named_by_draft import There

_N = NUMBER
_RANGE = rf"从?第?(?:{_N}) ?秒?钟?[到至-]第?(?:{_N}) ?秒钟?"
_PERCENT = rf"(?:[0-9.]{{1,6}}%|百分之(?:{_N}))"
_LOOK = "(?:黑白|复古|怀旧|暖色|冷色|棕褐色|鲜艳|电影感)"
_COLOR = "(?:红|黄|蓝|绿|白|黑|橙|粉|紫|灰)色"
_CORNER = "(?:左上|右上|左下|右下)角?"
_SAME = (
    "(?:颜色|位置|大小|时间|字体)(?:[和、](?:颜色|位置|大小|时间|字体))*(?:都|也)?(?:不变|不动|别动"
    "|照旧|别变|不改|保持不变)"
)
_HEARD = "(?:背景音乐|音乐|BGM|bgm|配乐)"
_OWN = "(?:原片|原声|人声|录音|视频|原视频)"
_TEXTS = {"title": "标题", "caption": "字幕", "lower-third": "人名条"}


def _at_first(there: There, match: Match[str]) -> str:
    """ "logo只在前十秒显示", of one that is there."""
    return f"logo改到0到{match[1]}" if _has_a_logo(there) else match[0]


def _has_a_logo(there: There) -> bool:
    """Whether one picture lies on top, which is not a video."""
    on_top = [one for role, one in zip(there.roles, there.names, strict=True) if role == "overlay"]
    return len(on_top) == 1 and not on_top[0].lower().endswith((".mp4", ".mov", ".webm", ".mkv"))


def _shown_from_to(there: There, match: Match[str]) -> str:
    return f"{match[1]}改到{match[2]}" if there.roles.count("overlay") == 1 else match[0]


def _sound_moved(there: There, match: Match[str]) -> str:
    return f"把音效移到{match[2]}" if _is_the_sound(there, match[1]) else match[0]


def _sound_gone(there: There, match: Match[str]) -> str:
    return "删掉音效" if _is_the_sound(there, match[1]) else match[0]


def _is_the_sound(there: There, name: str) -> bool:
    """Whether there is one sound, and it is called so."""
    of = [one for role, one in zip(there.roles, there.names, strict=True) if role == "sound"]
    return [one.lower() for one in of] == [name.strip().lower()]


def _text(there: There, match: Match[str]) -> str:
    """ "文字改成<text>", where there is one."""
    roles = [one for one in there.roles if one in _TEXTS]
    return f"{_TEXTS[roles[0]]}改成{match[1]}" if len(roles) == 1 else match[0]


def _is_there(there: There, corner: str) -> bool:
    """Whether the one picture on top is in a corner."""
    places = [one for role, one in zip(there.roles, there.places, strict=True) if role == "overlay"]
    return places == [_CORNERS[corner.removesuffix("角")]]


def _in_corner(there: There, match: Match[str]) -> str:
    """ "删除左上角的logo", of the one that is there."""
    return "删掉logo" if _is_there(there, match[1]) else match[0]


def _from_to(there: There, match: Match[str]) -> str:
    corner = match[2].removesuffix("角")
    seen = _has_a_logo(there) and _is_there(there, match[1])
    return f"logo移到{corner}角" if seen else match[0]


_CORNERS = {"左上": "top-left", "右上": "top-right", "左下": "bottom-left", "右下": "bottom-right"}


def _moved(there: There, match: Match[str]) -> str:
    corner = match[1].removesuffix("角")
    return f"logo移到{corner}角" if _has_a_logo(there) else match[0]


def _recording(there: There, match: Match[str]) -> str:
    """ "给录音降噪": the one that is heard with the picture."""
    return "给视频降噪" if "voiceover" not in there.roles else match[0]


def _own_level(there: There, match: Match[str]) -> str:
    spoken = "录音" in match[1] and "voiceover" in there.roles
    return match[0] if spoken else f"原声音量调到{match[2]}"


def _both_levels(there: There, match: Match[str]) -> str:
    two = len(there.clips) == 2
    return f"第一段音量调到{match[1]},第二段音量调到{match[1]}" if two else match[0]


def _weaker(there: There, match: Match[str]) -> str:
    there_is = any(look == _LOOKS.get(match[1]) for look in there.looks)
    return f"{match[1]}滤镜强度调到{match[2]}" if there_is else match[0]


_LOOKS = {
    "黑白": "black and white",
    "复古": "vintage",
    "怀旧": "vintage",
    "暖色": "warm",
    "冷色": "cool",
    "棕褐色": "sepia",
    "鲜艳": "vivid",
    "电影感": "cinematic",
}


def _later(there: There, match: Match[str]) -> str:
    return f"标题移到{match[1]}" if there.roles.count("title") == 1 else match[0]


def _caption_last(there: There, match: Match[str]) -> str:
    start = there.seconds - float(number(match[1]))
    whole = start > 0 and start == int(start) and there.seconds == int(there.seconds)
    if there.roles.count("caption") != 1 or not whole:
        return match[0]
    return f"字幕改到{int(start)}到{int(there.seconds)}秒"


def _added(said: str) -> Said:
    """What is said of music that is put in, where there is none."""
    return lambda there, match: match[0] if "music" in there.roles else match.expand(said)


def _resized(_: There, match: Match[str]) -> str:
    return match[0] if match[1] == match[2] else f"字幕字号{match[2]}一点"


def _louder(there: There, match: Match[str]) -> str:
    """ "音乐都快听不见了，大声点"."""
    if "music" not in there.roles or (match[2] in _LITTLE) != (match[3] == "大"):
        return match[0]
    return f"音乐{match[3]}声一点"


_LITTLE = ("听不见", "听不到", "听不清", "小声", "小", "轻")


_RULES: Rules[Said] = Rules(
    (
        # --- words of another language
        (r"加个? ?vintage(?= ?(?:的)?(?:滤镜|效果|风格|色调))", "加复古"),
        (r"sepia(?= ?(?:的)?(?:滤镜|效果|风格|色调))", "棕褐色"),
        (r"怀旧的棕褐色", "棕褐色"),
        (rf"\A(?:给)?(<:file>)加(?:上|个|一个)*({_LOOK})(?:滤镜|效果|色调)(?=[,。]|\Z)", r"\1调成\2"),
        (r"mute ?掉", "静音"),
        (r"(?<=0秒加)(?=(?:whoosh|ding)[;,。])", "音效"),
        (r"\A(?:播客)?第[0-9]{1,3}[期集]:(?=去掉|剪掉)", ""),
        (r"做 ?denoise(?=[,。])", "降噪"),
        (r"(?:把 ?)?fade ?out ?(?:设成|设为|改成)? ?(?=[0-9])", "淡出"),
        (rf"(?<=[,。])(?:vol|volume) ?(?={_PERCENT})", "音量"),
        # --- one thing after the other
        (r"\A(?:请)?(?:依次|按顺序)(?:完成|做|执行)(?:以下)?(?:操作|步骤)?:(?:1[.、])? ?", ""),
        (r"(?<=[;,。]) ?[2-9][.、] ?(?=[^0-9])", ""),
        (r"(?<=,)(再|然后)给剩下的部分(?=(?:加上?|配上?) ?<:file>)", r"\1"),
        (rf"\A再(?:把)?剩下(?:部分)?的((?:最后|前){LONG})(?:也)?(?:剪掉|删掉|去掉){STOP}", r"再剪掉\1"),
        (rf"\A({SEC})(?:以后|之后)的?(?:都)?(?:不要|剪掉|删掉"
         rf"|去掉),剩下(?:部分)?的?最后({LONG})画面淡出{STOP}",
         r"剪掉\1以后,结尾淡出\2"),
        (rf"\A([大小]声)一?点,我(?:说|指)的是音乐{STOP}", r"音乐\1点"),
        # --- who is greeted, and thanked
        (
            r"\A(?:(?:您好|你好|老师好|打扰了|辛苦[啦了]|麻烦您?你?了|不好意思又来麻烦你了"
            r"|甲方又改需求了|唉|对了"
            r"|今天加班好累啊)[,。~～!]+)+(?:想请您|麻烦您?|请您)?(?:帮我|帮忙)?(?=[^ ])",
            "",
        ),
        (r",(?:谢谢老师|辛苦[啦了]|万分感谢|多谢|感谢)[!。~～]*\Z", ""),
        (rf"\A(?:客户|老板|领导|导演)嫌[^,。]{{2,6}},(?:所以|就)(?=(?:剪|删)掉(?:前"
         rf"|最后){LONG}{STOP})", ""),
        # --- what is said beside a text
        (
            r"(?<=[^,。]),(?:不用|不要|不需要|别)(?:翻译|翻译成中文|翻译成英文)(?=[ .。]*\Z)",
            "",
        ),
        (r"\A([^。]*加[^。]*标题<:text> ?),(?:不用|不要|不需要|别)(?:加)?(?:描边|阴影)(?=[ .。]*\Z)",
         r"\1"),
        (r"(加(?:上)?一?个?)?英文(?=标题<:text>)", r"\1"),
        (r"(写上)英文(?=<:text>)", r"\1"),
        (r"(?<=[^,。]),(?:这|那)是[^,。]{2,5}的名字(?=[ .。]*\Z)", ""),
        # --- noise
        whole(r"(?:录音|声音)(?:做)?降噪", _recording),
        whole(r"去除背景噪音,(?:并|再|然后)*(?:把)?(?:声音)?(?:响度|音量)调?均匀", "降噪,音量均衡"),
        whole(r"防抖[、和]降噪(?:都)?(?:给我)?(?:开|打开|加)上?", "防抖,降噪"),
        # --- looks
        whole(rf"(?:全片|整个视频|整片)({_LOOK})调?,(?:显得|看起来|感觉)(?:更)?[^,。不别]{{2,4}}",
               r"整个视频\1"),
        whole(rf"(?:老板|领导|客户)说要({_LOOK})调?,那就(?:用)?\1", r"调成\1"),
        whole(
            rf"({_LOOK})?滤镜(?:去掉|不要|删掉|取消|撤掉)[吧了]*,(?:还是)?(?:恢复|还原|回到|变回)?(?:成"
            rf"|到|为)?"
            r"(?:原色|(?:原来|本来|原本)的颜色)(?:好看)?",
            r"去掉\1滤镜",
        ),
        whole(
            rf"(?:去掉|取消|删掉)({_LOOK})?滤镜,(?:恢复|还原|回到|变回)(?:成|到)?(?:原色|(?:原来|本来"
            rf"|原本)的颜色)",
            r"去掉\1滤镜",
        ),
        whole(rf"滤镜(?:换|改)成({_LOOK})的?,(?:爵士乐|音乐)(?:都|要)?(?:留着|保留|不动|别动)",
               r"滤镜换成\1"),
        whole(rf"还是(?:用|改成|换成)({_LOOK})吧?,{_LOOK}不要了?", r"改成\1"),
        whole(rf"本来想用[^,。]{{2,6}},(?:还是)?算了,(?:还是)?用({_LOOK})", r"改成\1"),
        whole(rf"({_LOOK})滤镜太(?:浓|重|强),强度(?:降|调|减)(?:到|为)({_PERCENT})", _weaker),
        # --- which way it runs
        whole(r"(?:整个)?(?:视频|片子)倒着(?:播放?|放)", "整个视频倒放"),
        whole(r"倒着放[^,。不]{1,5}了,还是正着放", "取消倒放"),
        whole(r"还是不要倒放了?,撤回", "取消倒放"),
        # --- fades
        whole(rf"(?:在)?(?:片尾|结尾)(?:处)?(?:画面)?(?:加上?|用)?({LONG})的?淡出(?:到|至"
               rf"|为)?(?:黑色?|黑屏|黑场)?"
               r"(?:,音乐(?:别动|不动|不用淡出|不要淡出|不变))?", r"画面结尾淡出\1"),
        whole(rf"只(?:要|把)?画面淡(出|入)({LONG}),音乐(?:不用|不要|不动)", r"画面淡\1\2"),
        whole(rf"淡入淡出(?:都)?(?:改成|改为|设为|调成|设成)({LONG})", r"淡入改成\1,淡出改成\1"),
        whole(rf"不是(?:片头|开头),是(?:片尾|结尾)要?淡出,({LONG})", r"结尾淡出\1"),
        (rf"\A开头({LONG})从黑淡入,结尾({LONG})淡出到?黑{STOP}", r"开头淡入\1,结尾淡出\2"),
        # --- between two clips
        whole(rf"转场(?:的)?时长(?:改为|改成|设为|调到|调成|变成)({LONG})", r"转场改成\1"),
        whole(rf"(?:在)?(?:两|2)(?:个|段)(?:片段|视频)?(?:之间|中间|的?衔接处)(?:添加|加|加上|加入"
               rf"|用)?(?:一个)?({LONG})的?"
               r"(?:交叉溶解|叠化|溶解|淡化|交叉淡化)(?:的)?(?:转场|过渡)?(?:效果)?",
               r"两段之间加\1交叉淡化"),
        # --- the shape of the picture
        whole(r"(?:视频|画面)?(?:改|做|转|变)成(?:竖屏)? ?(9:16|1:1|4:5|16:9)(?:的)?(?:竖屏|方形"
               r"|横屏)?,(?:两侧|两边|上下|左右|四周)?"
               r"的?(?:空白|空出来|多出来|剩下)的?(?:地方|部分|区域)?用模糊的?背景(?:填充|填满|填)",
               r"画布改成\1,用模糊背景填充"),
        whole(r"(?:做|改|变)成 ?(9:16|1:1|4:5|16:9)的?(?:方形|竖屏|横屏)?,(?:画面)?(?:裁满|填满"
               r"|铺满)(?:画面)?,?(?:不要|别留|不留)黑边",
               r"画布改成\1,填满"),
        whole(r"(?:画幅|画面比例|比例)(?:改|调|设)(?:成|为|到)(9:16|1:1|4:5"
               r"|16:9),画面填满,多余的?(?:部分)?裁掉", r"画布改成\1,填满"),
        whole(r"(?:我)?要发(?:小红书|抖音|朋友圈|Instagram|ins),(?:画面)?比例改成(9:16|1:1|4:5|16:9)",
               r"画布改成\1"),
        whole(r"(?:做|改)成(?:Instagram|小红书|抖音|朋友圈)用的(9:16|1:1|4:5|16:9)(?:的)?(?:画面|比例"
               r"|尺寸)", r"画布改成\1"),
        whole(r"[横竖]屏改成(9:16|1:1|4:5|16:9)的?(?:竖屏|横屏|方形)", r"画布改成\1"),
        whole(r"(?:我)?要发(?:方形|竖屏|横屏)的?,(9:16|1:1|4:5|16:9)", r"画布改成\1"),
        whole(r"[^,。不别]{0,4}不要竖屏,要(1:1|16:9|4:5)的?(?:方形|横屏)?(?:的)?(?:画布|画面)?",
               r"画布改成\1"),
        # --- how loud
        whole(rf"({_OWN})(?:的)?(?:声音|音量)(?:太小|太大|太轻|太吵)了,(?:把)?音量(?:提高|调高|调大|调"
               rf"|降|降低|升|加)(?:到|至)({_PERCENT})",
               _own_level),
        whole(rf"((?:原片|原视频))的?音量(?:降|调|升|提高|降低)(?:到|至|为)({_PERCENT})", _own_level),
        whole(r"原片的?音量(?:在现在的基础上|比现在)?减半", "原声音量降低一半"),
        whole(rf"(?:两|2)(?:段|个)(?:视频|片段)?的?(?:原声|声音|音量)的?(?:都)(?:降|调|升)(?:到|至"
               rf"|为)({_PERCENT})", _both_levels),
        whole(r"两段的?原声都(?:关掉|静音),只听音乐", "两段都静音"),
        whole(r"取消静音,(?:我)?(?:要|想)听(?:到)?原声", "取消静音"),
        whole(rf"(?:客户|老板|领导)?(?:嫌|说|觉得)?({_HEARD})(?:都|快|几乎|太|有点|有些)+(听不见"
               rf"|听不到|听不清|小声|小|轻|吵|大声|响)了?,"
               r"(?:请|帮我|把它|再)*调?([大小])(?:声)?(?:一)?(?:点|些)", _louder),
        (rf"\A({_HEARD})(?:全程|从头到尾)(?=(?:静音|[大小](?:声)?一点){STOP})", r"\1"),
        (rf"\A从头到尾({_HEARD})(?=[大小](?:声)?一点{STOP})", r"\1"),
        (r"\A全程(?=(?:降低|提高)音乐(?:的)?音量)", ""),
        (r"比现在再?(?=[大小](?:声)?一?[点些])", ""),
        whole(r"人声太小了?,(?:把)?音乐(?:压低|降低|调低)一半", "音乐音量降低一半"),
        # --- music
        whole(r"视频?剪到([0-9]{1,3}秒),音乐也(?:跟着剪|剪短|跟着剪短|跟着缩短)", r"视频剪到\1"),
        whole(r"剪到([0-9]{1,3}秒),音乐也(?:跟着剪|剪短|跟着剪短|跟着缩短)", r"视频剪到\1"),
        whole(rf"音乐从({SEC})(?:再|才)开始,(?:结束(?:时间)?(?:不变|不动|照旧)|一直放到(?:结尾|最后))",
               r"音乐从\1开始"),
        whole(r"音乐(?:的)?(开头|结尾)的(淡[入出])(?:去掉|取消|不要)了?,(?!\1)(?:开头"
               r"|结尾)的(?:淡[入出])?(?:留着|保留|不动|不变)",
               r"去掉音乐的\2"),
        whole(r"换上(<:file>)(?:当|做|作为)背景音乐", _added(r"加音乐\1")),
        (rf"\A(?:添加|加上?)?(?:BGM|bgm|背景音乐)(?:走|用|就用)? ?(<:file>),(?:更轻,|压到|音量"
         rf"|调到)+({_PERCENT})(?:,(?:整个视频|全程)都要)?{STOP}",
         _added(r"加音乐\1,音量\2")),
        (rf"\A(?:BGM|bgm|背景音乐)用 ?(<:file>),音量({_PERCENT}),(?:结尾|最后)淡出 ?({LONG}){STOP}",
         _added(r"加音乐\1,音量\2,最后\3淡出")),
        (rf"\A整个视频配上(<:file>),音量({_PERCENT}),最后({LONG})淡出(?:音乐)?{STOP}",
         _added(r"加音乐\1,音量\2,最后\3淡出")),
        (rf"\A(?:BGM|bgm|背景音乐)用(<:file>),(?:不过|但)?只要({_RANGE})有?{STOP}",
         _added(r"加音乐\1,\2")),
        (rf"\A不是要(?:关掉|删掉|静音)音乐,(?:而)?是要(?:把)?(?:视频)?原声静音{STOP}", "原声静音"),
        # --- sounds
        whole(rf"([A-Za-z]{{2,12}}) ?(?:这个)?音效(?:挪|移|移动|挪动|改)到({SEC})", _sound_moved),
        whole(r"([A-Za-z]{2,12}) ?音效(?:不要|删掉|去掉)了?(?:,(?:字|标题|文字)(?:留着|保留|不动))?",
               _sound_gone),
        # --- what is written
        whole(rf"(?:在)?(?:视频)?(最后(?:{LONG}))显示(标题<:text>)", r"\1加\2"),
        (rf"\A开场({LONG})(?=加标题<:text>)", r"前\1"),
        whole(rf"(标题<:text>) ?(?:放在|放到|放)({SEC}),持续({LONG}),颜色(?:用|是|为)?({_COLOR})",
               r"在\2加\1,持续\3,\4"),
        whole(rf"文字(?:改|换)成(<:text>) ?(?:,{_SAME})?", _text),
        whole(r"只(?:删|删掉|删除|去掉)(第[一二三四]个标题)", r"删掉\1"),
        (r"\A标题不用删,(?:把)?颜色改成", "标题颜色改成"),
        whole(rf"标题([大小])一点,颜色从{_COLOR}改成({_COLOR})", r"标题\1一点,标题改成\2"),
        whole(rf"标题位置不变,颜色(?:从{_COLOR})?改成({_COLOR})", r"标题颜色改成\1"),
        whole(rf"(第[一二三四]条字幕)改成(<:text>) ?,({_COLOR})", r"\1改成\2,\1\3"),
        whole(rf"标题(?:晚|早)一点出现,在({SEC})", _later),
        whole(rf"(?:这条|那条)?字幕(?:移|挪|改)到(?:视频的?)?(?:最后|结尾)的?({_N}) ?秒钟?",
               _caption_last),
        whole(rf"(?:这个|那个)?标题加({LONG})的?淡入,淡出(?:就)?不(?:用|要)", r"标题淡入\1"),
        whole(rf"(?:在)?({_RANGE})用人名条(?:介绍|写|显示)(?:嘉宾,写)?(<:text>)", r"人名条\2 \1"),
        whole(rf"(标题<:text>) ?从?({_RANGE}),开头淡入({LONG}|半秒),最后淡出({LONG}|半秒)",
               r"\1\2,淡入\3,淡出\4"),
        whole(rf"({_RANGE})出现({_COLOR})标题(<:text>) ?,放在画面(?:的)?(上方|下方|顶部|底部)",
               r"\1加\2标题\3,放在\4"),
        whole(rf"({_RANGE})出(?:一条|一个)?字幕(<:text>)", r"加\1字幕\2"),
        whole(r"字幕太(小|大)(?:看不清|了|碍眼)*,字号调([大小])(?:一)?[些点]", _resized),
        whole(r"人名条里的名字改成(<:text>) ?(?:,标题(?:不用改|不变|不动|别动))?", r"人名条改成\1"),
        # --- pictures on top
        whole(rf"logo(?:只|只需要|仅|只要)(?:在|出现在)?前({LONG})(?:显示|出现|有)?", _at_first),
        whole(rf"logo改成前({LONG})显示", _at_first),
        whole(rf"(画中画)(?:改)?在({_RANGE})(?:显示|出现)", _shown_from_to),
        (rf"\A(?:删除|删掉|去掉)(左上|右上|左下|右下)角的logo{STOP}", _in_corner),
        whole(rf"logo从({_CORNER})(?:挪|移)到({_CORNER})(?:,大小(?:别变|不变))?", _from_to),
        whole(rf"logo放错(?:角|位置|地方)了,应该(?:放)?在({_CORNER})", _moved),
        whole(rf"logo透明度(?:别|不要)太高,不透明度(?:设为|调到|改成)({_PERCENT})", r"logo不透明度\1"),
        whole(rf"从?({SEC})(?:起|开始),?(?:把)?(<:file>)以画中画的形式放在({_CORNER}),直到结束",
               r"\2画中画放\3,\1到结尾"),
        whole(rf"从?({SEC})(?:起|开始),(?:在)?({_CORNER})一直显示(<:file>)", r"\1到结尾\2显示\3"),
        whole(rf"(?:全程)?在({_CORNER})显示半透明的(<:file>),不透明度(?:为|是)?({_PERCENT})",
               r"\1放\2,不透明度\3"),
        whole(rf"(<:file>)(?:放在|放到|放)({_CORNER}),一直到(?:结束|最后|结尾)", r"\1放\2"),
        whole(rf"(<:file>)(?:放在|放到|放)({_CORNER}),前({LONG})(?:就好|就够"
               rf"|就行)了?(?:,后面不(?:需要|要|用))?", r"\1放\2,0到\3"),
        whole(rf"(<:file>)全程放({_CORNER}),(?:等一下|等等|不对|哦不),?(?:客户|老板"
               rf"|领导)?(?:说)?要({_CORNER})", r"\1放\3"),
        whole(rf"({_RANGE})(?:把)?(<:file>)做成({_CORNER})的画中画,不要插进主轨(?:道)?",
               r"\2画中画放\3,\1"),
    )
)  # fmt: skip


def told_things(text: str, there: There) -> str:
    """A message with marks for its texts and files, said plainly; the same where nothing is known."""

    def said(one: Said) -> Replacement:
        return one if isinstance(one, str) else partial(one, there)

    return _RULES.apply(text, said)
