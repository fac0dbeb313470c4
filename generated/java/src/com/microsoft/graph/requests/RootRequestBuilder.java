package com.microsoft.graph.requests;

import com.microsoft.graph.runtime.RequestAdapter;
import com.microsoft.graph.runtime.ServiceRequestBuilder;

/** The service root. */
public class RootRequestBuilder extends ServiceRequestBuilder {
  /**
   * A builder.
   *
   * @param adapter what the client is made of
   */
  public RootRequestBuilder(RequestAdapter adapter) {
    super(adapter);
  }

  /** Identity features of the tenant. */
  public IdentityContainerRequestBuilder identity() {
    return new IdentityContainerRequestBuilder(place.child("/identity"));
  }
}
