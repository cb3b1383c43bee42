"""Facts about envelopes, tokens, claims and credits."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from nemo_spec.conformance.facts import fact
from nemo_spec.conformance.verdicts import NotTestable, expect
from nemo_spec.conformance.world import World, needed
from nemo_spec.nemo.raw_client import Answer

_WEEK = 604_800
_DAY = timedelta(days=1)


@fact("envelope")
def check_envelope(world: World) -> str:
    good, bad = world.credits(), world.state("1")
    expect(good.fields.get("code") == 0 and isinstance(good.fields.get("data"), dict), "no code 0")
    expect(isinstance(bad.fields.get("code"), int) and bad.code != 0, _said(bad, "an error"))
    return ""


@fact("bearer")
def check_bearer(world: World) -> str:
    path = "/api/credits/balance/simple"
    for token in (None, "nmv_usr_wrong"):
        answer = world.client.ask("GET", path, token=token)
        what = "no token" if token is None else "an unknown token"
        expect(answer.code == 1001, _said(answer, what))
    return "an expired one cannot be tried"


@fact("anonymous-token", spends=True)
def check_anonymous_token(world: World) -> str:
    _, answer = world.new_token()
    data = _token(answer).data
    expect(str(data.get("token", "")).startswith("nmv_usr_"), "the token is no nmv_usr_…")
    expect(str(data.get("user_id", "")).startswith("anon_"), "the user is no anon_…")
    expect(data.get("credits") == 100, f"it holds {data.get('credits')} credits")
    left = _moment(data.get("expires_at")) - datetime.now(UTC)
    expect(abs(left - timedelta(days=7)) < _DAY, f"it expires in {left.total_seconds():.0f} s")
    return ""


@fact("client-id-missing")
def check_client_id_missing(world: World) -> str:
    answer = world.ask_for_token(None)
    expect(answer.code == 400, _said(answer, "no X-Client-Id"))
    return ""


@fact("one-token", spends=True)
def check_one_token(world: World) -> str:
    answer = _second_token(world)
    expect(answer.code == 429, _said(answer, "a second token for one client"))
    return ""


@fact("retry-after", spends=True)
def check_retry_after(world: World) -> str:
    after = _second_token(world).headers.get("retry-after")
    if after is None:
        raise NotTestable("the answer names no pause")
    expect(after == "30", f"it asks for {after}")
    return ""


def _second_token(world: World) -> Answer:
    client, first = world.new_token()
    _token(first)
    return world.ask_for_token(client)


def _token(answer: Answer) -> Answer:
    if answer.code == 429:
        raise NotTestable("this address gets no more tokens for now")
    expect(not answer.problem, answer.problem)
    return answer


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@fact("claim", spends=True)
def check_claim(world: World) -> str:
    answer = world.claim()
    expect(not answer.problem, answer.problem)
    expect(str(answer.data.get("claim_token", "")).startswith("clm_"), "the token is no clm_…")
    expect(answer.data.get("expires_in") == _WEEK, f"expires_in {answer.data.get('expires_in')}")
    return ""


@fact("claim-no-api", spends=True)
def check_claim_no_api(world: World) -> str:
    token = str(needed(world.claim(), "the claim token").data.get("claim_token"))
    answer = world.client.ask("GET", "/api/credits/balance/simple", token=token)
    expect(answer.code == 1001, _said(answer, "a claim token"))
    return ""


@fact("claim-page", spends=True)
def check_claim_page(world: World) -> str:
    token = str(needed(world.claim(), "the claim token").data.get("claim_token"))
    address = f"{world.client.settings.web_url}/workspace/claim?ct={token}"
    answer = world.client.ask("GET", address, token=None, attribution=False)
    expect(answer.status in (200, 302, 303, 307), f"HTTP {answer.status}")
    return ""


@fact("credits")
def check_credits(world: World) -> str:
    data = world.credits().data
    numbers = [data.get(key) for key in ("available", "frozen", "total")]
    expect(all(isinstance(n, int | float) for n in numbers), f"only {', '.join(map(str, data))}")
    available, frozen, total = (float(n or 0) for n in numbers)
    expect(total == available + frozen, f"{total:g} is not {available:g} + {frozen:g}")
    return ""


@fact("price-session", spends=True)
def check_price_session(world: World) -> str:
    paid = world.edit().paid
    expect(25 <= paid <= 75, f"the first edit cost {paid:g} credits")
    return f"{paid:g} credits"


@fact("price-clip", spends=True)
def check_price_clip(world: World) -> str:
    world.edit()
    before = world.available()
    if before < 150:
        raise NotTestable(f"needs 150 credits, and there are {before:g}")
    needed(world.instruct('Generate a clip of 2 seconds: "a city at night".'), "the instruction")
    paid = before - world.available()
    expect(50 <= paid <= 150, f"a clip cost {paid:g} credits")
    return f"{paid:g} credits"


@fact("price-export", spends=True)
def check_price_export(world: World) -> str:
    paid = world.render().paid
    expect(paid == 0, f"an export cost {paid:g} credits")
    return ""


def _said(answer: Answer, what: str) -> str:
    """`no token gave 200`."""
    words = re.sub(r"^the service answered with .*?: ", "", answer.problem)
    return f"{what} gave {answer.code or answer.status}{f' ({words})' if words else ''}"
