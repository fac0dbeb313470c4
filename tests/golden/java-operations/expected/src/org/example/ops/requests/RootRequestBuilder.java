package org.example.ops.requests;

import org.example.ops.runtime.RequestAdapter;
import org.example.ops.runtime.ServiceRequestBuilder;

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

  public OrdersCollectionRequestBuilder orders() {
    return new OrdersCollectionRequestBuilder(place.child("/orders"));
  }

  public ResetRequestBuilder reset() {
    return new ResetRequestBuilder(place.child("/reset"));
  }

  public VersionRequestBuilder version() {
    return new VersionRequestBuilder(place.invoked("version", 0));
  }
}
