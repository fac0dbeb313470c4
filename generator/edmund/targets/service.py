"""What a client is called after when its user does not say."""

from __future__ import annotations

from edmund.model.elements import Model

__all__ = ["service_container"]


def service_container(model: Model) -> str | None:
    """The qualified name of the service's own container: the first that no other extends (CSDL XML 4.01, section 13.1)."""
    extended = {container.extends for container in model.containers}
    own = [c.name for c in model.containers if c.name not in extended]
    return own[0] if own else None
