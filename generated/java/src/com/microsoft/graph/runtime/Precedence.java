package com.microsoft.graph.runtime;

/** How closely operators bind, the loosest first (URL Conventions 4.01, section 5.1.1.17). */
enum Precedence {
  OR,
  AND,
  COMPARISON,
  ADDITION,
  PRODUCT,
  UNARY,
  PRIMARY;

  Precedence next() {
    return values()[ordinal() + 1];
  }
}
