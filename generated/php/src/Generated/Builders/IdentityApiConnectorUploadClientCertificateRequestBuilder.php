<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Builders;

use Http\Promise\Promise;
use Microsoft\Graph\Generated\Models\IdentityApiConnector;
use Microsoft\Graph\Runtime\Answer;
use Microsoft\Graph\Runtime\Request;
use Microsoft\Graph\Runtime\RequestBuilder;
use Microsoft\Graph\Runtime\RequestConfiguration;

/** An action. */
class IdentityApiConnectorUploadClientCertificateRequestBuilder extends RequestBuilder
{
    public const PAYLOADS = [
        'UploadClientCertificatePostRequestBody' => IdentityApiConnectorUploadClientCertificatePostRequestBody::class,
    ];

    /**
     * Upload a client certificate to an API connector.
     *
     * The certificate joins those that the connector already holds. The answer is the connector, with its list of
     * certificates. When a work or school user is signed in, that user also needs the role External ID User Flow
     * Administrator.
     *
     * Permissions, least privileged first:
     * - delegated, work or school: APIConnectors.ReadWrite.All
     * - application: APIConnectors.ReadWrite.All
     * - not supported: delegated, personal
     *
     * @return Promise<IdentityApiConnector|null>
     */
    public function post(
        IdentityApiConnectorUploadClientCertificatePostRequestBody $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Promise {
        return $this->place->send($this->toPostRequestInformation($body, $requestConfiguration));
    }

    /** The request that `post` sends. */
    public function toPostRequestInformation(
        IdentityApiConnectorUploadClientCertificatePostRequestBody $body,
        ?RequestConfiguration $requestConfiguration = null
    ): Request {
        return $this->place->request(
            'POST',
            Answer::model(IdentityApiConnector::class),
            $requestConfiguration,
            $body,
            null,
            'invoke',
        );
    }
}
