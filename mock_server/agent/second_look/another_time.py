"""What is ordered for another time, another video or a case that nobody can check, in front of an order: "On
Friday, mute the music", "In the sequel, remove the logo", "Subject to Tom's approval, add captions"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

# When or where in this video, and how: what an order may begin with.
_HERE = words(
    r"\d[\d.:]*(?![\d.:]| ?(?:am|pm|o'clock|days?|weeks?|months?|years?|hours?|th\b|st\b|nd\b|rd\b))",
    r"\b(?:seconds?|secs?|minutes?|beginn?ing|start|end|middle|intro|outro|opening|closing|half|third|quarter"
    r"|parts?|clips?|titles?|captions?|subtitles?|music|song|jazz|logo|speech|voice\w*|tracks?|(?:this|the|whole)"
    r" (?:\w+ )?(?:video|film)|picture|image|frames?|corner|top|bottom|left|right|side|background|transition|cut"
    r"|first|last|order|volume|speed|sound|audio|size|white|black|red|blue|green|yellow|orange|pink|purple"
    r"|gold|gr[ae]y|sepia|possible|trouble|mind|mood|piano|beat|drop|it|that|them|fades?|whoosh|ding|sections?"
    r"|segments?|scenes?|moment(?! i\b)|lower|upper|footage|recording|format|talk|interview|reels?|shorts"
    r"|tiktok|instagram|youtube|stor(?:y|ies)|feed|phones?|mobile|case there|text|name|font|place|space|one"
    r"|now|once|general|total|addition|particular|short|fact|example|instance|summary|conclusion|all|both"
    r"|way|note|thoughts?|reflection|opinion|view|keeping|contrast|least|convenience|this time|else|honest\w*|done"
    r"|next\Z|today\Z|throughout\Z|each|every (?:clip|title|caption|text|sound)|noise)\b",
)
_OF_ANOTHER_TIME = words(
    r"\bend of (?:the|this|next|my) (?:day|week|month|year|quarter|season)\b|\b(?:some|one) ?day\b"
    r"|\b(?:sooner or later|at some point|eventually|one of these days|in the (?:near )?future|ideally)\b"
    r"|\bnext (?:time|week|month|year|season|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|video|film|episode|project|cut|version|draft|one|opportunity|session|round|chance"
    r"|vlog)\b|\b(?:approv\w+|agree\w*|signed|permission|feedback|released?|launch\w*|published|go-ahead"
    r"|christmas|midnight|heard back|is back)\b|\bmoment (?:i|we|he|she|they|tom|the \w+ (?:says?|agrees?|is back))\b",
)
_VIDEO = (
    r"(?:videos?|projects?|films?|episodes?|version|draft|cut|movie|vlogs?|series|clients?|customers?|channel"
    r"|account|computer|season|part|volume|trailer|edition|chapter|one)"
)
_OF_ANOTHER_VIDEO = words(
    rf"\b(?:the|my|our|your|his|her|their|a|an|[a-z]+'s) (?:(?:next|other|previous|future|new|following|upcoming"
    rf"|older?|earlier|first|second|third|last|different|very) ){{1,2}}{_VIDEO}\b(?<!first part)(?<!second part)"
    r"(?<!third part)(?<!last part)(?<!the first one)(?<!the second one)(?<!the last one)(?<!the third one)"
    r"(?<!the other one)",
    rf"\b(?:future|other|another|different) {_VIDEO}\b(?<! one)",
    r"\b(?:episode|version|season|volume|chapter|draft|take|edition) (?:one|two|three|four|five|[2-9]|b)\b",
    r"\b(?:sequel|prequel|follow-?up|remake|reboot|spin-?off|director's cut|extended cut)\b|\bof the series\b",
    r"\b(?:videos?|vlogs?|films?|episodes?) (?:from|of|about) (?:last|next|yesterday|my|our)\b",
    r"\b(?:my|our|his|her|their|[a-z]+'s) (?:vlogs?|podcast|channel|projects?|other \w+)\b",
)
_CASE = re.compile(
    r"\W*(?:(?:in|on|at) an? (?:ideal|perfect|better|other|parallel) \w+|in theory|in principle|theoretically"
    r"|hypothetically|ideally|potentially|possibly|worst case|best case|granted|given|barring|depending|subject"
    r" to|pending|contingent|conditional|assuming|provided|supposing|unless(?! there)|as long as|so long as|with (?:\w+'s"
    r"|my|his|her|our|their|the \w+'s) (?:approval|permission|consent|ok|okay|blessing|agreement|go-ahead)"
    r"|if (?:possible at all and|you (?:were|were to)|i (?:were|was)|only|ever|need be|\w+ (?:agrees|approves"
    r"|says|allows|wants|likes)|(?:the|my) \w+ (?:agrees|approves|says|allows|wants|likes))"
    r"|(?:wait|hold off) (?:until|till|for)|from (?:now|today|tomorrow|monday|friday) on|wherever)\b[^,.;]{0,60},",
    re.IGNORECASE,
)
# "For a calmer mood", "for clarity": why, and not when.
_WHY = re.compile(
    r"(?:for|with|by)\b(?! (?:the|my|our|a|an|his|her|their|tom's) (?:screening|premiere|meeting|presentation"
    r"|party|wedding|birthday|event|campaign|kids|boss|client|customer|launch|show|gala|night)\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\W*(?:(?:please|hi|hello|hey|ok|okay|so|also|and|but|oh|then)[ ,]{1,2}){0,2}(?P<lead>(?:in|on|at|for|by|during|after"
    r"|upon|once|next|every|this|with|within|until|till|before|when|while|as soon as|the (?:moment|minute|day)"
    r"|tomorrow|tonight|today|later|eventually|some ?day|one day|sooner or later|first thing|come|over"
    r"|throughout|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[^,.;:]{0,60}),",
    re.IGNORECASE,
)


def _is_for_another_time(plain: str, edit: Edit) -> bool:
    """ "In a few days, mute the music"; "Barring objections, remove the logo"."""
    if not edit.values:
        return False
    if _CASE.match(plain):
        return True
    told = _LEAD.match(plain)
    if told is None:
        return False
    lead = told["lead"]
    if _OF_ANOTHER_TIME.search(lead) or _OF_ANOTHER_VIDEO.search(lead):
        return True
    return "  " not in lead and not _HERE.search(lead) and not _WHY.match(lead)


CHECKS = (_is_for_another_time,)
