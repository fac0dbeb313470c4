package org.example.zoo.requests;

import org.example.zoo.runtime.Condition;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.QueryParameters;
import org.example.zoo.runtime.QueryTerm;
import org.example.zoo.runtime.QueryWriter;

/** Query options of calls. */
public class ListWithoutExpandSelectQueryParameters extends QueryParameters {
  /** Of OData's own. */
  public @Nullable String filter;

  /** Of OData's own. */
  public @Nullable String[] orderby;

  /** Of OData's own. */
  public @Nullable Integer top;

  /** Of OData's own. */
  public @Nullable Integer skip;

  /** Of OData's own. */
  public @Nullable String search;

  /** Of OData's own. */
  public @Nullable Boolean count;

  /** Of OData's own, as code. */
  public void filter(Condition terms) {
    askFilter(terms);
  }

  /** Of OData's own, as code. */
  public void orderby(QueryTerm... terms) {
    askOrder(terms);
  }

  @Override
  protected void writeTo(QueryWriter query) {
    query.put("$filter", filter);
    query.put("$orderby", orderby);
    query.putCount("$top", top);
    query.putCount("$skip", skip);
    query.put("$search", search);
    query.put("$count", count);
  }
}
