package org.example.zoo.queries.sub;

import org.example.zoo.runtime.NumberExpression;

/** Paths of queries. */
public class MeatPath extends FoodPath {
  public MeatPath() {
    this(items());
  }

  public MeatPath(PathTo at) {
    super(at);
  }

  @Override
  protected String typeName() {
    return "Zoo.Sub.Meat";
  }

  public NumberExpression grams() {
    return number("grams");
  }
}
