<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Builders;

use Microsoft\Graph\Runtime\Model;

/** What is sent to microsoft.graph.uploadClientCertificate. */
class IdentityApiConnectorUploadClientCertificatePostRequestBody extends Model
{
    public const SCHEMA = [
        'name' => '',
        'body' => true,
        'properties' => [
            'pkcs12Value' => ['type' => 'Edm.String', 'isBase64' => true, 'requiredOnCreate' => true, 'secret' => true],
            'password' => ['type' => 'Edm.String', 'requiredOnCreate' => true, 'secret' => true],
        ],
    ];

    public function getPkcs12Value(): ?string
    {
        return $this->readString('pkcs12Value');
    }

    public function setPkcs12Value(#[\SensitiveParameter] ?string $value): void
    {
        $this->write('pkcs12Value', $value);
    }

    public function getPassword(): ?string
    {
        return $this->readString('password');
    }

    public function setPassword(#[\SensitiveParameter] ?string $value): void
    {
        $this->write('password', $value);
    }
}
