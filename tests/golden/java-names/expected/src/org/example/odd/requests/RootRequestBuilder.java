package org.example.odd.requests;

import org.example.odd.runtime.RequestAdapter;
import org.example.odd.runtime.ServiceRequestBuilder;

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

  public ClassTypeCollectionRequestBuilder from() {
    return new ClassTypeCollectionRequestBuilder(place.child("/from"));
  }
}
