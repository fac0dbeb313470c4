"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgraph.runtime.builder import M
from msgraph.runtime.core import ServiceBuilder

if TYPE_CHECKING:
    from msgraph.generated.builders.identity_container import IdentityContainerBuilder


class RootBuilder(ServiceBuilder[M]):
    """The service root."""

    @property
    def identity(self) -> IdentityContainerBuilder[M]:
        """Identity features of the tenant."""
        return self._child_at("identity_container:IdentityContainerBuilder", "/identity")
