package com.microsoft.graph.runtime;

/** Query options of counts (URL Conventions 4.01, section 5.1). */
public class CountQueryParameters extends QueryParameters {
  /** Which items are answered. */
  public @Nullable String filter;

  /** Which items, by free text. */
  public @Nullable String search;

  /** None so far. */
  public CountQueryParameters() {}

  /**
   * Which items are answered: those of the text for which the condition holds.
   *
   * @param condition the condition
   */
  public void filter(Condition condition) {
    askFilter(condition);
  }

  @Override
  protected void writeTo(QueryWriter query) {
    query.put("$filter", filter);
    query.put("$search", search);
  }
}
