package com.microsoft.graph.runtime;

import java.util.Map;

/** What every request of the protocol says. */
final class Protocol {
  private static final String VERSION = "4.01";

  private Protocol() {}

  /** Adds header fields; what a caller says counts (Protocol 4.01, sections 8.1.5 and 8.2.7). */
  static void complete(Map<String, String> fields, boolean hasContent) {
    fields.putIfAbsent("odata-maxversion", VERSION);
    if (hasContent) {
      fields.putIfAbsent("odata-version", VERSION);
    }
  }
}
