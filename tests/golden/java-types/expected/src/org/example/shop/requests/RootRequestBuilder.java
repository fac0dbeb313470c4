package org.example.shop.requests;

import org.example.shop.runtime.RequestAdapter;
import org.example.shop.runtime.ServiceRequestBuilder;

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

  public ProductCollectionRequestBuilder products() {
    return new ProductCollectionRequestBuilder(place.child("/Products"));
  }
}
