<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/** The JSON object that a model keeps, whatever describes it: as text, as it is, and what there is in it. */
trait JsonObject
{
    protected stdClass $json;

    /** @return array<string, array<string, mixed>> what is known of the properties, by their names on the wire */
    abstract private static function declared(): array;

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

    /** Whether the property called `name` on the wire is there, null included. */
    final public function isSet(string $name): bool
    {
        return property_exists($this->json, $name);
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

    public function __clone()
    {
        $this->json = Wire::copied($this->json);
    }

    /** @return array<string, mixed> what is set; secrets are masked, unknown properties only named */
    public function __debugInfo(): array
    {
        $declared = self::declared();
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
}
