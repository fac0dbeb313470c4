package org.example.ops.queries;

import org.example.ops.runtime.CollectionPath;
import org.example.ops.runtime.NumberExpression;
import org.example.ops.runtime.ObjectPath;

/** Paths of queries. */
public class OrderPath extends ObjectPath {
  public OrderPath() {
    this(items());
  }

  public OrderPath(PathTo at) {
    super(at);
  }

  public NumberExpression id() {
    return number("id");
  }

  public NumberExpression total() {
    return number("total");
  }

  public CollectionPath<LinePath> lines() {
    return collection("lines", LinePath::new);
  }
}
