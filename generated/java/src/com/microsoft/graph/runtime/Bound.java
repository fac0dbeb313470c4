package com.microsoft.graph.runtime;

/** An end of an interval: a literal of the type, as it would stand in JSON. */
final class Bound {
  final String literal;
  final boolean exclusive;

  Bound(String literal, boolean exclusive) {
    this.literal = literal;
    this.exclusive = exclusive;
  }
}
