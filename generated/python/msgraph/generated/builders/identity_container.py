"""Request builders around microsoft.graph.identityContainer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgraph.runtime.operations import M, Reads, Updates

if TYPE_CHECKING:
    from msgraph.generated.builders.identity_api_connector import (
        IdentityContainerApiConnectorsCollectionBuilder,
    )
    from msgraph.generated.models.identity_container import IdentityContainer


class IdentityContainerBuilder(Reads[M, "IdentityContainer"], Updates[M, "IdentityContainer"]):
    """The entry point of identity features."""

    _type = "microsoft.graph.identityContainer"

    @property
    def api_connectors(self) -> IdentityContainerApiConnectorsCollectionBuilder[M]:
        """The API connectors of the tenant."""
        return self._at(
            "identity_api_connector:IdentityContainerApiConnectorsCollectionBuilder",
            "/apiConnectors",
        )
