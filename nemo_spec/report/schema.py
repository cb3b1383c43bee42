"""The JSON schema of a plan, as `nemo-spec plan --json` prints it."""

from __future__ import annotations

import inspect
from typing import Any

from nemo_spec.recipe.plan import EditPlan
from nemo_spec.verbs.base import VERBS, Slot, Statement, syntax_of, verb_of

ID = "urn:nemo-spec:plan:1"
"""The number is the plan's `version`: it is raised when what is there changes its meaning."""

_PLAN = {
    "version": "The version of this shape.",
    "recipe": "The name of the recipe: its file without folder and extension.",
    "language": "The language of the instructions, such as `en` or `zh-CN`.",
    "materials": "The clips in order. One that is bound to no file yet has an empty path.",
    "statements": "What the recipe says, in order; `let`, `use` and variables are resolved.",
}
_SHARED = {
    "Range": (
        "range",
        "A range of the timeline, its end excluded.",
        {
            "start": "Milliseconds from the start; a negative number counts from the end.",
            "end": "Milliseconds from the start, or `end`.",
        },
    ),
    "Sweep": (
        "sweep",
        "An even change from one number to another.",
        {"start": "In the unit of the value.", "end": "In the unit of the value."},
    ),
    "Decibels": (
        "decibels",
        "A volume as meters show it.",
        {"db": "0 is as recorded, below is quieter."},
    ),
    "Spot": (
        "spot",
        "A place in the frame.",
        {"x": "Percent of the width, from the left.", "y": "Percent of the height, from the top."},
    ),
    "Material": (
        "material",
        "A clip: a video, a picture or a sound.",
        {
            "name": "What the service calls it: the file name without folder.",
            "path": "Where it lies; empty when it is to be given on the command line.",
            "length": "Milliseconds; null when nobody has measured it.",
            "still": "Whether it is a picture.",
            "width": "Pixels, 0 when unknown.",
            "height": "Pixels, 0 when unknown.",
            "sounds": "How many sound tracks it has; null when unknown.",
            "audio": "Which of them is heard, from 1; null for the one that the file names.",
            "quiet": "The silences of its sound as pairs of milliseconds; null when not measured.",
            "heard_by": "How they were found: by `level` or by `voice`, or `nothing` is to be heard; empty "
            "when not measured.",
            "remarks": "What a finished video cannot show of it as it is, such as HDR.",
            "is_sound": "Whether it is a sound without a picture or a cover.",
            "cover": "Where the picture lies of which and of the sound a video is made; else empty.",
        },
    ),
    "Cue": (
        "cue",
        "A caption: its start and end in milliseconds, its text, its number and line in the file, and "
        "the properties that the file gives it.",
        {},
    ),
}
"""What is shared by statements: its name, its description, its properties."""


def plan_schema() -> dict[str, Any]:
    """The schema as JSON data (draft 2020-12)."""
    made = EditPlan.model_json_schema(mode="serialization")
    definitions = made.pop("$defs")
    for resolved in ("Let", "Use"):
        del definitions[resolved]
    names = {name: _name_of(name) for name in definitions}
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "A nemo-spec plan",
        **_cleaned(made, names),
        "description": "What a recipe asks for, with nothing left to look up.",
    }
    for key, text in _PLAN.items():
        schema["properties"][key]["description"] = text
    schema["required"] = list(_PLAN)
    schema["$defs"] = {
        names[name]: _described(name, _cleaned(definition, names))
        for name, definition in definitions.items()
    }
    return schema


def _classes() -> dict[str, type[Statement]]:
    """The verbs by the names of their classes."""
    return {statement.__name__: statement for statement in VERBS.values()}


def _name_of(class_name: str) -> str:
    if class_name in _SHARED:
        return _SHARED[class_name][0]
    return f"statement-{verb_of(_classes()[class_name]).replace(' ', '-')}"


def _described(class_name: str, definition: dict[str, Any]) -> dict[str, Any]:
    if class_name in _SHARED:
        title, description, texts = _SHARED[class_name]
    else:
        statement = _classes()[class_name]
        title, description = verb_of(statement), _paragraph(statement)
        texts = {slot.field: _meaning(slot) for slot in syntax_of(statement).slots}
        definition["required"] = ["verb", *definition.get("required", [])]
    for key, text in texts.items():
        definition["properties"][key]["description"] = text
    return {"title": title, **definition, "description": description}


def _paragraph(statement: type[Statement]) -> str:
    return " ".join((inspect.getdoc(statement) or "").split())


def _meaning(slot: Slot) -> str:
    unit = f" ({slot.kind.stored})" if slot.kind and slot.kind.stored else ""
    return f"`{slot.plain}`: {slot.about}{unit}"


def _cleaned(node: Any, names: dict[str, str], *, holds_names: bool = False) -> Any:
    """Without titles made of field names and without private keys; references follow the names."""
    if isinstance(node, list):
        return [_cleaned(item, names) for item in node if not _is_gone(item, names)]
    if not isinstance(node, dict):
        return node
    kept = {}
    for key, value in node.items():
        if key in _PRIVATE and not holds_names:
            continue
        if key == "$ref":
            kept[key] = f"#/$defs/{names[value.rpartition('/')[2]]}"
        else:
            kept[key] = _cleaned(value, names, holds_names=key == "properties")
    return kept


_PRIVATE = ("title", "option", "sample", "discriminator")


def _is_gone(node: Any, names: dict[str, str]) -> bool:
    return isinstance(node, dict) and node.get("$ref", "").rpartition("/")[2] not in ("", *names)
