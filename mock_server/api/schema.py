"""Shapes of JSON bodies: checked loudly, and printed as OpenAPI."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from mock_server.api.errors import ApiError

KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}


@dataclass(frozen=True)
class Field:
    """One field of a body. An object without `fields` may hold any keys."""

    kind: str
    doc: str = ""
    required: bool = False
    fields: Mapping[str, Field] | None = None
    items: Field | None = None
    choices: tuple[str, ...] = ()
    example: object = None
    low: float | None = None
    high: float | None = None

    def openapi(self) -> dict[str, Any]:
        out: dict[str, Any] = {"type": self.kind}
        if self.doc:
            out["description"] = self.doc
        if self.choices:
            out["enum"] = list(self.choices)
        if self.example is not None:
            out["example"] = self.example
        if self.low is not None:
            out["minimum"] = self.low
        if self.high is not None:
            out["maximum"] = self.high
        if self.items is not None:
            out["items"] = self.items.openapi()
        if self.fields is not None:
            out["properties"] = {name: field.openapi() for name, field in self.fields.items()}
            out["required"] = [name for name, field in self.fields.items() if field.required]
            out["additionalProperties"] = False
        return out


def parse(raw: bytes) -> Any:
    """Strict JSON: UTF-8, no NaN, no lone surrogates. Raises ApiError 422."""
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except RecursionError:
        raise _malformed("nested too deeply") from None
    except ValueError as error:
        raise _malformed(str(error)[:200]) from None
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _malformed(why: str) -> ApiError:
    issue = {"type": "json_invalid", "loc": ["body"], "msg": f"JSON decode error: {why}"}
    return ApiError(422, f"the body is not JSON: {why}", issues=[issue])


def check(value: object, field: Field, place: str = "body") -> None:
    """Raises ApiError 501 for a field that is not documented, 422 for a wrong or missing one."""
    if not _fits(value, field.kind):
        raise _wrong(place, f"must be {_article(field.kind)}", value)
    if field.choices and value not in field.choices:
        raise _wrong(place, f"must be one of {', '.join(field.choices)}", value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        _check_bounds(value, field, place)
    if isinstance(value, dict) and field.fields is not None:
        _check_object(value, field.fields, place)
    if isinstance(value, list) and field.items is not None:
        for index, item in enumerate(value):
            check(item, field.items, f"{place}[{index}]")


def _check_bounds(value: float, field: Field, place: str) -> None:
    too_low = field.low is not None and value < field.low
    if too_low or (field.high is not None and value > field.high):
        raise _wrong(place, f"must be from {field.low} to {field.high}", value)


def _check_object(value: dict[str, Any], fields: Mapping[str, Field], place: str) -> None:
    for name in value:
        if name not in fields:
            known = ", ".join(fields) or "none"
            raise ApiError(501, f"unknown field `{name[:100]}` in {place}; known: {known}")
    for name, field in fields.items():
        if name in value:
            check(value[name], field, f"{place}.{name}")
        elif field.required:
            raise _wrong(f"{place}.{name}", "is missing", None)


def _fits(value: object, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return isinstance(value, KINDS[kind])


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def _wrong(place: str, why: str, value: object) -> ApiError:
    issue = {
        "type": "missing" if why == "is missing" else "value_error",
        "loc": place.split("."),
        "msg": f"{place} {why}",
        "input": None if isinstance(value, dict | list) else str(value)[:100],
    }
    return ApiError(422, f"{place} {why}", issues=[issue])
