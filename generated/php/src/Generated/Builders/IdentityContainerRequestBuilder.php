<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Builders;

use Http\Promise\Promise;
use Microsoft\Graph\Generated\Models\IdentityContainer;
use Microsoft\Graph\Runtime\Answer;
use Microsoft\Graph\Runtime\Request;
use Microsoft\Graph\Runtime\RequestBuilder;
use Microsoft\Graph\Runtime\RequestConfiguration;

/** The entry point of identity features. */
class IdentityContainerRequestBuilder extends RequestBuilder
{
    /** The API connectors of the tenant. */
    public function apiConnectors(): IdentityContainerApiConnectorsCollectionRequestBuilder
    {
        return new IdentityContainerApiConnectorsCollectionRequestBuilder($this->place->child('/apiConnectors'));
    }

    /**
     * Get the object.
     *
     * @return Promise<IdentityContainer|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(IdentityContainer::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<IdentityContainer|null>
     */
    public function patch(IdentityContainer $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(
        IdentityContainer $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'PATCH',
            Answer::model(IdentityContainer::class),
            $requestConfiguration,
            $body,
            IdentityContainer::class,
            'update',
        );
    }
}
