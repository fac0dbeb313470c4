"""Reference pages: the published one word for word, those of this repository, each format, hostile text."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

from edmund import api
from edmund.pages.overlay import OperationSamples, overlay_text

ROOT = Path(__file__).resolve().parents[3]
METADATA = ROOT / "metadata"
EXAMPLES = METADATA / "examples"
GENERATED = ROOT / "generated" / "docs"
CALL = "POST /identity/apiConnectors"


@cache
def documentation(wording: str | None = None) -> api.Documentation:
    names = ("graph-identity.csdl", "graph-identity.annotations.csdl", "edmund.vocabulary.csdl")
    loaded = api.load(
        *(METADATA / name for name in names), permissions=METADATA / "permissions.json"
    )
    sliced = api.slice(loaded, paths=["/identity/apiConnectors/**"])
    examples, _ = api.read_examples(EXAMPLES / "identity-api-connectors.http")
    words = None if wording is None else api.read_wording(EXAMPLES / wording)
    return api.Documentation(api.Samples(sliced), examples, words, style=api.Style.GRAPH)


def published() -> str:
    page = documentation("create-identityapiconnector.page.toml").call(CALL)
    return api.page_text(page, api.PageFormat.TEXT)


@needs_shared
def test_the_published_page_is_written_word_for_word() -> None:
    page = SHARED / "seed" / "create-identityapiconnector.txt"
    assert published().split() == page.read_text("utf-8").split()


def test_generated_docs_are_what_the_metadata_gives() -> None:
    pages = documentation("identity-api-connectors.docs.toml").pages()
    expected = {f"{page.path}.md": api.page_text(page, api.PageFormat.MKDOCS) for page in pages}
    expected["published/calls/post-identity-apiconnectors.txt"] = published()
    there = {
        path.relative_to(GENERATED).as_posix(): path.read_text("utf-8")
        for path in GENERATED.rglob("*")
        if path.is_file()
    }
    assert there == expected, "run `make generate`"


def test_links_between_pages_lead_to_pages() -> None:
    pages = list(documentation().pages())
    places = {f"{page.path}.md" for page in pages}
    for page in pages:
        text = api.page_text(page, api.PageFormat.MARKDOWN)
        for link in [part.partition(")")[0] for part in text.split("](")[1:]]:
            if not link.startswith("https://"):
                folder = Path(page.path).parent
                target = (Path("/") / folder / link).resolve().relative_to("/")
                assert target.as_posix() in places, f"{page.path}: {link}"


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        (api.PageFormat.MARKDOWN, "**C#**\n\n```csharp\n// Code snippets"),
        (api.PageFormat.MKDOCS, '=== "C#"\n\n    ```csharp\n    // Code snippets'),
        (api.PageFormat.LEARN, "# [C#](#tab/csharp)\n\n```csharp\n// Code snippets"),
        (api.PageFormat.TEXT, "\n// Code snippets are only available"),
    ],
)
def test_each_format_has_its_own_tabs(format_: api.PageFormat, expected: str) -> None:
    assert expected in api.page_text(documentation().call(CALL), format_)


def test_what_nobody_may_do_is_said() -> None:
    text = api.page_text(documentation().call(CALL), api.PageFormat.MARKDOWN)
    work = "| Delegated (work or school account) | APIConnectors.ReadWrite.All | Not available. |"
    assert work in text
    assert "| Delegated (personal Microsoft account) | Not supported. | Not supported. |" in text


def test_a_call_without_an_example_gets_one() -> None:
    text = api.page_text(documentation().call("GET /identity"), api.PageFormat.MARKDOWN)
    assert "graphClient.Identity.GetAsync();" in text


def test_text_of_a_schema_is_no_markup(tmp_path: Path) -> None:
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y) | `a` ```\n# no heading"
    (tmp_path / "hostile.csdl").write_text(
        (Path(__file__).parent / "shop.csdl")
        .read_text("utf-8")
        .replace(
            '<Property Name="Note" Type="Edm.String" />',
            '<Property Name="Note" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Description"'
            f' String="{hostile.replace(chr(10), "&#10;")}"/></Property>',
        ),
        "utf-8",
    )
    made = api.Documentation(api.Samples(api.load(tmp_path / "hostile.csdl")), languages=())
    (page,) = [page for page in made.pages() if page.path == "types/Shop.Order"]
    markdown = api.page_text(page, api.PageFormat.MARKDOWN)
    assert "<script>" not in markdown
    assert "](javascript:" not in markdown.replace("\\](javascript:", "")
    assert "\n# no heading" not in markdown
    (row,) = [line for line in markdown.split("\n") if "javascript" in line]
    assert row.replace("\\|", "").count("|") == 5
    words = api.page_text(page, api.PageFormat.TEXT)
    assert "<script>alert(1)</script> [x](javascript:y) | `a` ``` # no heading" in words


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("docs = 1", "1:1"),
        ("[docs]\ntitel = 'x'", "2:1"),
        ("[docs]\ntitle = 1", "2:1"),
        ("[docs.pages.'GET /x']\nsections = ['titel']", "2:13"),
        ("[docs.pages.'GET /x']\nsections = 'title'", "2:1"),
        ("[[docs.pages.'GET /x'.examples]]\nheading = 'y'", "1:31"),
        ("[other]", "1:2"),
        ("no toml", "0:0"),
    ],
)
def test_wrong_wording_is_told_at_its_place(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "docs.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(api.EdmundError) as caught:
        api.read_wording(path)
    (found,) = caught.value.diagnostics
    assert found.code == "EDM954"
    assert found.span is not None
    assert f"{found.span.line}:{found.span.column}" == place


def test_the_command_writes_pages_or_one(tmp_path: Path) -> None:
    def edmund(*arguments: str) -> subprocess.CompletedProcess[str]:
        shop = str(Path(__file__).parent / "shop.csdl")
        command = [sys.executable, "-m", "edmund", "docs", "-m", shop, *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    done = edmund("--output", "out", "--language", "python", "--pages", "learn")
    assert done.returncode == 0, done.stderr
    assert "# [Python](#tab/python)" in (tmp_path / "out" / "calls" / "get-orders.md").read_text()
    assert edmund("--call", "GET /Orders").stdout.startswith("# List Orders\n")
    wrong = edmund("--call", "GET /Nothing")
    assert wrong.returncode == 2
    assert "EDM950" in wrong.stderr
    assert edmund().returncode == 2


def test_the_overlay_is_about_the_operations_that_a_conversion_writes() -> None:
    shop = ROOT / "tests" / "unit" / "samples" / "shop.csdl"
    converted = json.loads(api.convert(shop, "openapi")[0])
    expected = {
        (path, method)
        for path, item in converted["paths"].items()
        for method in item
        if method != "parameters" and path != "/$batch"
    }
    samples = api.Samples(api.load(shop), packages={"python": "shop"})
    examples, _ = api.read_examples(shop.with_suffix(".http"))
    made = api.Documentation(samples, examples, languages=["python"])
    overlay = json.loads(made.overlay("Shop"))
    assert overlay["overlay"] == "1.0.0" and overlay["info"]["title"] == "Shop"
    found = {}
    for action in overlay["actions"]:
        match = re.fullmatch(r"\$\.paths\['(.*)'\]\.([a-z]+)", action["target"])
        assert match is not None
        path = re.sub(r"\\(.)", r"\1", match[1])
        found[path, match[2]] = action["update"]["x-codeSamples"]
    assert set(found) == expected
    sample, *_ = found["/Orders", "post"]
    assert (sample["lang"], sample["label"]) == ("python", "Python: Every kind of value")
    assert "client.orders.post(" in sample["source"]


def test_places_of_operations_are_escaped() -> None:
    samples = ({"lang": "python", "label": "Python", "source": "pass"},)
    text = overlay_text("x", [OperationSamples("/a('{b}')/\\\"", "GET", samples)])
    (action,) = json.loads(text)["actions"]
    assert action["target"] == "$.paths['/a(\\'{b}\\')/\\\\\"'].get"


RESTRICTED = """<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="s">
<EntityType Name="Thing"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.String" Nullable="false">
  <Annotation Term="Org.OData.Core.V1.Computed" Bool="true"/></Property>
<Property Name="code" Type="Edm.String" MaxLength="5" Nullable="false">
  <Annotation Term="Org.OData.Validation.V1.Pattern" String="^`a|b`{2}$"/></Property>
<Property Name="size" Type="Edm.Int32">
  <Annotation Term="Org.OData.Validation.V1.Minimum" Int="1"/></Property></EntityType>
<EntityContainer Name="C"><EntitySet Name="things" EntityType="s.Thing"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"""


def test_rules_that_a_body_can_break_are_listed(tmp_path: Path) -> None:
    (tmp_path / "s.csdl").write_text(RESTRICTED, "utf-8")
    made = api.Documentation(api.Samples(api.load(tmp_path / "s.csdl")), languages=["python"])
    text = api.page_text(made.call("POST /things"), api.PageFormat.MARKDOWN)
    table = text.partition("## Errors of validation")[2].partition("## Example")[0]
    found = [line.split(" | ")[:3] for line in table.splitlines() if line.startswith("| `")]
    assert found == [
        ["| `null`", "error", "`code`"],
        ["| `missing`", "warning", "`code`"],
        ["| `not-writable`", "warning", "`id`"],
        ["| `max-length`", "error", "`code`"],
        ["| `pattern`", "error", "`code`"],
        ["| `minimum`", "error", "`size`"],
    ]
    assert "Matches ``^`a\\|b`{2}$``." in text
    assert "Errors of validation" not in api.page_text(
        made.call("GET /things"), api.PageFormat.MARKDOWN
    )


VAULT = """<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="s">
<ComplexType Name="Door"><Property Name="pin" Type="Edm.Int32">
  <Annotation Term="Edmund.V1.Secret" Bool="true"/></Property>
  <Property Name="password" Type="Edm.String">
  <Annotation Term="Edmund.V1.Secret" Bool="false"/></Property></ComplexType>
<EntityType Name="Vault"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="doors" Type="Collection(s.Door)"/></EntityType>
<EntityContainer Name="C"><EntitySet Name="vaults" EntityType="s.Vault"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"""


def test_what_the_description_calls_secret_has_no_value_on_a_page(tmp_path: Path) -> None:
    (tmp_path / "s.csdl").write_text(VAULT, "utf-8")
    (tmp_path / "s.http").write_text(
        "GET /vaults\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n"
        '{"value": [{"id": "1", "doors": [{"pin": 4711, "note": 5, "password": "shown"}], "apiToken": "t"}]}\n'
    )
    examples, wrong = api.read_examples(tmp_path / "s.http")
    assert not wrong and examples[0].answer is not None
    loaded = api.load(tmp_path / "s.csdl")
    made = api.Documentation(api.Samples(loaded), examples, languages=["python"])
    text = api.page_text(made.call("GET /vaults"), api.PageFormat.MARKDOWN)
    assert "4711" not in text and '"pin": "******"' in text
    assert '"note": 5' in text and '"password": "shown"' in text and '"apiToken": "******"' in text
