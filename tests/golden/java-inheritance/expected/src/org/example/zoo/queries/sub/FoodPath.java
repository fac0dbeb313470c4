package org.example.zoo.queries.sub;

import org.example.zoo.runtime.ObjectPath;
import org.example.zoo.runtime.TextExpression;

/** Paths of queries. */
public class FoodPath extends ObjectPath {
  public FoodPath() {
    this(items());
  }

  public FoodPath(PathTo at) {
    super(at);
  }

  public TextExpression name() {
    return text("name");
  }
}
