<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Older;

use EdmundRuntime\Runtime\Facts;
use EdmundRuntime\Runtime\Json;
use EdmundRuntime\Runtime\Model;
use EdmundRuntime\Runtime\Registry;
use EdmundRuntime\Runtime\Wire;
use stdClass;

/** JSON of 4.01 as services of OData 1 to 3 take it ([MS-ODATA], 2.2.6.3). */
final class SentJson
{
    private function __construct()
    {
    }

    /**
     * A body.
     *
     * @param class-string<Model>|null $class of the object, or of the items of a list
     */
    public static function of(mixed $json, ?string $class, Version $version): mixed
    {
        if (is_array($json)) {
            return array_map(static fn (mixed $item): mixed => self::of($item, $class, $version), $json);
        }
        if (!$json instanceof stdClass) {
            return $json;
        }
        $made = new stdClass();
        $named = $json->{'@odata.type'} ?? null;
        if (is_string($named)) {
            $name = Registry::plainName($named);
            $made->__metadata = (object) ['type' => $name];
            $class = Registry::model($name) ?? $class;
        } elseif ($class === null && isset($json->{'@odata.id'})) {
            return (object) ['uri' => $json->{'@odata.id'}];
        }
        $facts = $class === null ? [] : Facts::properties($class);
        foreach (get_object_vars($json) as $name => $value) {
            $at = strpos((string) $name, '@');
            if ($at === false) {
                $made->{$name} = self::value($value, $facts[$name] ?? null, $version);
            } elseif ($at > 0 && substr((string) $name, $at) === '@odata.bind') {
                $made->{substr((string) $name, 0, $at)} = self::links($value, $version);
            }
        }
        return $made;
    }

    /**
     * The arguments of a service operation by name, as literals; what is null or was not set is left out.
     *
     * @return array<string, string>
     */
    public static function arguments(Model $body): array
    {
        $facts = Facts::properties($body::class);
        $found = [];
        foreach (get_object_vars(Wire::plain($body)) as $name => $value) {
            if ($value !== null && isset($facts[$name])) {
                $text = is_string($value) ? $value : Json::encode($value);
                $found[$name] = Values::literalText($text, $facts[$name]['wire'] ?? $facts[$name]['type']);
            }
        }
        return $found;
    }

    /** @param array<string, mixed>|null $facts of the value, or of its items */
    private static function value(mixed $value, ?array $facts, Version $version): mixed
    {
        if ($facts === null) {
            return $value;
        }
        $type = $facts['type'];
        if (!str_starts_with($type, 'Edm.')) {
            $made = self::of($value, Registry::model($type), $version);
            return is_array($made) ? self::collection($made, $version) : $made;
        }
        $write = static fn (mixed $one): mixed => Values::sent($one, $facts['wire'] ?? $type, $version);
        return is_array($value) ? self::collection(array_map($write, $value), $version) : $write($value);
    }

    private static function links(mixed $urls, Version $version): mixed
    {
        $link = static fn (mixed $url): stdClass => (object) ['__metadata' => (object) ['uri' => $url]];
        return is_array($urls) ? self::collection(array_map($link, $urls), $version) : $link($urls);
    }

    /** @param array<mixed> $items */
    private static function collection(array $items, Version $version): mixed
    {
        return $version->wrapsCollections() ? (object) ['results' => array_values($items)] : array_values($items);
    }
}
