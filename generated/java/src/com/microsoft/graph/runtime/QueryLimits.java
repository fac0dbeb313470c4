package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a service does not filter, sort by or expand at one place; text is not looked into. */
public final class QueryLimits {
  private final Map<QueryOption, List<String>> refused = new EnumMap<>(QueryOption.class);

  /** None so far; for generated code. */
  public QueryLimits() {}

  /**
   * Properties that cannot be filtered.
   *
   * @param paths paths from the items
   * @return the limits themselves
   */
  public QueryLimits filter(String... paths) {
    refused.put(QueryOption.FILTER, List.of(paths));
    return this;
  }

  /**
   * Properties that cannot be sorted by.
   *
   * @param paths paths from the items
   * @return the limits themselves
   */
  public QueryLimits orderby(String... paths) {
    refused.put(QueryOption.ORDERBY, List.of(paths));
    return this;
  }

  /**
   * Properties that cannot be expanded.
   *
   * @param paths paths from the items
   * @return the limits themselves
   */
  public QueryLimits expand(String... paths) {
    refused.put(QueryOption.EXPAND, List.of(paths));
    return this;
  }

  /** Throws for a term that the service does not take in an option. */
  void check(QueryOption option, QueryTerm term) {
    List<String> paths = refused.getOrDefault(option, List.of());
    term.tellPaths(
        path -> {
          if (paths.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"))) {
            throw new QueryException(
                "'" + path + "' " + option.refusal + "; it can be " + abilities(path));
          }
        });
  }

  private String abilities(String path) {
    List<String> can = new ArrayList<>();
    if (!refused.getOrDefault(QueryOption.FILTER, List.of()).contains(path)) {
      can.add("filtered");
    }
    if (!refused.getOrDefault(QueryOption.ORDERBY, List.of()).contains(path)) {
      can.add("sorted by");
    }
    can.add("selected");
    return String.join(" and ", can);
  }
}
