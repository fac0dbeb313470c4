package com.microsoft.graph.runtime;

import java.util.Map;

/** What proves to the service who calls, for one request; never shown. */
final class Proof {
  /** Nothing is proved. */
  static final Proof NONE = new Proof(Map.of(), Map.of(), null);

  private final Map<String, String> headers;
  private final Map<String, String> query;
  private final @Nullable Runnable forget;

  /**
   * What is added to a request.
   *
   * @param headers header fields by lower-case name; those of {@code cookie} join what is there
   * @param query query parameters
   * @param forget drops what may have been revoked, so that it is asked anew; null for nothing
   */
  Proof(Map<String, String> headers, Map<String, String> query, @Nullable Runnable forget) {
    this.headers = headers;
    this.query = query;
    this.forget = forget;
  }

  void addTo(Map<String, String> fields) {
    headers.forEach(
        (name, value) -> {
          boolean joins = name.equals("cookie") && fields.containsKey(name);
          fields.put(name, joins ? fields.get(name) + "; " + value : value);
        });
  }

  String addTo(String url) {
    StringBuilder whole = new StringBuilder(url);
    query.forEach(
        (name, value) ->
            whole
                .append(whole.indexOf("?") < 0 ? '?' : '&')
                .append(PercentEncoding.encoded(name))
                .append('=')
                .append(PercentEncoding.encoded(value)));
    return whole.toString();
  }

  boolean isRenewable() {
    return forget != null;
  }

  void renew() {
    if (forget != null) {
      forget.run();
    }
  }

  @Override
  public String toString() {
    return "Proof(***)";
  }
}
