package com.microsoft.graph.runtime;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** How requests are made and answers are read that one client exchanges: those of OData 4. */
final class Protocol {
  /** Whether the service root may have query options, which go with every request. */
  static final boolean TAKES_ROOT_OPTIONS = false;

  /** Whether the arguments of functions are query options. */
  static final boolean ARGUMENTS_IN_QUERY = false;

  private static final String VERSION = "4.01";

  Protocol() {}

  /** Adds header fields; what a caller says counts (Protocol 4.01, sections 8.1.5 and 8.2.7). */
  void complete(RequestInformation<?> request, Map<String, String> fields) {
    fields.putIfAbsent("odata-maxversion", VERSION);
    if (request.hasContent()) {
      fields.putIfAbsent("odata-version", VERSION);
    }
  }

  /** What is done after a refusal, and whether the request may then be sent again; null for no. */
  @Nullable
  CompletableFuture<Boolean> remedy(RequestInformation<?> request, Reply reply) {
    return null;
  }

  /** A request as the service's version has it. */
  static <T> RequestInformation<T> spoken(RequestInformation<T> request, @Nullable Body body) {
    return request;
  }

  /** An answer as 4.01 has it. */
  static @Nullable Object answered(@Nullable Object json, @Nullable ModelType<?> type) {
    return json;
  }
}
