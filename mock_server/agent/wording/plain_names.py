"""What stands for the video, a part of it, or a voice, called so: "the whole interview", "the answer from
25 to 38 seconds", 受访者的声音; and orders told as somebody's wish: "the client wants a bigger logo"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, marked_words
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.wording.named_by_draft import There

_WORK = (
    "interview|podcast|vlog|reel|lecture|lesson|tutorial|webinar|presentation|episode|commercial"
    "|promo|trailer"
    "|documentary|testimonial|demo|review|unboxing|keynote|conversation|movie"
    "|walkthrough|recap"
    "|montage|monologue|discussion|panel|sermon|workshop|advert|recipe|tour|concert|gig|match"
    "|wedding|ceremony"
)
_FILE = Regex(r"[\w-]+\.(?:mp4|mov|mkv|webm)\b", re.IGNORECASE | re.ASCII)
_TEXTS = ("title", "caption", "lower-third")
_TWO = 2
_CLIP = Regex(r"\.(?:mp4|mov|mkv|webm|avi|m4v)\b", re.IGNORECASE)
_DETERMINER = r"(?:the|my|our|this)"
_WHOLE_WORK = Regex(
    rf"\b(?P<d>{_DETERMINER}) (?P<whole>whole |entire |full |complete )?(?:{_WORK})(?: video| clip"
    rf"| recording| footage)?"
    r"(?='s\b|(?! (?:title|music|logo|about|with|from (?:last|next)|voice|track|audio"
    r"|sound)\b)[\s.,;!]|\Z)",
    re.IGNORECASE,
)
_PASSAGE = (
    "answer|question|part|bit|section|segment|passage|scene|shot|moment|stretch|portion|piece"
    "|sequence|quote"
    "|sentence|pause|silence|cough|sneeze|stumble|laugh|laughter|joke|mistake|slip|noise"
    "|interruption|gap|rant"
    "|close-?up|b-?roll|product shot|drone shot|time ?lapse|walk|demo|jump|trick|goal|dance"
    "|explanation|story"
)
_UNIT = r"(?: ?(?:seconds?|secs?|s))?"
_TIME = (
    rf"(?:[0-9]{{1,2}}:[0-9]{{2}}|(?:second )?[0-9]+(?:\.[0-9]+)?{_UNIT}"
    rf"|[a-z]+(?:-[a-z]+)?{_UNIT})"
)
_PASSAGE_AT = Regex(
    rf"\b(?:the|my|her|his|their|that|this) (?:(?:long|short|awkward|boring|bad|loud|silent|funny"
    rf"|whole|entire|best"
    rf"|little) )?(?:{_PASSAGE}) (?=(?:from|between) {_TIME} (?:to|and|until"
    rf"|till) {_TIME}\b)",
    re.IGNORECASE,
)
_WISHED = Regex(
    r"\A(?:so |ok,? |hi,? |well,? )?(?:(?:the|my|our) (?:client|customer|boss|director|producer"
    r"|editor|team|bride|couple"
    r"|wife|husband|partner|manager|agency|brand|teacher|marketing team|sponsor)|they|she|he"
    r"|everyone|everybody)"
    r" (?:(?:now|also|just|really) )?(?:wants?(?! (?:to (?:know|see|hear|talk|think|wait|check"
    r"|ask)|you to))|would like"
    r"(?! to)|asked for|asks for|needs|prefers|insists on|wishes for)"
    r" (?=(?:an?|the|some|more|less|no|[0-9]|bigger|smaller|louder|quieter|slower|faster)\b)",
    re.IGNORECASE,
)
_WANTS_YOU = Regex(
    r"\A(?:(?:the|my|our) (?:client|customer|boss|director|producer|team|manager)|they|she"
    r"|he) (?:wants?|would like|asked)"
    r" (?:you|us|me) to ",
    re.IGNORECASE,
)
_AND_YET = Regex(r"\b(?:so|but|because|however|though|although|not|don't)\b", re.IGNORECASE)
_WORK_ZH = Regex(
    "(?P<whole>整个|整段|整场|整条|全部|这个|这段|这条)?(?<![的加写成名叫])"
    "(?:采访|访谈|课程|讲座|宣传片|演讲|直播|vlog|VLOG|Vlog|播客|录像|纪录片|微电影|花絮"
    "|短片|广告片|教程|网课"
    "|婚礼|比赛|会议|发布会|开箱)(?:视频|录像|片段|片子)?(?![标题音字上下人者中说的a-z])",
)
_LOGO = Regex(
    r"\b(?:(?:the|our|my|a) )?(?:company|brand|channel|studio|client|business|firm|agency|shop"
    r"|school|team|sponsor|event)"
    r"(?:'s)? (?=(?:logo|watermark)\b)",
    re.IGNORECASE,
)
_LOGO_ZH = Regex(
    "(?:我们?|咱们?|他们)?(?:的)?(?:公司|品牌|频道|工作室|店铺|小店|店|客户|学校|企业|团队|赞助商"
    "|活动|产品)(?:的)?"
    "(?=logo|LOGO|Logo|标志|水印)"
)
_LAYER = Regex(
    r"\b(?:titles?|captions?|subtitles?|logo|music|song|text|lower[ -]third|sound|fade|voice)\b"
    r"|标题|字幕|logo|音|歌|字|水印|淡",
    re.IGNORECASE,
)
_CUT = Regex(
    r"\b(?:cut|trim|chop|remove|delete|shorten|lose|drop|keep only|only keep|just keep|skip)\b"
    r"|[剪删砍切掐]|只[留要]|保留|去掉|不要",
    re.IGNORECASE,
)
_REST = Regex(
    r"\b(?:the rest(?: of (?:it|the (?:video|clip|film)))?|what(?:'s| is) left(?: of (?:it"
    r"|the video))?"
    r"|(?:the|what) remain(?:ing (?:part|video|clip|footage|bit)|der|s))(?=[ .,!]|\Z)",
    re.IGNORECASE,
)
_REST_ZH = Regex(
    "(?:剩下|余下|剩余|留下)(?:来)?的?(?:部分|视频|内容|片段|那段"
    "|这段)?(?![0-9一二两三四五六七八九十])"
)
_VOICE_ZH = Regex(
    "(?:受访者|被采访者|采访对象|嘉宾|主持人|讲师|老师|主播|说话人|说话的人|演讲者|演讲人|讲话人"
    "|讲话的人|博主|男生|女生)"
    "(?:的)?(?:说话)?(?:声音|人声|说话声|讲话声|音量|声)"
)
_THINGS_ZH = (
    "标题|字幕|人名|logo|水印|画中画|音|歌|乐|配|旁白|声|速|滤镜|字|图|模糊|转场|过渡|淡|效|叠"
    "|特效|视频|画面|片|段"
    "|部分|内容|[0-9一二两三四五六七八九十半<>,，。;；秒和与到、]"
    "|[大小快慢高低亮暗全后前每不别只都也再]"
)
_DEED_ZH = (
    "慢放|放慢|慢动作|加速|快进|快放|倍速|静音|消音|黑白|倒放|剪掉|删掉|删除|剪了|删了|去掉|不要了"
    "|放大|推近|定格|变慢"
    "|变快|剪去|切掉|砍掉|掐掉"
)
_PASSAGE_ZH = Regex(
    "(?P<range>[0-9:.]+ ?秒?(?:到|至|-|~)[0-9:.]+ ?秒?|[前后][0-9.]+秒|[开结]头[0-9.]+秒"
    "|最后[0-9.]+秒)(?:的|那段|这段|是)+(?:那个|这个|那段)?"
    f"(?P<noun>(?:(?!{_THINGS_ZH}|{_DEED_ZH})[\u4e00-\u9fff]){{2,6}}?)(?P<deed>,?(?:给我|也"
    f"|帮我)?(?:{_DEED_ZH}|[用以]?[0-9.]+倍))"
)


_THERE_IS_ZH = Regex(
    "(?P<range>(?:从)?[0-9:.]+ ?秒?(?:到|至|-|~)[0-9:.]+ ?秒|[前后][0-9.]+秒|最后[0-9.]+秒)(?:那里"
    "|那段|这段|里面?|的时候)?"
    "(?:有(?:人|个|点|些|一声|一阵)?|太|出现了?|全是|都是|是)(?:(?!把|标题|字幕|logo|音乐|,"
    "|，)[^,，。;；]){1,8}[,，]"
    "(?P<of>(?:请|麻烦)?(?:帮我|给我)?(?:把|将)?)(?:这"
    "|那)(?:一)?(?:[0-9.一二两三四五六七八九十几]+秒|段|部分|块"
    "|里)(?P<deed>[^,，。;；]{2,8}[。.!！]*)\\Z"
)
_ONLY_WANTED_ZH = Regex("\\A[ ,，]*我(?:只|就)(?:想要?|要|需要|希望)(?=保?留)")
_GOES_ON_ZH = Regex("(?<=秒)(?:钟)?(?:再|然后|之后)继续(?:播放|往下播|放)?(?=[,，。 ]|\\Z)")
_ALL_ZH = Regex("(?<=[,，])(?=(?:字号|大小|位置|颜色|音量)都)")
_FADES_OUT_IN = Regex(
    r"(?P<fade>\bfade (?:out )?(?:[a-z]+ ){0,5}?(?:out )?)in (?=the (?:last"
    r"|final) )",
    re.IGNORECASE,
)
_APPENDED = Regex(
    r"(?P<first>\A(?:please )?(?:append|insert|add|attach|put|place|stick) (?P<file>[\w-]+\.(?:mp4"
    r"|mov))\b[^,;.]*?)"
    r"(?P<and>,? and (?:then )?|[,;.] (?:then |and )?)(?P<deed>(?:mute|speed up|slow down|reverse"
    r"|rotate|trim|silence"
    r"|denoise|stabili[sz]e) )(?P=file)(?![\w.])",
    re.IGNORECASE,
)


def called_plainly(message: str, there: There) -> str:
    """A message with plainer names; the same where there are none."""
    values = Values()
    text = take_quotes(whole_characters(message), values)
    said = text
    text = _with_pronouns(text, there)
    one = len(there.clips) == 1 and not _CLIP.search(message)
    behind_a_cut = one and bool(_CUT.search(there.last)) and not _LAYER.search(there.last)
    if HAN.search(text):
        plain = _WORK_ZH.sub(lambda m: f"{m['whole'] or ''}视频", text) if one else text
        if "voiceover" not in there.roles:
            plain = _VOICE_ZH.sub("人声", plain)
        plain = _PASSAGE_ZH.sub(lambda m: m["range"] + m["deed"].lstrip(",，"), plain)
        plain = _THERE_IS_ZH.sub(lambda m: f"{m['of']}{m['range']}{m['deed']}", plain)
        plain = _GOES_ON_ZH.sub("", _ONLY_WANTED_ZH.sub("只", plain))
        plain = _ALL_ZH.sub(_all_of_them(there), plain)
        plain = _LOGO_ZH.sub("", plain)
        plain = _REST_ZH.sub("整个视频", plain) if behind_a_cut else plain
    else:
        plain = (
            _WHOLE_WORK.sub(lambda m: f"{m['d']} {m['whole'] or ''}video", text) if one else text
        )
        plain = _PASSAGE_AT.sub("the part ", plain)
        plain = _FADES_OUT_IN.sub(lambda m: f"{m['fade']}over ", plain)
        plain = _LOGO.sub("the ", plain)
        plain = _REST.sub("the whole video", plain) if behind_a_cut else plain
        if not _AND_YET.search(plain):
            plain = _WANTS_YOU.sub("", _WISHED.sub("I want ", plain))
    plain = marked_words(plain, values)
    return plain if plain != marked_words(said, values) else message


def _with_pronouns(text: str, there: There) -> str:
    """A text that names a clip twice, of which the second time is "it": "append b.mp4 and mute b.mp4"."""
    if HAN.search(text):
        for found in _FILE.findall(text):
            parts = text.split(found)
            if (
                len(parts) > 2
                and found not in there.clips
                and re.search("[接插拼]", parts[0] + parts[1])
            ):
                return parts[0] + found + "它".join(parts[1:])
        return text
    found = _APPENDED.search(text)
    if found is None or found["file"] in there.clips:
        return text
    return f"{text[: found.start()]}{found['first']}{found['and']}{found['deed']}it{text[found.end() :]}"


def _all_of_them(there: There) -> str:
    """Whose size, of two that are there: "两个标题的"."""
    for role, name in (("title", "两个标题的"), ("caption", "两个字幕的")):
        if there.roles.count(role) == _TWO == len([one for one in there.roles if one in _TEXTS]):
            return name
    return ""
