"""What is written wrong: pieces that are no token of the language, values that are nearly right."""

from __future__ import annotations

import re
import unicodedata

from nemo_spec.language.diagnostics import Diagnostic, Invalid
from nemo_spec.language.grammar import Token
from nemo_spec.language.source import Span

_FOREIGN = (
    ("“”„‟‘’‚‛«»‹›「」『』\uff02\uff07", "typographic quotes", "\" or '"),
    ("‐‑‒–—―−〜～－", "a long dash instead of a hyphen", "`-`"),
    ("；", "a full-width semicolon", "`;`"),
    ("，、", "a full-width comma", "`,`"),
    ("\u00a0\u2007\u202f", "a no-break space", "an ordinary space"),
    ("\u3000", "an ideographic space", "an ordinary space"),
    (
        "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f",
        "a space of another width",
        "an ordinary space",
    ),
)
"""Characters of word processors and other scripts, and what to write instead."""

_INVISIBLE = ("Cc", "Cf", "Co", "Zl", "Zp")
"""Unicode categories of what nobody sees."""

# Most recipes have no typo: these are compiled when one is looked at.
_CASELESS_UNIT = r"([-+]?[0-9]+(?:\.[0-9]+)?)(ms|s|m|p|x|fps|db|lufs)"
_NEGATIVE = r"-[0-9.:]+(?:ms|s|m|%|x|p|fps)?"
_UNIT_CASE = {"db": "dB", "lufs": "LUFS"}
_HOURS = r"([0-9]{1,2})(?:h|hr|hours?)"
_SECONDS = r"([0-9]+(?:\.[0-9]+)?)(?:sec|secs|seconds?)"
_HALF_SWEEP = r"((?:[0-9]*\.)?[0-9]+)([%x])-((?:[0-9]*\.)?[0-9]+)[%x]?"
_TIMECODE = r"([0-9]{1,2}):([0-9]{2}):([0-9]{2})([:;])([0-9]{2})"
_END = r"[0-9][0-9.:ms]*|start|end"


def junk(token: Token, span: Span) -> Diagnostic:
    """What is wrong with a token that is no value."""
    if token.type == "UNTERMINATED":
        cure = f"close it with {token.value[0]}"
        return Diagnostic("E109", "this text does not end on its line", span, cure)
    invalid = explain_junk(token.value)
    return Diagnostic(invalid.code, invalid.message, span, invalid.cure)


def broken_text(text: Token, span: Span) -> Diagnostic:
    """What is wrong where something touches the end of a text: most likely a quote in its middle."""
    quote = text.value[0]
    other = "'" if quote == '"' else '"'
    cure = f"for a {quote} inside a text write \\{quote}, or put the text in {other}"
    return Diagnostic("E109", f"the text ends at the {quote} before this", span, cure)


def explain_junk(written: str) -> Invalid:
    """What a run of characters that fits nothing probably was."""
    shown = written[:40]
    if any(character.isdigit() and not character.isascii() for character in written):
        return Invalid("digits of another script", "write 0 to 9")
    for characters, what, instead in _FOREIGN:
        if any(character in written for character in characters):
            return Invalid(what, f"write {instead}")
    if wide := next((c for c in written if "！" <= c <= "～" and not c.isalnum()), ""):
        plain = chr(ord(wide) - ord("！") + ord("!"))
        return Invalid(f"a full-width `{wide}`", f"write `{plain}`")
    if "\r" in written:
        return Invalid("a carriage return inside a line", "end lines with \\n or \\r\\n")
    if any(unicodedata.category(character) in _INVISIBLE for character in written):
        return Invalid("an invisible character", "delete it")
    if unicodedata.normalize("NFC", written) != written:
        return Invalid("a letter and its accent apart", "write composed letters (NFC)")
    if re.fullmatch(r"[0-9]{1,2}[kK]", written):
        cure = "write `1080p`: the service renders up to 1920x1080 or 1080x1920"
        return Invalid(f"`{shown}` is larger than what is rendered", cure, "E250")
    if found := timecode(written):
        return found
    right = as_value(written[:60]) or as_range(written[:60])
    if right:
        return Invalid(f"`{shown}` is not a value", f"write `{right}`")
    if re.fullmatch(r"[0-9]+\.[0-9]+", written):
        return Invalid(f"`{shown}` has no unit", f"write `{shown}s`, `{shown}%` or `{shown}x`")
    if re.fullmatch(r"-[0-9]+(\.[0-9]+)?", written):
        return Invalid(
            f"`{shown}` has no unit", f"write `{shown}dB` for a level, else `{shown[1:]}`"
        )
    if re.fullmatch(r"[0-9.]+[A-Za-z]+", written):
        return Invalid(f"`{shown}` is not a value", "units are ms s m % dB LUFS x p fps")
    if name := re.fullmatch(r"\{(\w{1,40})\}?", written):
        return Invalid("a brace outside a text", f'write `${name[1]}`, or "{{{name[1]}}}"')
    if written.startswith("$"):
        return Invalid("not a variable name", "names are letters, digits and `_`")
    cure = "only levels and loudness can be below zero" if re.fullmatch(_NEGATIVE, written) else ""
    if not cure and re.search(r"[^\W\d_]", written):
        cure = "put a text in quotes"
    return Invalid(f"`{shown}` is not a value or a word", cure or "see `nemo-spec help`")


def as_value(written: str) -> str:
    """The value that was meant, or nothing."""
    if re.fullmatch(r"\.[0-9]+(ms|s|m|%|x)", written):
        return f"0{written}"
    if re.fullmatch(r"[0-9]+m[0-9]+", written):
        return f"{written}s"
    if hours := re.fullmatch(_HOURS, written):
        return f"{int(hours[1])}:00:00"
    if seconds := re.fullmatch(_SECONDS, written):
        return f"{seconds[1]}s"
    if unit := re.fullmatch(_CASELESS_UNIT, written, re.IGNORECASE):
        right = unit[1] + _UNIT_CASE.get(unit[2].lower(), unit[2].lower())
        return right if right != written else ""
    return ""


def timecode(written: str) -> Invalid | None:
    """What to write instead of a time, or a range, that counts frames: `00:01:02:12`, `00:01:02;12`."""
    sides = written.split("-")
    found = [re.fullmatch(_TIMECODE, side, re.ASCII) for side in sides]
    if not any(found):
        return None
    frames = max(int(side[5]) for side in found if side)
    drops = any(side[4] == ";" for side in found if side)
    fps = 30 if drops else next((fps for fps in (25, 30, 60) if frames < fps), 100)
    ends = zip(sides, found, strict=True)
    right = "-".join(_clock(side, fps, drops) if side else text for text, side in ends)
    rate = "29.97" if drops else str(fps)
    why = f", at {rate} frames per second" if frames or drops else ""
    return Invalid("timecodes that count frames are not supported", f"write `{right}`{why}")


def _clock(timecode: re.Match[str], fps: int, drops: bool) -> str:
    """The time of a frame as a clock; `drops`: of the numbers of the frames two are left out every
    minute but the tenth, as SMPTE 12M does at 29.97 frames per second."""
    hours, minutes, seconds, frame = (int(timecode[part]) for part in (1, 2, 3, 5))
    count = ((hours * 60 + minutes) * 60 + seconds) * fps + frame
    if drops:
        count -= 2 * (hours * 60 + minutes - (hours * 60 + minutes) // 10)
    thousandths = round(count * (1001 if drops else 1000) / fps)
    hours, minutes, seconds = (thousandths // 1000 // unit for unit in (3600, 60, 1))
    clock = f"{minutes % 60:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
    rest = f".{thousandths % 1000:03}" if thousandths % 1000 else ""
    return f"{hours}:{clock}{rest}" if hours else f"{clock}{rest}"


def as_range(written: str) -> str:
    """The range that was meant by two times of which one is written wrong, or nothing."""
    if sweep := re.fullmatch(_HALF_SWEEP, written):
        left, unit, right = sweep.groups()
        return f"{as_value(left + unit) or left + unit}-{as_value(right + unit) or right + unit}"
    left, dash, right = written.partition("-")
    if not (dash and left and right):
        return ""
    ends = [as_value(end) or end for end in (left, right)]
    ends = [f"0{end}" if end.startswith(".") else end for end in ends]
    both = "-".join(ends)
    return both if both != written and all(re.fullmatch(_END, end) for end in ends) else ""
