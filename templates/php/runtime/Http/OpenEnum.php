<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * The base of enumerations; the constants of a class are its members' values, which are any scalars of JSON.
 *
 * Open: a value that this client does not know is kept. Two are the same when `is` says so.
 */
abstract class OpenEnum implements \JsonSerializable, \Stringable
{
    /** @var array<class-string<OpenEnum>, array<string, bool|float|int|string|null>> */
    private static array $constants = [];

    /** @param bool|float|int|string|JsonNumber $value what the service writes, such as one of the constants */
    final public function __construct(private readonly bool|float|int|string|JsonNumber $value)
    {
    }

    /** What the service writes. */
    final public function value(): bool|float|int|string|JsonNumber
    {
        return $this->value;
    }

    /** Whether this is the member `other`; 1 and 1.0 are one number. */
    final public function is(self|bool|float|int|string|JsonNumber $other): bool
    {
        return self::isSame($this->value, $other instanceof self ? $other->value : $other);
    }

    /** Whether the class lists this member. */
    final public function isKnown(): bool
    {
        return static::has($this->value);
    }

    /** Whether the class lists a member of that value. */
    final public static function has(bool|float|int|string|JsonNumber $value): bool
    {
        foreach (static::toArray() as $known) {
            if (self::isSame($known, $value)) {
                return true;
            }
        }
        return false;
    }

    /** @return array<string, bool|float|int|string|null> the members' values by constant */
    final public static function toArray(): array
    {
        return self::$constants[static::class]
            ??= (new \ReflectionClass(static::class))->getConstants();
    }

    /**
     * @template E of OpenEnum
     * @param class-string<E> $class
     * @return E
     * @throws NotOfType for what is no scalar
     */
    final public static function read(string $class, mixed $value): self
    {
        $scalar = Wire::shown($value);
        return is_scalar($scalar) || $scalar instanceof JsonNumber
            ? new $class($scalar)
            : throw new NotOfType('a member of an enumeration');
    }

    private static function isSame(mixed $one, mixed $other): bool
    {
        $areNumbers = (is_int($one) || is_float($one)) && (is_int($other) || is_float($other));
        return match (true) {
            $areNumbers => $one == $other,
            $one instanceof JsonNumber && $other instanceof JsonNumber => $one->digits === $other->digits,
            default => $one === $other,
        };
    }

    final public function __toString(): string
    {
        return is_bool($this->value) ? ($this->value ? 'true' : 'false') : (string) $this->value;
    }

    final public function jsonSerialize(): bool|float|int|string|JsonNumber
    {
        return $this->value;
    }
}
