"""Clips: named in the recipe or given on the command line, bound to files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.grammar import Token
from nemo_spec.language.source import Span
from nemo_spec.recipe.variables import Scope, is_name
from nemo_spec.verbs.join import Placing
from nemo_spec.verbs.material import Library, Material
from nemo_spec.verbs.project import Clip

_COVER = (
    'write `cover "picture.png"` to make a video of it, or `music from "…"` to lay it under one'
)
PICTURE_LASTS = 5000
"""Milliseconds for which a picture stands when the recipe does not say."""


@dataclass(slots=True)
class Clips:
    """The clips of one recipe by name, in order.

    `waiting` are paths of the command line; `places` tells where the file of each file name lies.
    `picture` is what clips show that are a sound alone, `sounds` those of them, by name, with the place
    that names them.
    """

    library: Library
    waiting: list[str]
    materials: dict[str, Material] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    picture: Material | None = None
    sounds: dict[str, Span | None] = field(default_factory=dict)

    def bind_in_order(self) -> list[Diagnostic]:
        """Without `clip` statements: the clips of the command line, or one that is still to come."""
        found = []
        for path in self.waiting or [""]:
            name = unique(stem(path) or "clip", self.materials)
            found += self._add(name, path, None, in_recipe=False)
        self.waiting = []
        return found

    def bind(self, clip: Clip, spans: dict[str, Span], whole: Span) -> list[Diagnostic]:
        """One `clip` statement."""
        if not is_name(clip.name):
            cure = "use letters, digits and `_`"
            return [Diagnostic("E106", "not a clip name", spans["name"], cure)]
        if clip.name in self.materials:
            cure = "give it another name"
            return [Diagnostic("E203", f"clip `{clip.name}` is named twice", spans["name"], cure)]
        span = spans.get("path", whole)
        if clip.path is not None:
            found = self._add(clip.name, clip.path, span, in_recipe=True)
        else:
            path = self.waiting.pop(0) if self.waiting else ""
            found = self._add(clip.name, path, span, in_recipe=False)
        return [*found, *self._shown_for(clip, spans), *self._heard_from(clip, spans)]

    def refuse(self, tokens: Sequence[Token]) -> None:
        """A `clip` that was refused still defines its name, and takes its clip of the command line."""
        if not any(token.type == "TEXT" for token in tokens) and self.waiting:
            self.waiting.pop(0)
        for name in [str(token) for token in tokens if token.type == "WORD"][:1]:
            self.materials.setdefault(name, Material(name, ""))

    def joined(
        self, placing: Placing, spans: Sequence[Span], whole: Span, scope: Scope
    ) -> tuple[Placing, list[Diagnostic]]:
        """The statement with the files of its clips; `spans` are where they are named."""
        found = []
        for name, span in zip(placing.clips, spans, strict=True):
            if name not in self.materials:
                cure = scope.suggest(name, list(self.materials), f'write `clip {name} "…"` above')
                found.append(Diagnostic("E240", f"unknown clip `{name[:40]}`", span, cure))
        for name in [name for name in self.materials if name not in placing.clips]:
            message = f"clip `{name}` is not in the `{placing.verb}`, and will not be used"
            found.append(Diagnostic("W241", message, whole, "add it, or delete its `clip` line"))
        known = tuple(self.materials[name] for name in placing.clips if name in self.materials)
        return placing.model_copy(update={"materials": known}), found

    def cover(self, path: str, span: Span) -> list[Diagnostic]:
        """One `cover` statement: the picture for all clips that are a sound alone."""
        if self.picture is not None:
            return [Diagnostic("E221", "a recipe has one cover", span, "delete one")]
        found = self.library.clip(path, span.source)
        if isinstance(found, Diagnostic):
            return [found._replace(span=span)]
        self.picture = found
        if not found.still:
            return [Diagnostic("E243", f"{found.name} is not a picture", span, "name a picture")]
        return [one for name, place in self.sounds.items() for one in self._covered(name, place)]

    def _covered(self, name: str, span: Span | None) -> list[Diagnostic]:
        """Give a sound the picture."""
        assert self.picture is not None
        self.materials[name] = self.materials[name].covered(self.picture)
        return self._placed(self.materials[name], span)

    def leftovers(self) -> list[Diagnostic]:
        """Sounds that have no picture, and paths of the command line that no `clip` has taken."""
        found = [
            Diagnostic("E243", f"{material.name} has no picture", self.sounds.get(name), _COVER)
            for name, material in self.materials.items()
            if material.is_sound
        ]
        return found + self._not_taken()

    def _not_taken(self) -> list[Diagnostic]:
        if not self.waiting:
            return []
        message = (
            f"more clips on the command line than the recipe names: {', '.join(self.waiting[:3])}"
        )
        return [Diagnostic("E240", message, None, "write `clip NAME` for each")]

    def _add(self, name: str, path: str, span: Span | None, *, in_recipe: bool) -> list[Diagnostic]:
        self.materials[name] = Material(name, path)
        if not path:
            return []
        found = self.library.clip(path, span.source if in_recipe and span else None)
        if isinstance(found, Diagnostic):
            return [found._replace(span=span if in_recipe else None)]
        self.materials[name] = replace(found, length=PICTURE_LASTS) if found.still else found
        if found.is_sound:
            self.sounds[name] = span if in_recipe else None
            return self._covered(name, span) if self.picture else []
        return self._placed(found, span)

    def _placed(self, found: Material, span: Span | None) -> list[Diagnostic]:
        """Note where a file of that name lies."""
        if self.places.setdefault(found.name, found.path) != found.path:
            cure = "rename one of them: the service tells uploads apart by name"
            return [Diagnostic("E241", f"two clips have the file name {found.name}", span, cure)]
        return []

    def _shown_for(self, clip: Clip, spans: dict[str, Span]) -> list[Diagnostic]:
        material = self.materials[clip.name]
        if clip.duration is None:
            return []
        if not material.still and (material.width or material.is_sound):
            cure = "shorten a video with `keep`"
            message = "only a picture is shown `for` a time"
            return [Diagnostic("E242", message, spans["duration"], cure)]
        self.materials[clip.name] = replace(material, length=clip.duration)
        return []

    def _heard_from(self, clip: Clip, spans: dict[str, Span]) -> list[Diagnostic]:
        material = self.materials[clip.name]
        if not clip.audio:
            return []
        self.materials[clip.name] = replace(material, audio=clip.audio)
        if material.still or (material.sounds is not None and clip.audio > material.sounds):
            tracks = {0: "no sound track", 1: "one sound track"}
            has = tracks.get(material.sounds or 0, f"{material.sounds} sound tracks")
            cure = "leave `audio` out" if (material.sounds or 0) < 2 else "name one of them"
            return [Diagnostic("E244", f"{material.name} has {has}", spans["audio"], cure)]
        return []


def stem(path: str) -> str:
    """The file name without folders and extension."""
    name = PurePath(path).name
    return name.rpartition(".")[0] or name


def unique(name: str, taken: Sequence[str] | dict[str, Material]) -> str:
    while name in taken:
        name += "_"
    return name
