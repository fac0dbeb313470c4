<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

/**
 * A client certificate with its private key, as it is uploaded.
 *
 * For writing only: the service answers with a clientCertificateAuthentication, which describes the certificates and
 * holds no key.
 */
class Pkcs12Certificate extends ApiAuthenticationConfigurationBase
{
    public const SCHEMA = [
        'name' => 'microsoft.graph.pkcs12Certificate',
        'saysType' => true,
        'properties' => [
            'password' => [
                'type' => 'Edm.String',
                'requiredOnCreate' => true,
                'requiredOnUpdate' => true,
                'secret' => true,
            ],
            'pkcs12Value' => [
                'type' => 'Edm.String',
                'isBase64' => true,
                'requiredOnCreate' => true,
                'requiredOnUpdate' => true,
                'secret' => true,
            ],
        ],
    ];

    /**
     * The password of the .pfx file.
     *
     * Needed; the empty string where the file has none.
     */
    public function getPassword(): ?string
    {
        return $this->readString('password');
    }

    public function setPassword(#[\SensitiveParameter] ?string $value): void
    {
        $this->write('password', $value);
    }

    /**
     * The content of the .pfx file, in base64.
     *
     * Needed.
     */
    public function getPkcs12Value(): ?string
    {
        return $this->readString('pkcs12Value');
    }

    public function setPkcs12Value(#[\SensitiveParameter] ?string $value): void
    {
        $this->write('pkcs12Value', $value);
    }
}
