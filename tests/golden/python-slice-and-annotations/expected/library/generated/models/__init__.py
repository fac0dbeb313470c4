"""The models: each is loaded from its module when it is first asked for."""

from typing import Any


def __getattr__(name: str) -> Any:
    from library.runtime.registry import class_called

    return class_called(name)
