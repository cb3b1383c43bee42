"""What is ordered for another time, another video or a case that nobody can check, said in front of it:
"On Friday, mute the music", "in the sequel, remove the logo", "subject to approval, add captions"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

# When or where in this video, and how: what an order may begin with.
_HERE = words(
    r"\d[\d.:]*(?![\d.:]| ?(?:am|pm|o'clock|days?|weeks?|months?|years?|hours?|th\b|st\b|nd\b|rd\b))",
    r"\b(?:seconds?|secs?|minutes?|beginn?ing|start|end|middle|intro|outro|opening|closing|half|third"
    r"|quarter"
    r"|parts?|clips?|titles?|captions?|subtitles?|music|song|jazz|logo|speech|voice\w*|tracks?|(?:this"
    r"|the|whole)"
    r" (?:\w+ )?(?:video|film)|picture|image|frames?|corner|top|bottom|left|right|side|front|background"
    r"|transition|cut"
    r"|first|last|order|volume|speed|sound|audio|size|white|black|red|blue|green|yellow|orange|pink|purple"
    r"|gold|gr[ae]y|sepia|possible|trouble|mind|mood|piano|beat|drop|it|that|them|fades?|whoosh|ding"
    r"|sections?"
    r"|segments?|scenes?|moment(?! i\b)|lower|upper|footage|recording|format|talk|interview|reels?|shorts"
    r"|tiktok|instagram|youtube|stor(?:y|ies)|feed|phones?|mobile|case there|text|name|font|place|space|one"
    r"|now|once|general|total|addition|particular|short|fact|example|instance|summary|conclusion|all|both"
    r"|way|note|thoughts?|reflection|opinion|view|keeping|contrast|least|convenience|this time|else"
    r"|honest\w*|done"
    r"|next\Z|today\Z|throughout\Z|each|every (?:clip|title|caption|text|sound)|noise)\b",
)
_OF_ANOTHER_TIME = words(
    r"\bend of (?:the|this|next|my) (?:day|week|month|year|quarter|season)\b|\b(?:some|one) ?day\b"
    r"|\b(?:sooner or later|at some point|eventually|one of these days|in the (?:near )?future|ideally)\b"
    r"|\bnext (?:time|week|month|year|season|spring|summer|autumn|fall|winter|monday|tuesday|wednesday"
    r"|thursday"
    r"|friday|saturday|sunday|video|film|episode|project|cut|version|draft|one|opportunity|session"
    r"|round|chance"
    r"|vlog)\b|\b(?:approv\w+|agree\w*|signed|permission|feedback|released?|launch\w*|published|go-ahead"
    r"|christmas|midnight|heard back|is back)\b|\bmoment (?:i|we|he|she|they|tom|the \w+ (?:says?"
    r"|agrees?|is back))\b",
)
_VIDEO = (
    r"(?:videos?|projects?|films?|episodes?|version|draft|cut|movie|vlogs?|series|clients?|customers?"
    r"|channel"
    r"|account|computer|season|part|volume|trailer|edition|chapter|one)"
)
_OF_ANOTHER_VIDEO = words(
    rf"\b(?:the|my|our|your|his|her|their|a|an|[a-z]+'s) (?:(?:next|other|previous|future|new|following"
    rf"|upcoming"
    rf"|older?|earlier|first|second|third|last|different"
    rf"|very) ){{1,2}}{_VIDEO}\b(?<!first part)(?<!second part)"
    r"(?<!third part)(?<!last part)(?<!the first one)(?<!the second one)(?<!the last one)(?<!the third one)"
    r"(?<!the other one)",
    rf"\b(?:future|other|another|different) {_VIDEO}\b(?<! one)",
    r"\b(?:episode|version|season|volume|chapter|draft|take|edition) (?:one|two|three|four|five|[2-9]|b)\b",
    r"\b(?:sequel|prequel|follow-?up|remake|reboot|spin-?off|director's cut|extended cut)\b"
    r"|\bof the series\b",
    r"\b(?:videos?|vlogs?|films?|episodes?) (?:from|of|about) (?:last|next|yesterday|my|our)\b",
    r"\b(?:my|our|his|her|their|[a-z]+'s) (?:vlogs?|podcast|channel|projects?|other \w+)\b",
)
_CASE = Regex(
    r"\W*(?:(?:in|on|at) an? (?:ideal|perfect|better|other|parallel) \w+|in theory|in principle"
    r"|theoretically"
    r"|hypothetically|ideally|potentially|possibly|worst case|best case|granted|given|barring|depending"
    r"|subject"
    r" to|pending|contingent|conditional|assuming|provided|supposing|unless(?! there)|as long as"
    r"|so long as|with (?:\w+'s"
    r"|my|his|her|our|their|the \w+'s) (?:approval|permission|consent|ok|okay|blessing|agreement|go-ahead)"
    r"|if (?:possible at all and|you (?:were|were to)|i (?:were|was)|only|ever|need be|\w+ (?:agrees"
    r"|approves"
    r"|says|allows|wants|likes)|(?:the|my) \w+ (?:agrees|approves|says|allows|wants|likes))"
    r"|(?:wait|hold off) (?:until|till|for)|from (?:now|today|tomorrow|monday|friday) on"
    r"|wherever)\b[^,.;]{0,60},",
    re.IGNORECASE,
)
# "For a calmer mood", "for clarity": why, and not when.
_WHY = Regex(
    r"(?:for|with|by)\b(?! (?:the|my|our|a|an|his|her|their|tom's) (?:screening|premiere|meeting"
    r"|presentation"
    r"|party|wedding|birthday|event|campaign|kids|boss|client|customer|launch|show|gala|night)\b)",
    re.IGNORECASE,
)
_LEAD = Regex(
    r"\W*(?:(?:please|hi|hello|hey|ok|okay|so|also|and|but|oh|then)[ ,]{1,2}){0,2}(?P<lead>(?:in|on|at"
    r"|for|by|during|after"
    r"|upon|once|next|every|this|with|within|until|till|before|when|while|as soon as|the (?:moment"
    r"|minute|day)"
    r"|tomorrow|tonight|today|later|eventually|some ?day|one day|sooner or later|first thing|come|over"
    r"|throughout|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[^,.;:]{0,60}),",
    re.IGNORECASE,
)

_CASE_ZH = Regex(
    "[ ,，]*(?:请|麻烦)?(?:(?:每|这|本|下|上)?个?(?:周|星期|礼拜)[一二三四五六日天末]?(?:早上|上午|下午"
    "|晚上)?|(?:今|明|后|前)(?:天|年|晚)(?:早上|上午|下午|晚上)?|下个?月"
    "|(?:过|再过)?[几一两三四五六七八九十0-9]+(?:天|个?小时|个?星期|周|个?月|年)(?:以?后|之后|内)?"
    "|过几天|(?:上午|下午|晚上|早上|凌晨|中午)[0-9一二三四五六七八九十]*点?半?"
    "|(?:春|夏|秋|冬)(?:天|季)|圣诞节?|春节|元旦|国庆节?|中秋节?|(?:十?[一二三四五六七八九十]"
    "|[0-9]{1,2})月(?:份|底|初|中旬|[0-9]{1,2}[日号])?|月底|年底|年初|周末|午夜|饭后|迟早|早晚"
    "|(?:第[二三四五六]|下一?)(?:集|期|季|版)|[二三四]期|理论上|原则上|理想(?:情况|状态)(?:下|中)?"
    "|最[坏好差糟]的?(?:情况|打算)(?:下)?|(?:在)?(?:续集|前传|番外|重制版)[里中]?"
    "|(?:只要|若|若是|经|经过|征得|得到|取得|鉴于|倘若|万一|如能|视)[^,，。0-9]{0,8}(?:同意|批准|许可"
    "|点头|答应|允许|通过|确认|反馈|意见|回复)(?:后|的话)?)[,，](?:再|才|就)?"
)


def _is_for_another_time(plain: str, edit: Edit) -> bool:
    """ "In a few days, mute the music"; "Barring objections, remove the logo"."""
    if not edit.values:
        return False
    if _CASE.match(plain) or _CASE_ZH.match(plain):
        return True
    told = _LEAD.match(plain)
    if told is None:
        return False
    lead = told["lead"]
    if _OF_ANOTHER_TIME.search(lead) or _OF_ANOTHER_VIDEO.search(lead):
        return True
    return "  " not in lead and not _HERE.search(lead) and not _WHY.match(lead)


CHECKS = (_is_for_another_time,)
