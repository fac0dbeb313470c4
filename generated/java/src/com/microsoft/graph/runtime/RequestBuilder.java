package com.microsoft.graph.runtime;

/** The base of request builders: a place in the service's URL space. */
public abstract class RequestBuilder {
  /** Where the requests go; for generated code. */
  protected final Place place;

  /**
   * A builder.
   *
   * @param place where the requests go
   */
  protected RequestBuilder(Place place) {
    this.place = place;
  }

  /** Class and path, secrets masked. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + place + ")";
  }
}
