<?php

declare(strict_types=1);

// Runs the function that a script returns, and prints what came of it as JSON.

use Microsoft\Graph\Generated\Models\BasicAuthentication;
use Microsoft\Graph\Generated\Models\IdentityApiConnector;
use Microsoft\Graph\GraphServiceClient;
use Microsoft\Graph\Runtime\AccessToken;
use Microsoft\Graph\Runtime\Credential;

require (string) getenv('EDMUND_PHP_BOOT');

/** Gives the tokens in turn, the last one for ever; counts how often it is asked. */
final class Tokens implements Credential
{
    /** @var list<array<string>> */
    public array $asked = [];

    /** @param list<string> $tokens */
    public function __construct(private readonly array $tokens = ['token-of-the-tests'], private readonly int $lasts = 3600)
    {
    }

    public function getToken(array $scopes): AccessToken
    {
        $this->asked[] = $scopes;
        $token = $this->tokens[min(count($this->asked), count($this->tokens)) - 1];
        return new AccessToken($token, time() + $this->lasts);
    }
}

function client(string $root, mixed ...$options): GraphServiceClient
{
    return new GraphServiceClient(...['credential' => new Tokens(), 'baseUrl' => $root, ...$options]);
}

function connector(): IdentityApiConnector
{
    $configuration = new BasicAuthentication();
    $configuration->setUsername('MyUsername');
    $configuration->setPassword('MyPassword');
    $body = new IdentityApiConnector();
    $body->setDisplayName('Test API');
    $body->setTargetUrl('https://someapi.com/api');
    $body->setAuthenticationConfiguration($configuration);
    return $body;
}

/** The classes of a value, its own first, without their namespaces. */
function classes(object $value): array
{
    $names = [$value::class, ...array_values(class_parents($value))];
    return array_map(static fn (string $name): string => basename(strtr($name, '\\', '/')), $names);
}

$given = json_decode($argv[2], false, 64, JSON_THROW_ON_ERROR);
$client = $given->root === null ? null : client($given->root);
try {
    $function = require $argv[1];
    $answer = ['returned' => $function($client, $client?->identity()->apiConnectors(), $given->root, $given->value)];
} catch (Throwable $error) {
    $answer = ['thrown' => [
        'classes' => classes($error),
        'message' => $error->getMessage(),
        'text' => (string) $error,
    ]];
}
echo json_encode($answer, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
