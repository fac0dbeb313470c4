package org.example.zoo.queries;

import org.example.zoo.queries.sub.FoodPath;

/** Paths of queries. */
public class LionPath extends AnimalPath {
  public LionPath() {
    this(items());
  }

  public LionPath(PathTo at) {
    super(at);
  }

  @Override
  protected String typeName() {
    return "Zoo.Lion";
  }

  public FoodPath food() {
    return new FoodPath(at.to("food"));
  }
}
