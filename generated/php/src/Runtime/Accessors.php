<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use stdClass;

/** How generated getters and setters read and write the JSON object that a model keeps. */
trait Accessors
{
    /** A value that JSON has as it stands. */
    protected function write(string $wire, mixed $value): void
    {
        $this->put($wire, $value);
    }

    protected function readString(string $wire): ?string
    {
        $value = $this->json->{$wire} ?? null;
        return $value === null || is_string($value) ? $value : throw $this->mismatch($wire, 'a string', $value);
    }

    protected function readBoolean(string $wire): ?bool
    {
        $value = $this->json->{$wire} ?? null;
        return $value === null || is_bool($value) ? $value : throw $this->mismatch($wire, 'a boolean', $value);
    }

    protected function readInteger(string $wire): ?int
    {
        $value = $this->json->{$wire} ?? null;
        return $value === null || is_int($value) ? $value : $this->readPrimitive($wire, 'Edm.Int64');
    }

    /** Any other primitive value, as its PHP type. */
    protected function readPrimitive(string $wire, string $type): mixed
    {
        $value = $this->json->{$wire} ?? null;
        if ($value === null) {
            return null;
        }
        try {
            return Primitive::read($type, $value);
        } catch (NotOfType $error) {
            throw $this->mismatch($wire, $error->getMessage(), $value);
        }
    }

    protected function writePrimitive(string $wire, string $type, mixed $value): void
    {
        $this->put($wire, $value === null ? null : $this->written($wire, $type, $value));
    }

    /** @return list<mixed>|null */
    protected function readList(string $wire, string $type): ?array
    {
        return $this->readItems($wire, static fn (mixed $item): mixed => Primitive::read($type, $item));
    }

    /** @param array<mixed>|null $values */
    protected function writeList(string $wire, string $type, ?array $values): void
    {
        $this->writeItems($wire, $values, fn (mixed $item): mixed => $this->written($wire, $type, $item));
    }

    /**
     * @template E of OpenEnum
     * @param class-string<E> $class
     * @return E|null
     */
    protected function readEnum(string $wire, string $class): ?OpenEnum
    {
        $value = $this->json->{$wire} ?? null;
        try {
            return $value === null ? null : OpenEnum::read($class, $value);
        } catch (NotOfType $error) {
            throw $this->mismatch($wire, $error->getMessage(), $value);
        }
    }

    protected function writeEnum(string $wire, OpenEnum|string|null $value): void
    {
        $this->put($wire, $value instanceof OpenEnum ? $value->value() : $value);
    }

    /**
     * @template E of OpenEnum
     * @param class-string<E> $class
     * @return list<E|null>|null
     */
    protected function readEnums(string $wire, string $class): ?array
    {
        return $this->readItems($wire, static fn (mixed $item): OpenEnum => OpenEnum::read($class, $item));
    }

    /** @param array<OpenEnum|string|null>|null $values */
    protected function writeEnums(string $wire, ?array $values): void
    {
        $this->writeItems($wire, $values, function (mixed $item) use ($wire): string {
            $text = $item instanceof OpenEnum ? $item->value() : $item;
            return is_string($text) ? $text : throw $this->refusal($wire, 'members of an enumeration', $item);
        });
    }

    /**
     * @template M of Model
     * @param class-string<M> $class
     * @return M|null
     */
    protected function readModel(string $wire, string $class): ?Model
    {
        $value = $this->json->{$wire} ?? null;
        if ($value === null || $value instanceof Model) {
            return $value;
        }
        if (!$value instanceof stdClass) {
            throw $this->mismatch($wire, 'an object', $value);
        }
        return $this->json->{$wire} = $this->inner(Model::over($value, $class));
    }

    protected function writeModel(string $wire, ?Model $value): void
    {
        $this->put($wire, $value);
    }

    /**
     * @template M of Model
     * @param class-string<M> $class
     * @return list<M|null>|null
     */
    protected function readModels(string $wire, string $class): ?array
    {
        $values = $this->json->{$wire} ?? null;
        if ($values === null) {
            return null;
        }
        if (!is_array($values)) {
            throw $this->mismatch($wire, 'a list of objects', $values);
        }
        foreach ($values as $at => $item) {
            if ($item instanceof stdClass) {
                $values[$at] = $this->inner(Model::over($item, $class));
            } elseif ($item !== null && !$item instanceof Model) {
                throw $this->mismatch($wire, 'a list of objects', $item);
            }
        }
        return $this->json->{$wire} = $values;
    }

    /**
     * @param array<Model|null>|null $values
     * @param class-string<Model> $class
     */
    protected function writeModels(string $wire, ?array $values, string $class): void
    {
        $this->writeItems($wire, $values, function (mixed $item) use ($wire, $class): Model {
            return $item instanceof $class ? $item : throw $this->refusal($wire, "a list of {$class}", $item);
        });
    }

    /**
     * @param callable(mixed): mixed $read
     * @return list<mixed>|null
     */
    private function readItems(string $wire, callable $read): ?array
    {
        $values = $this->json->{$wire} ?? null;
        if ($values === null) {
            return null;
        }
        if (!is_array($values)) {
            throw $this->mismatch($wire, 'a list', $values);
        }
        foreach ($values as $at => $item) {
            try {
                $values[$at] = $item === null ? null : $read($item);
            } catch (NotOfType $error) {
                throw $this->mismatch($wire, 'a list of which each is ' . $error->getMessage(), $item);
            }
        }
        return $values;
    }

    /**
     * @param array<mixed>|null $values
     * @param callable(mixed): mixed $write
     */
    private function writeItems(string $wire, ?array $values, callable $write): void
    {
        if ($values !== null) {
            $values = array_values($values);
            foreach ($values as $at => $item) {
                $values[$at] = $item === null ? null : $write($item);
            }
        }
        $this->put($wire, $values);
    }

    private function written(string $wire, string $type, mixed $value): mixed
    {
        try {
            return $value === null ? null : Primitive::write($type, $value);
        } catch (NotOfType $error) {
            throw $this->refusal($wire, $error->getMessage(), $value);
        }
    }

    private function mismatch(string $wire, string $expected, mixed $found): DecodeError
    {
        $kind = Primitive::kindOf($found);
        return new DecodeError(static::class . " ({$wire}): expected {$expected}, found {$kind}");
    }

    private function refusal(string $wire, string $expected, mixed $found): \InvalidArgumentException
    {
        $kind = Primitive::kindOf($found);
        return new \InvalidArgumentException(static::class . " ({$wire}) takes {$expected}, not {$kind}");
    }
}
