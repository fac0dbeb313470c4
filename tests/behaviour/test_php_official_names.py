"""Names that are unlike others: operations with underscores, and what is called like a call, a keyword or its like."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from toolchains import needs
from toolchains import php as toolchain

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_client import PhpClient, document

from edmund.plan.style import NameStyle

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]

WORDS = ("class", "default", "private", "self", "static", "parent", "null", "true", "function")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    members = "".join(f'<Member Name="{word}" />' for word in WORDS)
    actions = "".join(
        f'<Action Name="{name}" IsBound="true"><Parameter Name="it" Type="Shop.book" />'
        '<Parameter Name="x" Type="Edm.String" /></Action>'
        for name in ("beta_Dist", "delete", "skew", "skew_p")
    )
    drawn = (
        '<Function Name="draw" IsBound="true"><Parameter Name="it" Type="Shop.book" />'
        '<Parameter Name="width" Type="Edm.Int32" Nullable="false" />'
        '<Parameter Name="fitting" Type="Edm.String" Nullable="false" />'
        '<ReturnType Type="Edm.String" /></Function>'
    )
    types = (
        '<Annotation Term="Org.OData.Core.V1.DefaultNamespace" Bool="true" />'
        f'<EnumType Name="word">{members}</EnumType>'
        '<EntityType Name="book"><Key><PropertyRef Name="id" /></Key>'
        '<Property Name="id" Type="Edm.String" Nullable="false" />'
        f'<Property Name="word" Type="Shop.word" /></EntityType>{actions}{drawn}'
    )
    folder = tmp_path_factory.mktemp("php-official")
    books = '<EntitySet Name="books" EntityType="Shop.book" />'
    return PhpClient(folder, document(types, books), NameStyle.KIOTA)


def test_members_called_like_keywords(client: PhpClient) -> None:
    names = [f"Models\\Word::{word.upper()}" for word in WORDS if word != "class"]
    found = client.run(f"return [Models\\Word::ESCAPED_CLASS, {', '.join(names)}];")
    assert found == list(WORDS)


@pytest.mark.parametrize(
    ("place", "body", "accessor", "segment"),
    [
        ("Beta_Dist", "Beta_DistPostRequestBody", "beta_Dist", "beta_Dist"),
        ("BetaDist", "BetaDistPostRequestBody", "betaDist", "beta_Dist"),
        ("Delete", "DeletePostRequestBody", "deletePath", "delete"),
        ("Skew", "SkewPostRequestBody", "skew", "skew"),
        ("Skew_p", "Skew_pPostRequestBody", "skew_p", "skew_p"),
    ],
)
def test_bodies_of_operations(
    client: PhpClient, place: str, body: str, accessor: str, segment: str
) -> None:
    found = client.run(f"""
        $body = new Shop\\Generated\\Books\\Item\\{place}\\{body}();
        $body->setX('y');
        $sent = $client->books()->byBookId('1')->{accessor}()->toPostRequestInformation($body);
        return [$sent->url, $sent->content];
        """)
    assert found == [f"https://service.example/v1/books('1')/{segment}", '{"x":"y"}']


def test_parameters_of_functions_are_given_by_the_alphabet(client: PhpClient) -> None:
    """As the official client takes them; in the URL they stand as they are declared."""
    found = client.run("""
        return $client->books()->byBookId('1')->drawWithWidthWithFitting('fill', 3)->toGetRequestInformation()->url;
        """)
    assert found == "https://service.example/v1/books('1')/draw(width=3,fitting='fill')"


ODD_TYPES = (
    '<EntityType Name="_">'
    "<Key>"
    '<PropertyRef Name="_"/>'
    "</Key>"
    '<Property Name="_" Type="Edm.String" Nullable="false"/>'
    "</EntityType>"
    '<EntityType Name="class">'
    "<Key>"
    '<PropertyRef Name="class"/>'
    '<PropertyRef Name="this"/>'
    '<PropertyRef Name="This"/>'
    "</Key>"
    '<Property Name="class" Type="Edm.String" Nullable="false"/>'
    '<Property Name="this" Type="Edm.Int32" Nullable="false"/>'
    '<Property Name="This" Type="Edm.Int32" Nullable="false"/>'
    "</EntityType>"
    '<EntityType Name="Class">'
    "<Key>"
    '<PropertyRef Name="id"/>'
    "</Key>"
    '<Property Name="id" Type="Edm.String" Nullable="false"/>'
    '<NavigationProperty Name="Lines" Type="Collection(Shop.class)" ContainsTarget="true"/>'
    '<NavigationProperty Name="lines" Type="Collection(Shop._)" ContainsTarget="true"/>'
    "</EntityType>"
    '<EntityType Name="list">'
    "<Key>"
    '<PropertyRef Name="function"/>'
    "</Key>"
    '<Property Name="function" Type="Edm.String" Nullable="false"/>'
    "</EntityType>"
    '<ComplexType Name="requestConfiguration">'
    '<Property Name="body" Type="Edm.String"/>'
    "</ComplexType>"
    '<Action Name="do" IsBound="true">'
    '<Parameter Name="it" Type="Shop.Class"/>'
    '<Parameter Name="this" Type="Edm.String"/>'
    '<Parameter Name="body" Type="Shop.requestConfiguration"/>'
    '<Parameter Name="requestConfiguration" Type="Edm.Int32"/>'
    "</Action>"
    '<Function Name="f" IsBound="true">'
    '<Parameter Name="it" Type="Shop.Class"/>'
    '<Parameter Name="this" Type="Edm.String"/>'
    '<Parameter Name="This" Type="Edm.String"/>'
    '<Parameter Name="place" Type="Edm.Int32"/>'
    '<ReturnType Type="Edm.String"/>'
    "</Function>"
)
ODD_SETS = (
    ("_", "_"),
    ("__", "_"),
    ("orders", "class"),
    ("Orders", "Class"),
    ("ORDERS", "list"),
    ("download", "list"),
    ("send", "list"),
    ("__construct", "list"),
    ("__call", "list"),
    ("clone", "list"),
    ("class", "list"),
    ("withUrl", "list"),
)


def test_names_that_php_takes_for_one_or_for_its_own(tmp_path: Path) -> None:
    """All classes load; each entity set has a method; keys are called by keywords."""
    sets = "".join(f'<EntitySet Name="{n}" EntityType="Shop.{t}" />' for n, t in ODD_SETS)
    client = PhpClient(tmp_path, document(ODD_TYPES, sets))
    toolchain.lint(client.folder)
    urls = client.run("""
        $urls = [];
        foreach ((new ReflectionClass($client))->getMethods() as $method) {
            $next = (string) $method->getReturnType();
            $isFree = $method->getNumberOfParameters() === 0 && !$method->isConstructor();
            if ($isFree && str_ends_with($next, 'CollectionRequestBuilder')) {
                $urls[] = $method->invoke($client)->toGetRequestInformation()->url;
            }
        }
        return $urls;
        """)
    root = "https://service.example/v1"
    assert sorted(urls) == sorted(f"{root}/{name}" for name, _ in ODD_SETS)
    key = client.run("""
        $items = array_filter(get_class_methods($client->orders()), fn ($it) => str_starts_with($it, 'by'));
        return $client->orders()->{[...$items][0]}("it's", 2, 3)->toGetRequestInformation()->url;
        """)
    assert key == f"{root}/orders(class='it%27%27s',this=2,This=3)"
