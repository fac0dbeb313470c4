<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Queries;

use Microsoft\Graph\Runtime\Query;

/**
 * Paths of microsoft.graph.clientCertificateAuthentication.
 *
 * @property-read Query\CollectionPath<Pkcs12CertificateInformationPath> $certificateList
 */
class ClientCertificateAuthenticationPath extends ApiAuthenticationConfigurationBasePath
{
    protected const TYPE = 'microsoft.graph.clientCertificateAuthentication';
}
