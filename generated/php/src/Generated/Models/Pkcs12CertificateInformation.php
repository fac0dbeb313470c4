<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

use Microsoft\Graph\Runtime\Model;

/** What is known of an uploaded certificate. */
class Pkcs12CertificateInformation extends Model
{
    public const SCHEMA = [
        'name' => 'microsoft.graph.pkcs12CertificateInformation',
        'properties' => [
            'isActive' => ['type' => 'Edm.Boolean', 'nullable' => false, 'insertable' => false, 'updatable' => false],
            'notAfter' => ['type' => 'Edm.Int64', 'nullable' => false, 'insertable' => false, 'updatable' => false],
            'notBefore' => ['type' => 'Edm.Int64', 'nullable' => false, 'insertable' => false, 'updatable' => false],
            'thumbprint' => ['type' => 'Edm.String', 'insertable' => false, 'updatable' => false],
        ],
    ];

    /**
     * Whether this certificate is the one in use.
     *
     * True for the newest uploaded certificate that has not expired and whose notBefore has passed.
     */
    public function getIsActive(): ?bool
    {
        return $this->readBoolean('isActive');
    }

    public function setIsActive(?bool $value): void
    {
        $this->write('isActive', $value);
    }

    /**
     * When the certificate expires.
     *
     * A NumericDate of RFC 7519: seconds since 1970-01-01T00:00:00Z.
     */
    public function getNotAfter(): ?int
    {
        return $this->readInteger('notAfter');
    }

    public function setNotAfter(?int $value): void
    {
        $this->write('notAfter', $value);
    }

    /**
     * When the certificate becomes valid.
     *
     * A NumericDate of RFC 7519: seconds since 1970-01-01T00:00:00Z.
     */
    public function getNotBefore(): ?int
    {
        return $this->readInteger('notBefore');
    }

    public function setNotBefore(?int $value): void
    {
        $this->write('notBefore', $value);
    }

    /** The thumbprint of the certificate. */
    public function getThumbprint(): ?string
    {
        return $this->readString('thumbprint');
    }

    public function setThumbprint(?string $value): void
    {
        $this->write('thumbprint', $value);
    }
}
