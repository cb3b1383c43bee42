"""Everything that the mock can do wrong: `apply` succeeds, can be resumed, or says what is wrong."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from support.fault_world import Fault, World, is_true, variants

from mock_server.faults.table import FAULTS

INSTRUCTIONS, CALLS = 4, 14


def occasions(name: str) -> int:
    """How many there are in a run."""
    calls = FAULTS[name].calls
    return CALLS if not calls else INSTRUCTIONS if calls == ("run_sse",) else 1


def every_fault() -> Iterator[dict[str, Any]]:
    for name in FAULTS:
        for fault in variants(name):
            for times in (1, 2, -1):
                for skip in range(occasions(name)):
                    yield fault | {"times": times, "skip": skip}


def endure(world: World, *faults: Fault) -> tuple[int, ...]:
    """The exit codes, of the run and of those that go on with it once the service behaves again."""
    world.misbehave(*faults)
    outcome = world.apply()
    is_true(world, outcome, faults)
    world.forgive()
    ended = world.finish() if outcome.code != 0 else []
    for each in ended:
        is_true(world, each, faults)
    return (outcome.code, *(each.code for each in ended))


def named(fault: Fault) -> str:
    return "-".join(f"{key}{value}" for key, value in fault.items())


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault(name: str, world: Callable[..., World]):
    fault = variants(name)[0]
    endure(world(), fault | {"skip": random.Random(name).randrange(occasions(name))})


@pytest.mark.parametrize("name", ["claimed_not_applied", "altered", "tool_error"])
def test_a_service_that_never_does_as_it_is_told(name: str, world: Callable[..., World]):
    codes = endure(world(), {"fault": name, "times": -1, "skip": 2})
    assert codes[0] == 1


@pytest.mark.parametrize("skip", [1, 3])
def test_what_lands_after_all_the_waiting_is_not_sent_again(skip: int, world: Callable[..., World]):
    one = world()
    one.misbehave({"fault": "lands_late", "reads": 15, "skip": skip})
    outcome = one.apply()
    assert outcome.code == 4, outcome
    assert len(one.told()) == skip + 1
    while (outcome := one.call("resume")).code == 4:
        assert len(one.told()) == skip + 1
    assert outcome.code == 0, outcome
    assert len(one.told()) == INSTRUCTIONS
    is_true(one, outcome, ())


@pytest.mark.slow
@pytest.mark.parametrize("fault", list(every_fault()), ids=named)
def test_every_fault_at_every_moment(fault: Fault, world: Callable[..., World]):
    endure(world(), fault)


def pairs(seed: int, count: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    luck = random.Random(seed)
    for _ in range(count):
        first, second = (_any(luck) for _ in "ab")
        yield first, second


def _any(luck: random.Random) -> dict[str, Any]:
    name = luck.choice(list(FAULTS))
    times, skip = luck.choice((1, 1, 2, -1)), luck.randrange(occasions(name))
    return luck.choice(variants(name)) | {"times": times, "skip": skip}


def together(pair: tuple[Fault, Fault]) -> str:
    return "+".join(map(named, pair))


@pytest.mark.parametrize("pair", list(pairs(1, 14)), ids=together)
def test_two_faults(pair: tuple[Fault, Fault], world: Callable[..., World]):
    endure(world(), *pair)


@pytest.mark.slow
@pytest.mark.parametrize("pair", list(pairs(2, 300)), ids=together)
def test_many_pairs_of_faults(pair: tuple[Fault, Fault], world: Callable[..., World]):
    endure(world(), *pair)
