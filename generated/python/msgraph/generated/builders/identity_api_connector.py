"""Request builders around microsoft.graph.identityApiConnector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from msgraph.runtime.model import Model
from msgraph.runtime.operations import Entity, M, operation, PagedBuilder, Request, RequestBuilder
from msgraph.runtime.properties import primitive

if TYPE_CHECKING:
    from msgraph.generated.builders._shared import CountBuilder
    from msgraph.generated.models.identity_api_connector import IdentityApiConnector
    from msgraph.generated.models.identity_api_connector_collection_response import (
        IdentityApiConnectorCollectionResponse,
    )
    from msgraph.runtime.configuration import (
        ChangeOptions,
        Configuration,
        ListOptions,
        Options,
        ReadOptions,
    )
    from msgraph.runtime.properties import Property


class UploadClientCertificatePostRequestBody(Model):
    """What is sent to microsoft.graph.uploadClientCertificate."""

    __slots__ = ()

    pkcs12_value: Property[str] = primitive(
        "pkcs12Value", "Edm.String", is_base64=True, secret=True, required=True
    )
    password: Property[str] = primitive("password", "Edm.String", secret=True, required=True)


class IdentityContainerApiConnectorsCollectionBuilder(PagedBuilder[M, "IdentityApiConnector"]):
    """A web API that a user flow calls while somebody signs up or signs in."""

    def by_identity_api_connector_id(
        self, identity_api_connector_id: str
    ) -> IdentityContainerApiConnectorsItemBuilder[M]:
        return self._item(IdentityContainerApiConnectorsItemBuilder, identity_api_connector_id)

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[ListOptions]
    ) -> Request[IdentityApiConnectorCollectionResponse | None]:
        """List the API connectors.

        When a work or school user is signed in, that user also needs the role External ID User Flow
        Administrator.

        Permissions, least privileged first:
        - delegated, work or school: APIConnectors.ReadWrite.All
        - application: APIConnectors.ReadWrite.All
        - not supported: delegated, personal
        """
        return self._list(
            "identity_api_connector_collection_response:IdentityApiConnectorCollectionResponse",
            request_configuration,
            options,
        )

    @operation
    def post(
        self,
        body: IdentityApiConnector,
        request_configuration: Configuration = None,
        **options: Unpack[Options],
    ) -> Request[IdentityApiConnector | None]:
        """Create an API connector.

        When a work or school user is signed in, that user also needs the role External ID User Flow
        Administrator.

        Permissions, least privileged first:
        - delegated, work or school: APIConnectors.ReadWrite.All
        - application: APIConnectors.ReadWrite.All
        - not supported: delegated, personal
        """
        return self._create(
            "microsoft.graph.identityApiConnector", request_configuration, options, body
        )


class IdentityContainerApiConnectorsItemBuilder(RequestBuilder[M]):
    """A web API that a user flow calls while somebody signs up or signs in."""

    @property
    def upload_client_certificate(self) -> IdentityApiConnectorUploadClientCertificateBuilder[M]:
        """Upload a client certificate to an API connector."""
        return self._child(
            IdentityApiConnectorUploadClientCertificateBuilder, "/uploadClientCertificate"
        )

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[ReadOptions]
    ) -> Request[IdentityApiConnector | None]:
        """Get one API connector.

        When a work or school user is signed in, that user also needs the role External ID User Flow
        Administrator.

        Permissions, least privileged first:
        - delegated, work or school: APIConnectors.ReadWrite.All
        - application: APIConnectors.ReadWrite.All
        - not supported: delegated, personal
        """
        return self._read("microsoft.graph.identityApiConnector", request_configuration, options)

    @operation
    def patch(
        self,
        body: IdentityApiConnector,
        request_configuration: Configuration = None,
        **options: Unpack[ChangeOptions],
    ) -> Request[IdentityApiConnector | None]:
        """Change an API connector.

        Only the properties that are sent change; an authenticationConfiguration that is sent
        replaces the old one as a whole. When a work or school user is signed in, that user also
        needs the role External ID User Flow Administrator.

        Permissions, least privileged first:
        - delegated, work or school: APIConnectors.ReadWrite.All
        - application: APIConnectors.ReadWrite.All
        - not supported: delegated, personal
        """
        return self._update(
            "microsoft.graph.identityApiConnector", request_configuration, options, body
        )

    @operation
    def delete(
        self, request_configuration: Configuration = None, **options: Unpack[ChangeOptions]
    ) -> Request[None]:
        """Delete an API connector.

        When a work or school user is signed in, that user also needs the role External ID User Flow
        Administrator.

        Permissions, least privileged first:
        - delegated, work or school: APIConnectors.ReadWrite.All
        - application: APIConnectors.ReadWrite.All
        - not supported: delegated, personal
        """
        return self._delete(request_configuration, options)


class IdentityApiConnectorUploadClientCertificateBuilder(RequestBuilder[M]):
    """An action."""

    @operation
    def post(
        self,
        body: UploadClientCertificatePostRequestBody,
        request_configuration: Configuration = None,
        **options: Unpack[Options],
    ) -> Request[IdentityApiConnector | None]:
        """Upload a client certificate to an API connector.

        The certificate joins those that the connector already holds. The answer is the connector,
        with its list of certificates. When a work or school user is signed in, that user also needs
        the role External ID User Flow Administrator.

        Permissions, least privileged first:
        - delegated, work or school: APIConnectors.ReadWrite.All
        - application: APIConnectors.ReadWrite.All
        - not supported: delegated, personal
        """
        return self._request(
            "POST",
            Entity("microsoft.graph.identityApiConnector"),
            request_configuration,
            options,
            body,
            None,
            "invoke",
        )
