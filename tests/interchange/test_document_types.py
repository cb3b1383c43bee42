"""What is handed over as XML, against the document types that its readers publish.

That of MLT comes with melt; Apple's, FCPXMLv1_10.dtd, with Final Cut: name its file in FCPXML_DTD.
"""

from __future__ import annotations

import os
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from lxml import etree
from support.handoffs import GALLERY, cut_of

from nemo_spec.interchange.formats import written
from nemo_spec.interchange.sequence import Marker

pytestmark = pytest.mark.slow
OF_MLT = next(Path("/usr/share").glob("mlt*/xml/mlt-xml.dtd"), None)
OF_APPLE = os.environ.get("FCPXML_DTD")


def assert_valid(name: str, ending: str, document_type: str) -> None:
    cut = replace(cut_of(name), markers=[Marker(0, 0, "One"), Marker(20, 5, "Two")])
    dtd = etree.DTD(StringIO(document_type))
    assert dtd.validate(etree.fromstring(written(cut, ending))), dtd.error_log


@pytest.mark.skipif(OF_MLT is None, reason="needs melt (make test-handoff)")
@pytest.mark.parametrize("name", GALLERY)
@pytest.mark.parametrize("ending", [".mlt", ".kdenlive"])
def test_mlt_is_what_its_document_type_says(name: str, ending: str):
    assert OF_MLT
    wrong, meant = "properties property >", "properties (property)* >"  # no parser reads the first
    assert_valid(name, ending, OF_MLT.read_text("utf-8").replace(wrong, meant).partition("?>")[2])


@pytest.mark.skipif(not OF_APPLE, reason="needs Apple's document type (FCPXML_DTD)")
@pytest.mark.parametrize("name", GALLERY)
def test_fcpxml_is_what_its_document_type_says(name: str):
    assert OF_APPLE
    assert_valid(name, ".fcpxml", Path(OF_APPLE).read_text("utf-8"))
