"""How things are, and other words that only look like an order: none of it is read."""

from mock_server.agent.values.nouns import THE
from mock_server.agent.values.placeholders import UNREADABLE

STATES: tuple[tuple[str, str], ...] = (
    (
        r"\A[ ,]*(?:(?:great|nice|ok|okay|good|cool|wow|oh|hey|so|well)[, ]+)*(?:it|this|that|everything"
        r"|the (?:video|clip|picture|sound|audio)|(?:the )?<:range>)(?:'s| is| are| was| were| looks"
        r"| seems| feels| sounds) (?:now |already |all |just )*(?:muted|silent|cut|gone|removed|deleted"
        r"|reversed|black (?:and|&) white|sepia|vertical|square|rotated|<:factor|percent|ratio>)"
        r"(?: now| already| again)?(?=[ .!]*\Z)",
        f"{UNREADABLE} ",
    ),
    (
        r"\A[ ,]*(?:the|a) (?:text|title|caption) (?:at|from) <:time|range> (?:says|reads|is) (?=<:text>)",
        f"{UNREADABLE} ",
    ),
    (
        r"\A[ ,]*(?:i|we)(?:'ve| have)?(?: just| already| now)? (?:uploaded|imported) <:file>(?=[ .!]*\Z)",
        f"{UNREADABLE} ",
    ),
    (
        r"\A(?:我|我们)(?:已经|刚|刚刚|刚才)?(?:上传|导入|传)了?<:file>了?(?=[ .!]*\Z)",
        f"{UNREADABLE} ",
    ),
    (
        r"\A(?:他|她|它|那里|这里|画面|视频|这段|那段)(?:已经)?(?:静音|黑白|倒放)了(?=[ .!]*\Z)",
        f"{UNREADABLE} ",
    ),
    # Units that do not fit.
    (r"\b(?:over|for|within) (?=<:percent|level|loudness>)", f"{UNREADABLE} "),
    (
        r"<:number> ?(?:px|pixels?|points?|pts?) (?:smaller|bigger|larger)\b"
        r"|\b(?:music|volume|song|sound)\b[^,<]*?<:number> ?(?:px|pixels?)\b",
        f"{UNREADABLE} ",
    ),
    # The one that is there then, or that is to be?
    (
        r"<:range> ?(?:frames|bars|beats|words|letters|characters|points|px|pixels"
        r"|帧|个字|像素|小节|拍)(?![a-z])",
        f"{UNREADABLE} ",
    ),
    # Again and again, all but one, the one on the left: none of it is done here.
    (r"\b(?:every|once every) <:time>", f"{UNREADABLE} "),
    (r"的?时候?(?:会|要|就)?(?:更|比较|最)好(?!<)", f" {UNREADABLE} "),
    # A song is neither slow nor quiet by being told to be so.
    # From where, or when?
    (
        rf"\b(?:move|shift|drag|slide|push) ((?:{THE}|it|that|<:text>)(?: <:text>)?) (?=<:range>[ .!]*\Z)",
        rf"\1 {UNREADABLE} ",
    ),
)
