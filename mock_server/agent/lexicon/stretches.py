"""Shares of the whole, and clips by their number."""

from fractions import Fraction

from mock_server.agent.lexicon.row import Row
from mock_server.agent.values.ranges import Clip, Portion


def _of(start: int, end: int, parts: int) -> Portion:
    return Portion(Fraction(start, parts), Fraction(end, parts))


_CLIP = "(clip|segment|video clip|video segment|video|shot)"
_ZH_CLIP = "(段|段视频|段素材|段片段|个片段|个视频|个素材|个镜头|个分段)"

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PARTS = {
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12,
    "fifteenth": 15, "twentieth": 20,
}  # fmt: skip
_SHARES: tuple[Row, ...] = tuple(
    row
    for word, parts in _PARTS.items()
    for number, count in enumerate(_NUMBERS[: parts - 1], 1)
    for said in (f"{count} {word}s" if number > 1 else word,)
    for row in (
        ("portion", _of(0, number, parts), f"(first|opening|initial) {said}"),
        ("portion", _of(parts - number, parts, parts), f"(last|final|closing) {said}"),
    )
)

# fmt: off
STRETCHES: tuple[Row, ...] = (
    ("portion", _of(0, 1, 2), "(first|opening|initial|front) half|(前|上)(半段|半部分|一半|半截)"),
    ("portion", _of(1, 2, 2), "(second|last|latter|final|back) half|(后|下)(半段|半部分|一半|半截)"),
    ("portion", _of(0, 1, 3), "(first|opening|initial) third|(前|开头)的?三分之一"),
    ("portion", _of(1, 2, 3), "(second|middle) third|(视频)?中间的?三分之一"),
    ("portion", _of(2, 3, 3), "(third|last|final|closing) third|(后|最后|结尾)的?三分之一"),
    ("portion", _of(0, 1, 4), "(first|opening|initial) quarter|(前|开头)四分之一"),
    ("portion", _of(1, 2, 4), "second quarter"),
    ("portion", _of(2, 3, 4), "third quarter"),
    ("portion", _of(3, 4, 4), "(fourth|last|final|closing) quarter|(后|最后|结尾)四分之一"),
    ("portion", _of(0, 2, 3), "first two thirds|前三分之二"),
    ("portion", _of(1, 3, 3), "last two thirds|(后|最后)三分之二"),
    ("portion", _of(0, 3, 4), "first three quarters|前四分之三"),
    ("portion", _of(1, 4, 4), "last three quarters|(后|最后)四分之三"),
    *_SHARES,
    ("middle", True, "(right |exactly |dead )?in the middle|(right )?down the middle|half way through"
     "|half~way|at the (half~way (point|mark)|mid~point)|从(正?中间|中点|一半处)|(正?中间|中点)处?"
     "|对半"),
    ("equal", True, "equal|equally long|equally|equal length|平均|平均分成"),
    ("nth", Clip(0), f"(first|1st) {_CLIP}|第(一|1){_ZH_CLIP}"),
    ("nth", Clip(1), f"(second|2nd) {_CLIP}|第(二|2){_ZH_CLIP}"),
    ("nth", Clip(1, of=3), f"(middle|mid) {_CLIP}|(clip|segment|shot) in the middle"
        "|中间(那|那一|的那|的那一|这一)段|中间(那|这|的那)个(片段|视频|镜头|素材)"),
    ("nth", Clip(2), f"(third|3rd) {_CLIP}|第(三|3){_ZH_CLIP}"),
    ("nth", Clip(3), f"(fourth|4th) {_CLIP}|第(四|4){_ZH_CLIP}"),
    ("nth", Clip(-2), f"penultimate {_CLIP}"),
    ("nth", Clip(-1), f"(last|final) {_CLIP}|最后一{_ZH_CLIP}"),
)
# fmt: on
