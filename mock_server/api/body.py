"""JSON bodies: parsed strictly, checked against pydantic models, described as JSON Schema."""

from __future__ import annotations

import json
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError

from mock_server.api.errors import ApiError

Model = TypeVar("Model", bound=BaseModel)


class Body(BaseModel):
    """A JSON object. It refuses unknown fields, null, NaN and values of another type.

    Validators are built on first use: most runs of a mock need few of them.
    """

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown(cls, value: Any) -> Any:
        for name in value if isinstance(value, dict) else ():
            if name not in cls.model_fields:
                facts = {"name": name[:100], "known": ", ".join(cls.model_fields) or "none"}
                raise PydanticCustomError("unknown_field", "unknown field `{name}`", facts)
        return value


class Empty(Body):
    """The body of calls that take none."""


def optional(doc: str = "", **rules: Any) -> Any:
    """A field that may be missing; null is refused. `rules` are those of `pydantic.Field`."""
    return Field(default=None, description=doc or None, **rules)


class _Schemas(GenerateJsonSchema):
    """Without the None that stands for a missing field, and without titles of fields."""

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a body; the models inside it stand under `$defs`."""
    template = "#/components/schemas/{model}"
    return model.model_json_schema(schema_generator=_Schemas, ref_template=template)


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


def check(
    value: object, model: type[Model], place: str = "body", *, strict: bool | None = None
) -> Model:
    """Check a parsed body; unless `strict`, texts such as "5" pass for numbers.

    Raises ApiError 501 for a field that is not documented, 422 for a wrong or missing one.
    """
    try:
        return model.model_validate(value, strict=strict)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise _refusal(min(found, key=lambda one: one["type"] != "unknown_field"), place) from None


def _refusal(found: Any, place: str) -> ApiError:
    loc = [place, *map(str, found["loc"])]
    where = ".".join(loc)
    if found["type"] == "unknown_field":
        facts = found["ctx"]
        return ApiError(501, f"{found['msg']} in {where}; known: {facts['known']}")
    value = found["input"]
    shown = None if isinstance(value, dict | list) else str(value)[:100]
    issue = {"type": found["type"], "loc": loc, "msg": found["msg"], "input": shown}
    return ApiError(422, f"{where}: {found['msg']}", issues=[issue])
