<?php

declare(strict_types=1);

// Runs a call of the service's documentation, word for word, and prints what came of it.

use Microsoft\Graph\Runtime\AccessToken;
use Microsoft\Graph\Runtime\Credential;

require (string) getenv('EDMUND_PHP_BOOT');

$scopes = ['https://graph.microsoft.com/.default'];
$tokenRequestContext = new class implements Credential {
    public function getToken(array $scopes): AccessToken
    {
        return new AccessToken('token-of-the-tests', time() + 3600);
    }
};

require $argv[1];

/** @var Microsoft\Graph\Generated\Models\IdentityApiConnector $result */
$configuration = $result->getAuthenticationConfiguration();
echo json_encode([
    'id' => $result->getId(),
    'displayName' => $result->getDisplayName(),
    'class' => $configuration::class,
    'configuration' => $configuration,
]);
