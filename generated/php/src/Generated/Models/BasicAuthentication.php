<?php

declare(strict_types=1);

namespace Microsoft\Graph\Generated\Models;

/** HTTP basic authentication: a user name and a password. */
class BasicAuthentication extends ApiAuthenticationConfigurationBase
{
    public const SCHEMA = [
        'name' => 'microsoft.graph.basicAuthentication',
        'saysType' => true,
        'properties' => [
            'password' => ['type' => 'Edm.String', 'secret' => true],
            'username' => ['type' => 'Edm.String'],
        ],
    ];

    /** The password; the service answers with ****** in its place. */
    public function getPassword(): ?string
    {
        return $this->readString('password');
    }

    public function setPassword(#[\SensitiveParameter] ?string $value): void
    {
        $this->write('password', $value);
    }

    /** The user name. */
    public function getUsername(): ?string
    {
        return $this->readString('username');
    }

    public function setUsername(?string $value): void
    {
        $this->write('username', $value);
    }
}
