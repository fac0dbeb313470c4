<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Queries;

use Microsoft\Graph\Runtime\Query;

/**
 * Paths of microsoft.graph.pkcs12CertificateInformation.
 *
 * @property-read Query\Condition $isActive
 * @property-read Query\Number $notAfter
 * @property-read Query\Number $notBefore
 * @property-read Query\Text $thumbprint
 */
class Pkcs12CertificateInformationPath extends Query\ObjectPath
{
    protected const TYPE = 'microsoft.graph.pkcs12CertificateInformation';
}
