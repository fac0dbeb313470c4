"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgraph.runtime.core import ServiceBuilder
from msgraph.runtime.operations import M

if TYPE_CHECKING:
    from msgraph.generated.builders.identity_container import IdentityContainerBuilder


class RootBuilder(ServiceBuilder[M]):
    """The service root."""

    @property
    def identity(self) -> IdentityContainerBuilder[M]:
        """Identity features of the tenant."""
        return self._at("identity_container:IdentityContainerBuilder", "/identity")
