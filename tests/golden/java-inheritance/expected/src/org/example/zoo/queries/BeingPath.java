package org.example.zoo.queries;

import org.example.zoo.runtime.ObjectPath;
import org.example.zoo.runtime.TextExpression;

/** Paths of queries. */
public class BeingPath extends ObjectPath {
  public BeingPath() {
    this(items());
  }

  public BeingPath(PathTo at) {
    super(at);
  }

  public TextExpression id() {
    return text("id");
  }
}
