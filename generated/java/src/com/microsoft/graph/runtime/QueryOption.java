package com.microsoft.graph.runtime;

/** The options that queries as code are for (URL Conventions 4.01, section 5.1). */
enum QueryOption {
  FILTER("$filter", "filter", "cannot be filtered"),
  ORDERBY("$orderby", "orderby", "cannot be sorted by"),
  SELECT("$select", "select", "cannot be selected"),
  EXPAND("$expand", "expand", "cannot be expanded");

  final String wireName;
  final String shown;
  final String refusal;

  QueryOption(String wireName, String shown, String refusal) {
    this.wireName = wireName;
    this.shown = shown;
    this.refusal = refusal;
  }
}
