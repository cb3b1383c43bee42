"""What is there already, and was made once more: "给“开场”加淡入", and there are two of that name."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

# A text with the word of a layer may be a second one: "add the title 'One' at 30 s".
_SAYS_WHAT = words(
    r"\b(?:titles?|captions?|subtitles?|text|words|lower[- ]thirds?|name ?tags?|voice-?overs?|narration"
    r"|say\w*|music|song|again|another|also|once more|copy|copies|duplicate\w*|repeat\w*)\b",
    "标题|字|人名条|名字|旁白|配音|音乐|歌|配乐|再|又|也|还|复制|重复|说|念",
)


def _makes_again(plain: str, edit: Edit) -> bool:
    there = {str(one["text"]) for one in edit.before[1] if one.get("text")}
    made = {str(one[key]) for one in edit.added for key in ("text", "name", "src") if one.get(key)}
    quotes = "  " in plain  # where a text stood
    return quotes and not there.isdisjoint(made) and not _SAYS_WHAT.search(plain)


def _plays_a_text(_: str, edit: Edit) -> bool:
    """Whether music is called like a text that is there: "音乐淡出，“Two”淡入"."""
    there = {str(one["text"]) for one in edit.before[1] if one.get("text")}
    heard = {
        str(one.get("name", "")) for one in edit.added if one.get("role") in ("music", "sound")
    }
    return not there.isdisjoint(heard)


CHECKS = (_makes_again, _plays_a_text)
