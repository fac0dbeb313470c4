<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

use Microsoft\Graph\Runtime\Query\QueryError;

/** What services of OData 1 to 3 want otherwise than those of 4.01; only their clients have an implementation. */
interface Dialect
{
    /**
     * What each request says, and what may be asked before it.
     *
     * @param bool $tunnelsMethods whether methods that proxies may stop go as POST
     */
    public function protocol(
        ServiceRoot $root,
        ?TokenCache $tokens,
        string $product,
        bool $tunnelsMethods
    ): Protocol;

    /**
     * A request as such a service takes it, and its answer back as 4.01 has it.
     *
     * @param class-string<Model>|null $class of the body, where it has one
     * @param Model|null $invoked what holds the arguments of an operation
     */
    public function request(Request $request, ?string $class, ?Model $invoked): Request;

    /**
     * The literal of a value in a URL, not percent-encoded.
     *
     * @param string $wire the built-in type as those versions call it: `Edm.DateTime`
     * @return array{string, string, string} what stands before the quote, what follows it, and the quote, if any
     * @throws \InvalidArgumentException for a value that is none of the type
     */
    public function literal(mixed $value, string $wire): array;

    /**
     * The literal of a value that is compared in a query, and not null.
     *
     * @param string $wire the built-in type as those versions call it; '' where it is not known
     */
    public function compared(mixed $value, string $wire): string;

    /**
     * The text of a function that is called in a query.
     *
     * @param list<string> $arguments
     * @throws QueryError for one that the version does not have
     */
    public function called(string $function, array $arguments): string;

    /** @throws QueryError always: queries have it from 4.0 on */
    public function since4(string $what): void;

    /** @throws QueryError where the version is one before 3.0 */
    public function since3(string $what): void;
}
