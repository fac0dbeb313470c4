<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated;

use Microsoft\Graph\Runtime\Dialect;

/** Classes by schema name, namespaces by alias. Made by Edmund; the next generation replaces it. */
final class Types
{
    public const CLASSES = [
        'microsoft.graph.apiAuthenticationConfigurationBase' => Models\ApiAuthenticationConfigurationBase::class,
        'microsoft.graph.basicAuthentication' => Models\BasicAuthentication::class,
        'microsoft.graph.clientCertificateAuthentication' => Models\ClientCertificateAuthentication::class,
        'microsoft.graph.pkcs12Certificate' => Models\Pkcs12Certificate::class,
        'microsoft.graph.pkcs12CertificateInformation' => Models\Pkcs12CertificateInformation::class,
        'microsoft.graph.entity' => Models\Entity::class,
        'microsoft.graph.identityApiConnector' => Models\IdentityApiConnector::class,
        'microsoft.graph.identityContainer' => Models\IdentityContainer::class,
    ];
    public const ALIASES = [
        'graph' => 'microsoft.graph',
        'Edmund' => 'Edmund.V1',
    ];
    /** Whether a member of an enumeration in a URL says its type: `Shop.Color'Red'`. */
    public const QUALIFIED_ENUMERATIONS = false;

    /** What the service speaks, where that is no version from 4.0 on. */
    public static function older(): ?Dialect
    {
        return null;
    }
}
