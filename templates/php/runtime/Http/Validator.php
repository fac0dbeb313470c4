<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Says what is wrong with a model or a JSON value, by the rules of its schema, before the service does. */
final class Validator
{
    private const OPERATIONS = ['create', 'update'];
    /** What the description does not know is no reason not to send: the service may know more. */
    private const UNKNOWN_HERE = [Rule::UnknownProperty, Rule::EnumMember];

    private function __construct()
    {
    }

    /**
     * What is wrong with a model; an empty list when nothing is.
     *
     * @param string|null $operation "create" or "update" for the body of a request, null for an answer
     * @return list<Violation>
     * @throws \InvalidArgumentException for an operation that there is not
     */
    public static function ofModel(Model $model, ?string $operation = null): array
    {
        return self::ofValue($model::SCHEMA['name'], Wire::plain($model), $operation);
    }

    /**
     * What is wrong with JSON text as a value of the type called `type`.
     *
     * @return list<Violation>
     * @throws JsonError for text that is no JSON
     * @throws \InvalidArgumentException for a type that this package does not have
     */
    public static function ofJson(string $type, string $text, ?string $operation = null): array
    {
        return self::ofValue($type, Json::decode($text), $operation);
    }

    /**
     * The same for a value as `Json::decode` gives it.
     *
     * @return list<Violation>
     */
    public static function ofValue(string $type, mixed $value, ?string $operation = null): array
    {
        if (!str_starts_with($type, 'Edm.') && Shapes::classOf($type) === null) {
            throw new \InvalidArgumentException("this package has no type '{$type}'");
        }
        if ($operation !== null && !in_array($operation, self::OPERATIONS, true)) {
            throw new \InvalidArgumentException("'{$operation}' is no operation: create or update");
        }
        $walk = new Walk($operation);
        $walk->check(['type' => $type], $value, '');
        return $walk->found;
    }

    /** @throws ValidationFailed when a model breaks a rule; warnings alone do not count */
    public static function check(Model $model, ?string $operation = null): void
    {
        self::refuse(self::ofModel($model, $operation));
    }

    /**
     * What `check` does for the body of a request, but for names and values that the description does not know.
     *
     * @param array<string, mixed> $shape
     * @param string $pointer where in the body the value stands
     * @throws ValidationFailed
     */
    public static function beforeSending(array $shape, mixed $json, string $method, string $pointer = ''): void
    {
        $isUpdate = $method === 'PUT' || $method === 'PATCH';
        $walk = new Walk($isUpdate ? 'update' : 'create', $method === 'PATCH');
        $walk->check($shape, $json, $pointer);
        $counts = static fn (Violation $found): bool => !in_array($found->rule, self::UNKNOWN_HERE, true);
        self::refuse(array_values(array_filter($walk->found, $counts)));
    }

    /** @param list<Violation> $found */
    private static function refuse(array $found): void
    {
        if (Violation::areErrors($found)) {
            throw new ValidationFailed($found);
        }
    }
}
