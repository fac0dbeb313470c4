"""Reading and writing JSON through generated models, as ratios to `json`, in one process, as JSON.

python payloads.py FOLDER    the folder that holds the generated package `msgraph` for all of Graph
"""

import gc
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

ROUNDS = 15


def connectors() -> dict[str, Any]:
    certificate = {
        "thumbprint": "0EB255CC895477798BA418B378255204304897AD",
        "notAfter": 1666350522,
        "notBefore": 1508670522,
        "isActive": True,
    }
    return {
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/apiConnectors",
        "value": [
            {
                "id": f"45715bb8-13f9-4bf6-927f-{n:012d}",
                "displayName": f"Test API {n}",
                "targetUrl": f"https://someapi{n}.example/api",
                "authenticationConfiguration": {
                    "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
                    "certificateList": [certificate],
                },
            }
            for n in range(1000)
        ],
    }


def users() -> dict[str, Any]:
    return {
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users",
        "value": [
            {
                "businessPhones": [f"+1 425 555 {n:04d}"],
                "displayName": f"Person Number {n}",
                "givenName": "Person",
                "jobTitle": "Marketing Assistant",
                "mail": f"person{n}@contoso.example",
                "mobilePhone": None,
                "officeLocation": "131/1104",
                "preferredLanguage": "en-US",
                "surname": f"Number {n}",
                "userPrincipalName": f"person{n}@contoso.example",
                "accountEnabled": True,
                "createdDateTime": "2024-03-11T09:15:27Z",
                "id": f"87d349ed-44d7-43e1-9a83-{n:012d}",
            }
            for n in range(999)
        ],
    }


def ratio(ours: Callable[[], object], theirs: Callable[[], object]) -> float:
    ratios = []
    gc.collect()
    for _ in range(ROUNDS):
        start = time.perf_counter()
        theirs()
        middle = time.perf_counter()
        ours()
        ratios.append((time.perf_counter() - middle) / (middle - start))
    return statistics.median(ratios)


def measure(
    module: str, cls: str, payload: dict[str, Any], touch: Callable[[Any], None]
) -> tuple[float, float]:
    text = json.dumps(payload)
    response = getattr(importlib.import_module(f"msgraph.generated.models.{module}"), cls)

    def read() -> object:
        found = response.from_json(text)
        touch(found)
        return found

    read_ratio = ratio(read, lambda: json.loads(text))
    kept = read()
    assert json.loads(kept.to_json()) == payload  # type: ignore[attr-defined]
    return read_ratio, ratio(kept.to_json, lambda: json.dumps(payload))  # type: ignore[attr-defined]


def touch_connectors(found: Any) -> None:
    for connector in found.value:
        connector.id, connector.display_name, connector.target_url, connector.odata_type
        authentication = connector.authentication_configuration
        authentication.odata_type
        for certificate in authentication.certificate_list:
            certificate.thumbprint, certificate.not_after, certificate.not_before
            certificate.is_active, certificate.odata_type


def touch_users(found: Any) -> None:
    for user in found.value:
        user.business_phones, user.display_name, user.given_name, user.job_title, user.mail
        user.mobile_phone, user.office_location, user.preferred_language, user.surname
        user.user_principal_name, user.account_enabled, user.created_date_time, user.id
        user.odata_type


def main() -> None:
    sys.path.insert(0, sys.argv[1])
    read_c, write_c = measure(
        "identity_api_connector_collection_response",
        "IdentityApiConnectorCollectionResponse",
        connectors(),
        touch_connectors,
    )
    read_u, write_u = measure(
        "user_collection_response", "UserCollectionResponse", users(), touch_users
    )
    print(
        json.dumps(
            {
                "connectors_read": read_c,
                "connectors_write": write_c,
                "users_read": read_u,
                "users_write": write_u,
            }
        )
    )


main()
