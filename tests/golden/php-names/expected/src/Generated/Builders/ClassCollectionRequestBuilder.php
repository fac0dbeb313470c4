<?php

declare(strict_types=1);

namespace Odd\Generated\Builders;

use Http\Promise\Promise;
use Odd\Generated\Models\ClassCollectionResponse;
use Odd\Generated\Models\EscapedClass;
use Odd\Runtime\Answer;
use Odd\Runtime\Pages;
use Odd\Runtime\Request;
use Odd\Runtime\RequestBuilder;
use Odd\Runtime\RequestConfiguration;

/** A collection of type Odd.Names.class. */
class ClassCollectionRequestBuilder extends RequestBuilder
{
    public function byImport(string $import): ClassItemRequestBuilder
    {
        return new ClassItemRequestBuilder($this->place->keyed(['', $import, 'Edm.String']));
    }

    public function count(): CountRequestBuilder
    {
        return new CountRequestBuilder($this->place->child('/$count'));
    }

    /**
     * Get the items of this collection, one page of them.
     *
     * @return Promise<ClassCollectionResponse|null>
     */
    public function get(?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toGetRequestInformation($requestConfiguration));
    }

    /** The request that `get` sends. */
    public function toGetRequestInformation(?RequestConfiguration $requestConfiguration = null): Request
    {
        return $this->place->request('GET', Answer::model(ClassCollectionResponse::class), $requestConfiguration);
    }

    /**
     * All items, page by page; see `get`.
     *
     * @return Pages<EscapedClass>
     */
    public function iterate(?RequestConfiguration $requestConfiguration = null): Pages
    {
        return $this->place->pages($this->toGetRequestInformation($requestConfiguration));
    }

    /**
     * Create an object in this collection.
     *
     * @return Promise<EscapedClass|null>
     */
    public function post(EscapedClass $body, ?RequestConfiguration $requestConfiguration = null): Promise
    {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(
        EscapedClass $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'POST',
            Answer::model(EscapedClass::class),
            $requestConfiguration,
            $body,
            EscapedClass::class,
            'create',
        );
    }
}
