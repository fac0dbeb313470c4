package com.microsoft.graph.queries;

import com.microsoft.graph.runtime.ObjectPath;
import com.microsoft.graph.runtime.TextExpression;

/** Paths of queries. */
public class EntityPath extends ObjectPath {
  public EntityPath() {
    this(items());
  }

  public EntityPath(PathTo at) {
    super(at);
  }

  public TextExpression id() {
    return text("id");
  }
}
