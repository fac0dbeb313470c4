"""All calls of the API connectors on the generated Go client, and hostile input to it: tests written in Go."""

from __future__ import annotations

import json
from pathlib import Path

import go_tests
import pytest
from shared_material import SHARED, needs_shared
from toolchains import needs

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MODULE = "github.com/microsoftgraph/msgraph-sdk-go"
CALLS = HERE / "go" / "calls_of_client_test.go"
SECURITY = ROOT / "tests" / "security" / "go" / "client_security_test.go"

COVERED = {
    "SEC-299": "TestAKeyIsOneSegment",
    "SEC-300": "TestDotSegmentsAndNothingAreRefused",
    "SEC-302": "TestTextKeysAreQuotedAndEncoded",
    "SEC-303": "TestKeysAreOfTheirType",
    "SEC-305": "TestSearchAndFilterTextStaysInItsOption",
    "SEC-306": "TestHeadersWithControlCharactersAreRefused",
    "SEC-308": "TestBatchPartsAreJSON",  # of bodies of parts the runtime's own tests
    "SEC-309": "TestLinksElsewhereAreRefused",
    "SEC-311": "TestLinksElsewhereAreRefused",
    "SEC-312": "TestLinksElsewhereAreRefused",
    "SEC-314": "TestTheOriginIsTheFirstOneOnEveryPage",
    "SEC-315": "TestPagingEnds",
    "SEC-317": "TestRedirectsElsewhereAreRefused",
    "SEC-318": "TestRedirectsOfAPostAreNotFollowed",
    "SEC-320": "TestTheBaseURLIsChecked",
    "SEC-321": "TestSecretsAreNotShown",
    "SEC-323": "TestSecretsOfURLsAreNotInErrors",
    "SEC-324": "TestTypeNamesOfAPayloadAreOnlyLookedUp",
    "SEC-326": "TestSpecialNamesOfAPayloadAreData",
    "SEC-327": "TestInflationIsBounded",
    "SEC-329": "TestADownloadIsBytesAndNoFile",
    "SEC-330": "TestRetryAfterIsCapped",
    "SEC-332": "TestBatchPartsAreJSON",
    "SEC-333": "TestASilentServiceTimesOut",
}
IN_THE_RUNTIME = {"TestTextKeysAreQuotedAndEncoded", "TestKeysAreOfTheirType"}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    files = [HERE / "go" / "service_test.go", CALLS, SECURITY]
    folder = tmp_path_factory.mktemp("go-calls")
    return go_tests.results(folder, files, {MODULE: ROOT / "generated" / "go"})


@pytest.mark.parametrize("name", [*go_tests.names(CALLS), *go_tests.names(SECURITY)])
def test_in_go(name: str, results: dict[str, str]) -> None:
    assert results[name] == ""


@needs_shared
@pytest.mark.shared
def test_every_client_case_has_its_test() -> None:
    cases = json.loads((SHARED / "security" / "cases.json").read_text(encoding="utf-8"))
    found = cases["cases"] if isinstance(cases, dict) else cases
    wanted = {
        case["id"]
        for case in found
        if case["format"] == "client" and case["class"].startswith("client-")
    }
    assert wanted <= set(COVERED)
    assert set(COVERED.values()) <= {*go_tests.names(SECURITY), *IN_THE_RUNTIME}
