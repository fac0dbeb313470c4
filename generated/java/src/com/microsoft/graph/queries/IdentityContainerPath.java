package com.microsoft.graph.queries;

import com.microsoft.graph.runtime.CollectionPath;

/** Paths of queries. */
public class IdentityContainerPath extends EntityPath {
  public IdentityContainerPath() {
    this(items());
  }

  public IdentityContainerPath(PathTo at) {
    super(at);
  }

  public CollectionPath<IdentityApiConnectorPath> apiConnectors() {
    return collection("apiConnectors", IdentityApiConnectorPath::new);
  }
}
