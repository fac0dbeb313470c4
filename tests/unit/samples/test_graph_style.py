"""Samples with the text of Microsoft's documentation, white space aside."""

from functools import cache
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

from edmund import api

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "metadata" / "examples" / "identity-api-connectors.http"
PAGE = SHARED / "seed" / "create-identityapiconnector.txt"
LANGUAGES = ("csharp", "go", "java", "php", "python")


@cache
def texts(language: str) -> dict[str, str]:
    metadata = ("graph-identity.csdl", "graph-identity.annotations.csdl", "edmund.vocabulary.csdl")
    service = api.Samples(api.load(*(ROOT / "metadata" / name for name in metadata)))
    examples, _ = api.read_examples(EXAMPLES)
    written, _ = service.write(examples, [language], api.Style.GRAPH)
    return {each.example.name or "": each.text for each in written}


def words(text: str) -> str:
    return " ".join(text.split())


@needs_shared
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["create-with-basic-authentication", "create-with-certificate"])
def test_a_sample_of_the_page_is_the_page_s(name: str, language: str) -> None:
    assert words(texts(language)[name]) in words(PAGE.read_text("utf-8"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("csharp", "requestConfiguration.QueryParameters.Top = 10;"),
        ("go", 'Select: [] string {"id","displayName","targetUrl"},'),
        ("java", "requestConfiguration.queryParameters.top = 10;"),
        ("php", "$queryParameters->select = ['id','displayName','targetUrl'];"),
        ("python", 'select = ["id","displayName","targetUrl"],'),
    ],
)
def test_query_options_are_those_of_the_official_client(language: str, expected: str) -> None:
    assert expected in texts(language)["list"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("csharp", 'await graphClient.Identity.ApiConnectors["ID"].DeleteAsync();'),
        ("go", 'graphClient.Identity().ApiConnectors().ByIdentityApiConnectorId("ID").Delete('),
        ("java", 'graphClient.identity().apiConnectors().byIdentityApiConnectorId("ID").delete();'),
        ("php", "byIdentityApiConnectorId('ID')->delete()->wait();"),
        ("python", 'by_identity_api_connector_id("ID").delete()'),
    ],
)
def test_a_call_without_an_answer_keeps_none(language: str, expected: str) -> None:
    text = texts(language)["delete"]
    assert expected.replace("ID", "45715bb8-13f9-4bf6-927f-ef96c102d394") in text
    assert "result" not in text
    assert "err :=" not in text


def test_the_other_style_has_no_such_text() -> None:
    with pytest.raises(api.EdmundError, match="EDM951"):
        service = api.Samples(api.load(Path(__file__).parent / "shop.csdl"))
        service.write((), ["typescript"], api.Style.GRAPH)
