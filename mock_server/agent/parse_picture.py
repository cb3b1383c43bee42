"""Builders for the canvas, the picture's properties, and the levels of its own sound."""

from mock_server.agent import operations as op
from mock_server.agent.building import Builder, one_range, ranges
from mock_server.agent.clauses import Clause
from mock_server.agent.options import first, length_of, level_of, option

_FILLS = (
    (r"\bblur\w*|模糊|虚化", "blur"),
    (r"\bfill(?:ing|s|ed)?\b|\bcrop(?:ped|ping)? to fill|铺满|填满|填充|充满|裁满", "fill"),
    (r"\bfit(?:s|ted|ting)?\b|letterbox|black bars|适应|黑边|完整显示|留黑|包含", "fit"),
)
_SHAPES = (
    (r"\bvertical\b|\bportrait\b|tiktok|\breels?\b|\bshorts\b|竖屏|竖版|竖向|抖音", (9, 16)),
    (r"\bsquare\b|方形|正方", (1, 1)),
    (r"\blandscape\b|\bhorizontal\b|\bwidescreen\b|横屏|横版|横向|宽屏", (16, 9)),
)
LOOKS = (
    (r"black[- ](?:and|&)[- ]white|monochrome|gr[ae]yscale|\bb&w\b|黑白", "black and white"),
    (r"\bwarm\w*|暖", "warm"),
    (r"\b(?:cool|cold)\w*|冷色|冷调|冷", "cool"),
    (r"\bsepia\b|棕褐", "sepia"),
    (r"\bvintage\b|\bretro\b|复古|怀旧", "vintage"),
    (r"\bcinematic\b|电影", "cinematic"),
    (r"\bvivid\b|\bvibrant\b|\bsaturated\b|鲜艳|鲜明|饱和", "vivid"),
    (r"\bfaded\b|\bmuted colou?rs?\b|褪色", "faded"),
    (r"\bdramatic\b|戏剧", "dramatic"),
)


def canvas(clause: Clause) -> op.Operation | None:
    ratio, size = clause.next("ratio"), clause.next("size")
    ratio = ratio or (None if size else first(clause, _SHAPES))
    fill = first(clause, _FILLS)
    if ratio is None and size is None and fill is None:
        return None
    return op.Canvas(ratio, size, fill)


def rotate(clause: Clause) -> op.Operation | None:
    angle = clause.next("angle", "number")
    if angle is None and clause.has(r"upside[- ]down|180"):
        angle = 180
    if angle is None:
        angle = 90
    degrees = int(angle)
    if clause.has(r"counter[- ]?clockwise|anti[- ]?clockwise|to the left|逆时针|向左"):
        degrees = -degrees
    if degrees % 90:
        return None
    if clause.has(r"\b(?:to|be|is) <:angle|number>|旋转(?:到|至|设为|应为|必须是)"):
        return op.Picture({"rotate": degrees % 360 or None})
    return op.Rotate(degrees)


def crop(clause: Clause) -> op.Operation | None:
    share = clause.next("percent")
    return None if share is None else op.Picture({"crop": min(share, 0.95)})


def color(clause: Clause) -> op.Operation | None:
    amount = clause.next("percent")
    quoted = clause.next("text")
    name = first(clause, LOOKS) if quoted is None else quoted
    if name is None:
        return None
    look = {"name": name} | ({} if amount is None or amount >= 1 else {"amount": amount})
    return op.Picture({"color": look})


def plain_color(clause: Clause) -> op.Operation | None:
    return op.Picture({"color": None})


def flag(key: str) -> Builder:
    """A builder that sets one yes/no value on the picture's segments."""

    def build(clause: Clause) -> op.Operation | None:
        return op.Picture({key: True}, one_range(clause) or op.WHOLE)

    return build


_FADES_IN = r"fade[- ]?in\b|fad\w+ .{0,40}\bin\b|from black|淡入|渐入|渐显|从黑"
_FADES_OUT = r"fade[- ]?out\b|fad\w+ .{0,40}\bout\b|to black|淡出|渐出|渐隐|到黑"


def fade_video(clause: Clause) -> op.Operation | None:
    """Fades of the whole video; one second by default (assumed)."""
    fade_in = length_of(option(clause, "fade_in"))
    fade_out = length_of(option(clause, "fade_out"))
    both = clause.has(r"\bin and (?:fade )?out\b|淡入淡出")
    spare = length_of(clause.next("time", "range"))
    if fade_in is None and (both or clause.has(_FADES_IN)):
        fade_in = spare or 1_000
    if fade_out is None and (both or clause.has(_FADES_OUT)):
        fade_out = (fade_in if both else spare) or 1_000
    return op.FadeVideo(fade_in, fade_out) if fade_in or fade_out else None


def no_fade(clause: Clause) -> op.Operation | None:
    """Remove the fades of the whole video."""
    both = not clause.has(r"\bin\b|\bout\b|淡入|淡出")
    return op.FadeVideo(
        0 if both or clause.has(r"\bin\b|淡入") else None,
        0 if both or clause.has(r"\bout\b|淡出") else None,
    )


_LOUDER = (
    (r"\bhal(?:f|ve)\b|一半|减半", 0.5),
    (r"\bdouble\b|\btwice\b|加倍|翻倍", 2.0),
    (
        r"a (?:bit|little|touch|tad)(?: bit)? (?:louder|more)|slightly louder|大一[点些]|大声一?点",
        1.25,
    ),
    (r"much louder|a lot louder|大很多|大得多", 2.0),
    (
        r"\blouder\b|turn\w* (?:\S+ ){0,4}?up\b|\braise\b|\bincrease\b|\bboost\b|响|调高|调大|提高|大声",
        1.5,
    ),
    (r"\btoo loud|太响|太大|太吵", 0.6),
    (r"\btoo (?:quiet|soft|low|faint)|太轻|太小", 1.5),
    (
        r"a (?:bit|little|touch|tad)(?: bit)? (?:softer|quieter|lower)|slightly (?:softer|quieter)"
        r"|小一[点些]|轻一[点些]|低一[点些]|小声一?点",
        0.8,
    ),
    (r"much (?:softer|quieter)|a lot (?:softer|quieter)|小很多|轻很多", 0.4),
    (
        r"\bsofter\b|\bquieter\b|turn\w* (?:\S+ ){0,4}?down\b|\blower\b|\breduce\b|\bdecrease\b"
        r"|\bless loud\b|轻|调低|调小|降低|小声",
        0.6,
    ),
)


def louder(clause: Clause) -> float | None:
    """By how much "louder", "a bit softer", "调小" change a level (assumed amounts)."""
    found = first(clause, _LOUDER)
    return float(found) if isinstance(found, float) else None


def volume(clause: Clause) -> op.Operation | None:
    spans = ranges(clause)
    level = level_of(option(clause, "volume"))
    if level is not None:
        return op.Level(to=level, ranges=spans)
    by = louder(clause)
    return None if by is None else op.Level(by=by, ranges=spans)


def mute(clause: Clause) -> op.Operation | None:
    return op.Level(to=0.0, ranges=ranges(clause))


def unmute(clause: Clause) -> op.Operation | None:
    return op.Level(to=1.0, ranges=ranges(clause))
