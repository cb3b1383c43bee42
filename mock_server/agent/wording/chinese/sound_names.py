"""The names of sounds that people ask for in Chinese."""

SOUNDS = (
    "(?:叮|咚|哔|当|嘀|鼓声|掌声|哨声|笑声|铃声|警报声|鼓掌声|雷声|欢呼声|快门声|枪声|心跳声"
    "|门铃声|爆炸声)"
)
