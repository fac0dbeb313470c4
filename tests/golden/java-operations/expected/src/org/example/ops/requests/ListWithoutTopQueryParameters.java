package org.example.ops.requests;

import org.example.ops.runtime.Condition;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.QueryTerm;
import org.example.ops.runtime.QueryWriter;

/** Query options of calls. */
public class ListWithoutTopQueryParameters extends QueryParameters {
  /** Of OData's own. */
  public @Nullable String[] select;

  /** Of OData's own. */
  public @Nullable String[] expand;

  /** Of OData's own. */
  public @Nullable String filter;

  /** Of OData's own. */
  public @Nullable String[] orderby;

  /** Of OData's own. */
  public @Nullable Integer skip;

  /** Of OData's own. */
  public @Nullable String search;

  /** Of OData's own. */
  public @Nullable Boolean count;

  /** Of OData's own, as code. */
  public void select(QueryTerm... terms) {
    askSelect(terms);
  }

  /** Of OData's own, as code. */
  public void expand(QueryTerm... terms) {
    askExpand(terms);
  }

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
    query.put("$select", select);
    query.put("$expand", expand);
    query.put("$filter", filter);
    query.put("$orderby", orderby);
    query.putCount("$skip", skip);
    query.put("$search", search);
    query.put("$count", count);
  }
}
