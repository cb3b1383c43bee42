"""`python -m mock_server.spec.fidelity > docs/mock-fidelity.md` writes the page from the tables."""

from __future__ import annotations

import sys
from typing import Any

from mock_server.api.calls import CALLS, SOCKET
from mock_server.api.errors import CODES
from mock_server.faults.table import FAULTS, FaultKind, Parameter, choices, common
from mock_server.spec.facts import FACTS, Fact

HEAD = """\
# How faithful the mock is

Generated from the tables in `mock_server`; do not edit. *Documented* is what the service's own
documents say or what was recorded from the framework it is built on; *assumed* is the mock's own
choice where no source says anything. A documented fact may be carried out with an assumed detail,
which then says so.
"""


def as_json() -> dict[str, Any]:
    """The facts for tools."""
    keys = ("id", "endpoint", "text", "how", "source", "status")
    return {"facts": [{key: getattr(fact, key) for key in keys} for fact in FACTS]}


def page() -> str:
    """The whole page."""
    counts = {
        status: sum(fact.status == status for fact in FACTS) for status in ("documented", "assumed")
    }
    parts = [
        HEAD,
        f"{counts['documented']} facts are documented, {counts['assumed']} are assumed.\n",
        "## Calls\n",
        _table(
            ("name", "call", "what"),
            [
                (f"`{call.name}`", f"`{call.method} {call.path}`", call.doc)
                for call in (*CALLS, *SOCKET)
            ],
        ),
    ]
    for title, status in (("Documented", "documented"), ("Assumed", "assumed")):
        rows = [_fact(fact) for fact in FACTS if fact.status == status]
        parts += [f"## {title}\n", _table(("fact", "call", "what", "the mock", "source"), rows)]
    parts += [
        "## Error codes\n",
        _table(
            ("code", "HTTP", "meaning"),
            [(str(code), str(status), text) for code, (status, text) in CODES.items()],
        ),
    ]
    parts += [
        "## Faults\n",
        FAULTS_HEAD,
        _table(
            ("fault", "what", "calls", "parameters"),
            [_fault(name, kind) for name, kind in FAULTS.items()],
        ),
    ]
    parts += [
        "Every fault also takes:\n",
        _table(
            ("parameter", "what"),
            [(f"`{name}`", doc) for name, doc in common().items() if name != "fault"],
        ),
    ]
    return "\n".join(parts).rstrip() + "\n"


FAULTS_HEAD = """\
`POST /_mock/faults` with `{"fault": "claimed_not_applied", "match": "title"}` or a list of such;
on the command line `--fault claimed_not_applied:match=title` (values without commas).
"""


def _fact(fact: Fact) -> tuple[str, ...]:
    endpoint = f"`{fact.endpoint}`" if fact.endpoint else "all"
    return (f"`{fact.id}`", endpoint, fact.text, fact.how, fact.source)


def _fault(name: str, kind: FaultKind) -> tuple[str, ...]:
    calls = ", ".join(f"`{call}`" for call in kind.calls) or "any"
    params = "; ".join(f"`{key}` {_param(one)}" for key, one in kind.params.items())
    return (f"`{name}`", kind.doc, calls, params)


def _param(parameter: Parameter) -> str:
    doc, known = parameter[1].description or "", choices(parameter)
    return f"{doc} ({', '.join(known)})" if known else doc


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return (
        "\n".join(
            "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
        )
        + "\n"
    )


if __name__ == "__main__":
    sys.stdout.write(page())
