package edmundruntime.runtime;

import java.util.Map;

/** What every request of the protocol says: HTTP asks for nothing. */
final class Protocol {
  private Protocol() {}

  static void complete(Map<String, String> fields, boolean hasContent) {}
}
