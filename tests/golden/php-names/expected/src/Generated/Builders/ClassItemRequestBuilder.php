<?php

declare(strict_types=1);

namespace Odd\Generated\Builders;

use Http\Promise\Promise;
use Odd\Generated\Models\EscapedClass;
use Odd\Runtime\Answer;
use Odd\Runtime\Request;
use Odd\Runtime\RequestBuilder;
use Odd\Runtime\RequestConfiguration;

/** An entity of type Odd.Names.class. */
class ClassItemRequestBuilder extends RequestBuilder
{
    public function getPath(): ClassReferencedCollectionRequestBuilder
    {
        return new ClassReferencedCollectionRequestBuilder($this->place->child('/get'));
    }

    public function async(): ClassReferencedItemRequestBuilder
    {
        return new ClassReferencedItemRequestBuilder($this->place->child('/async'));
    }

    /**
     * Get the object.
     *
     * @return Promise<EscapedClass|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(EscapedClass::class), $requestConfiguration);
    }

    /**
     * Change the properties that are set in the body, and no others.
     *
     * @return Promise<EscapedClass|null>
     */
    public function patch(EscapedClass $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPatchRequestInformation($body, $requestConfiguration));
    }

    /** The request that `patch` sends. */
    public function toPatchRequestInformation(
        EscapedClass $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'PATCH',
            Answer::model(EscapedClass::class),
            $requestConfiguration,
            $body,
            EscapedClass::class,
            'update',
        );
    }

    /**
     * Delete the object.
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
