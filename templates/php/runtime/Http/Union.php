<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use stdClass;

/**
 * The base of unions: a value of one of several types.
 *
 * Which one a value that was read is of, its kind of JSON tells first, and among objects a member. What fits none of
 * the types, or several, is kept as it came: `raw` shows it, and it is written like that.
 */
abstract class Union implements \JsonSerializable
{
    /** The name of the union, its variants, and the property whose value tells objects apart, if there is one. */
    public const SCHEMA = ['name' => '', 'variants' => []];

    private mixed $held;
    private ?int $at;

    /** @param mixed $json the value to keep, for the runtime; users make a union without, or of one of its types */
    final public function __construct(mixed $json = null)
    {
        $this->at = self::variantOf($json);
        $this->held = $this->at === null ? $json : Codec::held(static::SCHEMA['variants'][$this->at]['shape'], $json);
    }

    /** @throws JsonError when the text is no JSON */
    final public static function fromJson(string $text): static
    {
        return new static(Json::decode($text));
    }

    /** JSON text as it goes on the wire, without blanks. */
    final public function toJson(): string
    {
        return Json::encode(Wire::plainValue($this->held));
    }

    /** For `json_encode`, which rounds numbers that no float holds; `toJson` does not. */
    final public function jsonSerialize(): mixed
    {
        return Wire::plainValue($this->held);
    }

    /** The value as JSON has it, whatever it is: objects are arrays by name, as in `getAdditionalData`. */
    final public function raw(): mixed
    {
        return Wire::shown($this->held);
    }

    /** What is kept; for the runtime. */
    final public function underlying(): mixed
    {
        return $this->held;
    }

    /** The value as the variant with that number, null where it is of another. */
    final protected function read(int $at): mixed
    {
        if ($this->at !== $at) {
            return null;
        }
        try {
            return Codec::shown(static::SCHEMA['variants'][$at]['shape'], $this->held);
        } catch (NotOfType) {
            return null;
        }
    }

    final protected function write(int $at, mixed $value): void
    {
        try {
            $this->held = Codec::taken(static::SCHEMA['variants'][$at]['shape'], $value);
            $this->at = $at;
        } catch (NotOfType $error) {
            throw new \InvalidArgumentException(static::class . " takes {$error->getMessage()}");
        }
    }

    /** The number of the variant that a JSON value is of; null where that is not known. For the runtime. */
    final public static function variantOf(mixed $json): ?int
    {
        $kind = match (true) {
            $json instanceof stdClass => 'object',
            is_array($json) => 'array',
            is_string($json) => 'string',
            is_bool($json) => 'boolean',
            default => $json === null ? 'null' : 'number',
        };
        $fits = static fn (array $variant): bool => in_array($kind, $variant['kinds'], true);
        $found = array_filter(static::SCHEMA['variants'], $fits);
        if (count($found) > 1 && $json instanceof stdClass) {
            $found = self::told($found, $json);
        }
        return count($found) === 1 ? array_key_first($found) : null;
    }

    /**
     * @param array<int, array<string, mixed>> $variants
     * @return array<int, array<string, mixed>>
     */
    private static function told(array $variants, stdClass $json): array
    {
        $property = static::SCHEMA['property'] ?? null;
        if ($property !== null) {
            $value = Shapes::text($json->{$property} ?? null);
            return array_filter($variants, static fn (array $v): bool => in_array($value, $v['values'] ?? [], true));
        }
        $has = static fn (array $v): bool => isset($v['member']) && property_exists($json, $v['member']);
        $found = array_filter($variants, $has);
        return $found !== [] ? $found : array_filter($variants, static fn (array $v): bool => !isset($v['member']));
    }

    public function __clone()
    {
        $this->held = Wire::copied($this->held);
    }

    /** @return array<string, mixed> */
    public function __serialize(): array
    {
        return ['json' => $this->toJson(), 'at' => $this->at];
    }

    /** @param array<string, mixed> $data */
    public function __unserialize(array $data): void
    {
        $this->at = is_int($data['at']) && isset(static::SCHEMA['variants'][$data['at']]) ? $data['at'] : null;
        $json = Json::decode((string) $data['json']);
        $this->held = $this->at === null ? $json : Codec::held(static::SCHEMA['variants'][$this->at]['shape'], $json);
    }
}
