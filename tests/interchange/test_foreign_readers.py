"""What is handed over, read back by readers that are not ours: same clips, same ranges, same speeds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from support.handoffs import GALLERY, cut_of, written_to

from nemo_spec.interchange.formats import written
from nemo_spec.interchange.sequence import Cut, Item


def read_back(folder: Path, cut: Cut, ending: str, **options: Any) -> Any:
    path = written_to(folder, f"cut{ending}", written(cut, ending))
    found = otio.adapters.read_from_file(str(path), **options)
    return found if isinstance(found, otio.schema.Timeline) else next(iter(found))


def clips_of(track: Any) -> list[Any]:
    return [one for one in track if isinstance(one, otio.schema.Clip)]


def frames(clip: Any) -> tuple[int, int]:
    range_ = clip.source_range
    return round(range_.start_time.value), round(range_.duration.value)


def speed_of(clip: Any) -> float:
    warps = [e.time_scalar for e in clip.effects if isinstance(e, otio.schema.LinearTimeWarp)]
    return float(warps[0]) if warps else 1.0


def speed_played(item: Item) -> float:
    return 0.0 if item.segment.properties.get("freeze") else item.speed


@pytest.mark.parametrize("name", GALLERY)
def test_otio_reads_what_was_written(tmp_path: Path, name: str):
    cut = cut_of(name, with_nameless=True)
    timeline = read_back(tmp_path, cut, ".otio")
    assert [track.name for track in timeline.tracks] == [track.name for track in cut.tracks]
    for track, read in zip(cut.tracks, timeline.tracks, strict=True):
        clips = clips_of(read)
        places = [read.trimmed_range_of_child(clip) for clip in clips]
        begins = [round(place.start_time.value) for place in places]
        assert begins == [item.start for item in track.items]
        assert [frames(clip)[1] for clip in clips] == [item.frames for item in track.items]
        assert [speed_of(clip) for clip in clips] == [*map(speed_played, track.items)]
    assert timeline.to_json_string() + "\n" == written(cut, ".otio").decode()


@pytest.mark.parametrize("name", GALLERY)
def test_an_xml_reader_finds_every_clip_at_its_place(tmp_path: Path, name: str):
    cut = cut_of(name)
    timeline = read_back(tmp_path, cut, ".xml")
    for track, read in zip(
        [track for track in cut.tracks if track.kind != "audio"],
        [track for track in timeline.tracks if track.kind == "Video"],
        strict=True,
    ):
        clips = clips_of(read)
        begins = [round(read.trimmed_range_of_child(clip).start_time.value) for clip in clips]
        assert begins == [item.start for item in track.items]
        assert [frames(clip)[1] for clip in clips] == [item.frames for item in track.items]
        urls = [getattr(clip.media_reference, "target_url", None) for clip in clips]
        assert urls == [item.media.uri if item.media else None for item in track.items]


@pytest.mark.parametrize("name", GALLERY)
def test_an_edl_reader_finds_the_main_track(tmp_path: Path, name: str):
    """It looks at speeds only where a source is not as long as what is recorded of it."""
    cut = cut_of(name)
    timeline = read_back(tmp_path, cut, ".edl", rate=float(cut.rate))
    clips = clips_of(timeline.tracks[0])
    assert sum(frames(clip)[1] for clip in clips) == cut.main[-1].end
    moving = [one for one in zip(clips, cut.main, strict=True) if abs(one[1].speed) != 1]
    assert [speed_of(clip) for clip, _ in moving] == [item.speed for _, item in moving]


@pytest.mark.parametrize("ending", [".otio", ".xml", ".edl", ".fcpxml", ".mlt", ".v3.xml", ".ass"])
def test_the_same_timeline_is_the_same_file(ending: str):
    assert written(cut_of("product-teaser"), ending) == written(cut_of("product-teaser"), ending)


def test_an_overlapping_fade_keeps_the_frames_under_it():
    cut = cut_of("takes-for-review")
    first, second = cut.main
    (joint,) = cut.tracks[0].joints
    assert (first.end, second.start, joint.at) == (427, 427, 427)
    assert (joint.before, joint.after) == (7, 8)
    assert second.first == 250
