<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

use EdmundRuntime\Generated\Types;
use EdmundRuntime\Runtime\QueryParameters;

/** Something related that comes along, with options of its own (URL Conventions 4.01, section 5.1.3). */
final class Expansion implements Term, \Stringable
{
    private const ORDER = ['filter', 'orderby', 'select', 'expand', 'search', 'top', 'skip', 'count', 'levels'];

    private readonly string $text;

    /** @internal made by `with` */
    public function __construct(private readonly Term $path, QueryParameters $options)
    {
        $given = $options->toArray();
        $parts = [];
        foreach (self::ORDER as $name) {
            if (isset($given["\${$name}"])) {
                $parts[] = "\${$name}={$given["\${$name}"]}";
            }
        }
        if ($parts !== []) {
            Types::older()?->since4('options of what is expanded');
        }
        $to = $path->textFor(Option::Expand);
        $this->text = $parts === [] ? $to : "{$to}(" . implode(';', $parts) . ')';
    }

    public function textFor(Option $option): string
    {
        return $option === Option::Expand
            ? $this->text
            : throw new \InvalidArgumentException("{$option->value} takes nothing that is expanded");
    }

    public function paths(): iterable
    {
        return $this->path->paths();
    }

    public function __toString(): string
    {
        return $this->text;
    }
}
