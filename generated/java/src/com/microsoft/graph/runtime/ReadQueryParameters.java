package com.microsoft.graph.runtime;

/** Query options of single objects (URL Conventions 4.01, section 5.1). */
public class ReadQueryParameters extends QueryParameters {
  /** Which properties are answered. */
  public @Nullable String[] select;

  /** What is answered with the objects. */
  public @Nullable String[] expand;

  /** None so far. */
  public ReadQueryParameters() {}

  @Override
  protected void writeTo(QueryWriter query) {
    query.put("$select", select);
    query.put("$expand", expand);
  }
}
