"""A property of any JSON is read, changed and written as it came."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest
from generated_package import generate

CSDL = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="cells" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="Json"/>
<ComplexType Name="Range"><Property Name="values" Type="cells.Json"/></ComplexType>
</Schema></edmx:DataServices></edmx:Edmx>"""


def test_arrays_of_arrays_are_read_changed_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "cells.csdl"
    source.write_text(CSDL, "utf-8")
    monkeypatch.syspath_prepend(str(generate([source], tmp_path / "out", "anyjson")))
    range_ = importlib.import_module("anyjson.generated.models.range").Range
    found = range_.from_json('{"values":[[1,"a",null],[2.50,true]]}')
    assert found.values[0] == [1, "a", None]
    found.values[0][0] = 9
    assert found.to_json() == '{"values":[[9,"a",null],[2.50,true]]}'
    found.values = [["x"]]
    assert found.to_json() == '{"values":[["x"]]}'
    assert found.validate() == []
    for name in [name for name in sys.modules if name.startswith("anyjson")]:
        del sys.modules[name]
