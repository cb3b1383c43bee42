"""What a figure is, and what came of measuring it."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Pairs = Iterable[tuple[float, float]]
"""(candidate, yardstick) of one round each, in any unit that both share; seconds as a rule."""

FEWEST_ROUNDS = 5


class Unavailable(Exception):
    """The figure cannot be measured here, and why: a peer that cannot be installed, say."""


@dataclass(frozen=True)
class AtMost:
    """candidate ÷ yardstick must not exceed `limit`."""

    limit: float
    unit: str = "×"

    def value(self, candidate: float, yardstick: float) -> float:
        return candidate / yardstick

    def quartile(self, values: Sequence[float]) -> float:
        """The upper one: three quarters of the rounds lie below it."""
        return statistics.quantiles(values, n=4, method="inclusive")[2]

    def holds(self, value: float) -> bool:
        return value <= self.limit

    def __str__(self) -> str:
        return f"≤ {amount(self.limit, self.unit)}"


@dataclass(frozen=True)
class AtLeast:
    """yardstick ÷ candidate, how many times as fast the candidate is, must reach `limit`."""

    limit: float
    unit: str = "×"

    def value(self, candidate: float, yardstick: float) -> float:
        return yardstick / candidate

    def quartile(self, values: Sequence[float]) -> float:
        """The lower one: three quarters of the rounds lie above it."""
        return statistics.quantiles(values, n=4, method="inclusive")[0]

    def holds(self, value: float) -> bool:
        return value >= self.limit

    def __str__(self) -> str:
        return f"≥ {amount(self.limit, self.unit)}"


@dataclass(frozen=True)
class Figure:
    """One line of the table. `measure` yields at least five pairs and cleans up after itself.

    A `long` one takes minutes: it is measured when it is named, and one pair is enough.
    """

    name: str
    what: str
    yardstick: str
    limit: AtMost | AtLeast
    measure: Callable[[], Pairs]
    long: bool = False

    def cells(self) -> list[str]:
        """What the figure is, as its row of the table begins."""
        return [self.name, self.what, self.yardstick, str(self.limit)]


@dataclass(frozen=True)
class Outcome:
    """What the rounds of one figure gave; `why_not` is set when it could not be measured."""

    figure: Figure
    values: tuple[float, ...] = ()
    why_not: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def quartile(self) -> float:
        """The quartile on the side of the limit."""
        return self.figure.limit.quartile(self.values) if len(self.values) > 1 else self.median

    @property
    def verdict(self) -> str:
        """A limit that only half of the rounds keep is not reached: the quartile decides."""
        if self.why_not:
            return f"not measured: {self.why_not}"
        return "reached" if self.figure.limit.holds(self.quartile) else "**missed**"

    def cells(self) -> list[str]:
        """The row of the table, as text."""
        measured, quartile, spread = "–", "–", "–"
        if self.values:
            unit = self.figure.limit.unit
            measured, quartile = amount(self.median, unit), amount(self.quartile, unit)
            spread = f"{number(min(self.values))}–{number(max(self.values))}, {len(self.values)}"
        return [*self.figure.cells(), measured, quartile, spread, self.verdict]


def run(figure: Figure) -> Outcome:
    """Measure one figure. Errors of the figure itself pass through; `Unavailable` becomes a row."""
    try:
        pairs = list(figure.measure())
    except Unavailable as reason:
        return Outcome(figure, why_not=str(reason))
    fewest = 1 if figure.long else FEWEST_ROUNDS
    if len(pairs) < fewest:
        raise ValueError(f"{figure.name}: {len(pairs)} rounds, at least {fewest} are needed")
    return Outcome(figure, tuple(figure.limit.value(*pair) for pair in pairs))


def amount(value: float, unit: str) -> str:
    return f"{number(value)}×" if unit == "×" else f"{number(value)} {unit}"


def number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"
