"""`edmund inspect --plan`: JSON, whatever a description says."""

from __future__ import annotations

import json
from pathlib import Path

from unit.cli.cli_run import edmund

OPENAPI = r"""
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /animals:
    get:
      parameters: [{name: "a\x1b[31m\x7f\u202e", in: query, schema: {type: string}}]
      responses: {'204': {description: ''}}
"""


def test_text_of_a_description_stays_text(tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text(OPENAPI, encoding="utf-8")
    run = edmund(tmp_path, "inspect", "--plan", "-m", "zoo.yaml")
    assert run.code == 0
    assert run.out.isascii()
    assert not {"\x1b", "\x7f"} & set(run.out)
    call = json.loads(run.out)["resources"]["/animals"]["calls"][0]
    assert call["parameters"][0]["name"] == "a\x1b[31m\x7f\u202e"


def test_a_name_beside_the_plan_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text(OPENAPI, encoding="utf-8")
    run = edmund(tmp_path, "inspect", "--plan", "-m", "zoo.yaml", "Pet")
    assert run.code == 2
    assert "--plan is of the whole service" in run.err
