<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/**
 * The base of enumerations; the constants of a class are its members' texts.
 *
 * Open: a member that this client does not know is kept as its text. Two are the same when `is` says so.
 */
abstract class OpenEnum implements \JsonSerializable, \Stringable
{
    /** @var array<class-string<OpenEnum>, array<string, string>> */
    private static array $constants = [];

    /** @param string $value the text that the service writes, such as one of the constants */
    final public function __construct(private readonly string $value)
    {
    }

    /** The text that the service writes. */
    final public function value(): string
    {
        return $this->value;
    }

    /** Whether this is the member `other`. */
    final public function is(self|string $other): bool
    {
        return $this->value === ($other instanceof self ? $other->value : $other);
    }

    /** Whether the class lists this member. */
    public function isKnown(): bool
    {
        return static::has($this->value);
    }

    /** Whether the class lists a member of the text `value`. */
    final public static function has(string $value): bool
    {
        return in_array($value, static::toArray(), true);
    }

    /** @return array<string, string> the members' texts by constant */
    final public static function toArray(): array
    {
        return self::$constants[static::class]
            ??= (new \ReflectionClass(static::class))->getConstants();
    }

    /**
     * @template E of OpenEnum
     * @param class-string<E> $class
     * @return E
     * @throws NotOfType for what is no member's text; a number is what a service sends where it has no name
     */
    final public static function read(string $class, mixed $value): self
    {
        if (is_int($value)) {
            $value = (string) $value;
        }
        return is_string($value) ? new $class($value) : throw new NotOfType('a member of an enumeration');
    }

    final public function __toString(): string
    {
        return $this->value;
    }

    final public function jsonSerialize(): string
    {
        return $this->value;
    }
}
