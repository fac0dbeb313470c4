<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\Uri;
use GuzzleHttp\Psr7\UriResolver;

/**
 * The service's root URL, fixed when the client is made: scheme, host, port and path.
 *
 * A link that the service sends (next link, Location) is parsed once, compared with this origin, and then
 * rebuilt from it and the parsed path, so that two parsers can never disagree about the host.
 */
final class ServiceRoot
{
    private const URL = '~\A([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(#.*)?\z~s';
    private const ABSOLUTE = '~\A(?:[A-Za-z][A-Za-z0-9+.-]*:|//)~';
    private const AUTHORITY = '~\A(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?::([0-9]{0,5}))?\z~';
    private const LOOPBACK = '~\A(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])\z~';
    private const DEFAULT_PORTS = ['http' => 80, 'https' => 443];

    public readonly string $origin;
    public readonly string $path;
    /** Query options that go with every request: `sap-client=100`. */
    private readonly string $options;
    /** Those of OData, `$format=json`, which are for reading alone. */
    private readonly string $readingOptions;
    /** Whether a token may travel to it. */
    public readonly bool $takesTokens;
    /** @var array{string, string, int} */
    private readonly array $key;

    /**
     * @param bool $allowHttp whether plain http is for other hosts than loopback, too
     * @param bool $allowTokenOverHttp whether tokens go over it
     * @param bool $takesOptions whether it may have query options, which go with every request
     * @throws UnsafeUrl for anything but an absolute http(s) URL without user name, query and fragment
     */
    public function __construct(
        string $url,
        bool $allowHttp = false,
        bool $allowTokenOverHttp = false,
        bool $takesOptions = false,
    ) {
        [$scheme, $host, $port, $path, $query, $fragment] = self::parse($url);
        if ($fragment !== null || ($query !== null && !$takesOptions)) {
            $what = $takesOptions ? 'a fragment' : 'a query or a fragment';
            throw new UnsafeUrl("the base URL must not have {$what}");
        }
        $given = array_filter(explode('&', $query ?? ''), static fn (string $option): bool => $option !== '');
        $reading = preg_grep('/\A(?:\$|%24)/', $given) ?: [];
        $this->options = implode('&', array_diff($given, $reading));
        $this->readingOptions = implode('&', $reading);
        $isSafe = $scheme === 'https' || preg_match(self::LOOPBACK, $host) === 1;
        $this->takesTokens = $isSafe || $allowTokenOverHttp;
        if (!$isSafe && !$allowHttp) {
            throw new UnsafeUrl("plain http is refused for {$host}: credentials would travel in clear");
        }
        $this->key = [$scheme, $host, $port];
        $shown = $port === self::DEFAULT_PORTS[$scheme] ? '' : ":{$port}";
        $this->origin = "{$scheme}://{$host}{$shown}";
        $this->path = rtrim($path, '/');
    }

    /** The absolute URL of a path that is encoded already and starts with `/` or is empty. */
    public function url(string $path): string
    {
        return $this->origin . $this->path . $path;
    }

    /** The same with a query, encoded too, and the options that go with every request, or with what reads. */
    public function addressed(string $path, string $query = '', bool $isReading = false): string
    {
        $given = [$query, $this->options, $isReading ? $this->readingOptions : ''];
        $all = implode('&', array_filter($given, static fn (string $option): bool => $option !== ''));
        return $this->url($path) . ($all === '' ? '' : "?{$all}");
    }

    /**
     * Refuses header fields with a token where it could be read on the way.
     *
     * @param array<string, string> $headers
     * @throws UnsafeUrl for one over plain http
     */
    public function checkToken(array $headers): void
    {
        if (!$this->takesTokens && isset(array_change_key_case($headers)['authorization'])) {
            throw new UnsafeUrl('a token is not sent over plain http (allowTokenOverHttp)');
        }
    }

    /**
     * The URL, if it is of this origin, put together from this root's own.
     *
     * @param string|null $base the URL that a relative one is resolved against
     * @throws UnsafeUrl otherwise
     */
    public function adopt(string $url, ?string $base = null): string
    {
        if ($base !== null && preg_match(self::ABSOLUTE, $url) !== 1) {
            self::refuseAmbiguous($url);
            try {
                $url = (string) UriResolver::resolve(new Uri($base), new Uri($url));
            } catch (\InvalidArgumentException) {
                throw new UnsafeUrl('not a URL');
            }
        }
        [$scheme, $host, $port, $path, $query] = self::parse($url);
        if ([$scheme, $host, $port] !== $this->key) {
            throw new UnsafeUrl("a link to {$scheme}://{$host}:{$port} is refused: not {$this->origin}");
        }
        return $this->origin . ($path === '' ? '/' : $path) . ($query === null ? '' : "?{$query}");
    }

    /**
     * A link of a payload, relative to its `context`, which is itself relative to `url`. What is no URL stays as it is:
     * who follows it is told.
     */
    public static function resolved(string $link, string $context, string $url): string
    {
        if ($link === '' || preg_match(self::ABSOLUTE, $link) === 1) {
            return $link;
        }
        try {
            self::refuseAmbiguous("{$link}{$context}");
            $base = UriResolver::resolve(new Uri($url), new Uri($context));
            return (string) UriResolver::resolve($base, new Uri($link));
        } catch (\InvalidArgumentException | UnsafeUrl) {
            return $link;
        }
    }

    private static function refuseAmbiguous(string $url): void
    {
        if (preg_match('/[\x00-\x20\x7f\\\\]/', $url) === 1) {
            throw new UnsafeUrl('a URL with a backslash, a space or a control character is refused');
        }
    }

    /** @return array{string, string, int, string, string|null, string|null} */
    private static function parse(string $url): array
    {
        self::refuseAmbiguous($url);
        $match = [];
        $found = preg_match(self::URL, $url, $match, PREG_UNMATCHED_AS_NULL) === 1;
        $scheme = strtolower((string) ($match[1] ?? ''));
        if (!$found || !isset(self::DEFAULT_PORTS[$scheme])) {
            throw new UnsafeUrl("not an absolute http(s) URL: '" . Mask::line($url) . "'");
        }
        $authority = (string) $match[2];
        if (str_contains($authority, '@')) {
            throw new UnsafeUrl('a URL with a user name is refused');
        }
        $part = [];
        if (preg_match(self::AUTHORITY, $authority, $part) !== 1 || str_contains($part[1], '..')) {
            throw new UnsafeUrl('not a host name: ' . Mask::line($authority));
        }
        $given = $part[2] ?? '';
        $port = $given === '' ? self::DEFAULT_PORTS[$scheme] : (int) $given;
        if ($port > 65535) {
            throw new UnsafeUrl('no port has a number above 65535');
        }
        $path = self::encoded((string) $match[3], '');
        $query = $match[4] === null ? null : self::encoded($match[4], '?\[\]');
        return [$scheme, strtolower($part[1]), $port, $path, $query, $match[5]];
    }

    private static function encoded(string $text, string $more): string
    {
        return (string) preg_replace_callback(
            "~[^A-Za-z0-9/%:@!$&'()*+,;=._\~{$more}-]~",
            static fn (array $found): string => rawurlencode($found[0]),
            $text
        );
    }
}
