package com.microsoft.graph.runtime;

/** Query options of counts (URL Conventions 4.01, section 5.1). */
public class CountQueryParameters extends QueryParameters {
  /** Which items are answered. */
  public @Nullable String filter;

  /** Which items, by free text. */
  public @Nullable String search;

  /** None so far. */
  public CountQueryParameters() {}

  @Override
  protected void writeTo(QueryWriter query) {
    query.put("$filter", filter);
    query.put("$search", search);
  }
}
