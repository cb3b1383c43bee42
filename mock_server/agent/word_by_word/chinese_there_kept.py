"""What a Chinese message says stays as it is, where that is so: "音乐照放", "片尾的留着"."""

from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.word_by_word.chinese_there_parts import LONG, Turn
from mock_server.agent.word_by_word.chinese_times import SECONDS, ms
from mock_server.agent.wording.named_by_draft import There

_STOP = r"(?:就行|就好|就可以|吧|了|啊|呀|哦|的)*"
_END = rf"(?={_STOP}[ 。.!！]*\Z|[,，;；。])"
_SONG = "(?:背景)?(?:音乐|配乐|歌曲?|bgm)"
_STAYS = "(?:都|还|要|就|保持|维持)*(?:原样|不变|不动|别动|不用动|照旧|保留|留着|留下|原来的样子)"
_ROLES = {
    "音乐": "music", "配乐": "music", "歌": "music", "bgm": "music", "logo": "overlay", "水印": "overlay",
    "标题": "title", "字幕": "caption", "旁白": "voiceover", "人名条": "lower-third", "音效": "sound",
}  # fmt: skip


def _of(what: str, there: There) -> list[int]:
    role = _ROLES.get(what.lower().removeprefix("背景"))
    return [i for i, one in enumerate(there.roles) if one == role]


def _all_along(found: Match[str], there: There) -> str | None:
    """ "音乐还是全程", where it is."""
    at = _of(found["what"], there)
    return f"，{found['what']}不变" if at and all(there.lasting[i] for i in at) else None


def _as_loud(found: Match[str], there: There) -> str | None:
    """ "音乐保持40%", where it is so loud."""
    at = _of(found["what"], there)
    told = found["n"].strip().rstrip("% ").removeprefix("百分之")
    level = float(number(told.strip())) / 100
    same = at and all(abs(there.volumes[i] - level) < 0.001 for i in at)
    return f"，{found['what']}不变" if same else None


def _other_edge(found: Match[str], _: There) -> str | None:
    first = found["edge"] in ("片头", "开头")
    other = found["other"] in ("片尾", "结尾", "最后", "末尾")
    opposite = found["fade"] == ("淡入" if first else "淡出")
    return found["deed"] if first == other and opposite else None


def _moves_along(found: Match[str], there: There) -> str | None:
    """ "剪掉10到25秒，后面的标题跟着内容往前走": as it does anyway."""
    at = [_of(one, there) for one in _NAMES.findall(found["what"])]
    fits = all(at)
    if fits and not found["behind"]:
        until = max([ms(one[0]) for one in _TIME.finditer(found["cut"])], default=0) / 1_000
        fits = until > 0 and all(there.spans[i][0] >= until for one in at for i in one)
    return found["cut"] if fits else None


_TIME = Regex(SECONDS)
_NAMES = Regex("标题|字幕|音效|logo|水印|人名条|旁白", 2)


def _ends_along(found: Match[str], there: There) -> str | None:
    at = _of("音乐", there)
    ends = at and all(abs(there.spans[i][1] - there.seconds) < 0.05 for i in at)
    return found["cut"] if ends else None


def _song_stays(found: Match[str], there: There) -> str | None:
    """ "只关原声，音乐照放"."""
    return "原声静音，音乐不变" if _of("音乐", there) else None


def _song_alone(_: Match[str], there: There) -> str | None:
    """ "视频原声关掉，只听音乐", where nothing else is heard."""
    alone = {*there.roles} & {"music", "sound", "voiceover"} == {"music"}
    return "原声静音" if alone else None


def _middle_clip(found: Match[str], there: There) -> str | None:
    """ "夹在中间那段", of three clips."""
    if len(there.clips) != 3:
        return None
    named = (found["file"] or "").strip()
    if named and named != there.clips[1]:
        return None
    return f"第二段{found['rest']}" if found["rest"] else "第二段"


def _picture_stays(found: Match[str], there: There) -> str | None:
    fades = {*there.fades} & {"clip out", "video out"}
    return None if fades else found["song"]


def _song_fades(found: Match[str], there: There) -> str | None:
    """ "结尾那里让它三秒内渐弱消失", of the one song."""
    ours = found["what"] != "它" or {*there.roles} == {"music"}
    one = len(_of("音乐", there)) == 1
    return f"音乐淡出{ms(found['d']) / 1_000:g}秒" if ours and one else None


_STYLE = "爵士|钢琴|摇滚|轻快|欢快|舒缓|平静|古典|电子|民谣"
_NAMED = {
    "爵士": "jazz", "钢琴": "piano", "摇滚": "rock", "轻快": "upbeat", "欢快": "upbeat", "舒缓": "calm",
    "平静": "calm", "古典": "classical", "电子": "electronic", "民谣": "acoustic",
}  # fmt: skip


def _other_style(found: Match[str], there: There) -> str | None:
    """ "不要爵士了，换成钢琴"."""
    at = _of("音乐", there)
    same = len(at) == 1 and there.names[at[0]] == _NAMED[found["no"]]
    if not same or found["yes"] == found["no"]:
        return None
    return f"音乐换成{found['yes']}{'，音量不变' if found['loud'] else ''}"


def _starts_later(found: Match[str], there: There) -> str | None:
    """ "音乐不要一上来就有，从15秒开始进"."""
    at = _of("音乐", there)
    since = ms(found["at"]) / 1_000
    fits = len(at) == 1 and there.lasting[at[0]] and 0 < since < there.seconds
    return f"音乐改成从{since:g}秒到{there.seconds:g}秒" if fits else None


_PICTURE = Regex(r"\.(?:png|jpe?g|gif|webp)\Z", 2)
_PLACES = {"左上": "top-left", "右上": "top-right", "左下": "bottom-left", "右下": "bottom-right"}


def _that_picture(found: Match[str], there: There) -> str | None:
    """ "左上角那个图", where that is the only one."""
    at = [i for i, one in enumerate(there.roles) if one == "overlay"]
    if len(at) != 1 or not _PICTURE.search(there.names[at[0]]):
        return None
    fits = not found["at"] or there.places[at[0]] == _PLACES[found["at"]]
    return "logo" if fits else None


_NOUNS = {"title": "标题", "caption": "字幕", "lower-third": "人名条", "overlay": "logo"}


def _other_corner(found: Match[str], there: There) -> str | None:
    """ "不要左下，挪到右下去", of the one that is there."""
    at = [i for i, one in enumerate(there.places) if one == _PLACES[found["no"]]]
    if len(at) != 1 or there.roles[at[0]] not in _NOUNS or found["no"] == found["yes"]:
        return None
    noun = _NOUNS[there.roles[at[0]]]
    alone = [*there.roles].count(there.roles[at[0]]) == 1
    return f"{noun}挪到{found['yes']}角" if alone else None


_ALONE = "[^,，。;；接加插快慢速倍]*"
_CUT = rf"(?P<cut>\A{_ALONE}?(?:剪|删|砍|切|只保留|只留|只要)(?:掉|去|除|了)?{_ALONE})"
KEPT: tuple[Turn, ...] = (
    (
        Regex(
            r"[,，;；](?:但|而|不过)?(?P<what>音乐|配乐|bgm|logo|水印|标题|字幕)(?:还是|仍然?|依然"
            r"|照样|继续|还)+(?:要)?"
            rf"(?:全程|从头到尾|一直)(?:都)?(?:在|放着?|播放?|播着|响着|显示|有|挂着)?{_END}",
            2,
        ),
        _all_along,
    ),
    (
        Regex(
            rf"[,，;；](?:但|而)?(?P<what>音乐|配乐|旁白)的?(?:音量)?(?:就|还是)?(?:保持|维持|停留"
            rf"|留)(?:在)?"
            rf"(?P<n>{NUMBER} ?%|百分之{NUMBER})(?:不变|不动)?{_END}"
        ),
        _as_loud,
    ),
    (
        Regex(
            r"(?P<deed>(?:把)?(?P<edge>片头|开头|片尾|结尾)的?(?P<fade>淡[入出])(?:效果)?(?:去掉"
            r"|删掉|不要了?|取消|拿掉))"
            r"[,，](?:但|而)?(?P<other>片头|开头|片尾|结尾|最后|末尾)的?(?:淡[入出]|渐黑)?(?:效果)?"
            rf"{_STAYS}{_END}"
        ),
        _other_edge,
    ),
    (
        Regex(
            rf"{_CUT}[,，](?P<behind>(?:后面|之后|后边)的?)?(?P<what>(?:标题|字幕|音效|logo|水印"
            rf"|人名条|旁白"
            rf"|[和、跟])+)(?:也|都|要|就)*"
            r"(?:跟着|随着|跟|随)(?:内容|画面|视频)?(?:一起|同步)?(?:往前|向前|提前|前)(?:走|移|挪"
            r"|推|靠|提)*"
            rf"{_END}",
            2,
        ),
        _moves_along,
    ),
    (
        Regex(
            rf"{_CUT}[,，]{_SONG}(?:也|要|得|应该|就)*(?:(?:跟|和|随)着?(?:视频|画面|片子)(?:一起"
            rf"|同时|同步)+|跟着(?:一起)?)"
            rf"(?:结束|收尾|停|缩短|变短){_END}",
            2,
        ),
        _ends_along,
    ),
    (
        Regex(
            r"(?:(?:只|就)?(?:把)?关(?:掉|了|闭)?(?:原声|人声|视频的?(?:原声|声音))|(?<=秒)(?:这段"
            r"|那段)?静音)[,，](?:但|而)?"
            rf"{_SONG}(?:照放|照常放?|照样放|接着放|继续放?|不变|保留|留着|别动|照旧|不关|别关){_END}",
            2,
        ),
        _song_stays,
    ),
    (
        Regex(
            r"(?:视频)?的?(?:原声|人声)(?:给我)?(?:关掉|关了|关闭|静音|去掉|不要了?)[,，](?:只|就)"
            r"(?:听|留|要|放|剩)下?"
            rf"{_SONG}{_END}",
            2,
        ),
        _song_alone,
    ),
    (
        Regex(
            r"\A(?:把|将)?(?:夹在)?(?:正)?中间(?:的)?那一?段(?!时间|话)(?P<file> ?[a-z0-9_.-]+\."
            r"(?:mp4|mov|webm))?"
            rf"(?:只|就)?(?P<rest>[^,，]*?)(?:[,，](?:前后|两边|两头)的?(?:两段|片段)?{_STAYS}{_END})",
            2,
        ),
        _middle_clip,
    ),
    (
        Regex(
            r"\A(?:把|将)?(?:夹在)?(?:正)?中间(?:的)?那一?段(?!时间|话)(?P<file> ?[a-z0-9_.-]+\."
            r"(?:mp4|mov|webm))?"
            r"(?P<rest>)(?:它)?(?=只保留|只留|只要|静音|调成|变成|倒放|放慢|加速|改成|删掉|去掉)",
            2,
        ),
        _middle_clip,
    ),
    (
        Regex(
            rf"(?P<song>{_SONG}[^,，。淡]{{0,20}}淡[^,，。]{{0,20}})[,，](?:但)?(?:画面|视频)(?:不要|别|不用|不)"
            rf"(?:跟着|也)?"
            rf"(?:淡|变黑|渐黑|变暗)(?:掉|出|黑)?{_END}",
            2,
        ),
        _picture_stays,
    ),
    (
        Regex(
            r"(?:结尾|最后|片尾)(?:处|那里|那儿|的?时候)?(?:让|把)?(?P<what>音乐|歌|它)(?:在|用)?"
            rf"(?P<d>{LONG})(?:之?内|里|的时间)?(?:慢慢|渐渐|逐渐|里)*(?:淡掉|淡出|渐弱"
            rf"|弱)?(?:到?消失|没了?|掉)?{_END}"
        ),
        _song_fades,
    ),
    (
        Regex(
            rf"(?:不要|不用|别用)(?P<no>{_STYLE})(?:乐|音乐|曲)?了?[,，](?:音乐)?(?:换|改)(?:成|为"
            rf"|用)?(?P<yes>{_STYLE})(?:乐|音乐|曲)?"
            rf"(?P<loud>[,，](?:音量)(?:还是|保持|就|和原来|跟原来|跟之前)*(?:(?:这么|那么)大"
            rf"|一样大?|不变|不动))?{_END}"
        ),
        _other_style,
    ),
    (
        Regex(
            rf"\A{_SONG}(?:别|不要|先别)(?:一上来|一开始|一开头|开头|从头)就?(?:有|响|放|出现"
            rf"|进来?|出来)[,，]"
            rf"(?:到|从|等)?(?P<at>第?{LONG})(?:起|开始|再|才)+(?:进来?|放|响|播|有|出现)?{_END}",
            2,
        ),
        _starts_later,
    ),
    (
        Regex(
            r"(?:(?P<at>左上|右上|左下|右下)角?的?)?那(?:个|张)图片?(?=去掉|拿掉|删掉|不要|删了|挪"
            r"|移|放|换到|小一|大一|缩)"
        ),
        _that_picture,
    ),
    (
        Regex(
            r"\A(?:不要|别|不)(?:放|待|摆)?(?:在)?(?P<no>左上|右上|左下|右下)角?了?[,，]"
            r"(?:还是)?(?:挪|移|放|换|搬)(?:到|去|在)"
            rf"(?P<yes>左上|右上|左下|右下)角?(?:去|来|吧)*{_END}"
        ),
        _other_corner,
    ),
)  # fmt: skip
