"""The html report in a real browser: it opens, filters, and runs nothing that a schema brings."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from machine import slowness
from review.hostile import ATTACKS, hostile_report
from review.reviewing import load, review, schema
from shared_material import SHARED, needs_shared

from edmund.review.report.data import Report
from edmund.review.report.html import render_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
in_browser = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=4000",
)
# Runs after the report's own script: uses it as a reader would, and leaves what it saw in the page.
DRIVER = """
<script>
(() => {
  const seen = {};
  const count = () => document.getElementById("count").textContent;
  const set = (id, value) => { const e = document.getElementById(id); e.value = value; e.dispatchEvent(new Event("input")); };
  const first = () => (document.querySelector(".row .element") || {}).textContent;
  try { %s } catch (error) { seen.error = String(error.stack); }
  document.body.setAttribute("data-seen", JSON.stringify(seen));
})();
</script></body>"""


def run(page: str, folder: Path, steps: str) -> dict[str, Any]:
    """What `steps` found. The driver is no script of the report's, so the policy is taken out for it."""
    import json

    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    path = folder / "report.html"
    path.write_text(page.replace("</body>", DRIVER % steps), "utf-8")
    dom = dump(path, folder)
    found = re.search(r'data-seen="([^"]*)"', dom)
    assert found is not None, dom[:2000]
    return json.loads(found[1].replace("&quot;", '"').replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))  # type: ignore[no-any-return]


def dump(path: Path, folder: Path) -> str:
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


def small() -> Report:
    old = (
        '<ComplexType Name="Cat"><Property Name="name" Type="Edm.String" /></ComplexType>\n'
        '<ComplexType Name="Dog"><Property Name="bark" Type="Edm.String" />\n'
        '<Property Name="bone" Type="Edm.Int32" /></ComplexType>'
    )
    new = (
        '<ComplexType Name="Cat"><Property Name="name" Type="Edm.String" />'
        '<Property Name="purr" Type="Edm.String" /></ComplexType>\n'
        '<ComplexType Name="Dog"><Property Name="bark" Type="Edm.String" Nullable="false" /></ComplexType>'
    )
    before, after = schema(old), schema(new)
    texts = {s.name: s.data.decode().split("\n") for s in (*before.sources, *after.sources)}
    return Report("1.0", "1.1", review(before, after), texts)


@in_browser
def test_filters_work(tmp_path: Path) -> None:
    report = small()
    assert [f.id for f in report.findings] == [
        "nullable-tightened",
        "property-removed",
        "removed-without-deprecation",
        "property-added",
    ]
    seen = run(
        render_html(report),
        tmp_path,
        """
        seen.all = count();
        set("search", "purr"); seen.search = [count(), first()]; set("search", "");
        set("severity", "breaking"); seen.breaking = count(); set("severity", "");
        set("rule", "property-removed"); seen.rule = [count(), first()]; set("rule", "");
        set("namespace", "n"); seen.namespace = count(); set("namespace", "");
        set("direction", "both"); seen.both = count();
        set("direction", "");
        set("search", "no such thing"); seen.none = [count(), document.getElementById("detail").textContent];
        document.getElementById("clear").click(); seen.reset = count();
        document.querySelectorAll(".row")[3].click();
        seen.detail = document.querySelector("#detail h2").textContent;
        seen.here = [...document.querySelectorAll(".code.here")].map((e) => e.textContent);
        seen.sides = document.querySelectorAll(".side pre").length;
        seen.chart = document.getElementById("chart").getAttribute("aria-label");
        """,
    )
    assert seen["all"] == "4 of 4 findings"
    assert seen["search"] == ["1 of 4 findings", "n.Cat/purr"]
    assert seen["breaking"] == "3 of 4 findings"
    assert seen["rule"] == ["1 of 4 findings", "n.Dog/bone"]
    assert seen["namespace"] == seen["both"] == seen["reset"] == "4 of 4 findings"
    assert seen["none"] == ["0 of 4 findings", "No finding matches the filters."]
    assert seen["detail"] == "property n.Cat/purr is added"
    assert seen["sides"] == 2
    assert any('Name="purr"' in str(line) for line in seen["here"])
    assert "3 breaking" in str(seen["chart"])


@in_browser
def test_hostile_text_stays_text(tmp_path: Path) -> None:
    report = hostile_report()
    path = tmp_path / "report.html"
    path.write_text(render_html(report), "utf-8")
    dom = dump(path, tmp_path)
    assert "owned</title>" not in dom
    assert f"{len(ATTACKS)} of {len(ATTACKS)} findings" in dom  # the page's own script ran
    seen = run(
        render_html(report),
        tmp_path,
        """
        seen.title = document.title;
        seen.images = document.images.length;
        seen.scripts = document.scripts.length;
        seen.bold = document.querySelectorAll("main b b, .versions b").length;
        seen.messages = JSON.parse(document.getElementById("data").textContent).changes.map((c) => c.message);
        """,
    )
    assert seen["title"] != "owned" and seen["images"] == 0 and seen["bold"] == 0
    assert seen["scripts"] == 3  # data, the report's, this driver
    for attack in ATTACKS[:2]:
        assert any(attack in str(m) for m in seen["messages"])


def test_the_page_loads_nothing_and_allows_its_own_script_alone() -> None:
    page = render_html(hostile_report())
    head = page[: page.index("<body>")]
    assert "default-src 'none'" in head and "script-src 'sha256-" in head
    markup = page[: page.index('<script type="application/json"')]
    assert not re.search(r"(src|href)=|url\(|@import", markup)
    data = page[page.index('id="data">') + 10 : page.index("</script>")]
    assert "<" not in data and ">" not in data and "&" not in data
    assert page.count("</script>") == 2


def test_marks_in_a_schema_are_not_filled_in() -> None:
    page = render_html(replace(hostile_report(), old="@@DATA@@", new="@@SCRIPT@@"))
    assert "<title>Schema review: @@DATA@@ → @@SCRIPT@@</title>" in page


@pytest.mark.shared
@needs_shared
@in_browser
def test_the_largest_pair_opens_and_filters_in_under_a_second(tmp_path: Path) -> None:
    folder = SHARED / "metadata"
    old = load(folder / "graph-v1.0-annotated-2023-05.xml")
    new = load(folder / "graph-v1.0-2026-08.csdl")
    texts = {s.name: s.data.decode().split("\n") for s in (*old.sources, *new.sources)}
    report = Report("2023", "2026", review(old, new), texts)
    page = render_html(report)
    seen = run(
        page,
        tmp_path,
        """
        seen.ready = performance.now();
        const start = performance.now();
        set("search", "user"); set("severity", "breaking"); set("search", ""); set("severity", "");
        document.getElementById("list").scrollTop = 1e6;
        seen.filters = (performance.now() - start) / 4;
        seen.rows = document.querySelectorAll(".row").length;
        seen.all = count();
        """,
    )
    print({k: seen[k] for k in ("ready", "filters", "rows")}, f"{len(page) / 1e6:.1f} MB")
    assert seen["all"] == f"{len(report.findings)} of {len(report.findings)} findings"
    bound = 1000 * slowness()
    assert float(str(seen["ready"])) < bound and float(str(seen["filters"])) < bound
    assert int(str(seen["rows"])) < 100  # only what can be seen exists
