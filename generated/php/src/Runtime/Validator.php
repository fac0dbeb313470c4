<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/**
 * Says what is wrong with a model or a JSON value, by the rules of the schema, before the service does.
 *
 * The rules are those that `edmund validate` applies to the schema itself: the same payload gives the same codes at
 * the same places. `operation` is "create" or "update" for the body of a request, null for an answer.
 */
final class Validator
{
    private const OPERATIONS = ['create', 'update'];
    /** Names that are there because the caller put them there; the service may know more than this schema. */
    private const NAMES_UNKNOWN_HERE = [Rule::UnknownProperty, Rule::UnknownType, Rule::EnumMember];

    private function __construct()
    {
    }

    /**
     * What is wrong with a model; an empty list when nothing is.
     *
     * @return list<Violation>
     * @throws \InvalidArgumentException for an operation that there is not
     */
    public static function ofModel(Model $model, ?string $operation = null): array
    {
        $walk = new Walk(self::operation($operation));
        $name = $model::SCHEMA['name'];
        if ($name !== '') {
            $walk->checkValue(['type' => $name, 'nullable' => false], $model, '');
        } else {
            // Bodies of actions and pages of answers have classes but no types.
            $walk->checkMembers(Schema::shapeOf($model::class), $model->underlying(), '', 0);
        }
        return $walk->found;
    }

    /**
     * What is wrong with JSON text as a value of the type called `type`.
     *
     * @param string $type qualified (`microsoft.graph.user`), a primitive type, or `Collection(...)` of one: then the
     *     text is an array, or the object that answers a request for a collection; or the class of an action's body
     * @return list<Violation>
     * @throws JsonError for text that is no JSON
     * @throws \InvalidArgumentException for a type that this package does not have
     */
    public static function ofJson(string $type, string $text, ?string $operation = null): array
    {
        return self::ofValue($type, Json::decode($text), $operation);
    }

    /**
     * The same for a value as `Json::decode` gives it, perhaps with models inside.
     *
     * @return list<Violation>
     */
    public static function ofValue(string $type, mixed $value, ?string $operation = null): array
    {
        if (is_subclass_of($type, Model::class)) {
            return self::ofObject($type, $value, $operation);
        }
        $match = [];
        $isCollection = preg_match('/\ACollection\((.*)\)\z/s', $type, $match) === 1;
        $name = Registry::plainName($isCollection ? $match[1] : $type);
        if (!str_starts_with($name, 'Edm.') && Registry::model($name) === null && Registry::enum($name) === null) {
            throw new \InvalidArgumentException("this package has no type '{$name}'");
        }
        $walk = new Walk(self::operation($operation));
        $enum = Registry::enum($name);
        $shape = [
            'type' => $name,
            'collection' => $isCollection,
            'nullable' => false,
            'flags' => $enum !== null && is_subclass_of($enum, FlagsEnum::class),
        ];
        if ($isCollection && $value instanceof stdClass) {
            self::checkEnvelope($walk, $shape, $value);
        } else {
            $walk->checkValue($shape, $value, '');
        }
        return $walk->found;
    }

    /**
     * @param class-string<Model> $class
     * @return list<Violation>
     */
    private static function ofObject(string $class, mixed $value, ?string $operation): array
    {
        $walk = new Walk(self::operation($operation));
        if ($value instanceof stdClass) {
            $walk->checkMembers(Schema::shapeOf($class), $value, '', 0);
        } else {
            $walk->report('', Rule::NotAnObject, 'a JSON object is expected');
        }
        return $walk->found;
    }

    /**
     * @throws ValidationFailed when a model breaks a rule; warnings alone do not count
     */
    public static function check(Model $model, ?string $operation = null): void
    {
        self::refuse(self::ofModel($model, $operation));
    }

    /**
     * What `check` does for a request's body, but for names that this schema does not have.
     *
     * The body of an action, which has no type, is always made anew.
     *
     * @throws ValidationFailed
     */
    public static function beforeSending(Model $model, ?string $operation): void
    {
        if ($operation === null && $model::SCHEMA['name'] === '') {
            $operation = 'create';
        }
        $counts = static fn (Violation $found): bool => !in_array($found->rule, self::NAMES_UNKNOWN_HERE, true);
        self::refuse(array_values(array_filter(self::ofModel($model, $operation), $counts)));
    }

    /** @param list<Violation> $found */
    private static function refuse(array $found): void
    {
        if (Violation::areErrors($found)) {
            throw new ValidationFailed($found);
        }
    }

    private static function operation(?string $name): ?string
    {
        if ($name !== null && !in_array($name, self::OPERATIONS, true)) {
            throw new \InvalidArgumentException("'{$name}' is no operation: create or update");
        }
        return $name;
    }

    /**
     * The object that answers a request for a collection (OData JSON Format 4.01, section 13).
     *
     * @param array<string, mixed> $shape
     */
    private static function checkEnvelope(Walk $walk, array $shape, stdClass $json): void
    {
        if (!property_exists($json, 'value')) {
            $walk->report('', Rule::NotAnArray, 'a JSON array, or an object with one in value, is expected');
            return;
        }
        foreach (array_keys(get_object_vars($json)) as $name) {
            if ($name !== 'value' && !Walk::isControl((string) $name)) {
                $pointer = Walk::step('', (string) $name);
                $walk->report($pointer, Rule::UnknownProperty, 'a collection has no such property');
            }
        }
        $walk->checkValue($shape, $json->value, '/value');
    }
}
