"""`nemo-spec schema`: what it says, and that plans keep to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.golden_cases import without_defaults

from nemo_spec.cli.main import main
from nemo_spec.recipe.plan import EditPlan
from nemo_spec.report.schema import plan_schema
from nemo_spec.verbs.base import VERBS

PLANS = sorted((Path(__file__).parents[1] / "cases" / "ok").glob("*.plan.json"))
SCHEMA = plan_schema()


def complaints(node: dict[str, Any], data: Any, at: str = "plan") -> Iterator[str]:
    """Where data does not keep to a schema, for the keywords that the plan's schema uses."""
    if "$ref" in node:
        node = {**SCHEMA["$defs"][node["$ref"].rpartition("/")[2]], **node}
    if "const" in node and data != node["const"]:
        yield f"{at}: {data!r} instead of {node['const']!r}"
    if "enum" in node and data not in node["enum"]:
        yield f"{at}: {data!r} is none of {node['enum']}"
    for key in ("anyOf", "oneOf"):
        fitting = [way for way in node.get(key, []) if not list(complaints(way, data, at))]
        if (key in node and not fitting) or (key == "oneOf" and len(fitting) > 1):
            yield f"{at}: fits {len(fitting)} of {key}"
    if "type" in node and not is_a(node["type"], data):
        yield f"{at}: {data!r} is no {node['type']}"
        return
    if isinstance(data, dict):
        yield from object_complaints(node, data, at)
    if isinstance(data, list):
        yield from array_complaints(node, data, at)
    is_number = isinstance(data, int | float) and not isinstance(data, bool)
    if is_number and not node.get("minimum", data) <= data <= node.get("maximum", data):
        yield f"{at}: {data} is out of bounds"


def object_complaints(node: dict[str, Any], data: dict[str, Any], at: str) -> Iterator[str]:
    properties = node.get("properties", {})
    yield from (f"{at}: no {key}" for key in node.get("required", []) if key not in data)
    if node.get("additionalProperties") is False:
        yield from (f"{at}: {key} is unknown" for key in data if key not in properties)
    for key, value in data.items():
        if key in properties:
            yield from complaints(properties[key], value, f"{at}.{key}")


def array_complaints(node: dict[str, Any], data: list[Any], at: str) -> Iterator[str]:
    if not node.get("minItems", 0) <= len(data) <= node.get("maxItems", len(data)):
        yield f"{at}: {len(data)} items"
    kinds = node.get("prefixItems") or [node.get("items", {})] * len(data)
    for index, (kind, item) in enumerate(zip(kinds, data, strict=False)):
        yield from complaints(kind, item, f"{at}[{index}]")


def is_a(kind: str, data: Any) -> bool:
    if isinstance(data, bool) or data is None:
        return kind == {bool: "boolean"}.get(type(data), "null")
    kinds = {"string": str, "integer": int, "number": (int, float), "array": list, "object": dict}
    return kind in kinds and isinstance(data, kinds[kind])


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name.partition(".")[0])
def test_a_plan_keeps_to_the_schema_and_reads_back(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    assert list(complaints(SCHEMA, data)) == []
    plan = EditPlan.model_validate(data, strict=False)
    assert without_defaults(plan) == data
    whole = json.loads(plan.model_dump_json())
    assert list(complaints(SCHEMA, whole)) == []
    assert EditPlan.model_validate(whole, strict=False) == plan


def test_a_plan_of_the_version_before_keeps_to_the_schema_and_reads_as_the_same() -> None:
    """It has every key; one without those that hold a default says the same."""
    before = json.loads((Path(__file__).parent / "interview.plan-1.json").read_text("utf-8"))
    assert list(complaints(SCHEMA, before)) == []
    short = json.loads((PLANS[0].parent / "interview.plan.json").read_text("utf-8"))
    assert before != short
    for material in short["materials"]:
        del material["sounds"]  # which that version did not measure
    plan = EditPlan.model_validate(before, strict=False)
    assert plan == EditPlan.model_validate(short, strict=False)
    said = json.loads(plan.model_dump_json())
    for old, new in zip(before["statements"], said["statements"], strict=True):
        assert old.items() <= new.items()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"version": 2}, "instead of 1"),
        ({"extra": 1}, "extra is unknown"),
        ({"statements": [{"verb": "titel"}]}, "fits 0 of oneOf"),
        ({"statements": [{}]}, "fits 0 of oneOf"),
        ({"statements": [{"verb": "speed", "factor": 11}]}, "fits 0 of oneOf"),
        (
            {"statements": [{"verb": "cut", "ranges": [{"start": "0s", "end": 1}]}]},
            "fits 0 of oneOf",
        ),
        ({"statements": [{"verb": "let"}]}, "fits 0 of oneOf"),
    ],
)
def test_what_is_no_plan_is_told_apart(change: dict[str, Any], expected: str) -> None:
    data = json.loads(PLANS[0].read_text(encoding="utf-8")) | change
    assert expected in " ".join(complaints(SCHEMA, data))


def test_everything_in_the_schema_is_described_in_plain_words() -> None:
    text = json.dumps(SCHEMA)
    names = [statement.__name__ for statement in VERBS.values()] + [
        "EditPlan",
        "Material",
        "Stretch",
    ]
    for name in names:
        assert not re.search(rf"\b{name}\b(?=\")", text) or name.lower() == name
    assert not re.search(r'"title": "[A-Z]', text.replace('"title": "A nemo-spec plan"', ""))
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name
        for key, node in definition.get("properties", {}).items():
            assert key == "verb" or node.get("description"), f"{name}.{key}"
    for key, node in SCHEMA["properties"].items():
        assert node["description"], key


def test_every_verb_of_a_plan_has_its_shape() -> None:
    verbs = {
        definition["properties"]["verb"]["const"]
        for definition in SCHEMA["$defs"].values()
        if "verb" in definition.get("properties", {})
    }
    expected = {statement.model_fields["verb"].default for statement in VERBS.values()}
    assert verbs == expected - {"let", "use"}


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == json.loads(json.dumps(SCHEMA))
    assert printed["$id"].endswith(":1")
    assert printed["properties"]["version"]["const"] == 1
