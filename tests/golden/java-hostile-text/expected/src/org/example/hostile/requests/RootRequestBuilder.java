package org.example.hostile.requests;

import org.example.hostile.runtime.RequestAdapter;
import org.example.hostile.runtime.ServiceRequestBuilder;

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

  public ThingCollectionRequestBuilder things() {
    return new ThingCollectionRequestBuilder(place.child("/things"));
  }
}
