package org.example.hostile.queries;

import org.example.hostile.runtime.ObjectPath;
import org.example.hostile.runtime.TextExpression;

/** Paths of queries. */
public class ThingPath extends ObjectPath {
  public ThingPath() {
    this(items());
  }

  public ThingPath(PathTo at) {
    super(at);
  }

  public TextExpression id() {
    return text("id");
  }

  public TextExpression a() {
    return text("a");
  }

  public TextExpression b() {
    return text("b");
  }

  public TextExpression c() {
    return text("c");
  }

  public TextExpression d() {
    return text("d");
  }
}
