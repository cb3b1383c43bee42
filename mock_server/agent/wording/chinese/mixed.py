"""English words in a Chinese message: "给视频加个title", "把intro cut掉", "结尾fade out 3秒"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN

_WORDS = {
    "video": "视频", "clip": "视频", "title": "标题", "caption": "字幕", "captions": "字幕",
    "subtitle": "字幕", "subtitles": "字幕", "watermark": "水印", "background music": "背景音乐",
    "voiceover": "旁白", "voice-over": "旁白", "intro": "开头", "outro": "结尾", "ending": "结尾",
    "opening": "开头", "volume": "音量",
    "position": "位置", "size": "字号", "color": "颜色", "font": "字体", "fade in": "淡入",
    "fade out": "淡出", "fade-in": "淡入", "fade-out": "淡出", "mute": "静音", "cut": "剪",
    "trim": "剪", "delete": "删", "remove": "删", "reverse": "倒放", "denoise": "降噪",
    "stabilize": "防抖", "crop": "裁剪", "speed": "速度", "bottom": "底部", "top": "顶部",
    "center": "居中", "left": "左边", "right": "右边", "top left": "左上角", "top right": "右上角",
    "bottom left": "左下角", "bottom right": "右下角", "vertical": "竖屏", "landscape": "横屏",
    "square": "方形", "ok": "", "please": "", "pls": "", "plz": "", "thx": "", "thanks": "",
    "first": "前", "last": "最后", "seconds": "秒", "second": "秒", "secs": "秒", "sec": "秒",
    "start": "开头", "end": "结尾", "black and white": "黑白", "red": "红色", "white": "白色",
    "yellow": "黄色", "blue": "蓝色", "green": "绿色", "black": "黑色", "freeze": "定格", "undo": "撤销",
    "original audio": "原声", "audio": "声音",
}  # fmt: skip
_NEXT = "[\u4e00-\u9fff,，。:：\ue000\ue010-\ue01f0-9]"
_FOUND = Regex(
    rf"(?:(?<=\A)|(?<={_NEXT})|(?<={_NEXT} )) ?\b("
    + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
    + r")\b ?(?=掉|一下|[\u4e00-\u9fff,，。:：!]|\Z|[\ue010-\ue01f0-9]|"
    + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
    + ")",
    re.IGNORECASE | re.ASCII,
)
_SECONDS = Regex(r"(?<=[0-9]) ?s(?=[\u4e00-\u9fff,，。 ]|\Z)", re.IGNORECASE)
_AWAY = Regex("(静音|倒放|降噪|防抖)掉")
_ENGLISH = Regex("[a-z]{3}", re.IGNORECASE)
_INTRO = Regex(
    r"(?:把|给)?(?:开头|片头|结尾|片尾)(?:给)?(剪|删|去)(?:了|掉)?,(?:也)?就是(?=(?:前|最后|后|开头|结尾)[0-9一二两三四五六七八九十半])"
)


def all_chinese(text: str) -> str:
    """A message that is mostly Chinese, in which texts and files are marked, all in Chinese."""
    if not (HAN.search(text) and _ENGLISH.search(text)):
        return _SECONDS.sub("秒", text) if "s" in text and HAN.search(text) else text
    if len(HAN.findall(text)) * 2 < len(re.findall("[a-z]+", text, re.IGNORECASE)) * 2:
        return text
    for _ in range(3):
        found = _FOUND.sub(lambda match: _WORDS[match[1].lower()], text)
        if found == text:
            break
        text = found
    text = _AWAY.sub(r"\1", text)
    return _INTRO.sub(r"\1掉", _SECONDS.sub("秒", text))
