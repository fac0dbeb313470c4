package edmundruntime.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Several requests in one (OData JSON Format 4.01, section 19), in parts where the service takes no
 * more at once.
 */
final class Batch {
  private final Place root;
  private final BatchRequests batch;
  private final List<RequestInformation<?>> requests;
  private final Map<String, Map<?, ?>> answers = new HashMap<>();

  private Batch(Place root, BatchRequests batch) {
    this.root = root;
    this.batch = batch;
    requests = batch.requests();
  }

  static CompletableFuture<BatchAnswers> send(Place root, BatchRequests requests) {
    try {
      return new Batch(root, requests).send();
    } catch (RuntimeException error) {
      return CompletableFuture.failedFuture(error);
    }
  }

  private CompletableFuture<BatchAnswers> send() {
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("a batch holds at least one request");
    }
    List<RequestInformation<Void>> parts = new ArrayList<>();
    for (List<Integer> places : batch.parts(root.adapter().batchLimit())) {
      parts.add(part(places));
    }
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (RequestInformation<Void> part : parts) {
      done = done.thenCompose(nothing -> part.sendAsync());
    }
    return done.thenApply(nothing -> new BatchAnswers(requests, answers));
  }

  private RequestInformation<Void> part(List<Integer> places) {
    List<Object> items = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int place : places) {
      Map<String, Object> item = batch.relations(place);
      addRequest(item, root.adapter(), requests.get(place));
      items.add(item);
      ids.add(BatchRequests.id(place));
    }
    return root.child("/$batch")
        .request(
            HttpMethod.POST,
            Body.any(Map.of("requests", items)),
            Answer.of(
                reply -> {
                  BatchAnswers.parts(reply, ids, answers);
                  return null;
                }),
            new QueryParameters(),
            null);
  }

  private static void addRequest(
      Map<String, Object> item, RequestAdapter adapter, RequestInformation<?> request) {
    adapter.bearsOwnToken(request);
    ServiceRoot root = adapter.root();
    String url = root.adopt(request.getUrl());
    String base = root.url("");
    if (!url.startsWith(base + "/") && !url.equals(base)) {
      throw new IllegalArgumentException("a request of a batch lies below the service root");
    }
    String below = url.equals(base) ? "/" : url.substring(base.length());
    Map<String, String> headers = request.getHeaders();
    item.put("method", request.getHttpMethod().name());
    item.put("url", adapter.batchUrlsStartWithSlash() ? below : relative(below.substring(1)));
    byte[] content = request.content();
    if (content != null) {
      item.put("body", body(content, headers.getOrDefault("content-type", "")));
    }
    item.put("headers", headers);
  }

  /**
   * A path without a slash before it; one whose first part could be taken for a scheme is marked.
   */
  private static String relative(String below) {
    boolean plain = !below.isEmpty() && !ServiceRoot.isAbsolute(below);
    return plain ? below : "./" + below;
  }

  private static @Nullable Object body(byte[] content, String mediaType) {
    String type = mediaType.replaceFirst(";.*", "").strip();
    if (type.equals(Body.JSON) || type.endsWith("+json")) {
      return Json.parse(content);
    }
    return Base64.getEncoder().encodeToString(content);
  }

  /** The bytes of a part's body: JSON, text as it is, anything else in base64. */
  static byte[] content(@Nullable Object body, String mediaType) {
    if (body == null) {
      return new byte[0];
    }
    if (!(body instanceof String) || mediaType.contains("json")) {
      return JsonWriter.text(body, null).getBytes(StandardCharsets.UTF_8);
    }
    if (mediaType.isEmpty() || mediaType.startsWith("text/")) {
      return ((String) body).getBytes(StandardCharsets.UTF_8);
    }
    byte[] decoded = TextRules.decodeBase64((String) body);
    if (decoded == null) {
      throw new UnexpectedAnswerException("a binary answer in the batch is not base64");
    }
    return decoded;
  }
}
