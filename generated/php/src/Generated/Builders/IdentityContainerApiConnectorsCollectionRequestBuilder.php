<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Builders;

use Http\Promise\Promise;
use Microsoft\Graph\Generated\Models\IdentityApiConnector;
use Microsoft\Graph\Generated\Models\IdentityApiConnectorCollectionResponse;
use Microsoft\Graph\Runtime\Answer;
use Microsoft\Graph\Runtime\Pages;
use Microsoft\Graph\Runtime\Request;
use Microsoft\Graph\Runtime\RequestBuilder;
use Microsoft\Graph\Runtime\RequestConfiguration;

/** A web API that a user flow calls while somebody signs up or signs in. */
class IdentityContainerApiConnectorsCollectionRequestBuilder extends RequestBuilder
{
    public function byIdentityApiConnectorId(
        string $identityApiConnectorId
    ): IdentityContainerApiConnectorsItemRequestBuilder {
        return new IdentityContainerApiConnectorsItemRequestBuilder($this->place->item($identityApiConnectorId));
    }

    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    /**
     * List the API connectors.
     *
     * When a work or school user is signed in, that user also needs the role External ID User Flow Administrator.
     *
     * Permissions, least privileged first:
     * - delegated, work or school: APIConnectors.ReadWrite.All
     * - application: APIConnectors.ReadWrite.All
     * - not supported: delegated, personal
     *
     * @return Promise<IdentityApiConnectorCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request(
            'GET',
            Answer::model(IdentityApiConnectorCollectionResponse::class),
            $requestConfiguration,
        );
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<IdentityApiConnector>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Create an API connector.
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
    public function post(IdentityApiConnector $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(
        IdentityApiConnector $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'POST',
            Answer::model(IdentityApiConnector::class),
            $requestConfiguration,
            $body,
            IdentityApiConnector::class,
            'create',
        );
    }
}
