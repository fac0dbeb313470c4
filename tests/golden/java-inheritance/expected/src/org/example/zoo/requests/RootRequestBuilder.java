package org.example.zoo.requests;

import org.example.zoo.runtime.RequestAdapter;
import org.example.zoo.runtime.ServiceRequestBuilder;

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

  public AnimalCollectionRequestBuilder animals() {
    return new AnimalCollectionRequestBuilder(place.child("/animals"));
  }

  public LionRequestBuilder king() {
    return new LionRequestBuilder(place.child("/king"));
  }
}
