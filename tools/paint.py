"""A small software painter for the project's own media: polygons with smooth edges, glows, PNG.

Standard library only, so that the scripts beside it run wherever Python does.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

Point = tuple[float, float]
Colour = tuple[int, int, int] | tuple[int, int, int, int]
Paint = Colour | Callable[[float, float], Colour]

SUBROWS = 4


def rgb(text: str, alpha: int = 255) -> Colour:
    """`rgb("ffcc00")` as a colour."""
    return (int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16), alpha)


def mix(one: Colour, two: Colour, share: float) -> Colour:
    """The colour that lies `share` (0–1) of the way from one to two."""
    share = min(max(share, 0.0), 1.0)
    red, green, blue, alpha = (
        round(x + (y - x) * share) for x, y in zip((*one, 255)[:4], (*two, 255)[:4], strict=True)
    )
    return (red, green, blue, alpha)


def down(top: Colour, bottom: Colour, y0: float, y1: float) -> Paint:
    """A vertical gradient between the rows y0 and y1."""
    return lambda _x, y: mix(top, bottom, (y - y0) / (y1 - y0))


def across(left: Colour, right: Colour, x0: float, x1: float) -> Paint:
    """A horizontal gradient between the columns x0 and x1."""
    return lambda x, _y: mix(left, right, (x - x0) / (x1 - x0))


def ellipse(cx: float, cy: float, rx: float, ry: float, turn: float = 0.0) -> list[Point]:
    """An ellipse as a polygon, turned clockwise by `turn` degrees."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    steps = [2 * math.pi * i / 72 for i in range(72)]
    flat = [(rx * math.cos(a), ry * math.sin(a)) for a in steps]
    return [(cx + x * cos - y * sin, cy + x * sin + y * cos) for x, y in flat]


def box(x: float, y: float, w: float, h: float, radius: float = 0.0) -> list[Point]:
    """A rectangle with rounded corners."""
    if not radius:
        return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    centres = [
        (x + w - radius, y + h - radius, 0),
        (x + radius, y + h - radius, 90),
        (x + radius, y + radius, 180),
        (x + w - radius, y + radius, 270),
    ]
    return [
        (
            cx + radius * math.cos(math.radians(start + i * 10)),
            cy + radius * math.sin(math.radians(start + i * 10)),
        )
        for cx, cy, start in centres
        for i in range(10)
    ]


def smooth(points: list[Point], steps: int = 10) -> list[Point]:
    """A closed curve through the points (Catmull-Rom)."""
    curve, n = [], len(points)
    for i in range(n):
        p0, p1, p2, p3 = (points[(i + k - 1) % n] for k in range(4))
        for j in range(steps):
            t = j / steps
            curve.append(
                tuple(
                    0.5
                    * (
                        2 * b
                        + (c - a) * t
                        + (2 * a - 5 * b + 4 * c - d) * t * t
                        + (3 * b - a - 3 * c + d) * t**3
                    )
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
            )
    return curve


def stroke(points: list[Point], width: float) -> list[Point]:
    """An open line as a polygon of that width."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        dx, dy = (bx - ax) / length * width / 2, (by - ay) / length * width / 2
        left.append((x - dy, y + dx))
        right.append((x + dy, y - dx))
    return left + right[::-1]


class Picture:
    """Pixels in RGBA, transparent at first."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.data = bytearray(width * height * 4)

    def fill(self, points: list[Point], paint: Paint) -> None:
        """Fill a polygon (even-odd) with a colour or a gradient."""
        top = max(math.floor(min(y for _, y in points)), 0)
        bottom = min(math.ceil(max(y for _, y in points)), self.height)
        edges = [
            (a, b) for a, b in zip(points, points[1:] + points[:1], strict=True) if a[1] != b[1]
        ]
        for y in range(top, bottom):
            self._paint_row(y, self._coverage(y, edges), paint)

    def glow(self, cx: float, cy: float, radius: float, colour: Colour, power: float = 2.0) -> None:
        """A spot of light that fades towards its radius."""
        r, g, b, a = (*colour, 255)[:4]
        for y in range(max(int(cy - radius), 0), min(int(cy + radius) + 1, self.height)):
            for x in range(max(int(cx - radius), 0), min(int(cx + radius) + 1, self.width)):
                near = 1 - math.hypot(x + 0.5 - cx, y + 0.5 - cy) / radius
                if near > 0:
                    self._blend(x, y, (r, g, b), near**power * a / 255)

    def png(self, path: Path) -> None:
        """Write a PNG file."""
        rows = b"".join(
            b"\0" + self.data[y * self.width * 4 : (y + 1) * self.width * 4]
            for y in range(self.height)
        )
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 6, 0, 0, 0)
        chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + b"".join(
                struct.pack(">I", len(data))
                + kind
                + data
                + struct.pack(">I", zlib.crc32(kind + data))
                for kind, data in chunks
            )
        )

    def _coverage(self, y: int, edges: list[tuple[Point, Point]]) -> dict[int, float]:
        cover: dict[int, float] = {}
        for sub in range(SUBROWS):
            row = y + (sub + 0.5) / SUBROWS
            cuts = sorted(
                ax + (row - ay) * (bx - ax) / (by - ay)
                for (ax, ay), (bx, by) in edges
                if min(ay, by) <= row < max(ay, by)
            )
            for x0, x1 in zip(cuts[::2], cuts[1::2], strict=False):
                self._span(cover, max(x0, 0.0), min(x1, float(self.width)))
        return cover

    @staticmethod
    def _span(cover: dict[int, float], x0: float, x1: float) -> None:
        for x in range(int(x0), math.ceil(x1)):
            share = min(x + 1, x1) - max(x, x0)
            if share > 0:
                cover[x] = cover.get(x, 0.0) + share / SUBROWS

    def _paint_row(self, y: int, cover: dict[int, float], paint: Paint) -> None:
        for x, share in cover.items():
            colour = paint(x, y) if callable(paint) else paint
            r, g, b, a = (*colour, 255)[:4]
            self._blend(x, y, (r, g, b), share * a / 255)

    def _blend(self, x: int, y: int, colour: tuple[int, int, int], alpha: float) -> None:
        at = (y * self.width + x) * 4
        data = self.data
        under = data[at + 3] / 255 * (1 - alpha)
        total = alpha + under
        if total <= 0:
            return
        for i in range(3):
            data[at + i] = round((colour[i] * alpha + data[at + i] * under) / total)
        data[at + 3] = round(total * 255)
