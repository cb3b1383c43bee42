"""Which layers of a draft were written by hand, where another line may have any number of its own.

`captions` takes whatever the service hears: by the draft alone, each caption may be one of those. The
journal knows better: a caption whose line has gone from the recipe must not pass for what was heard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from nemo_spec.compile import Instruction
from nemo_spec.run.session.journal import Step
from nemo_spec.timeline.deltas import AddUnknownLayers
from nemo_spec.timeline.model import Role, Segment, Timeline
from nemo_spec.verbs.phrasing import quoted

Key = tuple[object, ...]


def open_roles(steps: Iterable[Instruction]) -> set[Role]:
    """The kinds of layers of which these instructions may lay any number."""
    deltas = (delta for step in steps for delta in step.deltas)
    return {delta.role for delta in deltas if isinstance(delta, AddUnknownLayers)}


def as_one(sentences: Iterable[str]) -> str:
    """Sentences in which what is quoted can be looked for at once: quotes escape what divides them."""
    return "\0".join(sentences)


def quotes(sentences: str, layer: Segment) -> bool:
    """Whether these sentences quote what a layer shows or plays."""
    return _quote(layer) in sentences


def asked(step: Step) -> list[str]:
    """What a message asked for: a repair also quotes what it removes."""
    return [step.subject] if step.kind == "instruct" else [*step.result.get("met", ())]


def written(
    draft: Timeline,
    roles: set[Role],
    sentences: str,
    heard: Callable[[], Iterable[Segment]],
) -> set[str]:
    """The places in the draft of the layers of these kinds that the sentences quote, but for as many as
    were `heard` to say the same: those that stand where they were heard, before others."""
    found = [layer for layer in draft.layers if layer.role in roles and quotes(sentences, layer)]
    if not found:
        return set()
    there = list(heard())
    left = Counter[Key](layer.texts for layer in there)
    spans = set(map(_span, there))
    found.sort(key=lambda layer: _span(layer) not in spans)
    return {layer.place for layer in found if not _taken(left, layer.texts)}


def heard_by(
    opening: Sequence[Instruction], messages: Sequence[Step], draft_of: Callable[[str], Timeline]
) -> Iterator[Segment]:
    """What the messages of a session have laid for these lines, beyond what they quote. Raises
    JournalError."""
    lines, roles = {step.text for step in opening}, open_roles(opening)
    for message in messages:
        if message.after and lines.intersection(message.result.get("met", ())):
            before = draft_of(message.before).layers if message.before else ()
            known, sentences = Counter(map(_span, before)), as_one(asked(message))
            new = (
                layer for layer in draft_of(message.after).layers if not _taken(known, _span(layer))
            )
            yield from _unquoted([layer for layer in new if layer.role in roles], sentences)


def _unquoted(layers: Iterable[Segment], sentences: str) -> Iterator[Segment]:
    """The layers but for as many of each text as the sentences quote."""
    quotes = Counter[tuple[str, ...]]()
    for layer in layers:
        quotes[layer.texts] += 1
        if quotes[layer.texts] > sentences.count(_quote(layer)):
            yield layer


def _taken(left: Counter[Key], key: Key) -> bool:
    """Whether one of these was left, which then is taken."""
    if not left[key]:
        return False
    left[key] -= 1
    return True


def _quote(layer: Segment) -> str:
    return quoted((*layer.texts, layer.name)[0])


def _span(layer: Segment) -> Key:
    return layer.role, layer.texts, layer.start, layer.end
