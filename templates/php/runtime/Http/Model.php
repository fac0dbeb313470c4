<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use stdClass;

/**
 * The base of all models: a typed view over the JSON object that the service sent or will get.
 *
 * A model keeps that object itself, so that absent, null and a value stay different, and nothing that this
 * client does not know is lost. Values are read when they are asked for. A property that was not set is not
 * sent, but for those whose type leaves no choice; one that was set to null is sent as null.
 */
abstract class Model implements \JsonSerializable
{
    use JsonObject;

    /** What the description says of the type: its name, flags, and the shapes of its own properties. */
    public const SCHEMA = ['name' => '', 'properties' => []];

    /** @param stdClass|null $json the object to keep, for the runtime; users make a model without */
    public function __construct(?stdClass $json = null)
    {
        $this->json = $json ?? (object) (static::SCHEMA['said'] ?? []);
    }

    /**
     * A model over `json`, which it keeps: of the class that a member of the object tells, if that is a `declared`.
     *
     * A value that this client does not know, or that means no `declared`, gives `declared` itself.
     *
     * @template T of Model
     * @param class-string<T> $declared
     * @return T
     */
    final public static function over(stdClass $json, string $declared): self
    {
        $class = Shapes::told($json, $declared);
        return new $class($json);
    }

    /**
     * What the object has beside the declared properties, by wire name, as the type of additional properties says.
     *
     * A copy. Where the type says nothing, or a value is none of it, JSON objects are arrays by name (an empty one is a
     * stdClass, to tell it from an empty array); numbers that no float holds are JsonNumber.
     *
     * @return array<mixed>
     */
    public function getAdditionalData(): array
    {
        $declared = self::declared();
        $found = [];
        foreach (get_object_vars($this->json) as $name => $value) {
            if (!isset($declared[$name])) {
                $found[$name] = $this->additional((string) $name, $value);
            }
        }
        return $found;
    }

    /**
     * Replaces all that is not declared.
     *
     * @param array<mixed>|null $value by wire name; that of a declared property sets it, as JSON has it
     */
    public function setAdditionalData(?array $value): void
    {
        $declared = self::declared();
        foreach (array_keys(get_object_vars($this->json)) as $name) {
            if (!isset($declared[$name])) {
                unset($this->json->{$name});
            }
        }
        foreach ($value ?? [] as $name => $item) {
            if (isset($declared[$name])) {
                $this->json->{$name} = Wire::given($item);
            } else {
                $this->take(Shapes::additional(static::class), (string) $name, $item);
            }
        }
    }

    private function additional(string $name, mixed $value): mixed
    {
        try {
            return $this->shown(Shapes::additional(static::class), $name);
        } catch (DecodeError) {
            return Wire::shown($value);
        }
    }

    /** Takes the property called `name` on the wire away: it is not sent. */
    final public function unset(string $name): void
    {
        unset($this->json->{$name});
    }

    /** The value of the property called `name` on the wire, as its getter gives it; null for one that is not there. */
    final public function valueOf(string $name): mixed
    {
        return $this->shown(Shapes::properties(static::class)[$name] ?? Shapes::additional(static::class), $name);
    }

    final protected function read(string $wire): mixed
    {
        return $this->valueOf($wire);
    }

    final protected function write(string $wire, mixed $value): void
    {
        $this->take(Shapes::properties(static::class)[$wire], $wire, $value);
    }

    /** @param array<string, mixed> $shape */
    private function shown(array $shape, string $wire): mixed
    {
        $value = $this->json->{$wire} ?? null;
        if ($value === null) {
            return null;
        }
        if (Codec::holds($shape)) {
            $value = $this->json->{$wire} = Codec::held($shape, $value);
        }
        try {
            return Codec::shown($shape, $value);
        } catch (NotOfType $error) {
            $kind = Wire::kindOf($value);
            throw new DecodeError(static::class . " ({$wire}): expected {$error->getMessage()}, found {$kind}");
        }
    }

    /** @param array<string, mixed> $shape */
    private function take(array $shape, string $wire, mixed $value): void
    {
        try {
            $this->json->{$wire} = Codec::taken($shape, $value);
        } catch (NotOfType $error) {
            $kind = Wire::kindOf($value);
            $problem = "takes {$error->getMessage()}, not {$kind}";
            throw new \InvalidArgumentException(static::class . " ({$wire}) {$problem}");
        }
    }

    private static function declared(): array
    {
        return Shapes::properties(static::class);
    }

    /** @return array<string, mixed> */
    public function __serialize(): array
    {
        return ['json' => $this->toJson()];
    }

    /** @param array<string, mixed> $data */
    public function __unserialize(array $data): void
    {
        $json = Json::decode((string) $data['json']);
        $this->json = $json instanceof stdClass ? $json : new stdClass();
    }
}
