<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Builders;

use Http\Promise\Promise;
use Microsoft\Graph\Generated\Models\IdentityApiConnector;
use Microsoft\Graph\Runtime\Answer;
use Microsoft\Graph\Runtime\Request;
use Microsoft\Graph\Runtime\RequestBuilder;
use Microsoft\Graph\Runtime\RequestConfiguration;

/** A web API that a user flow calls while somebody signs up or signs in. */
class IdentityContainerApiConnectorsItemRequestBuilder extends RequestBuilder
{
    /** Upload a client certificate to an API connector. */
    public function uploadClientCertificate(): IdentityApiConnectorUploadClientCertificateRequestBuilder
    {
        return new IdentityApiConnectorUploadClientCertificateRequestBuilder(
            $this->place->child('/uploadClientCertificate'),
        );
    }

    /**
     * Get one API connector.
     *
     * When a work or school user is signed in, that user also needs the role External ID User Flow Administrator.
     *
     * Permissions, least privileged first:
     * - delegated, work or school: APIConnectors.ReadWrite.All
     * - application: APIConnectors.ReadWrite.All
     * - not supported: delegated, personal
     *
     * @return Promise<IdentityApiConnector|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(IdentityApiConnector::class), $requestConfiguration);
    }

    /**
     * Change an API connector.
     *
     * Only the properties that are sent change; an authenticationConfiguration that is sent replaces the old one as a
     * whole. When a work or school user is signed in, that user also needs the role External ID User Flow
     * Administrator.
     *
     * Permissions, least privileged first:
     * - delegated, work or school: APIConnectors.ReadWrite.All
     * - application: APIConnectors.ReadWrite.All
     * - not supported: delegated, personal
     *
     * @return Promise<IdentityApiConnector|null>
     */
    public function patch(IdentityApiConnector $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(
        IdentityApiConnector $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'PATCH',
            Answer::model(IdentityApiConnector::class),
            $requestConfiguration,
            $body,
            IdentityApiConnector::class,
            'update',
        );
    }

    /**
     * Delete an API connector.
     *
     * When a work or school user is signed in, that user also needs the role External ID User Flow Administrator.
     *
     * Permissions, least privileged first:
     * - delegated, work or school: APIConnectors.ReadWrite.All
     * - application: APIConnectors.ReadWrite.All
     * - not supported: delegated, personal
     *
     * @return Promise<null>
     */
    public function delete(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toDeleteRequestInformation($requestConfiguration));
    }

    /** The request that `delete` sends. */
    public function toDeleteRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('DELETE', Answer::nothing(), $requestConfiguration);
    }
}
