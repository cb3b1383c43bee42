"""The speaker of the sample clips: a studio, a person, and a face that speaks."""

from __future__ import annotations

from functools import cache

from paint import Picture, across, box, down, ellipse, mix, rgb, smooth, stroke

# The person is painted at twice the size of the clip, so that it can move by half pixels.
WIDTH, HEIGHT = 1280, 720
FACE_WIDTH, FACE_HEIGHT = 260, 250
FACE_AT = (590, 196)

SKIN, SHADE, BLUSH = rgb("e0a583"), rgb("bd7d5f"), rgb("d98b72")
HAIR, HAIR_LIGHT = rgb("2b1d1a"), rgb("4d332a")
JACKET, JACKET_DARK, SHIRT = rgb("27415e"), rgb("172a40"), rgb("f1ece2")


def studio() -> Picture:
    """The room behind the speaker; it is meant to be blurred."""
    room = Picture(800, 450)
    room.fill(box(0, 0, 800, 450), down(rgb("2c5560"), rgb("16303a"), 0, 450))
    room.fill(box(40, 30, 210, 250, 4), down(rgb("f7c98b"), rgb("d9804f"), 30, 280))
    for x in (108, 178):
        room.fill(box(x, 30, 7, 250), rgb("3a2a26"))
    room.fill(box(40, 148, 210, 7), rgb("3a2a26"))
    for row, y in enumerate((120, 235, 350)):
        room.fill(box(560, y, 220, 9), rgb("5d4030"))
        x = 568
        for i in range(9 - row):
            wide, tall = 12 + (i * 7 + row * 5) % 13, 52 + (i * 17 + row * 11) % 32
            tint = ("a8432f", "d9a441", "efe3c8", "3f7f79", "27415e", "7d5a8c")[(i + 2 * row) % 6]
            room.fill(box(x, y - tall, wide, tall, 2), rgb(tint))
            x += wide + 3
    for i, (dx, dy) in enumerate(((-60, -120), (-30, -165), (5, -180), (38, -150), (62, -105))):
        leaf = smooth([(0, 0), (dx * 0.3 - 14, dy * 0.6), (dx, dy), (dx * 0.7 + 12, dy * 0.5)])
        tint = mix(rgb("2f6b45"), rgb("6fa35a"), i / 4)
        room.fill([(330 - 40 + x, 400 + y) for x, y in leaf], tint)
    room.fill(box(262, 392, 60, 60, 8), rgb("b5653f"))
    room.glow(145, 150, 260, rgb("ffd9a0", 130))
    for x, y, r in ((420, 60, 20), (470, 110, 13), (505, 50, 16), (390, 140, 11), (540, 30, 10)):
        room.fill(ellipse(x, y, r, r), rgb("ffe2ae", 120))
    return room


def body() -> Picture:
    """Shoulders, jacket, shirt and neck."""
    art = Picture(WIDTH, HEIGHT)
    coat = smooth(
        [
            (360, 760),
            (390, 620),
            (470, 545),
            (620, 505),
            (720, 498),
            (820, 505),
            (970, 545),
            (1050, 620),
            (1085, 760),
        ]
    )
    art.fill(coat, across(JACKET, JACKET_DARK, 380, 1060))
    art.fill([(642, 500), (798, 500), (735, 720), (705, 720)], SHIRT)
    art.fill([(642, 500), (700, 560), (722, 590), (690, 640)], rgb("ffffff"))
    art.fill([(798, 500), (740, 560), (718, 590), (752, 640)], rgb("d9d2c6"))
    neck = smooth(
        [
            (662, 400),
            (658, 480),
            (650, 520),
            (690, 556),
            (720, 566),
            (750, 556),
            (790, 520),
            (782, 480),
            (778, 400),
        ]
    )
    art.fill(neck, across(mix(SKIN, SHADE, 0.45), SHADE, 660, 780))
    art.fill(
        [(626, 502), (650, 492), (720, 720), (640, 720), (596, 600), (640, 590), (606, 560)],
        mix(JACKET, rgb("ffffff"), 0.10),
    )
    art.fill(
        [(814, 502), (790, 492), (720, 720), (800, 720), (844, 600), (800, 590), (834, 560)],
        mix(JACKET_DARK, rgb("ffffff"), 0.06),
    )
    art.fill(ellipse(640, 668, 8, 9), rgb("11151c"))
    art.fill(stroke([(640, 668), (628, 700), (632, 740)], 3), rgb("11151c"))
    return art


def head() -> Picture:
    """Hair, ears and skin; the features are painted by `face`."""
    art = Picture(WIDTH, HEIGHT)
    back = smooth(
        [
            (600, 300),
            (590, 200),
            (640, 118),
            (724, 92),
            (812, 122),
            (852, 210),
            (842, 310),
            (826, 400),
            (796, 432),
            (644, 432),
            (616, 400),
        ]
    )
    art.fill(back, across(HAIR_LIGHT, HAIR, 590, 850))
    for x, tint in ((612, SKIN), (828, SHADE)):
        art.fill(ellipse(x, 302, 17, 30), tint)
        art.fill(ellipse(x, 304, 8, 17), mix(tint, SHADE, 0.6))
    skin = smooth(
        [
            (618, 250),
            (632, 180),
            (720, 150),
            (808, 180),
            (822, 250),
            (820, 330),
            (792, 404),
            (752, 446),
            (720, 454),
            (688, 446),
            (648, 404),
            (620, 330),
        ]
    )
    art.fill(skin, across(mix(SKIN, rgb("ffe0c0"), 0.28), SHADE, 610, 850))
    for x in (660, 782):
        art.glow(x, 352, 38, (*BLUSH[:3], 120))
    fringe = smooth(
        [
            (606, 292),
            (604, 190),
            (660, 116),
            (740, 100),
            (816, 138),
            (840, 214),
            (834, 296),
            (818, 250),
            (800, 206),
            (748, 178),
            (690, 196),
            (640, 226),
            (622, 256),
        ]
    )
    art.fill(fringe, across(HAIR_LIGHT, HAIR, 600, 800))
    for x0, x1 in ((650, 612), (684, 626)):
        art.fill(stroke([(x0 + 50, 126), (x0 + 6, 158), (x1 + 14, 214)], 4), rgb("6b4a3c", 120))
    return art


@cache
def face(mouth: int, lids: int) -> bytes:
    """Eyes, brows, nose and mouth as RGBA; mouth 0 (closed) to 5, lids 0 (open) to 2 (shut)."""
    art = Picture(FACE_WIDTH, FACE_HEIGHT)
    for x in (74, 186):
        _eye(art, x, 92, lids)
        lift = 4 if mouth > 3 else 0
        art.fill(stroke([(x - 34, 58 - lift), (x - 8, 48 - lift), (x + 30, 56 - lift)], 8), HAIR)
    art.fill(smooth([(128, 96), (118, 150), (130, 160), (146, 152)]), rgb("b07054", 80))
    art.fill(stroke([(114, 152), (128, 162), (146, 154)], 4), rgb("8f5440", 190))
    _mouth(art, 130, 204, mouth)
    return bytes(art.data)


def _eye(art: Picture, x: float, y: float, lids: int) -> None:
    if lids == 2:
        art.fill(stroke([(x - 24, y + 2), (x, y + 10), (x + 24, y + 2)], 5), rgb("5a3527"))
        return
    tall = 14 if lids == 0 else 7
    art.fill(smooth([(x - 25, y + 2), (x, y - tall), (x + 25, y + 1), (x, y + 13)]), rgb("f6efe8"))
    art.fill(ellipse(x + 1, y, 12, min(12, tall)), rgb("5b3a26"))
    art.fill(ellipse(x + 1, y, 6, min(6, tall)), rgb("120c0a"))
    art.fill(ellipse(x + 5, y - 4, 3, 3), rgb("ffffff"))
    art.fill(stroke([(x - 27, y + 1), (x, y - tall - 1), (x + 27, y)], 5), rgb("3a211b"))


def _mouth(art: Picture, x: float, y: float, opened: int) -> None:
    lip = rgb("a8493f")
    if opened == 0:
        art.fill(
            stroke(
                [(x - 34, y - 3), (x - 14, y + 3), (x, y + 3), (x + 14, y + 3), (x + 34, y - 3)], 6
            ),
            lip,
        )
        return
    wide, tall = 36 - opened * 2, 3 + opened * 4
    outer = [(x - wide, y - 1), (x, y - 7), (x + wide, y - 1), (x, y + tall + 7)]
    art.fill(smooth(outer), lip)
    inner = [(x - wide + 7, y), (x, y - 2), (x + wide - 7, y), (x, y + tall)]
    art.fill(smooth(inner), rgb("4a1618"))
    if opened > 2:
        art.fill(
            smooth([(x - wide + 12, y), (x, y - 1), (x + wide - 12, y), (x, y + 6)]), rgb("fff6ec")
        )


def microphone() -> Picture:
    """A microphone on a boom, in front of the speaker."""
    art = Picture(WIDTH, HEIGHT)
    art.fill(stroke([(1290, 560), (1060, 590), (960, 640)], 16), rgb("14171c"))
    art.fill(ellipse(936, 646, 46, 32, -24), down(rgb("3c4350"), rgb("14171c"), 610, 690))
    art.fill(ellipse(914, 654, 26, 29, -24), down(rgb("5b6472"), rgb("22262e"), 620, 690))
    art.fill(stroke([(950, 612), (966, 672)], 5), rgb("c8552f"))
    return art
