"""Walks every operation of the official SDK on a generated client and compares method and URL.

    python official_calls.py FOLDER ORACLE    FOLDER holds the generated package `msgraph`, ORACLE the list

Prints JSON: how many there are, how many give the same request, and what is missed by cause. Nothing is
sent: an operation's request is a value.
"""

from __future__ import annotations

import gzip
import inspect
import json
import re
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

BASE = "https://graph.microsoft.com/v1.0"
STEP = re.compile(r"(\w+)(?:\(([^()]*)\))?\.?")
TAIL = re.compile(r"(\?[^{]*\{[^?]*)?(\{[?&][^}]*\})?$")


def snake(name: str) -> str:
    """A placeholder of a URL template as the argument that fills it (`{user%2Did1}`: user_id1)."""
    name = re.sub(r"[^A-Za-z0-9]+", "_", unquote(name))
    return re.sub(r"(?<!^)(?<!_)([A-Z])", r"_\1", name).lower()


def value_for(annotation: str, name: str) -> tuple[object, str]:
    """An argument of the annotated type, and how it stands in a URL."""
    known: list[tuple[str, tuple[object, str]]] = [
        ("str", (f"v-{name}", f"v-{name}")),
        ("bool", (True, "true")),
        ("int", (7, "7")),
        ("datetime", (datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC), "2024-05-06T07:08:09Z")),
        ("date", (date(2024, 5, 6), "2024-05-06")),
        ("float", (1.5, "1.5")),
    ]
    words = set(re.findall(r"\w+", annotation)) - ({"str"} if " | str" in annotation else set())
    return next((made for word, made in known if word in words), known[0][1])


def walk(client: Any, chain: str) -> tuple[Any, dict[str, str]]:
    """The builder that a chain leads to, and the text that each of its arguments became."""
    place, texts = client, {}
    for name, arguments in STEP.findall(chain):
        step = getattr(place, name)
        if not callable(step) or not hasattr(step, "__func__"):
            place = step
            continue
        parameters = inspect.signature(step).parameters
        given = [a for a in arguments.split(",") if a]
        positional = len(given) == 1 and len(parameters) == 1
        values = {}
        for argument in given:
            key = next(iter(parameters)) if positional else argument
            value, texts[argument] = value_for(str(parameters[key].annotation), argument)
            values[key] = value
        place = step(**values)
    return place, texts


def expected_path(url: str, texts: dict[str, str]) -> str:
    template = TAIL.sub("", url.removeprefix("{+baseurl}"))
    return re.sub(r"\{([^}]*)\}", lambda m: texts.get(snake(m[1]), m[0]), template)


def miss(client: Any, wanted: dict[str, Any]) -> str | None:
    """Why an operation of the oracle gives another request, or None when it gives the same."""
    try:
        place, texts = walk(client, wanted["chain"])
        call = getattr(place, wanted["method"])
        needed = inspect.signature(call._make).parameters
        request = call.request(*([None] if "body" in needed else []))
    except AttributeError:
        return "no such accessor or method"
    except (TypeError, KeyError, ValueError) as error:
        return f"{type(error).__name__}: {re.sub(r'[0-9]+', 'N', str(error))[:60]}"
    path = unquote(request.url.partition("?")[0]).removeprefix(BASE)
    if request.method.lower() != wanted["method"]:
        return "another method"
    return None if path == expected_path(wanted["url"], texts) else "another URL"


class NoCredential:
    """Never asked: nothing is sent."""

    def get_token(self, *scopes: str) -> object:
        raise AssertionError(scopes)


def main() -> None:
    sys.path.insert(0, sys.argv[1])
    from msgraph import SyncGraphServiceClient

    client = SyncGraphServiceClient(NoCredential(), base_url=BASE)
    oracle = json.loads(gzip.decompress(Path(sys.argv[2]).read_bytes()))
    causes: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    for wanted in oracle:
        cause = miss(client, wanted)
        if cause is not None:
            causes[cause] += 1
            examples.setdefault(cause, []).append(f"{wanted['method']} {wanted['chain']}")
    same = len(oracle) - causes.total()
    shown = {cause: found[:: max(1, len(found) // 5)][:5] for cause, found in examples.items()}
    print(json.dumps({"total": len(oracle), "same": same, "causes": causes, "examples": shown}))


if __name__ == "__main__":
    main()
