<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** A node of a regular expression's tree. */
final class PatternNode
{
    /**
     * @param list<PatternNode> $inner
     * @param (\Closure(string): bool)|null $accepts for a node that takes a character
     * @param int $least how often at least, for a repetition
     * @param int|null $most how often at most; null is without end
     */
    public function __construct(
        public readonly PatternKind $kind,
        public readonly array $inner = [],
        public readonly ?\Closure $accepts = null,
        public readonly int $least = 0,
        public readonly ?int $most = null,
    ) {
    }

    /** @param \Closure(string): bool $accepts */
    public static function anyOf(\Closure $accepts): self
    {
        return new self(PatternKind::AnyOf, [], $accepts);
    }

    public static function character(string $wanted): self
    {
        return self::anyOf(static fn (string $character): bool => $character === $wanted);
    }

    /** Whether nothing is taken, only looked at: such a node cannot be repeated. */
    public function isAssertion(): bool
    {
        return match ($this->kind) {
            PatternKind::Start, PatternKind::End, PatternKind::Boundary, PatternKind::NoBoundary => true,
            default => false,
        };
    }
}
