"""Callers of the generated Python client: the same script on the asynchronous and the synchronous one."""

from __future__ import annotations

import asyncio
import importlib
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import TOKEN, Service
from generated_package import use_identity_client

use_identity_client()
msgraph = importlib.import_module("msgraph")


class Credential:
    """azure-identity's synchronous shape; counts how often it is asked."""

    def __init__(self, *tokens: str, lasts: float = 3600) -> None:
        self.tokens = list(tokens) or [TOKEN]
        self.lasts = lasts
        self.asked: list[tuple[str, ...]] = []

    def get_token(self, *scopes: str, **_: Any) -> Any:
        self.asked.append(scopes)
        token = self.tokens[min(len(self.asked), len(self.tokens)) - 1]
        return SimpleNamespace(token=token, expires_on=int(time.time() + self.lasts))


class AsyncCredential(Credential):
    async def get_token(self, *scopes: str, **_: Any) -> Any:
        return Credential.get_token(self, *scopes)


class Caller:
    """Runs the same script on either client: `call` awaits where there is something to await."""

    def __init__(self, asynchronous: bool, service: Service) -> None:
        self.asynchronous = asynchronous
        self.service = service
        self.loop = asyncio.new_event_loop()
        self.clients: list[Any] = []

    def client(self, credentials: Any = None, **options: Any) -> Any:
        kind = msgraph.GraphServiceClient if self.asynchronous else msgraph.SyncGraphServiceClient
        made = kind(credentials or Credential(), **{"base_url": self.service.root, **options})
        self.clients.append(made)
        return made

    def call(self, given: Any) -> Any:
        return self.loop.run_until_complete(given) if self.asynchronous else given

    def invoke(self, operation: Any, *args: Any, **kwargs: Any) -> Any:
        return self.call(operation(*args, **kwargs))

    def items(self, pages: Any) -> list[Any]:
        if not self.asynchronous:
            return list(pages)

        async def collected() -> list[Any]:
            return [item async for item in pages]

        return self.loop.run_until_complete(collected())

    def close(self) -> None:
        for client in self.clients:
            self.call(client.close())
        self.loop.close()
