"""Findings say how many recorded requests had to do with what changed, for CSDL and OpenAPI."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from unit.cli.cli_run import edmund

from edmund import api

OLD = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example/api'}]
paths:
  /pets:
    get:
      parameters: [{name: limit, in: query, schema: {type: integer}}, {name: X-Tag, in: header, schema: {type: string}}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'201': {description: ok}, default: {description: bad}}
  /pets/{petId}:
    delete:
      parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: ok}}
  /toys:
    get: {responses: {'200': {description: ok}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}, age: {type: integer}, color: {$ref: '#/components/schemas/Color'}}}
    Color: {type: string, enum: [red, green]}
"""
NEW = (
    OLD.replace("{name: limit, in: query, schema: {type: integer}}, ", "")
    .replace(", {name: X-Tag, in: header, schema: {type: string}}", "")
    .replace("{name: X-Tag, in: header, schema: {type: string}}", "")
    .replace("    delete:\n", "    put:\n")
    .replace("  /toys:\n    get: {responses: {'200': {description: ok}}}\n", "")
    .replace("name: {type: string}, age: {type: integer}, ", "kind: {type: string}, ")
    .replace("[red, green]", "[red]")
)


def entry(
    method: str,
    url: str,
    *,
    body: str | None = None,
    answer: str | None = None,
    status: int = 200,
    **headers: str,
) -> dict[str, Any]:
    request: dict[str, Any] = {
        "method": method,
        "url": url,
        "headers": [{"name": n.replace("_", "-"), "value": v} for n, v in headers.items()],
    }
    if body is not None:
        request["postData"] = {"mimeType": "application/json", "text": body}
    content = {"mimeType": "application/json", "text": answer or ""}
    return {"request": request, "response": {"status": status, "headers": [], "content": content}}


ROOT = "https://shop.example/api"
ENTRIES = [
    entry("GET", f"{ROOT}/pets?limit=3", answer='[{"name": "Rex", "color": "green"}, {}]'),
    entry("GET", f"{ROOT}/pets", answer='[{"color": "red"}]', X_Tag="a"),
    entry("POST", f"{ROOT}/pets", body='{"name": "Rex"}', status=201),
    entry("DELETE", f"{ROOT}/pets/1", status=204),
    entry("GET", "https://other.example/elsewhere"),
]


def har(folder: Path, entries: Any) -> Path:
    file = folder / "recorded.har"
    file.write_text(json.dumps({"log": {"version": "1.2", "entries": entries}}), "utf-8")
    return file


def reviewed(folder: Path, old: str, new: str, ending: str, entries: Any) -> api.Report:
    for name, text in (("old", old), ("new", new)):
        (folder / f"{name}.{ending}").write_text(text, "utf-8")
    options = api.ReviewOptions(traffic=api.read_traffic(har(folder, entries)))
    return api.review_files(
        [str(folder / f"old.{ending}")], [str(folder / f"new.{ending}")], options
    )


def used_of(report: api.Report) -> Mapping[tuple[str, str], int | None]:
    return {(each.id, each.element): each.used for each in report.findings}


def test_findings_of_openapi_say_how_many_requests_they_hit(tmp_path: Path) -> None:
    report = reviewed(tmp_path, OLD, NEW, "yaml", ENTRIES)
    used = used_of(report)
    assert used["property-removed", "Pet/name"] == 2
    assert used["property-removed", "Pet/age"] == 0
    assert used["property-added", "Pet/kind"] == 3  # as often as its type
    assert used["enum-member-removed", "Color/green"] == 1
    assert used["call-removed", "GET /toys"] == 0
    assert used["call-removed", "DELETE /pets/{petId}"] == 1
    assert used["call-added", "PUT /pets/{petId}"] is None
    parameters = {element: n for (rule, element), n in used.items() if "parameter" in rule}
    assert parameters == {"GET /pets query limit": 1, "GET /pets header x-tag": 1}
    assert [note.code for note in report.notes] == ["EDM708"]


def test_severities_and_fingerprints_stay(tmp_path: Path) -> None:
    marked = reviewed(tmp_path, OLD, NEW, "yaml", ENTRIES)
    plain = api.review_files([marked.old], [marked.new])
    assert [(f.fingerprint, f.wire, f.source) for f in marked.findings] == [
        (f.fingerprint, f.wire, f.source) for f in plain.findings
    ]
    assert all(finding.used is None for finding in plain.findings)
    assert '"used"' not in api.render_report(plain, "json")


def test_reports_tell_it(tmp_path: Path) -> None:
    report = reviewed(tmp_path, OLD, NEW, "yaml", ENTRIES)
    assert "used: 2 requests" in api.render_report(report, "text")
    assert "Used: 2 requests" in api.render_report(report, "markdown")
    changes = json.loads(api.render_report(report, "json"))["changes"]
    assert {c["used"] for c in changes if c["element"] == "Pet/name"} == {2}
    assert '"used": 2' in api.render_report(report, "html").replace('"used":2', '"used": 2')


CSDL = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Thing" Abstract="true"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="Order" BaseType="Shop.Thing">
<Property Name="Note" Type="Edm.String"/><Property Name="Paid" Type="Edm.Boolean"/><Property Name="Place" Type="Shop.Place"/></EntityType>
<ComplexType Name="Place"><Property Name="City" Type="Edm.String"/><Property Name="Zip" Type="Edm.String"/></ComplexType>
<EntityContainer Name="C"><EntitySet Name="Orders" EntityType="Shop.Order"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"""
CHANGED = (
    CSDL.replace('<Property Name="Note" Type="Edm.String"/>', "")
    .replace('<Property Name="Paid" Type="Edm.Boolean"/>', "")
    .replace('<Property Name="City" Type="Edm.String"/>', "")
    .replace('<Property Name="Zip" Type="Edm.String"/>', '<Property Name="Code" Type="Edm.Int32"/>')
)
ORDERS = "https://shop.example/odata/Orders"
ORDER_ENTRIES = [
    entry(
        "GET", f"{ORDERS}?$filter=Paid%20eq%20true", answer='{"value": [{"Id": "1", "Note": "x"}]}'
    ),
    entry("POST", ORDERS, body='{"Id": "2", "Place": {"City": "Ulm"}}', status=201),
    entry("GET", f"{ORDERS}('2')", answer='{"Id": "2"}'),
]


def test_findings_of_csdl_say_how_many_requests_they_hit(tmp_path: Path) -> None:
    used = used_of(reviewed(tmp_path, CSDL, CHANGED, "csdl", ORDER_ENTRIES))
    removed = {element: n for (rule, element), n in used.items() if rule == "property-removed"}
    assert removed == {
        "Shop.Order/Note": 1,
        "Shop.Order/Paid": 1,
        "Shop.Place/City": 1,
        "Shop.Place/Zip": 0,
    }
    added = {element: n for (rule, element), n in used.items() if "property-added" in rule}
    assert added == {"Shop.Place/Code": 1}


def test_bodies_in_base64_are_read(tmp_path: Path) -> None:
    one = entry("GET", f"{ROOT}/pets")
    text = base64.b64encode(b'[{"name": "Rex"}]').decode("ascii")
    one["response"]["content"] = {"text": text, "encoding": "base64"}
    used = used_of(reviewed(tmp_path, OLD, NEW, "yaml", [one]))
    assert used["property-removed", "Pet/name"] == 1


STRANGE: list[Any] = [
    None,
    1,
    {},
    {"request": []},
    {"request": {"method": 1, "url": {}}},
    {"request": {"method": "GET", "url": f"{ROOT}/pets", "headers": {"a": 1}}, "response": 3},
    {
        "request": {
            "method": "GET",
            "url": f"{ROOT}/pets?limit=1e999999",
            "headers": [1, {"name": 2}],
        }
    },
    {"request": {"method": "GET", "url": "https://[", "headers": []}},
    {"request": {"method": "GET", "url": "/" * 100_001}},
    entry("GET", f"{ROOT}/pets", answer="[" * 100_000),
    entry("GET", f"{ROOT}/pets", answer='[{"name": "a"', status=299),
    entry("POST", f"{ROOT}/pets", body="{" * 5_000),
    entry("GET", f"{ROOT}/pets", answer="[1, null, [[]], {}]"),
    {**entry("GET", f"{ROOT}/pets"), "response": {"status": True, "content": {"text": 1}}},
]


@pytest.mark.parametrize("old_and_new", [(OLD, NEW, "yaml"), (CSDL, CHANGED, "csdl")])
def test_strange_entries_do_no_harm(old_and_new: tuple[str, str, str], tmp_path: Path) -> None:
    report = reviewed(tmp_path, *old_and_new, STRANGE)
    assert report.findings and all(
        f.used is None or f.used <= len(STRANGE) for f in report.findings
    )


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"log": {"entries": {}}}', "{", '{"log": 1}', "\xff"]
)
def test_what_is_no_archive_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "recorded.har"
    file.write_text(text, "latin-1")
    with pytest.raises(api.EdmundError, match="EDM707"):
        api.read_traffic(file)


def test_the_command_takes_traffic(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD, "utf-8")
    (tmp_path / "new.yaml").write_text(NEW, "utf-8")
    file = str(har(tmp_path, ENTRIES))
    run = edmund(tmp_path, "review", "old.yaml", "new.yaml", "--traffic", file)
    assert run.code == 1 and "used: 2 requests" in run.out and "EDM708" in run.err
    run = edmund(tmp_path, "review", "--git", "a..b", "old.yaml", "--traffic", file)
    assert run.code == 2 and "--traffic" in run.err
