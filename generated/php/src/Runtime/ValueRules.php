<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** Rules on a single value that has the right type: facets and constraints. */
final class ValueRules
{
    private const SECONDS = ['Edm.DateTimeOffset', 'Edm.Duration', 'Edm.TimeOfDay'];

    private const NOT_IN_URL = '/[\x00-\x20\x7f<>"\\\\]/';
    /** The scheme, if there is one, and what stands after the two slashes. */
    private const URL = '~\A(?:([a-z][a-z0-9+.-]*):)?(?://([^/?#]*))?~i';
    /** Who (without brackets), an address in brackets or a host's name, the port (RFC 3986, section 3.2). */
    private const AUTHORITY = '~\A(?:[^\[\]]*@)?(?:\[([^\[\]@]*)\]|([^\[\]@:]*))(?::([0-9]*))?\z~';
    private const FUTURE_ADDRESS = '/\Av[0-9a-f]+\.[^\[\]]+\z/i';
    /** Characters that become delimiters when a host is normalised, which makes them none of a host. */
    private const LOOKALIKES = '/[\x{2047}-\x{2049}\x{2100}\x{2101}\x{2105}\x{2106}\x{FE13}\x{FE16}\x{FE55}\x{FE56}'
        . '\x{FE5F}\x{FE6B}\x{FF03}\x{FF0F}\x{FF1A}\x{FF1F}\x{FF20}]/u';

    private function __construct()
    {
    }

    /**
     * What is wrong with a value that is a valid literal of the shape's primitive type.
     *
     * @param array<string, mixed> $shape
     * @return \Generator<int, array{Rule, string}>
     */
    public static function of(array $shape, mixed $value): \Generator
    {
        $type = $shape['type'];
        if (is_string($value)) {
            yield from self::length($shape, $value);
            if ($type === 'Edm.String') {
                yield from self::text($shape, $value);
            }
            if (isset($shape['precision']) && in_array($type, self::SECONDS, true)) {
                $most = $shape['precision'];
                if (Temporal::fractionDigits($type, $value) > $most) {
                    yield [Rule::Precision, "at most {$most} fractional digits of a second are allowed"];
                }
            }
        }
        if ($type === 'Edm.Decimal') {
            yield from self::digits($shape, $value);
        }
        yield from self::interval($shape, $value);
        if (isset($shape['allowedValues']) && !self::isAllowed($shape, $value)) {
            yield [Rule::AllowedValues, 'the value is none of those allowed'];
        }
    }

    /**
     * What is wrong with the number of a collection's items.
     *
     * @param array<string, mixed> $shape
     * @return \Generator<int, array{Rule, string}>
     */
    public static function ofItems(array $shape, int $count): \Generator
    {
        $least = $shape['minItems'] ?? null;
        if ($least !== null && $count < $least) {
            yield [Rule::MinItems, "{$count} items; at least {$least} are asked for"];
        }
        $most = $shape['maxItems'] ?? null;
        if ($most !== null && $count > $most) {
            yield [Rule::MaxItems, "{$count} items; at most {$most} are allowed"];
        }
    }

    /**
     * Whether a value, null included, is one of those allowed; numbers and times compare as such.
     *
     * @param array<string, mixed> $shape
     */
    public static function isAllowed(array $shape, mixed $value): bool
    {
        foreach ($shape['allowedValues'] as $allowed) {
            if (self::isSame($shape['type'], $value, $allowed)) {
                return true;
            }
        }
        return false;
    }

    private static function isSame(string $type, mixed $value, mixed $allowed): bool
    {
        if (is_bool($value) || is_bool($allowed) || $value === null || $allowed === null) {
            return $value === $allowed;
        }
        $mine = Literal::order($type, $value);
        $theirs = Literal::order($type, $allowed);
        if ($mine !== null && $theirs !== null) {
            return $mine->equals($theirs);
        }
        if ($type === 'Edm.Guid' && is_string($value)) {
            return strtolower($value) === strtolower((string) $allowed);
        }
        return $value === $allowed;
    }

    /**
     * @param array<string, mixed> $shape
     * @return \Generator<int, array{Rule, string}>
     */
    private static function length(array $shape, string $text): \Generator
    {
        $most = $shape['maxLength'] ?? null;
        if ($most === null) {
            return;
        }
        if ($shape['type'] === 'Edm.String') {
            $length = (int) preg_match_all('/./us', $text);
            if ($length > $most) {
                yield [Rule::MaxLength, "{$length} characters; at most {$most} are allowed"];
            }
        } elseif ($shape['type'] === 'Edm.Binary') {
            $length = strlen((string) Base64::decode($text));
            if ($length > $most) {
                yield [Rule::MaxLength, "{$length} bytes; at most {$most} are allowed"];
            }
        }
    }

    /**
     * @param array<string, mixed> $shape
     * @return \Generator<int, array{Rule, string}>
     */
    private static function text(array $shape, string $text): \Generator
    {
        if (isset($shape['pattern'])) {
            $found = Pattern::matches($shape['pattern'], $text);
            if ($found === null) {
                yield [Rule::PatternSkipped, 'the declared pattern cannot be checked in bounded time'];
            } elseif (!$found) {
                yield [Rule::Pattern, 'the text does not match the declared pattern'];
            }
        }
        if (($shape['isUrl'] ?? false) && !self::isUrlReference($text)) {
            yield [Rule::Url, 'the text is no URL'];
        }
        if (($shape['isBase64'] ?? false) && Base64::decode($text) === null) {
            yield [Rule::Base64, 'the text is neither base64 nor base64url'];
        }
    }

    /**
     * Whether `text` is a URI reference (RFC 3986, section 4.1): of any scheme, or relative.
     *
     * Letters outside of ASCII may stand as they are. With the scheme http or https there is a host.
     */
    public static function isUrlReference(string $text): bool
    {
        $match = [];
        if (preg_match(self::NOT_IN_URL, $text) === 1) {
            return false;
        }
        preg_match(self::URL, $text, $match, PREG_UNMATCHED_AS_NULL);
        [, $scheme, $authority] = $match;
        $needsHost = in_array(strtolower($scheme ?? ''), ['http', 'https'], true);
        return $authority === null ? !$needsHost : self::isAuthority($authority, $needsHost);
    }

    private static function isAuthority(string $authority, bool $needsHost): bool
    {
        $match = [];
        if (
            preg_match(self::LOOKALIKES, $authority) === 1
            || preg_match(self::AUTHORITY, $authority, $match, PREG_UNMATCHED_AS_NULL) !== 1
        ) {
            return false;
        }
        [, $address, $host, $port] = $match;
        $port = ltrim($port === '' || $port === null ? '1' : $port, '0');
        if (strlen($port) > 5 || (int) $port > 65535 || ($needsHost && $port === '')) {
            return false;
        }
        if ($address !== null) {
            return preg_match(self::FUTURE_ADDRESS, $address) === 1
                || filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_IPV6) !== false;
        }
        return !$needsHost || preg_match('/\A[^\s%]+\z/u', (string) $host) === 1;
    }

    /**
     * @param array<string, mixed> $shape
     * @return \Generator<int, array{Rule, string}>
     */
    private static function digits(array $shape, mixed $value): \Generator
    {
        $number = Literal::order('Edm.Decimal', $value);
        if ($number === null || !$number->isFinite) {
            return;
        }
        $significant = strlen($number->digits);
        $left = $significant === 0 ? 0 : max(0, $significant + $number->exponent);
        $right = $significant === 0 ? 0 : max(0, -$number->exponent);
        $precision = $shape['precision'] ?? null;
        $scale = $shape['scale'] ?? null;
        if ($shape['floatingScale'] ?? false) {
            if ($precision !== null && $significant > $precision) {
                yield [Rule::Precision, "at most {$precision} significant digits are allowed"];
            }
            return;
        }
        if ($scale !== null && $right > $scale) {
            yield [Rule::Scale, "at most {$scale} fractional digits are allowed"];
        }
        if ($precision === null) {
            return;
        }
        if ($scale !== null) {
            $whole = $precision - $scale;
            if ($left > $whole) {
                yield [Rule::Precision, "at most {$whole} digits before the decimal point are allowed"];
            }
        } elseif ($left + $right > $precision) {
            yield [Rule::Precision, "at most {$precision} digits are allowed"];
        }
    }

    /**
     * @param array<string, mixed> $shape
     * @return \Generator<int, array{Rule, string}>
     */
    private static function interval(array $shape, mixed $value): \Generator
    {
        if (!isset($shape['minimum']) && !isset($shape['maximum']) && !isset($shape['multipleOf'])) {
            return;
        }
        $number = Literal::order($shape['type'], $value);
        if ($number === null) {
            return;
        }
        $low = isset($shape['minimum']) ? Literal::order($shape['type'], $shape['minimum']) : null;
        if ($low !== null) {
            $order = $number->compare($low);
            if ($order < 0) {
                yield [Rule::Minimum, "the minimum is {$shape['minimum']}"];
            } elseif ($order === 0 && ($shape['minimumExclusive'] ?? false)) {
                yield [Rule::Minimum, "the value must be above {$shape['minimum']}"];
            }
        }
        $high = isset($shape['maximum']) ? Literal::order($shape['type'], $shape['maximum']) : null;
        if ($high !== null) {
            $order = $number->compare($high);
            if ($order > 0) {
                yield [Rule::Maximum, "the maximum is {$shape['maximum']}"];
            } elseif ($order === 0 && ($shape['maximumExclusive'] ?? false)) {
                yield [Rule::Maximum, "the value must be below {$shape['maximum']}"];
            }
        }
        if (isset($shape['multipleOf']) && !$number->isMultipleOf(Decimal::of($shape['multipleOf']))) {
            yield [Rule::MultipleOf, "the value must be a multiple of {$shape['multipleOf']}"];
        }
    }
}
