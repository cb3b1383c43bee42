"""Painted pictures for the gallery: landscapes, a logo, a podcast card, an application window."""

from __future__ import annotations

import math
import random

from paint import Paint, Picture, Point, box, down, ellipse, mix, rgb, smooth, stroke

PHOTO = (1280, 720)


def _ridge(seed: int, base: float, rough: float, width: int, height: int) -> list[Point]:
    """A line of hills, closed below."""
    chance = random.Random(seed)
    waves = [(chance.uniform(0.5, 1), chance.uniform(0, 6.3), 2**k) for k in range(5)]
    line = [
        (x, base + sum(rough / f * a * math.sin(x / width * f * 5 + p) for a, p, f in waves))
        for x in range(0, width + 1, 8)
    ]
    return [*line, (width, height), (0, height)]


def landscape(seed: int, sky: tuple[str, str], light: str, hills: tuple[str, str]) -> Picture:
    """Hills one behind the other under a low sun."""
    wide, high = PHOTO
    art = Picture(wide, high)
    art.fill(box(0, 0, wide, high), down(rgb(sky[0]), rgb(sky[1]), 0, high * 0.72))
    sun_x, sun_y = wide * (0.25 + 0.13 * seed), high * 0.40
    art.glow(sun_x, sun_y, 330, (*rgb(light)[:3], 150))
    art.fill(ellipse(sun_x, sun_y, 54, 54), mix(rgb(light), rgb("ffffff"), 0.55))
    for i in range(5):
        tint = mix(rgb(hills[0]), rgb(hills[1]), i / 4)
        base = high * (0.50 + 0.105 * i)
        fade: Paint = down(tint, mix(tint, rgb(sky[1]), 0.25), base - 60, base + 260)
        art.fill(_ridge(seed * 10 + i, base, 46 + 8 * i, wide, high), fade)
    return art


LANDSCAPES = (
    (1, ("20395e", "f7b37a"), "ffd9a0", ("7d6d86", "1b2433")),
    (2, ("0f5168", "bfe6df"), "fff3d0", ("6fa8a4", "0d2f33")),
    (3, ("3b1f4f", "f0857d"), "ffc4a0", ("8a5578", "1d1226")),
    (4, ("2c5aa0", "e9f1f7"), "ffffff", ("8fb0cc", "20364d")),
)


def logo() -> Picture:
    """A round mark with a play sign, transparent around it."""
    art = Picture(300, 300)
    art.fill(ellipse(150, 150, 140, 140), down(rgb("ff9a4d"), rgb("e2495b"), 10, 290))
    art.fill(ellipse(150, 150, 112, 112), rgb("ffffff", 28))
    art.fill([(114, 88), (216, 150), (114, 212)], rgb("ffffff"))
    return art


def podcast() -> Picture:
    """The card that is shown while a podcast plays: a microphone and sound around it."""
    art = Picture(640, 360)
    art.fill(box(0, 0, 640, 360), down(rgb("241b3a"), rgb("0f1526"), 0, 360))
    art.glow(320, 165, 250, rgb("7a5cff", 110))
    for i in range(41):
        tall = 16 + 74 * abs(math.sin(i * 0.83) * math.cos(i * 0.31))
        if abs(i - 20) > 5:
            tint = mix(rgb("ff9a4d"), rgb("8f7bff"), i / 40)
            art.fill(box(18 + i * 15, 175 - tall / 2, 6, tall, 3), (*tint[:3], 190))
    art.fill(box(290, 92, 60, 112, 30), down(rgb("f4f0ff"), rgb("b9aef0"), 92, 204))
    for y in (118, 136, 154):
        art.fill(box(302, y, 36, 4, 2), rgb("6b5bb5"))
    holder = [(276 + 88 * t, 168 + 58 * math.sin(math.pi * t)) for t in (i / 20 for i in range(21))]
    art.fill(stroke(holder, 7), rgb("f4f0ff"))
    art.fill(box(316, 222, 8, 34), rgb("f4f0ff"))
    art.fill(box(288, 254, 64, 8, 4), rgb("f4f0ff"))
    return art


def window(step: int) -> Picture:
    """A window of an application in which a chart is built up, in ten steps."""
    art = Picture(640, 360)
    art.fill(box(0, 0, 640, 360), down(rgb("dfe6f1"), rgb("b9c6dc"), 0, 360))
    art.fill(box(40, 28, 560, 304, 10), rgb("ffffff"))
    art.fill([*box(40, 28, 560, 40, 10)], rgb("eef1f6"))
    for i, tint in enumerate(("ef6a5e", "f4bf4f", "61c554")):
        art.fill(ellipse(60 + 20 * i, 47, 6, 6), rgb(tint))
    art.fill(box(40, 66, 130, 266), rgb("f6f8fb"))
    for i in range(6):
        chosen = i == min(step // 2, 5)
        art.fill(box(54, 84 + 34 * i, 102, 22, 5), rgb("d7e3ff" if chosen else "e9edf4"))
        art.fill(
            box(64, 92 + 34 * i, 50 + 12 * (i % 3), 6, 3), rgb("5b78c7" if chosen else "aab4c6")
        )
    art.fill(box(194, 88, 170, 12, 6), rgb("334155"))
    for i in range(8):
        share = min(max((step - i) / 3, 0.06), 1.0)
        tall = share * (60 + 90 * abs(math.sin(i * 1.3 + 0.6)))
        art.fill(box(200 + 47 * i, 304 - tall, 30, tall, 4),
                 down(rgb("6d8dff"), rgb("3d5bd9"), 160, 304))  # fmt: skip
    art.fill(box(190, 304, 390, 2), rgb("cbd5e1"))
    return art


def pointer() -> Picture:
    """The mouse pointer."""
    art = Picture(20, 26)
    art.fill([(1, 0), (1, 20), (6, 16), (10, 25), (14, 23), (10, 15), (17, 15)], rgb("ffffff"))
    art.fill(
        [(3, 4), (3, 16), (6.5, 13), (10.5, 22), (11.5, 21.5), (8, 13), (12.5, 13)], rgb("111827")
    )
    return art


def bottle() -> Picture:
    """A product on a transparent ground: a bottle with a label."""
    art = Picture(220, 480)
    glass = [(78, 20), (142, 20), (142, 96), (186, 168), (192, 440), (176, 466), (44, 466),
             (28, 440), (34, 168), (78, 96)]  # fmt: skip
    art.fill(glass, down(rgb("2f8f83"), rgb("0e4a4f"), 20, 466))
    art.fill([(52, 186), (70, 176), (66, 448), (50, 440)], rgb("ffffff", 70))
    art.fill(box(70, 6, 80, 40, 8), down(rgb("f2c879"), rgb("c48a34"), 6, 46))
    art.fill(box(36, 230, 150, 130, 4), rgb("fbf4e6"))
    art.fill(ellipse(111, 282, 30, 30), rgb("e2745b"))
    art.fill(smooth([(111, 262), (126, 290), (111, 302), (96, 290)]), rgb("fbf4e6"))
    art.fill(box(66, 326, 90, 8, 4), rgb("0e4a4f"))
    art.fill(box(82, 342, 58, 5, 2), rgb("8aa8a4"))
    return art
