package edmundruntime.runtime;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * How requests are made and answers are read that one client exchanges: those of OData 1 to 3.
 *
 * <p>A request is made as for 4.01 and turned into theirs here, its answer back; everything in
 * between (pages, batches, retries) is the same for all versions.
 */
final class Protocol {
  /** Whether the service root may have query options, which go with every request. */
  static final boolean TAKES_ROOT_OPTIONS = true;

  /** Whether the arguments of functions are query options. */
  static final boolean ARGUMENTS_IN_QUERY = true;

  private final SecurityToken security = new SecurityToken();

  Protocol() {}

  /** Adds header fields; what a caller says counts ([MS-ODATA], section 2.2.5). */
  void complete(RequestInformation<?> request, Map<String, String> fields) {
    security.addTo(fields, request.getHttpMethod());
    fields.putIfAbsent("maxdataserviceversion", OlderVersion.spoken().number);
    if (request.hasContent()) {
      fields.putIfAbsent("dataserviceversion", OlderVersion.spoken().number);
    }
  }

  /** What is done after a refusal, and whether the request may then be sent again; null for no. */
  @Nullable
  CompletableFuture<Boolean> remedy(RequestInformation<?> request, Reply reply) {
    boolean asked = request.getHeaders().containsKey(SecurityToken.HEADER);
    return asked || !SecurityToken.isWanted(reply) ? null : security.fetched(request);
  }

  /** A request as the service's version has it. */
  static <T> RequestInformation<T> spoken(RequestInformation<T> request, @Nullable Body body) {
    return OlderRequest.of(request, body);
  }

  /** An answer as 4.01 has it. */
  static @Nullable Object answered(@Nullable Object json, @Nullable ModelType<?> type) {
    return OlderAnswer.of(json, type);
  }
}
