"""Names of the official PHP SDK that are unlike others: operations with underscores, and called like calls."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from php_client import PhpClient, document

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]

WORDS = ("class", "default", "private", "self", "static", "parent", "null", "true", "function")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    members = "".join(f'<Member Name="{word}" />' for word in WORDS)
    actions = "".join(
        f'<Action Name="{name}" IsBound="true"><Parameter Name="it" Type="Shop.book" />'
        '<Parameter Name="x" Type="Edm.String" /></Action>'
        for name in ("beta_Dist", "delete")
    )
    types = (
        '<Annotation Term="Org.OData.Core.V1.DefaultNamespace" Bool="true" />'
        f'<EnumType Name="word">{members}</EnumType>'
        '<EntityType Name="book"><Key><PropertyRef Name="id" /></Key>'
        '<Property Name="id" Type="Edm.String" Nullable="false" />'
        f'<Property Name="word" Type="Shop.word" /></EntityType>{actions}'
    )
    folder = tmp_path_factory.mktemp("php-official")
    return PhpClient(folder, document(types, '<EntitySet Name="books" EntityType="Shop.book" />'))


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
