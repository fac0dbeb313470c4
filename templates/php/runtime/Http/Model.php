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
    /** What the description says of the type: its name, flags, and the shapes of its own properties. */
    public const SCHEMA = ['name' => '', 'properties' => []];

    private stdClass $json;

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
     * A model of JSON text, of a derived class if the text tells so.
     *
     * @throws JsonError when the text is no JSON object
     */
    final public static function fromJson(string $text): static
    {
        $json = Json::decode($text);
        if (!$json instanceof stdClass) {
            throw new JsonError(static::class . ' is read from a JSON object');
        }
        /** @var static */
        return self::over($json, static::class);
    }

    /** JSON text as it goes on the wire, without blanks; numbers have the digits that they came with. */
    final public function toJson(): string
    {
        return Json::encode(Wire::plain($this));
    }

    /** For `json_encode`, which rounds numbers that no float holds; `toJson` does not. */
    public function jsonSerialize(): stdClass
    {
        return Wire::plain($this);
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
        $declared = Shapes::properties(static::class);
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
        $declared = Shapes::properties(static::class);
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

    /** Whether the property called `name` on the wire is there, null included. */
    final public function isSet(string $name): bool
    {
        return property_exists($this->json, $name);
    }

    /** Takes the property called `name` on the wire away: it is not sent. */
    final public function unset(string $name): void
    {
        unset($this->json->{$name});
    }

    /**
     * What is wrong with this value, by the rules of the description; an empty list when nothing is.
     *
     * @param string|null $operation "create" or "update" for a request, null for an answer
     * @return list<Violation>
     */
    final public function validate(?string $operation = null): array
    {
        return Validator::ofModel($this, $operation);
    }

    /** The JSON object underneath, with models in it where properties were read; for the runtime. */
    final public function underlying(): stdClass
    {
        return $this->json;
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

    public function __clone()
    {
        $this->json = Wire::copied($this->json);
    }

    /** @return array<string, mixed> what is set; secrets are masked, unknown properties only named */
    public function __debugInfo(): array
    {
        $declared = Shapes::properties(static::class);
        $found = [];
        foreach (get_object_vars($this->json) as $name => $value) {
            if (!isset($declared[$name])) {
                $found['additionalData'][] = $name;
            } else {
                $found[$name] = $value !== null && ($declared[$name]['secret'] ?? false) ? '***' : $value;
            }
        }
        return $found;
    }

    public function __get(string $name): never
    {
        throw new \Error(static::class . " has no property \${$name}; properties have getters");
    }

    public function __set(string $name, mixed $value): never
    {
        throw new \Error(static::class . " has no property \${$name}; properties have setters");
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
