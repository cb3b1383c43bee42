"""Colour grades and transitions by name."""

from __future__ import annotations

from collections.abc import Callable

Grade = Callable[[float], str]


def _balance(**shifts: float) -> Grade:
    return lambda a: "colorbalance=" + ":".join(f"{k}={v * a:.3f}" for k, v in shifts.items())


def _eq(contrast: float = 0, saturation: float = 0, gamma: float = 0) -> Grade:
    return lambda a: (
        f"eq=contrast={1 + contrast * a:.3f}:saturation={1 + saturation * a:.3f}"
        f":gamma={1 + gamma * a:.3f}"
    )


def _mix(*rows: tuple[float, float, float]) -> Grade:
    """A colour matrix, reached from the untouched picture by the amount."""
    names = [f"{out}{into}" for out in "rgb" for into in "rgb"]
    cells = [value for row in rows for value in row]

    def grade(a: float) -> str:
        own = [1.0 if n[0] == n[1] else 0.0 for n in names]
        shares = [o + (c - o) * a for o, c in zip(own, cells, strict=True)]
        return "colorchannelmixer=" + ":".join(
            f"{n}={s:.3f}" for n, s in zip(names, shares, strict=True)
        )

    return grade


SEPIA = ((0.393, 0.769, 0.189), (0.349, 0.686, 0.168), (0.272, 0.534, 0.131))
GREY = ((0.299, 0.587, 0.114),) * 3

# The words that a grade is known by, and its filters; the first word that fits wins.
GRADES: list[tuple[tuple[str, ...], tuple[Grade, ...]]] = [
    (("black and white", "black & white", "b&w", "mono", "grey", "gray", "noir", "黑白"),
     (_mix(*GREY), _eq(contrast=0.12))),
    (("sepia", "怀旧"), (_mix(*SEPIA),)),
    (("vintage", "retro", "film", "old", "复古"),
     (_mix((0.86, 0.12, 0.04), (0.06, 0.84, 0.08), (0.06, 0.14, 0.70)),
      _eq(contrast=-0.10, saturation=-0.15, gamma=0.08), _balance(rs=0.06, bs=0.04, bh=-0.10))),
    (("cinema", "teal", "movie", "电影"),
     (_balance(rs=-0.10, bs=0.12, rm=0.04, bm=-0.03, rh=0.10, bh=-0.12),
      _eq(contrast=0.10, saturation=0.06))),
    (("cool", "cold", "blue", "winter", "冷"), (_balance(rm=-0.12, bm=0.14, rh=-0.06, bh=0.06),)),
    (("warm", "golden", "sunset", "orange", "暖"),
     (_balance(rm=0.14, gm=0.02, bm=-0.14, rh=0.06, bh=-0.06), _eq(saturation=0.06))),
    (("vivid", "vibrant", "saturat", "pop", "鲜"), (_eq(contrast=0.08, saturation=0.34),)),
    (("muted", "faded", "matte", "pastel", "soft", "柔"),
     (_eq(contrast=-0.14, saturation=-0.30, gamma=0.10),)),
    (("dramatic", "contrast", "moody", "戏剧"), (_eq(contrast=0.28, saturation=-0.12),)),
    (("bright", "light", "明亮"), (_eq(gamma=0.22),)),
    (("dark", "night", "暗"), (_eq(gamma=-0.24, saturation=-0.08),)),
]  # fmt: skip
NEUTRAL: tuple[Grade, ...] = (_eq(contrast=0.05, saturation=0.06),)

# ffmpeg's name for a transition, by the word in the draft.
TRANSITIONS = {
    "wipe-left": "wipeleft", "wipe-right": "wiperight", "slide-left": "slideleft",
    "slide-right": "slideright",
    "fade": "fade", "cross": "fade", "dissolve": "dissolve", "wipe": "wipeleft",
    "slide": "smoothleft", "push": "slideleft", "zoom": "zoomin", "circle": "circleopen",
    "black": "fadeblack", "white": "fadewhite", "flash": "fadewhite", "blur": "hblur",
    "pixel": "pixelize", "radial": "radial",
}  # fmt: skip

# Transitions through one colour.
DIPS = {"fadeblack": "black", "fadewhite": "white"}


def grade(name: str, amount: float) -> list[str]:
    """The filters of a grade at that strength (0–1); an unknown name gives a gentle neutral one."""
    if not name or amount <= 0:
        return []
    low = name.lower()
    found = next((filters for words, filters in GRADES if any(w in low for w in words)), NEUTRAL)
    return [make(amount) for make in found]


def transition(name: str) -> str:
    """ffmpeg's xfade name for a transition; a fade when it is unknown."""
    low = name.lower()
    return next((value for word, value in TRANSITIONS.items() if word in low and word != "fade"),
                "fade")  # fmt: skip
