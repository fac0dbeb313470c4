<?php

declare(strict_types=1);

namespace Microsoft\Graph\Runtime;

/** What a node of a regular expression's tree is. */
enum PatternKind
{
    /** One character that a function says yes to. */
    case AnyOf;
    case Start;
    case End;
    case Boundary;
    case NoBoundary;
    /** A look-ahead, and one that must fail. */
    case LookAhead;
    case NegativeLookAhead;
    case Sequence;
    case Alternation;
    case Repeat;
}
