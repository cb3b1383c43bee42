"""What "it" is behind a complaint: "the music is fine, the clip is too loud, turn it down to 30 percent";
how long something is beside how much later it comes: "two seconds later and last five seconds"."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.denied_there import LAYER_NOUNS, layer_called
from mock_server.agent.wording.named_by_draft import There

_NOUN = (
    r"(?:clip|video|original sound|original audio|own sound|voice|speech|sound of the (?:clip|video)"
    r"|title|caption|logo|music|song|lower third)"
)
_FINE = (
    rf"(?:the|my) {_NOUN} (?:is|are|sounds|looks) (?:fine|good|okay|ok|great|perfect|nice|lovely|right)"
    r"(?: as it is| like that| now)?(?:[,;.] ?|,? (?=but|and))(?:but |and )?"
)
_BESIDE = rf"(?:next to|compared (?:to|with)|against|over) the {_NOUN},? "
_THAN = rf"(?: (?:compared (?:to|with)|next to|against|for) the {_NOUN})?"
_TOO = (
    r"(?:is|sounds|seems) (?:(?:way|far|much|a bit|still|just) )*too (?:loud|quiet|soft|late|early|big"
    rf"|small|long){_THAN}"
)
_DROWNS = rf"(?:drowns(?: out)?|covers|overpowers|hides) the {_NOUN}"
_IT = Regex(
    rf"\A\W*(?P<fine>{_FINE})?(?:{_BESIDE})?(?P<what>(?:the|my|his|her) {_NOUN}|[\w-]+\.[a-z0-9]{{3,4}})"
    rf" (?:{_TOO}|{_DROWNS}|(?P<not>isn['’]t|is not))[,;:.–-]+ ?(?:(?:so|and|please|then|just) )*"
    r"(?P<verb>turn|bring|take|move|mute|make|lower|raise|shorten) it\b(?P<rest>[^,;]*)\Z",
    re.IGNORECASE,
)
_GAINSAYS = Regex(
    r"\b(?:drowns|covers|overpowers|hides|too loud)\b.*\b(?:up|louder|raise)\b"
    r"|\btoo (?:quiet|soft)\b.*\b(?:down|quieter|softer|lower)\b",
    re.IGNORECASE,
)
_LATER = Regex(
    r"\A\W*(?P<what>the (?:title|caption|logo|lower third)|\"[^\"]+\"|“[^”]+”|(?-i:[A-Z])[\w ]*?) (?:should"
    rf"|must|has to|needs to) (?:come|appear|start|show up|begin)(?: up)? (?P<by>{NUMBER}) "
    rf"(?:seconds?|secs?"
    rf"|s) (?P<way>later|earlier|sooner),? and (?:then |should )?(?:last|stay|be there|stay there)(?: for)?"
    rf" (?P<long>{NUMBER}) (?:seconds?|secs?|s)[ .!]*\Z",
    re.IGNORECASE,
)
_AND_A_HALF = Regex(
    r"(?P<lead>\A\W*(?:please )?(?:make|play|run|set|speed)\b[^.;]*? )(?P<n>one|two|three|four|[1-4])"
    r" and a half (?:times )?(?:the )?(?:normal )?speed\b",
    re.IGNORECASE,
)


_STATE = (
    r"(?:gone|removed|out|away|off|quieter|louder|bigger|smaller|muted|faster|slower|red|blue|green|yellow"
    r"|white|black)"
)
_ALL_I_WANT = Regex(
    r"\A\W*all (?:that )?(?:i|we) (?:want|need) is (?P<rest>(?:for )?the [a-z]+(?: [a-z]+)? "
    rf"{_STATE}(?:,? and the [a-z]+(?: [a-z]+)? {_STATE})*[ .!]*\Z)",
    re.IGNORECASE,
)
_UNTIL = Regex(
    r"\b(?P<until>until|till) [\"“]?(?P<text>(?-i:[A-Z])[\w ]*)[\"”]?(?P<end>[ .!]*)\Z",
    re.IGNORECASE,
)


def _until(found: Match[str], there: There) -> str:
    same = [i for i, one in enumerate(there.texts) if one.strip() == found["text"].strip()]
    if len(same) != 1 or there.roles[same[0]] not in ("title", "caption"):
        return found[0]
    noun = there.roles[same[0]]
    return f'{found["until"]} the {noun} "{found["text"].strip()}" appears{found["end"]}'


def complained_of(message: str, there: There) -> str:
    """The message as the plain order that it is."""
    if HAN.search(message):
        return message
    message = _ALL_I_WANT.sub(r"I want \g<rest>", message)
    message = _UNTIL.sub(lambda m: _until(m, there), message)
    message = _AND_A_HALF.sub(
        lambda m: f"{m['lead']}{float(number(m['n'])) + 0.5:g}x speed", message
    )
    if (
        (found := _IT.match(message))
        and not _GAINSAYS.search(message)
        and (found["fine"] or not found["not"])
    ):
        return f"{found['verb']} {found['what']}{found['rest']}"
    found = _LATER.match(message)
    return (found and _from_then_on(found, there)) or message


def _from_then_on(found: Match[str], there: There) -> str | None:
    said = found["what"]
    if said.lower().startswith("the ") and (noun := said[4:].lower()) in LAYER_NOUNS:
        i = layer_called(noun, there)
    else:
        text = said.strip('"“”')
        same = [i for i, one in enumerate(there.texts) if one.strip() == text]
        i = same[0] if len(same) == 1 else None
        said = f'"{text}"'
    if i is None or len(there.spans) != len(there.roles):
        return None
    by = float(number(found["by"])) * (1 if found["way"].lower() == "later" else -1)
    start = there.spans[i][0] + by
    end = start + float(number(found["long"]))
    if start < 0 or end > there.seconds:
        return None
    return f"show {said} from {start:g} to {end:g} seconds"
