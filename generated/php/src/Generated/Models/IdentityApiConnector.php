<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

/**
 * A web API that a user flow calls while somebody signs up or signs in.
 *
 * The connector names the API's endpoint and says how to authenticate to it.
 */
class IdentityApiConnector extends Entity
{
    public const SCHEMA = [
        'name' => 'microsoft.graph.identityApiConnector',
        'entity' => true,
        'properties' => [
            'authenticationConfiguration' => [
                'type' => 'microsoft.graph.apiAuthenticationConfigurationBase',
                'writableTypes' => ['microsoft.graph.basicAuthentication', 'microsoft.graph.pkcs12Certificate'],
                'requiredOnCreate' => true,
            ],
            'displayName' => ['type' => 'Edm.String', 'requiredOnCreate' => true],
            'targetUrl' => ['type' => 'Edm.String', 'isUrl' => true, 'requiredOnCreate' => true],
        ],
    ];

    /**
     * How to authenticate to the API endpoint.
     *
     * Needed to create a connector. Write a basicAuthentication or a pkcs12Certificate. The service answers with a
     * basicAuthentication whose password is masked, or with a clientCertificateAuthentication in place of the
     * certificate. A new value replaces the old one as a whole; uploadClientCertificate adds a certificate to those in
     * place.
     */
    public function getAuthenticationConfiguration(): ?ApiAuthenticationConfigurationBase
    {
        return $this->readModel('authenticationConfiguration', ApiAuthenticationConfigurationBase::class);
    }

    public function setAuthenticationConfiguration(?ApiAuthenticationConfigurationBase $value): void
    {
        $this->writeModel('authenticationConfiguration', $value);
    }

    /**
     * What the connector is called.
     *
     * Needed to create a connector.
     */
    public function getDisplayName(): ?string
    {
        return $this->readString('displayName');
    }

    public function setDisplayName(?string $value): void
    {
        $this->write('displayName', $value);
    }

    /**
     * Where the API is that the connector calls: an absolute URL.
     *
     * Needed to create a connector.
     */
    public function getTargetUrl(): ?string
    {
        return $this->readString('targetUrl');
    }

    public function setTargetUrl(?string $value): void
    {
        $this->write('targetUrl', $value);
    }
}
