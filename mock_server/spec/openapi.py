"""The API as an OpenAPI document, from the table of calls."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel

from mock_server.api.body import json_schema
from mock_server.api.calls import CALLS, Call
from mock_server.api.errors import CODES
from mock_server.api.schemas import Urls
from mock_server.faults.table import FaultSpec

PATTERNS = {"folder": {"type": "string", "enum": ["uploads", "renders"]}}
ERROR = {
    "type": "object",
    "description": "code/message, or success/error for renders, or detail for /run_sse",
}
FILE = {"type": "string", "format": "binary"}


def _form(**fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(fields),
        "properties": fields,
        "additionalProperties": False,
    }


FORMS = {
    "upload": _form(files={"type": "array", "items": FILE}),
    "project_upload": _form(file=FILE, session_id={"type": "string"}),
}


def describe(server: str) -> dict[str, Any]:
    """The OpenAPI 3.1 document of every call, `/_mock` included."""
    paths: dict[str, dict[str, Any]] = {}
    models: dict[str, Any] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call, models)
    return {
        "openapi": "3.1.0",
        "info": {"title": "NemoVideo, as mocked", "version": "4.4"},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {
            "schemas": models,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(call: Call, models: dict[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {"operationId": call.name, "summary": call.doc, "responses": _responses()}
    if call.token:
        out["security"] = [{"bearer": []}]
    if parameters := _parameters(call):
        out["parameters"] = parameters
    if content := _content(call, models):
        out["requestBody"] = {"required": True, "content": content}
    return out


def _parameters(call: Call) -> list[dict[str, Any]]:
    out = [
        {"name": name, "in": "path", "required": True,
         "schema": PATTERNS.get(name, {"type": "string", "minLength": 1})}
        for name in re.findall(r"{(\w+)}", call.path)
    ]  # fmt: skip
    if call.name == "anonymous_token":
        client = {"type": "string", "minLength": 1, "maxLength": 64}
        out.append({"name": "X-Client-Id", "in": "header", "required": True, "schema": client})
    if call.name == "usage":
        text = {"type": "string"}
        names = ("page_no", "page_size", "start_date", "end_date")
        out += [{"name": name, "in": "query", "schema": text} for name in names]
    if call.name == "claim_page":
        text = {"type": "string"}
        out.append({"name": "ct", "in": "query", "required": True, "schema": text})
    return out


def _content(call: Call, models: dict[str, Any]) -> dict[str, Any]:
    """The request body by content type; models that it refers to are added to `models`."""
    other: dict[str, type[BaseModel]] = {"upload": Urls, "_add_faults": FaultSpec}
    body = other.get(call.name, call.body)
    form = {"multipart/form-data": {"schema": FORMS[call.name]}} if call.name in FORMS else {}
    if body is None:
        return form
    schema = json_schema(body)
    models |= schema.pop("$defs", {})
    if call.name == "_add_faults":
        schema = {"type": "array", "items": schema}
    return form | {"application/json": {"schema": schema}}


def _responses() -> dict[str, Any]:
    """200 and every documented or assumed error status; no call answers anything else."""
    content = {"application/json": {"schema": ERROR}}
    statuses = sorted({status for status, _ in CODES.values()} - {200})
    errors = {str(status): {"description": "error", "content": content} for status in statuses}
    return {"200": {"description": "success, or an error code in the envelope"}, **errors}
