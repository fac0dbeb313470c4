package com.microsoft.graph.runtime;

/** Query options of references that are removed. */
public class RemoveReferenceQueryParameters extends QueryParameters {
  /** The URL of the object to which the reference is removed. */
  public @Nullable String id;

  /** None so far. */
  public RemoveReferenceQueryParameters() {}

  @Override
  protected void writeTo(QueryWriter query) {
    query.put("$id", id);
  }
}
