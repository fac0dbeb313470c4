<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

/** The client certificates that the connector holds, as the service answers them. */
class ClientCertificateAuthentication extends ApiAuthenticationConfigurationBase
{
    public const SCHEMA = [
        'name' => 'microsoft.graph.clientCertificateAuthentication',
        'saysType' => true,
        'properties' => [
            'certificateList' => [
                'type' => 'microsoft.graph.pkcs12CertificateInformation',
                'collection' => true,
                'insertable' => false,
                'updatable' => false,
            ],
        ],
    ];

    /**
     * The certificates that were uploaded.
     *
     * @return list<Pkcs12CertificateInformation|null>|null
     */
    public function getCertificateList(): ?array
    {
        return $this->readModels('certificateList', Pkcs12CertificateInformation::class);
    }

    /** @param array<Pkcs12CertificateInformation|null>|null $value */
    public function setCertificateList(?array $value): void
    {
        $this->writeModels('certificateList', $value, Pkcs12CertificateInformation::class);
    }
}
