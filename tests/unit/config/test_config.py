"""The configuration: what it may hold, and that every mistake is shown at its line."""

import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.config import find_configuration, load_configuration, parse_configuration
from edmund.config.effective import effective_settings
from edmund.config.keys import TABLES
from edmund.config.load import SHORT_NAMES
from edmund.config.positions import key_positions
from edmund.config.schema import configuration_schema
from edmund.diagnostics import EdmundError
from edmund.targets.registry import TARGETS

SCHEMA = configuration_schema({name: target.settings for name, target in TARGETS.items()})
ROOT = Path(__file__).resolve().parents[3]

GOOD = """\
[profiles.graph]
metadata = ["graph.csdl", "notes.csdl"]
permissions = "permissions.json"
base_url = "https://graph.microsoft.com/v1.0"
target = "python"

[slices.connectors]
include_paths = ["/identity/apiConnectors/**"]

[clients.small]
profile = "graph"
slice = "connectors"
package = "small"
output = "out/small"

[clients.own]
metadata = "own.csdl"
target = "python"
package = "own"
output = "out/own"
include_types = ["ns.thing"]
settings = { version = "1.2.0" }

[sources.graph]
url = "graph-v1.0"
path = "metadata/graph.csdl"

[review]
fail_on = "warning"
severities = { property-removed = "info" }
"""


def parse(text: str, name: str = "edmund.toml") -> Any:
    return parse_configuration(text.encode(), Path("/project") / name, shown=name)


def failures(text: str, name: str = "edmund.toml") -> list[tuple[str, int, int]]:
    with pytest.raises(EdmundError) as failure:
        parse(text, name)
    return [(d.code, d.span.line, d.span.column) for d in failure.value.diagnostics if d.span]


def test_clients_share_profiles_and_slices() -> None:
    small, own = parse(GOOD).clients
    assert small.metadata == (Path("/project/graph.csdl"), Path("/project/notes.csdl"))
    assert small.permissions == Path("/project/permissions.json")
    assert small.include_paths == ("/identity/apiConnectors/**",)
    assert small.output == Path("/project/out/small")
    assert own.metadata == (Path("/project/own.csdl"),)
    assert own.include_types == ("ns.thing",)
    assert own.settings == {"version": "1.2.0"}
    assert own.base_url is None


def test_a_client_wins_over_its_profile() -> None:
    text = GOOD.replace('package = "small"', 'package = "small"\nbase_url = "https://else.example"')
    assert parse(text).clients[0].base_url == "https://else.example"


def test_origins_name_the_line_that_counts() -> None:
    small = parse(GOOD).clients[0]
    lines = {key: span.line for key, span in small.origins.items()}
    assert (lines["metadata"], lines["include_paths"], lines["package"]) == (2, 8, 13)


def test_short_names_of_sources() -> None:
    assert parse(GOOD).sources[0].url == "https://graph.microsoft.com/v1.0/$metadata"
    assert set(SHORT_NAMES) == {"graph-v1.0", "graph-beta"}


def test_review_settings() -> None:
    review = parse(GOOD).review
    assert (review.fail_on, dict(review.severities)) == ("warning", {"property-removed": "info"})


def test_pyproject_counts_lines_of_the_whole_file() -> None:
    text = '[project]\nname = "x"\n\n[[tool.other.list]]\na = 1\n\n[tool.edmund.clients.x]\npakage = "x"\n'
    assert failures(text, "pyproject.toml") == [("EDM603", 8, 1)]


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "edmund.toml").write_text(GOOD, "utf-8")
    loaded = load_configuration(tmp_path / "edmund.toml")
    assert loaded.clients[0].output == tmp_path / "out/small"


# Each mistake with the code and the place that a reader would look at.
MISTAKES = [
    ("clients = 1", ("EDM604", 1, 1)),
    ("[client.x]\n", ("EDM603", 1, 2)),
    ("[clients]\nx = 1\n", ("EDM604", 2, 1)),
    ("[clients.x]\nmetadate = 'x'\n", ("EDM603", 2, 1)),
    ("[clients.x]\nmetadata = []\n", ("EDM604", 2, 1)),
    ("[clients.x]\nmetadata = ['a',\n  2]\n", ("EDM604", 3, 3)),
    ("[clients.x]\nmetadata = ''\n", ("EDM604", 2, 1)),
    ("[clients.x]\noutput = 'a\\u0000'\n".replace("'", '"'), ("EDM604", 2, 1)),
    ("[clients.x]\nprofile = 'y'\n[profiles.z]\n", ("EDM606", 2, 1)),
    ("[profiles.x]\nslice = 'y'\n", ("EDM606", 2, 1)),
    ("[clients.x]\nsettings = {a = 1}\n", ("EDM604", 2, 13)),
    ("[clients.'a b']\n'pack age' = 1\n", ("EDM603", 2, 1)),
    ("[sources.x]\nurl = 'https://x.example'\n", ("EDM605", 1, 10)),
    ("[sources.x]\nurl='u'\npath='p'\ntimeout = true\n", ("EDM604", 4, 1)),
    ("[sources.x]\nurl='u'\npath='p'\ntimeout = 0\n", ("EDM604", 4, 1)),
    ("[review]\nfail_on = 'never'\n", ("EDM604", 2, 1)),
    ("[review]\nseverities = {a = 'bad'}\n", ("EDM604", 2, 15)),
    ("[review]\nseverities = 'bad'\n", ("EDM604", 2, 1)),
    ("\n\n[clients.x\n", ("EDM602", 3, 11)),
    ("[clients.x]\na = 1\na = 2\n", ("EDM602", 3, 6)),
    ("a = " + "[" * 10_000, ("EDM602", 0, 0)),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_mistakes_are_shown_at_their_place(text: str, expected: tuple[str, int, int]) -> None:
    assert failures(text)[0] == expected


def test_all_mistakes_at_once_in_the_order_of_the_file() -> None:
    text = "[clients.x]\nmetadate = 'x'\n[slices.y]\ninclude_path = ['x']\n"
    assert failures(text) == [("EDM603", 2, 1), ("EDM603", 4, 1)]


def test_missing_keys_are_named() -> None:
    with pytest.raises(EdmundError) as failure:
        parse("[clients.x]\nmetadata = 'x'\n")
    messages = [d.message for d in failure.value.diagnostics]
    assert messages == [f"client 'x' has no '{key}'" for key in ("target", "package", "output")]


def test_unknown_key_comes_with_a_suggestion() -> None:
    with pytest.raises(EdmundError) as failure:
        parse("[clients.x]\nmetadate = 'x'\n")
    assert failure.value.diagnostics[0].hint == "did you mean 'metadata'?"


def test_two_clients_of_one_output() -> None:
    text = GOOD.replace("out/own", "out/small")
    assert [code for code, _, _ in failures(text)] == ["EDM607"]


def test_slice_and_own_selection_do_not_go_together() -> None:
    text = GOOD.replace('slice = "connectors"', 'slice = "connectors"\ninclude_types = ["a.b"]')
    assert [code for code, _, _ in failures(text)] == ["EDM604"]


def test_not_utf8() -> None:
    with pytest.raises(EdmundError) as failure:
        parse_configuration(b"# ok\n# \xff\n", Path("/p/edmund.toml"), shown="edmund.toml")
    found = failure.value.diagnostics[0]
    assert (found.code, found.span.line if found.span else 0) == ("EDM602", 2)


def test_not_there(tmp_path: Path) -> None:
    with pytest.raises(EdmundError) as failure:
        load_configuration(tmp_path / "edmund.toml")
    assert failure.value.diagnostics[0].code == "EDM601"


def test_nearest_configuration_wins_and_a_repository_ends_the_search(tmp_path: Path) -> None:
    (tmp_path / "edmund.toml").write_text("")
    inner = tmp_path / "repository/package/deep"
    inner.mkdir(parents=True)
    assert find_configuration(inner) == tmp_path / "edmund.toml"
    (tmp_path / "repository/.git").mkdir()
    assert find_configuration(inner) is None
    shared = tmp_path / "repository/pyproject.toml"
    shared.write_text("[project]\n")
    assert find_configuration(inner) is None
    shared.write_text("[tool.edmund.clients.x]\n")
    assert find_configuration(inner) == shared


def test_this_repository_compiles_its_own_metadata() -> None:
    client = load_configuration(ROOT / "edmund.toml").clients[0]
    assert (client.package, client.output) == ("msgraph", ROOT / "generated/python")
    assert all(path.is_file() for path in client.metadata)


# --- the JSON Schema -----------------------------------------------------------------------------


def test_schema_is_a_schema_and_takes_what_loads() -> None:
    schema = SCHEMA
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(GOOD), schema)
    jsonschema.validate(tomllib.loads((ROOT / "edmund.toml").read_text("utf-8")), schema)


_FOUND_BY_NAMES_ONLY = {"EDM605", "EDM606"}  # a schema cannot look a name up in another table


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_schema_refuses_what_loading_refuses(text: str, expected: tuple[str, int, int]) -> None:
    if expected[0] in _FOUND_BY_NAMES_ONLY and "sources" not in text:
        return
    if expected[0] == "EDM602" or "\\u0000" in text:
        return
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert not validator.is_valid(tomllib.loads(text))


def test_schema_knows_exactly_the_keys_of_the_code() -> None:
    tables: Any = SCHEMA["properties"]
    assert set(tables) == {*TABLES, "names"}
    for name, (keys, _) in TABLES.items():
        table = tables[name] if name == "review" else tables[name]["additionalProperties"]
        assert set(table["properties"]) == set(keys)
        assert all(value["description"] for value in table["properties"].values())


# --- effective values ----------------------------------------------------------------------------


def test_effective_settings_say_where_they_come_from() -> None:
    found = {(s.table, s.key): s for s in effective_settings(parse(GOOD))}
    base_url = found[("clients", "small"), "base_url"]
    assert base_url.value == "https://graph.microsoft.com/v1.0"
    assert base_url.origin is not None
    assert base_url.origin.line == 4
    assert found[("clients", "own"), "base_url"].origin is None
    assert found[("sources", "graph"), "timeout"].value == 60


# --- positions of keys ---------------------------------------------------------------------------


def test_positions_in_every_kind_of_syntax() -> None:
    text = (
        "top = 1 # a = 2\n"
        "'lit' = '''\n[not.a.table]\nx = 1'''\n"
        '"bas\\"ic" = """\nno = 1 \\""" still\n""""\n'
        "[a . b]\n"
        "c.d = {e = 1, f = [1, [2,\n 3], {g = '}'}]}\n"
        "[[list]]\nx = 1\n[[list]]\nx = 2\n[list.sub]\ny = 3\n"
    )
    data = tomllib.loads(text)
    positions = key_positions(text)

    def paths(value: object, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
        items: list[tuple[str | int, object]] = []
        if isinstance(value, dict):
            items = list(value.items())
        elif isinstance(value, list):
            items = list(enumerate(value))
        return {path} | {p for key, inner in items for p in paths(inner, (*path, key))}

    assert paths(data) - {()} <= set(positions) | {("a",)}
    assert positions["top",] == (1, 1)
    assert positions["lit",] == (2, 1)
    assert positions["a", "b"] == (8, 6)
    assert positions["a", "b", "c", "d", "f", 2, "g"] == (10, 7)
    assert positions["list", 1, "x"] == (14, 1)
    assert positions["list", 1, "sub", "y"] == (16, 1)


@given(st.text(max_size=200))
def test_the_scanner_ends_on_any_text(text: str) -> None:
    key_positions(text)


@given(st.dictionaries(st.text(max_size=5), st.integers(), max_size=5))
def test_any_quoted_key_is_found(table: dict[str, int]) -> None:
    def quoted(key: str) -> str:
        escaped = "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in key)
        return f'"{escaped}"'

    text = "".join(f"{quoted(key)} = {value}\n" for key, value in table.items())
    if any(0xD800 <= ord(c) < 0xE000 for key in table for c in key):
        return
    positions = key_positions(text)
    assert {line for line, _ in positions.values()} == set(range(1, len(table) + 1))
