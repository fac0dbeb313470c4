package org.example.ops.queries;

import org.example.ops.runtime.NumberExpression;
import org.example.ops.runtime.ObjectPath;

/** Paths of queries. */
public class LinePath extends ObjectPath {
  public LinePath() {
    this(items());
  }

  public LinePath(PathTo at) {
    super(at);
  }

  public NumberExpression order() {
    return number("order");
  }

  public NumberExpression number() {
    return number("number");
  }
}
