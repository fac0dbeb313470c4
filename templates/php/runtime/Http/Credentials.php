<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * What proves who calls, by the security schemes of the description.
 *
 * Which scheme a credential is for is said by its key, or else by its kind.
 */
final class Credentials
{
    /** The class of what a scheme of the kind takes; others take a token. */
    private const CLASSES = ['apiKey' => ApiKey::class, 'basic' => Basic::class];
    private const BY_CONNECTION = 'mutualTLS';

    /** @var array<string, object> by the scheme's name */
    private readonly array $given;
    /** @var array<string, TokenCache> by the scheme's name and its scopes */
    private array $caches = [];

    /**
     * @param array<string, array<string, mixed>> $schemes by name: their kind, and where a key goes
     * @param array<mixed>|object|null $credentials one, several, or several by the name of the scheme
     * @throws ConfigurationError for one that is for none of the schemes
     */
    public function __construct(private readonly array $schemes, array|object|null $credentials)
    {
        $given = [];
        foreach (is_array($credentials) ? $credentials : [$credentials] as $name => $credential) {
            if ($credential === null) {
                continue;
            }
            $names = is_string($name) ? [$name] : array_keys($schemes);
            $fits = array_filter($names, fn (int|string $each): bool => $this->fits((string) $each, $credential));
            if ($fits === []) {
                $kind = get_debug_type($credential);
                throw new ConfigurationError("the service has no security scheme that takes a {$kind}");
            }
            foreach ($fits as $each) {
                $given[$each] ??= $credential;
            }
        }
        $this->given = $given;
    }

    private function fits(string $name, mixed $credential): bool
    {
        $kind = $this->schemes[$name]['kind'] ?? null;
        $class = self::CLASSES[$kind] ?? Credential::class;
        return $kind !== null && $kind !== self::BY_CONNECTION && $credential instanceof $class;
    }

    /**
     * The request with the credentials of the first alternative of which all are there.
     *
     * @param array<array<string, list<string>>> $alternatives scopes by scheme; an empty one needs nothing
     * @throws AuthenticationFailed when there is none
     */
    public function prove(Request $request, array $alternatives): Request
    {
        foreach ($alternatives as $alternative) {
            if ($this->hasAll(array_keys($alternative))) {
                foreach ($alternative as $name => $scopes) {
                    $request = $this->proven($request, (string) $name, $scopes);
                }
                return $request;
            }
        }
        $wanted = array_map(static fn (array $each): string => implode(' and ', array_keys($each)), $alternatives);
        throw new AuthenticationFailed('the call needs credentials: ' . implode(', or ', $wanted));
    }

    /**
     * Drops the tokens that the call used, so that new ones are asked for; false where there were none.
     *
     * @param array<array<string, list<string>>> $alternatives
     */
    public function forget(array $alternatives): bool
    {
        $isForgotten = false;
        foreach ($alternatives as $alternative) {
            foreach ($alternative as $name => $scopes) {
                $key = self::key((string) $name, $scopes);
                $isForgotten = $isForgotten || isset($this->caches[$key]);
                unset($this->caches[$key]);
            }
        }
        return $isForgotten;
    }

    /** @param array<int|string> $names */
    private function hasAll(array $names): bool
    {
        foreach ($names as $name) {
            $isConnection = ($this->schemes[$name]['kind'] ?? null) === self::BY_CONNECTION;
            if (!isset($this->given[$name]) && !$isConnection) {
                return false;
            }
        }
        return true;
    }

    /** @param list<string> $scopes */
    private function proven(Request $request, string $name, array $scopes): Request
    {
        $credential = $this->given[$name] ?? null;
        return match (true) {
            $credential instanceof ApiKey => $this->keyed($request, $this->schemes[$name], $credential),
            $credential instanceof Basic => self::header($request, 'authorization', 'Basic ' . $credential->encoded()),
            $credential instanceof Credential => self::header(
                $request,
                'authorization',
                ($this->schemes[$name]['parameter'] ?? 'Bearer') . ' ' . $this->token($name, $credential, $scopes)
            ),
            default => $request,
        };
    }

    /** @param list<string> $scopes */
    private function token(string $name, Credential $credential, array $scopes): string
    {
        return ($this->caches[self::key($name, $scopes)] ??= new TokenCache($credential, $scopes))->token();
    }

    /** @param list<string> $scopes */
    private static function key(string $name, array $scopes): string
    {
        return "{$name} " . implode(' ', $scopes);
    }

    /** @param array<string, mixed> $scheme */
    private function keyed(Request $request, array $scheme, ApiKey $key): Request
    {
        $name = rawurlencode($scheme['parameter']);
        $value = rawurlencode($key->value());
        if ($scheme['in'] === 'header') {
            return self::header($request, strtolower($scheme['parameter']), $key->value());
        }
        if ($scheme['in'] === 'cookie') {
            $cookies = $request->headers['cookie'] ?? null;
            return self::header($request, 'cookie', ($cookies === null ? '' : "{$cookies}; ") . "{$name}={$value}");
        }
        $separator = str_contains($request->url, '?') ? '&' : '?';
        return $request->at("{$request->url}{$separator}{$name}={$value}")->with($request->headers, true);
    }

    private static function header(Request $request, string $name, #[\SensitiveParameter] string $value): Request
    {
        return $request->with([...$request->headers, ...Headers::checked([$name => $value])], true);
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['given' => array_map(get_debug_type(...), $this->given)];
    }
}
