package com.microsoft.graph.runtime;

import java.util.List;
import java.util.function.IntPredicate;

/** A node of the tree of an ECMA 262 regular expression. */
abstract class PatternNode {
  enum Condition {
    START,
    END,
    BOUNDARY,
    NO_BOUNDARY
  }

  /** One character that `accepts` says yes to. */
  static final class AnyOf extends PatternNode {
    final IntPredicate accepts;

    AnyOf(IntPredicate accepts) {
      this.accepts = accepts;
    }
  }

  /** A condition on the place between two characters. */
  static final class Assertion extends PatternNode {
    final Condition condition;

    Assertion(Condition condition) {
      this.condition = condition;
    }
  }

  /** A look-ahead. */
  static final class Look extends PatternNode {
    final PatternNode inner;
    final boolean negated;

    Look(PatternNode inner, boolean negated) {
      this.inner = inner;
      this.negated = negated;
    }
  }

  /** One after the other. */
  static final class Sequence extends PatternNode {
    final List<PatternNode> items;

    Sequence(List<PatternNode> items) {
      this.items = items;
    }
  }

  /** One or the other. */
  static final class Alternation extends PatternNode {
    final List<PatternNode> branches;

    Alternation(List<PatternNode> branches) {
      this.branches = branches;
    }
  }

  /** `least` to `most` times; a negative `most` is without end. */
  static final class Repeat extends PatternNode {
    final PatternNode inner;
    final int least;
    final int most;

    Repeat(PatternNode inner, int least, int most) {
      this.inner = inner;
      this.least = least;
      this.most = most;
    }
  }
}
