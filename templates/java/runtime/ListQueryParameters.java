package edmundruntime.runtime;

/** Query options of collections (URL Conventions 4.01, section 5.1). */
public class ListQueryParameters extends QueryParameters {
  /** Which properties are answered. */
  public @Nullable String[] select;

  /** What is answered with the objects. */
  public @Nullable String[] expand;

  /** Which items are answered. */
  public @Nullable String filter;

  /** In which order. */
  public @Nullable String[] orderby;

  /** How many items at most. */
  public @Nullable Integer top;

  /** How many items are left out at the start. */
  public @Nullable Integer skip;

  /** Which items, by free text. */
  public @Nullable String search;

  /** Whether the number of all items is answered as well. */
  public @Nullable Boolean count;

  /** None so far. */
  public ListQueryParameters() {}

  /**
   * Which properties are answered, beside those of the text.
   *
   * @param properties the properties
   */
  public void select(QueryTerm... properties) {
    askSelect(properties);
  }

  /**
   * What is answered with the objects, beside what the text has.
   *
   * @param related what is related, with options of its own or without
   */
  public void expand(QueryTerm... related) {
    askExpand(related);
  }

  /**
   * Which items are answered: those of the text for which the condition holds.
   *
   * @param condition the condition
   */
  public void filter(Condition condition) {
    askFilter(condition);
  }

  /**
   * In which order, behind that of the text.
   *
   * @param criteria properties and orders
   */
  public void orderby(QueryTerm... criteria) {
    askOrder(criteria);
  }

  @Override
  protected void writeTo(QueryWriter query) {
    query.put("$select", select);
    query.put("$expand", expand);
    query.put("$filter", filter);
    query.put("$orderby", orderby);
    query.putCount("$top", top);
    query.putCount("$skip", skip);
    query.put("$search", search);
    query.put("$count", count);
  }
}
