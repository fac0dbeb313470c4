package edmundruntime.runtime;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What every request of the protocol says: HTTP asks for nothing. */
final class Protocol {
  /** Whether the base URL may have query options, which go with every request. */
  static final boolean TAKES_ROOT_OPTIONS = false;

  Protocol() {}

  void complete(RequestInformation<?> request, Map<String, String> fields) {}

  /** What is done after a refusal, and whether the request may then be sent again; null for no. */
  @Nullable
  CompletableFuture<Boolean> remedy(RequestInformation<?> request, Reply reply) {
    return null;
  }
}
