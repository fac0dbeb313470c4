<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * The official SDK's names for places in the URL space, served without files.
 *
 * `...\Generated\Users\Item\SendMail\SendMailPostRequestBody` names the body of what `users()->byUserId()->sendMail()`
 * leads to. The loader follows the return types of the builders' methods along that path and makes the name an alias
 * of the shared class. It is asked last, and only for names that no file gives.
 */
final class Places
{
    private const LONGEST = 1000;
    private const FILES = ['Models', 'Builders', 'Queries', 'Types'];
    private const ERRORS = 'Microsoft\Kiota\Abstractions\ApiException';
    /** What the official SDK's users name of its foundation, where that is not installed. */
    private const STAND_INS = [
        self::ERRORS => ClientException::class,
        'Microsoft\Graph\Core\Tasks\PageIterator' => PageIterator::class,
        'Microsoft\Kiota\Authentication\Oauth\ClientCredentialContext' => ClientCredentialContext::class,
        'Microsoft\Kiota\Authentication\Oauth\TokenRequestContext' => TokenRequestContext::class,
        'Microsoft\Kiota\Abstractions\Enum' => OpenEnum::class,
        'Microsoft\Kiota\Abstractions\Types\Date' => Date::class,
        'Microsoft\Kiota\Abstractions\Types\Time' => Time::class,
    ];

    private function __construct()
    {
    }

    /**
     * Serve the names below `{$root}\Generated`.
     *
     * @param class-string<RequestBuilder> $builder the builder of the service root
     */
    public static function register(string $root, string $builder): void
    {
        $prefix = "{$root}\\Generated\\";
        spl_autoload_register(static function (string $name) use ($prefix, $builder): void {
            if (strlen($name) > self::LONGEST) {
                return;
            }
            $found = str_starts_with($name, $prefix)
                ? self::find($builder, substr($name, strlen($prefix)))
                : self::STAND_INS[$name] ?? null;
            if ($found !== null && !class_exists($name, false)) {
                class_alias($found, $name);
            }
        });
    }

    /** A catch clause loads no class: what it may name must be there before something is thrown. */
    public static function prepareToThrow(): void
    {
        class_exists(self::ERRORS);
    }

    /**
     * @param class-string<RequestBuilder> $builder
     * @return class-string|null
     */
    private static function find(string $builder, string $place): ?string
    {
        $parts = explode('\\', $place);
        if (in_array($parts[0], self::FILES, true)) {
            return null;
        }
        $name = array_pop($parts);
        foreach ($parts as $part) {
            $builder = self::next($builder, $part);
            if ($builder === null) {
                return null;
            }
        }
        return match (true) {
            str_ends_with($name, 'RequestBuilder') => $builder,
            str_ends_with($name, 'RequestConfiguration') => RequestConfiguration::class,
            str_ends_with($name, 'QueryParameters') => QueryParameters::class,
            default => self::payload($builder, $name),
        };
    }

    /**
     * The class of a body or an answer; the official names keep the underscores of an operation's.
     *
     * @param class-string<RequestBuilder> $builder
     * @return class-string|null
     */
    private static function payload(string $builder, string $name): ?string
    {
        $payloads = defined("{$builder}::PAYLOADS") ? constant("{$builder}::PAYLOADS") : [];
        $plain = str_replace('_', '', $name);
        foreach (isset($payloads[$name]) ? [] : $payloads as $own => $class) {
            // `Skew_pPostRequestBody`: what follows an underscore is a capital here.
            if (strcasecmp((string) $own, $plain) === 0) {
                return $class;
            }
        }
        return $payloads[$name] ?? null;
    }

    /**
     * The builder that one part of a path leads to; `Item` stands for a key.
     *
     * @param class-string<RequestBuilder> $builder
     * @return class-string<RequestBuilder>|null
     */
    private static function next(string $builder, string $part): ?string
    {
        $names = [$part, $part === 'Value' ? 'content' : $part];
        if (str_starts_with($part, 'Escaped')) {
            $names[] = substr($part, strlen('Escaped'));
        }
        // Where a builder has a method for the call `delete`, the segment's is `deletePath`.
        $names = [...$names, str_replace('_', '', $part), "{$part}Path"];
        foreach ($part === 'Item' ? self::keys($builder) : $names as $name) {
            if (method_exists($builder, $name)) {
                $type = (new \ReflectionMethod($builder, $name))->getReturnType();
                $next = $type instanceof \ReflectionNamedType ? $type->getName() : '';
                if (is_subclass_of($next, RequestBuilder::class)) {
                    return $next;
                }
            }
        }
        return null;
    }

    /**
     * The methods of a builder that take a key.
     *
     * @param class-string<RequestBuilder> $builder
     * @return list<string>
     */
    private static function keys(string $builder): array
    {
        $isKey = static fn (string $name): bool => preg_match('/\Aby[A-Z]/', $name) === 1;
        return array_values(array_filter(get_class_methods($builder), $isKey));
    }
}
