<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Queries;

use Microsoft\Graph\Runtime\Query;

/**
 * Paths of microsoft.graph.pkcs12Certificate.
 *
 * @property-read Query\Text $password
 * @property-read Query\Text $pkcs12Value
 */
class Pkcs12CertificatePath extends ApiAuthenticationConfigurationBasePath
{
    protected const TYPE = 'microsoft.graph.pkcs12Certificate';
}
