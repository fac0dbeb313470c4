<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/**
 * The base of all models: a typed view over the JSON object that the service sent or will get.
 *
 * A model keeps that object itself, so that absent, null and a value stay different, and nothing that this
 * client does not know is lost. Values are read when they are asked for. A property that was not set is not
 * sent; one that was set to null is sent as null.
 */
abstract class Model implements \JsonSerializable
{
    use Accessors;
    use JsonObject;

    /** What the schema says of the type: its name, flags, and the facts of its own properties. */
    public const SCHEMA = ['name' => '', 'properties' => ['@odata.type' => ['type' => 'Edm.String']]];

    /** Whether it is what a service answered, rather than made here. */
    private bool $isRead = false;
    /** @var array<string, true> the wire names of what was set since */
    private array $changed = [];

    /** @param stdClass|null $json the object to keep, for the runtime; users make a model without */
    public function __construct(?stdClass $json = null)
    {
        $this->json = $json ?? new stdClass();
    }

    /**
     * A model over `json`, which it keeps: of the class that the payload names, if that is a `declared`.
     *
     * A type that this client does not know, or that is no `declared`, gives `declared` itself.
     *
     * @template T of Model
     * @param class-string<T> $declared
     * @return T
     */
    final public static function over(stdClass $json, string $declared): self
    {
        $named = $json->{'@odata.type'} ?? $json->{'@type'} ?? null;
        if (is_string($named)) {
            $found = Registry::model(Registry::plainName($named));
            if ($found !== null && is_a($found, $declared, true)) {
                return new $found($json);
            }
        }
        return new $declared($json);
    }

    /** The type's name as the service writes it: `#namespace.type`. */
    public function getOdataType(): ?string
    {
        $named = $this->json->{'@odata.type'} ?? $this->json->{'@type'} ?? null;
        if ($named === null && (static::SCHEMA['saysType'] ?? false)) {
            return '#' . static::SCHEMA['name'];
        }
        return is_string($named) ? $named : null;
    }

    /** Null says nothing: a null type has no place on the wire (OData JSON Format 4.01, section 4.6.3). */
    public function setOdataType(?string $value): void
    {
        if ($value === null) {
            $this->unset('@odata.type');
        } else {
            $this->put('@odata.type', $value);
        }
    }

    /**
     * What the payload has beside the declared properties, by wire name: annotations, unknown properties.
     *
     * A copy. JSON objects in it are arrays by name (an empty one is a stdClass, to tell it from an empty array);
     * numbers that no float holds are JsonNumber.
     *
     * @return array<string, mixed>
     */
    public function getAdditionalData(): array
    {
        $declared = self::declared();
        $found = [];
        foreach (get_object_vars($this->json) as $name => $value) {
            if (!isset($declared[$name])) {
                $found[$name] = Wire::shown($value);
            }
        }
        return $found;
    }

    /**
     * Replaces all that is not declared. Arrays with names as keys become JSON objects.
     *
     * @param array<string, mixed>|null $value by wire name; that of a declared property sets it, as JSON has it
     */
    public function setAdditionalData(?array $value): void
    {
        $declared = self::declared();
        $before = $this->getAdditionalData();
        foreach (array_keys(get_object_vars($this->json)) as $name) {
            if (!isset($declared[$name])) {
                unset($this->json->{$name});
            }
        }
        foreach ($value ?? [] as $name => $item) {
            if (!array_key_exists($name, $before) || $before[$name] != $item) {
                $this->changed[$name] = true;
            }
            $this->json->{$name} = Wire::given($item);
        }
    }

    /** Takes the property called `name` on the wire away: it is not sent. */
    final public function unset(string $name): void
    {
        unset($this->json->{$name}, $this->changed[$name]);
    }

    /**
     * Links a navigation property to entities that are there already (`@odata.bind`).
     *
     * @param string $name as the schema has it
     * @param Request|string ...$targets their URLs, or requests for them; for a collection any number
     * @throws \InvalidArgumentException for what is no navigation property, and where a single entity is wanted
     */
    final public function bind(string $name, Request|string ...$targets): static
    {
        $shape = Schema::shapeOf(static::class)['properties'][$name] ?? [];
        $isMany = $shape['collection'] ?? false;
        if (!($shape['navigation'] ?? false)) {
            throw new \InvalidArgumentException("'{$name}' is no navigation property");
        }
        if (!$isMany && count($targets) !== 1) {
            throw new \InvalidArgumentException("'{$name}' is linked to one entity");
        }
        $urls = [];
        foreach ($targets as $target) {
            $urls[] = $target instanceof Request ? explode('?', $target->url, 2)[0] : $target;
        }
        $this->put("{$name}@odata.bind", $isMany ? $urls : $urls[0]);
        return $this;
    }

    /** The ETag that came with it, for `RequestConfiguration::$etag`. */
    final public function etag(): ?string
    {
        $found = $this->json->{'@odata.etag'} ?? $this->json->{'@etag'} ?? null;
        return is_string($found) ? $found : null;
    }

    /** Where more of the property called `name` on the wire is, for `withUrl` of the builder of that collection. */
    final public function nextLinkOf(string $name): ?string
    {
        $found = $this->json->{"{$name}@odata.nextLink"} ?? $this->json->{"{$name}@nextLink"} ?? null;
        return is_string($found) ? $found : null;
    }

    /** Why it is gone, when a delta answer says that it is; null otherwise. */
    final public function removal(): ?Removal
    {
        return Removal::of($this->json);
    }

    /** Says that this is what a service answered: from now on changes are kept apart. For the runtime. */
    final public function asRead(): static
    {
        $this->isRead = true;
        return $this;
    }

    /** What was changed since it was read, a changed property whole; all of it when it was made here. */
    final public function changes(): static
    {
        if (!$this->isRead) {
            return $this;
        }
        $made = new stdClass();
        foreach (get_object_vars($this->json) as $name => $value) {
            if (isset($this->changed[$name]) || self::isChanged($value)) {
                $made->{$name} = $value;
            }
        }
        return new static($made);
    }

    private static function isChanged(mixed $value): bool
    {
        if ($value instanceof self) {
            return !$value->isRead || $value->changed !== [] || self::isChanged(get_object_vars($value->json));
        }
        foreach (is_array($value) ? $value : [] as $item) {
            if (self::isChanged($item)) {
                return true;
            }
        }
        return false;
    }

    private function put(string $wire, mixed $value): void
    {
        $this->json->{$wire} = $value;
        $this->changed[$wire] = true;
    }

    /** A model that was found in this one. */
    private function inner(self $model): self
    {
        return $this->isRead ? $model->asRead() : $model;
    }

    private static function declared(): array
    {
        return Facts::properties(static::class);
    }

    /** @return array<string, mixed> */
    public function __serialize(): array
    {
        return ['json' => $this->toJson(), 'isRead' => $this->isRead, 'changed' => $this->changed];
    }

    /** @param array<string, mixed> $data */
    public function __unserialize(array $data): void
    {
        $json = Json::decode((string) $data['json']);
        $this->isRead = (bool) ($data['isRead'] ?? false);
        $this->changed = (array) ($data['changed'] ?? []);
        $this->json = $json instanceof stdClass ? $json : new stdClass();
    }
}
