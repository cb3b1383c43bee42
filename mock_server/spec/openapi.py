"""The API as an OpenAPI document, from the table of calls."""

from __future__ import annotations

import re
from typing import Any

from mock_server.api.errors import CODES
from mock_server.api.handlers.uploads import URLS
from mock_server.api.routes import CALLS, Call
from mock_server.api.schema import Field
from mock_server.faults.table import COMMON

PATTERNS = {"folder": {"type": "string", "enum": ["uploads", "renders"]}}
ERROR = {
    "type": "object",
    "description": "code/message, or success/error for renders, or detail for /run_sse",
}
UPLOAD = {
    "multipart/form-data": {
        "schema": {
            "type": "object",
            "required": ["files"],
            "properties": {
                "files": {"type": "array", "items": {"type": "string", "format": "binary"}}
            },
            "additionalProperties": False,
        }
    },
    "application/json": {"schema": URLS.openapi()},
}
FAULT = Field("object", fields=COMMON)


def describe(server: str) -> dict[str, Any]:
    """The OpenAPI 3.1 document of every call, `/_mock` included."""
    paths: dict[str, dict[str, Any]] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call)
    return {
        "openapi": "3.1.0",
        "info": {"title": "NemoVideo, as mocked", "version": "4.4"},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
    }


def _operation(call: Call) -> dict[str, Any]:
    out: dict[str, Any] = {
        "operationId": call.name,
        "summary": call.doc,
        "responses": _responses(),
    }
    if call.token:
        out["security"] = [{"bearer": []}]
    if parameters := _parameters(call):
        out["parameters"] = parameters
    if content := _content(call):
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
    if call.name == "claim_page":
        text = {"type": "string"}
        out.append({"name": "ct", "in": "query", "required": True, "schema": text})
    return out


def _content(call: Call) -> dict[str, Any]:
    if call.name == "upload":
        return UPLOAD
    if call.name == "_add_faults":
        return {"application/json": {"schema": {"type": "array", "items": FAULT.openapi()}}}
    if call.body is None:
        return {}
    return {"application/json": {"schema": call.body.openapi()}}


def _responses() -> dict[str, Any]:
    """200 and every documented or assumed error status; no call answers anything else."""
    content = {"application/json": {"schema": ERROR}}
    statuses = sorted({status for status, _ in CODES.values()} - {200})
    errors = {str(status): {"description": "error", "content": content} for status in statuses}
    return {"200": {"description": "success, or an error code in the envelope"}, **errors}
