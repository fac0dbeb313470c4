package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Query parameters of a call; this class itself has only those of the service's own. */
public class QueryParameters {
  private final Map<String, String> own = new LinkedHashMap<>();
  private final Map<QueryOption, List<QueryTerm>> asked = new EnumMap<>(QueryOption.class);

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

  /**
   * Asks for items for which a condition holds, as well as the text of the option.
   *
   * @param condition the condition
   */
  protected final void askFilter(Condition condition) {
    ask(QueryOption.FILTER, condition);
  }

  /**
   * Asks for an order, behind that of the option's text.
   *
   * @param criteria properties and orders
   */
  protected final void askOrder(QueryTerm... criteria) {
    ask(QueryOption.ORDERBY, criteria);
  }

  /**
   * Asks for properties, beside those of the option's text.
   *
   * @param properties the properties
   */
  protected final void askSelect(QueryTerm... properties) {
    ask(QueryOption.SELECT, properties);
  }

  /**
   * Asks for what is related, beside what the option's text has.
   *
   * @param related what is related, with options of its own or without
   */
  protected final void askExpand(QueryTerm... related) {
    ask(QueryOption.EXPAND, related);
  }

  private void ask(QueryOption option, QueryTerm... terms) {
    joined(option, terms);
    asked.computeIfAbsent(option, absent -> new ArrayList<>()).addAll(List.of(terms));
  }

  /** The text of terms in an option. */
  static String joined(QueryOption option, QueryTerm... terms) {
    List<String> texts = new ArrayList<>();
    for (QueryTerm term : terms) {
      texts.add(term.text(option));
    }
    return String.join(",", texts);
  }

  /** Throws for what a service does not take at the place where it is asked. */
  final void check(QueryLimits limits) {
    asked.forEach((option, terms) -> terms.forEach(term -> limits.check(option, term)));
  }

  /** The text of an option and what was asked for as code; null for neither. */
  private @Nullable String combined(QueryOption option, @Nullable String text) {
    List<QueryTerm> terms = asked.get(option);
    if (terms == null) {
      return text;
    }
    if (option == QueryOption.FILTER) {
      Condition all = text == null ? null : Query.raw(text);
      for (QueryTerm term : terms) {
        all = all == null ? (Condition) term : all.and((Condition) term);
      }
      return String.valueOf(all);
    }
    String code = joined(option, terms.toArray(new QueryTerm[0]));
    return text == null || text.isEmpty() ? code : text + "," + code;
  }

  final String text() {
    QueryWriter query = new QueryWriter(this::combined);
    writeTo(query);
    own.forEach(query::put);
    return query.text();
  }
}
