<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Older;

use EdmundRuntime\Runtime\CollectionPage;
use EdmundRuntime\Runtime\Facts;
use EdmundRuntime\Runtime\Model;
use EdmundRuntime\Runtime\Registry;
use EdmundRuntime\Runtime\UnexpectedAnswer;
use stdClass;

/** Verbose JSON of OData 1 to 3 as that of 4.01, of which models are made ([MS-ODATA], 2.2.6.3). */
final class AnsweredJson
{
    private const DEEPEST = 100;
    private const METADATA = [
        'uri' => '@odata.id',
        'etag' => '@odata.etag',
        'media_src' => '@odata.mediaReadLink',
        'edit_media' => '@odata.mediaEditLink',
        'content_type' => '@odata.mediaContentType',
        'media_etag' => '@odata.mediaEtag',
    ];

    private function __construct()
    {
    }

    /**
     * An answer as 4.01 has it: a collection is an object with `value`, as a primitive is; null for none.
     *
     * @param class-string<Model>|null $class of the object, of a page, or of what holds an operation's value
     * @throws UnexpectedAnswer for what is nested too deeply
     */
    public static function of(mixed $json, ?string $class): ?stdClass
    {
        // What only holds something has no name of its own in the schema.
        $value = $class !== null && $class::SCHEMA['name'] === '' ? Facts::properties($class)['value'] ?? null : null;
        $item = $value === null ? $class : Registry::model($value['type']);
        $isPage = $class !== null && is_subclass_of($class, CollectionPage::class);
        if (!$json instanceof stdClass || !property_exists($json, 'd')) {
            return self::ofLight($json, $item);
        }
        $inner = self::unwrapped($json->d, $item);
        if (is_array($inner)) {
            return (object) ['value' => self::items($inner, $value, $item)];
        }
        if ($inner instanceof stdClass && is_array($inner->results ?? null)) {
            return self::page($inner, $value, $item);
        }
        if ($inner instanceof stdClass) {
            $made = self::object($inner, $item, 0);
            return $isPage ? (object) ['value' => [$made]] : $made;
        }
        return $inner === null ? null : (object) ['value' => self::declared($inner, $value, 0)];
    }

    /** @param array<string, mixed>|null $value facts of the items, where an operation gives them */
    private static function page(stdClass $json, ?array $value, ?string $item): stdClass
    {
        $made = new stdClass();
        $count = $json->__count ?? null;
        if ($count !== null) {
            $made->{'@odata.count'} = self::count($count);
        }
        $made->value = self::items($json->results, $value, $item);
        if (is_string($json->__next ?? null) && $json->__next !== '') {
            $made->{'@odata.nextLink'} = $json->__next;
        }
        return $made;
    }

    /**
     * @param list<mixed> $items
     * @param array<string, mixed>|null $facts
     * @return list<mixed>
     */
    private static function items(array $items, ?array $facts, ?string $class): array
    {
        $read = static fn (mixed $item): mixed => $item instanceof stdClass
            ? self::object($item, $class, 0)
            : self::declared($item, $facts, 0);
        return array_map($read, $items);
    }

    private static function count(mixed $count): mixed
    {
        $number = is_string($count) && ctype_digit($count) ? filter_var($count, FILTER_VALIDATE_INT) : false;
        return $number === false ? $count : $number;
    }

    /** An answer in 3.0's light JSON: as that of 4.0 but for values, and for the `@` before its annotations. */
    private static function ofLight(mixed $json, ?string $class): ?stdClass
    {
        if (!$json instanceof stdClass) {
            return $json === null ? null : (object) ['value' => $json];
        }
        if (is_array($json->value ?? null)) {
            $found = clone $json;
            $found->value = self::items($json->value, null, $class);
        } else {
            $found = self::object($json, $class, 0);
        }
        $made = new stdClass();
        foreach (get_object_vars($found) as $name => $value) {
            $isControl = str_starts_with((string) $name, 'odata.');
            $made->{$isControl ? "@{$name}" : $name} = $name === 'odata.count' ? self::count($value) : $value;
        }
        return $made;
    }

    /** What a service operation answers stands in a member of the operation's name. */
    private static function unwrapped(mixed $inner, ?string $class): mixed
    {
        $members = $inner instanceof stdClass ? get_object_vars($inner) : [];
        if (count($members) !== 1) {
            return $inner;
        }
        $name = (string) array_key_first($members);
        $isDeclared = $class !== null && isset(Facts::properties($class)[$name]);
        return $isDeclared || in_array($name, ['results', '__metadata', 'uri'], true) ? $inner : $members[$name];
    }

    /** @param class-string<Model>|null $class */
    private static function object(stdClass $json, ?string $class, int $depth): stdClass
    {
        if ($depth > self::DEEPEST) {
            throw new UnexpectedAnswer('the answer is nested too deeply');
        }
        $made = new stdClass();
        $metadata = $json->__metadata ?? null;
        if ($metadata instanceof stdClass) {
            $named = $metadata->type ?? null;
            if (is_string($named) && !str_starts_with($named, 'Edm.')) {
                $made->{'@odata.type'} = "#{$named}";
                $class = Registry::model(Registry::plainName($named)) ?? $class;
            }
            self::addControls($made, '', $metadata);
        } elseif ($class === null && array_keys(get_object_vars($json)) === ['uri']) {
            $made->{'@odata.id'} = $json->uri;
            return $made;
        }
        $facts = $class === null ? [] : Facts::properties($class);
        foreach (get_object_vars($json) as $name => $value) {
            if ($name !== '__metadata') {
                self::addMember($made, (string) $name, $value, $facts[$name] ?? null, $depth);
            }
        }
        return $made;
    }

    private static function addControls(stdClass $made, string $owner, stdClass $metadata): void
    {
        foreach (self::METADATA as $name => $control) {
            if (is_string($metadata->{$name} ?? null)) {
                $made->{$owner . $control} = $metadata->{$name};
            }
        }
    }

    /** @param array<string, mixed>|null $facts */
    private static function addMember(stdClass $made, string $name, mixed $value, ?array $facts, int $depth): void
    {
        if ($value instanceof stdClass) {
            if (($value->__deferred ?? null) instanceof stdClass) {
                $made->{"{$name}@odata.navigationLink"} = $value->__deferred->uri ?? null;
                return;
            }
            if (($value->__mediaresource ?? null) instanceof stdClass) {
                self::addControls($made, $name, $value->__mediaresource);
                return;
            }
            if (is_array($value->results ?? null)) {
                if (is_string($value->__next ?? null) && $value->__next !== '') {
                    $made->{"{$name}@odata.nextLink"} = $value->__next;
                }
                $value = $value->results;
            }
        }
        $made->{$name} = self::declared($value, $facts, $depth + 1);
    }

    /** @param array<string, mixed>|null $facts of the value, or of its items */
    private static function declared(mixed $value, ?array $facts, int $depth): mixed
    {
        $type = $facts['type'] ?? '';
        if (!str_starts_with($type, 'Edm.')) {
            return self::value($value, Registry::model($type), $depth);
        }
        $read = static fn (mixed $one): mixed => Values::answered($one, $type, $facts['wire'] ?? $type);
        return is_array($value) ? array_map($read, $value) : $read($value);
    }

    /** @param class-string<Model>|null $class */
    private static function value(mixed $value, ?string $class, int $depth): mixed
    {
        if ($value instanceof stdClass) {
            return self::object($value, $class, $depth);
        }
        if (!is_array($value)) {
            return $value;
        }
        if ($depth > self::DEEPEST) {
            throw new UnexpectedAnswer('the answer is nested too deeply');
        }
        return array_map(static fn (mixed $item): mixed => self::value($item, $class, $depth + 1), $value);
    }
}
