"""Which generated names a finding touches."""

from __future__ import annotations

from pathlib import Path

import pytest
from review.reviewing import review, schema

from edmund import api
from edmund.config import load_configuration
from edmund.review.symbols import Naming, name_findings

NAMES = Naming(
    "python", {}, {"n.T": "T", "n.T/targetUrl": "T.target_url", "n.go": "GoRequestBuilder"}
)
KEY = (
    '<Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" />'
)


def named(old: str, new: str) -> dict[str, tuple[str, ...]]:
    found = name_findings(review(schema(old), schema(new)), [NAMES])
    return {f.element: f.symbols for f in found}


def test_a_property_has_its_own_name_and_else_that_of_its_type() -> None:
    old = f'<EntityType Name="T">{KEY}<Property Name="targetUrl" Type="Edm.String" /></EntityType>'
    new = f'<EntityType Name="T">{KEY}<Property Name="other" Type="Edm.Guid" /></EntityType>'
    assert named(old, new) == {
        "n.T/targetUrl": ("T.target_url",),
        "n.T/other": ("T",),
    }


def test_an_overload_has_the_name_of_its_operation() -> None:
    entity = f'<EntityType Name="T">{KEY}</EntityType>'
    action = '<Action Name="go" IsBound="true"><Parameter Name="it" Type="n.T" />{}</Action>'
    extra = '<Parameter Name="x" Type="Edm.String" />'
    assert named(entity + action.format(""), entity + action.format(extra)) == {
        "n.go(n.T)/x": ("GoRequestBuilder",)
    }


def test_what_no_client_has_touches_nothing() -> None:
    assert named("", '<ComplexType Name="Else" />') == {"n.Else": ()}


DOCUMENT = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">{}<EntityContainer Name="C">
<EntitySet Name="things" EntityType="n.T"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"""
UNDERSCORE = (
    f'<EntityType Name="T">{KEY}{{}}<NavigationProperty Name="_Order" Type="n.T"/></EntityType>'
)
ADDED = UNDERSCORE.format('<Property Name="Order" Type="Edm.String"/>')


def reviewed(folder: Path, configuration: str, old: str, new: str) -> api.Report:
    (folder / "edmund.toml").write_text(configuration)
    for name, body in (("old", old), ("new", new)):
        (folder / f"{name}.csdl").write_text(DOCUMENT.format(body))
    clients = load_configuration(folder / "edmund.toml").clients
    return api.review_files(
        [str(folder / "old.csdl")],
        [str(folder / "new.csdl")],
        api.ReviewOptions(clients=tuple(clients)),
    )


CLIENT = """[clients.{0}]
metadata = "new.csdl"
target = "{0}"
package = "org.example"
output = "out/{0}"
"""


@pytest.mark.parametrize(
    ("target", "names"),
    [
        ("python", ["T.order", "T.order_2"]),
        ("csharp", ["T.Order", "T.Order_2"]),
        ("go", ["T.GetOrder", "T.GetOrder_2"]),
        ("java", ["T.getOrder", "T.getOrder_2"]),
        ("php", ["T::getOrder", "T::getOrder2"]),
        ("typescript", ["T.order", "T.order_2"]),
    ],
)
def test_a_name_that_another_property_takes_over_breaks_source(
    tmp_path: Path, target: str, names: list[str]
) -> None:
    report = reviewed(tmp_path, CLIENT.format(target), UNDERSCORE.format(""), ADDED)
    found = {f.element: f for f in report.findings if f.id == "generated-name-changed"}
    assert found["n.T/_Order"].source.word == "breaking"
    assert found["n.T/_Order"].detail["names"] == {target: names}


def test_names_are_those_of_the_client_that_is_generated(tmp_path: Path) -> None:
    """Outside the slice there is a type that would take the plain name."""
    body = f'<EntityType Name="T">{KEY}<Property Name="{{}}" Type="n.password"/></EntityType>'
    types = '<ComplexType Name="Password"/><ComplexType Name="password"><Property Name="hint{}" Type="Edm.String"/></ComplexType>'
    configuration = CLIENT.format("python") + 'include_types = ["n.T"]\n'
    report = reviewed(
        tmp_path,
        configuration,
        types.format("") + body.format("p"),
        types.format("s") + body.format("p"),
    )
    assert {f.element: f.symbols for f in report.findings}["n.password/hint"] == ("Password.hint",)
