package org.example.zoo.queries;

import org.example.zoo.runtime.CollectionPath;
import org.example.zoo.runtime.TextExpression;

/** Paths of queries. */
public class AnimalPath extends BeingPath {
  public AnimalPath() {
    this(items());
  }

  public AnimalPath(PathTo at) {
    super(at);
  }

  public TextExpression name() {
    return text("name");
  }

  public AnimalPath parent() {
    return new AnimalPath(at.to("parent"));
  }

  public CollectionPath<AnimalPath> children() {
    return collection("children", AnimalPath::new);
  }
}
