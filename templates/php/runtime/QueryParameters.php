<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use EdmundRuntime\Runtime\Query\Condition;
use EdmundRuntime\Runtime\Query\Option;
use EdmundRuntime\Runtime\Query\Term;

/**
 * Query options of one request (OData URL Conventions 4.01, section 5.1).
 *
 * A property that is no option of OData's is one of the service's own: `$parameters->startDateTime = '...'`.
 */
final class QueryParameters
{
    private const SYSTEM = [
        'select', 'expand', 'filter', 'orderby', 'top', 'skip', 'search', 'count', 'format', 'apply', 'compute',
        'deltatoken', 'skiptoken', 'levels', 'id',
    ];

    /** @var array<string, mixed> */
    private array $more = [];

    /**
     * @param array<Term|string>|null $expand
     * @param array<Term|string>|null $orderby
     * @param array<Term|string>|null $select
     */
    public function __construct(
        public ?bool $count = null,
        public ?array $expand = null,
        public Condition|string|null $filter = null,
        public ?array $orderby = null,
        public ?string $search = null,
        public ?array $select = null,
        public ?int $skip = null,
        public ?int $top = null,
    ) {
    }

    /** @throws \Error for what is almost an option of OData's */
    public function __set(string $name, mixed $value): void
    {
        if (preg_match('/\A[\p{L}\p{N}_-]+\z/u', $name) !== 1) {
            throw new \Error('a query option has letters and digits for a name');
        }
        if (!in_array($name, self::SYSTEM, true)) {
            foreach (self::SYSTEM as $known) {
                $alike = 0.0;
                similar_text(strtolower($name), $known, $alike);
                if ($alike >= 75.0) {
                    throw new \Error("'{$name}' is no option of this call; did you mean '{$known}'?");
                }
            }
        }
        $this->more[$name] = $value;
    }

    public function __get(string $name): mixed
    {
        return $this->more[$name] ?? null;
    }

    /**
     * Names and texts as they go into the URL, not encoded.
     *
     * @return array<string, string>
     * @throws \InvalidArgumentException for a value that the option cannot have
     */
    public function toArray(): array
    {
        $given = [
            'select' => $this->select,
            'expand' => $this->expand,
            'filter' => $this->filter,
            'orderby' => $this->orderby,
            'top' => $this->top,
            'skip' => $this->skip,
            'search' => $this->search,
            'count' => $this->count,
            ...$this->more,
        ];
        $found = [];
        foreach ($given as $name => $value) {
            if ($value !== null) {
                $wire = in_array($name, self::SYSTEM, true) ? "\${$name}" : $name;
                $found[$wire] = self::text($name, $value);
            }
        }
        return $found;
    }

    private static function text(string $name, mixed $value): string
    {
        if (is_array($value)) {
            return implode(',', array_map(static fn (mixed $item): string => self::text($name, $item), $value));
        }
        if (is_int($value) && $value < 0 && ($name === 'top' || $name === 'skip')) {
            throw new \InvalidArgumentException("{$name} is a whole number, not below 0");
        }
        $text = match (true) {
            is_bool($value) => $value ? 'true' : 'false',
            $value instanceof Term => self::term($name, $value),
            is_string($value), is_int($value), is_float($value), $value instanceof \Stringable => (string) $value,
            $value instanceof \DateTimeInterface => Primitive::write('Edm.DateTimeOffset', $value),
            default => throw new \InvalidArgumentException("{$name} cannot be a " . get_debug_type($value)),
        };
        if (str_contains($text, "\0")) {
            throw new \InvalidArgumentException("{$name} holds a NUL character");
        }
        return $text;
    }

    private static function term(string $name, Term $term): string
    {
        $option = Option::tryFrom($name) ?? throw new \InvalidArgumentException("{$name} takes text");
        return $term->textFor($option);
    }
}
