"""Where messages go: the documented words, people's sentences, and the foolish hits to avoid."""

import pytest

from nemo_spec.nemo.route import route, split_export

DOCUMENTED = {
    "export": ["export", "导出", "download", "send me the video"],
    "credits": ["credits", "积分", "balance", "余额"],
    "status": ["status", "状态", "show tracks"],
    "upload": ["upload", "上传", "interview.mp4"],
    "chat": ["generate a sunset", "cut the pauses", "add BGM"],
}
PEOPLE = {
    "export": [
        "Export 1080p MP4",
        "please export it",
        "ok, now export the video with captions",
        "can you send me the final video?",
        "Send me the video please",
        "export a clean final cut",
        "download my edit",
        "I'd like to download the video",
        "is there a download link?",
        "请帮我导出视频",
        "导出1080p",
        "把视频导出为MP4",
        "我想导出",
        "好了，导出吧",
    ],
    "credits": [
        "how many credits do I have?",
        "What's my balance?",
        "check balance",
        "credits left?",
        "还有多少积分",
        "查询余额",
    ],
    "status": [
        "What is the status?",
        "show me the tracks",
        "Show timeline",
        "查看状态",
        "现在状态怎么样",
    ],
    "upload": [
        "upload my logo",
        "can I upload a file?",
        "I want to upload a clip",
        "/home/ada/My clips/talk 1.MOV",
        "'~/a b.mp4'",
        "https://example.com/a.webm",
        "请上传视频",
        "我要上传文件",
    ],
    "chat": [
        "add a download icon title",
        "balance the audio",
        "fix the white balance",
        "the color balance is off",
        "balance of voice and music",
        'add a title saying "Export"',
        'title 0-3s "send me the video"',
        "add closing credits",
        "closing credits for two seconds",
        "credits to Ada Lovelace at the end",
        "show the status bar at the top",
        "trim the uploaded clip",
        "use interview.mp4 as the background",
        "the export has no sound",
        "my last export was dark",
        "don't export yet",
        "please do not export",
        "export, but first remove the pauses",
        "cut the pauses, add lower-third titles, and export a clean final cut",
        "make it better",
        "加一个“导出”标题",
        "把余额两个字放在右上角",
        "给视频加一个积分榜",
        "上传的视频太暗了",
        "导出的视频没有声音",
        "先别导出",
        "状态栏太高",
        "把开头的3秒剪掉",
        "",
        "   ",
    ],
}


@pytest.mark.parametrize(
    ("goal", "message"),
    [(g, m) for table in (DOCUMENTED, PEOPLE) for g, messages in table.items() for m in messages],
)
def test_message_goes_where_it_belongs(goal: str, message: str) -> None:
    assert route(message) == goal


@pytest.mark.parametrize(
    ("message", "edit", "export"),
    [
        (
            "cut the pauses, add lower-third titles, and export a clean final cut",
            "cut the pauses, add lower-third titles",
            "export a clean final cut",
        ),
        ("trim to 10s then download it", "trim to 10s", "download it"),
        ("把开头剪掉，然后导出", "把开头剪掉", "导出"),
        ("add a title 'a' and export.", "add a title 'a'", "export."),
        ('add a title "cut and export it"', 'add a title "cut and export it"', ""),
        ("add an export icon", "add an export icon", ""),
        ("export", "export", ""),
        ("make it export-ready", "make it export-ready", ""),
    ],
)
def test_an_export_at_the_end_is_split_off(message: str, edit: str, export: str) -> None:
    assert split_export(message) == (edit, export)
