"""A filter graph under construction: inputs by number, chains by label."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from mock_server.media.probe import Media, input_options
from mock_server.render.tones import TONE_RATE, Samples
from mock_server.state import private_files

# One thread decodes pictures of so many pixels faster than they are encoded, and several of them cost more.
SMALL = 1280 * 720


@dataclass
class Graph:
    """Inputs and chains of one ffmpeg run. Temporary files go to `folder`.

    Chains hold only numbers and names chosen here: text from outside goes into files.
    """

    folder: Path
    inputs: list[list[str]] = field(default_factory=list)
    chains: list[str] = field(default_factory=list)

    def file(self, media: Media, *options: str, begin: float = 0.0) -> int:
        """Add a media file, read from `begin` (s) on, with options like `-t`; returns the input's
        number."""
        alone = ["-threads", "1"] if media.width * media.height <= SMALL else []
        self.inputs.append([*alone, *options, *input_options(media, begin)])
        return len(self.inputs) - 1

    def sound(self, samples: Samples[float], *options: str) -> int:
        """Add synthesised sound (mono, TONE_RATE); returns the input's number."""
        name = f"tone{len(self.inputs)}.f32"
        private_files.write(self.folder / name, samples.tobytes())
        kind = ["-f", "f32le" if sys.byteorder == "little" else "f32be"]
        form = [*kind, "-ar", str(TONE_RATE), "-ac", "1"]
        self.inputs.append([*options, *form, "-i", name])
        return len(self.inputs) - 1

    def chain(self, filters: str, *sources: str) -> str:
        """Add filters behind the labels `sources`; returns the label of what comes out."""
        label = f"p{len(self.chains)}"
        self.chains.append("".join(f"[{s}]" for s in sources) + f"{filters}[{label}]")
        return label

    def fork(self, source: str, kind: str = "split", count: int = 2) -> tuple[str, ...]:
        """Labels with the same content."""
        labels = tuple(f"f{len(self.chains)}x{number}" for number in range(count))
        self.chains.append(f"[{source}]{kind}={count}" + "".join(f"[{one}]" for one in labels))
        return labels

    def text(self) -> str:
        """The graph as ffmpeg reads it."""
        return ";\n".join(self.chains) + "\n"
