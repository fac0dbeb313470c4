package com.microsoft.graph.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** Query parameters of a call; this class itself has only those of the service's own. */
public class QueryParameters {
  private final Map<String, String> own = new LinkedHashMap<>();

  /** None so far. */
  public QueryParameters() {}

  /**
   * Adds a query option of the service's own.
   *
   * @param name its name, without {@code $}
   * @param value its value
   * @throws IllegalArgumentException for what is no name of a query option
   */
  public final void add(String name, Object value) {
    if (!name.matches("[\\p{L}\\p{Nd}_-]+")) {
      throw new IllegalArgumentException("no query option: " + Masking.oneLine(name));
    }
    own.put(name, QueryWriter.checked(name, UrlText.text(value)));
  }

  /**
   * Writes the options that are set.
   *
   * @param query where to
   */
  protected void writeTo(QueryWriter query) {}

  final String text() {
    QueryWriter query = new QueryWriter();
    writeTo(query);
    own.forEach(query::put);
    return query.text();
  }
}
