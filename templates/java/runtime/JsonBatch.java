package edmundruntime.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A part of a batch as JSON (OData JSON Format 4.01, section 19). */
final class JsonBatch {
  private final RequestAdapter sender;
  private final BatchRequests batch;
  private final Map<String, Integer> places = new HashMap<>();

  JsonBatch(RequestAdapter sender, BatchRequests batch, List<Integer> places) {
    this.sender = sender;
    this.batch = batch;
    places.forEach(place -> this.places.put(BatchRequests.id(place), place));
  }

  /** What is sent. */
  Map<String, Object> content() {
    List<Object> items = new ArrayList<>();
    places.values().stream()
        .sorted()
        .forEach(
            place -> {
              Map<String, Object> item = batch.relations(place);
              addRequest(item, batch.requests().get(place));
              items.add(item);
            });
    return Map.of("requests", items);
  }

  private void addRequest(Map<String, Object> item, RequestInformation<?> request) {
    String path = Batch.path(sender, request);
    Map<String, String> headers = request.getHeaders();
    boolean slash = sender.batchUrlsStartWithSlash();
    item.put("method", request.getHttpMethod().name());
    item.put("url", slash ? path : Batch.relative(path));
    Payload content = request.content();
    if (content != null) {
      item.put("body", body(content.bytes(), headers.getOrDefault("content-type", "")));
    }
    item.put("headers", headers);
  }

  private static @Nullable Object body(byte[] content, String mediaType) {
    String type = mediaType.replaceFirst(";.*", "").strip();
    if (type.equals(Body.JSON) || type.endsWith("+json")) {
      return Json.parse(content);
    }
    return Base64.getEncoder().encodeToString(content);
  }

  /** The answers by places: those with one of the ids that were sent, in any order. */
  Map<Integer, Reply> replies(Reply reply) {
    Object data = Answer.json(reply);
    Object responses = data instanceof Map ? ((Map<?, ?>) data).get("responses") : null;
    if (!(responses instanceof List)) {
      throw new UnexpectedAnswerException("the answer is not one of a batch");
    }
    Map<Integer, Reply> found = new HashMap<>();
    for (Object part : (List<?>) responses) {
      if (part instanceof Map) {
        Integer place = places.get(String.valueOf(((Map<?, ?>) part).get("id")));
        if (place != null) {
          found.put(place, reply(batch.requests().get(place), (Map<?, ?>) part));
        }
      }
    }
    return found;
  }

  private static Reply reply(RequestInformation<?> request, Map<?, ?> part) {
    if (!(part.get("status") instanceof Number)) {
      throw new UnexpectedAnswerException("an answer in the batch has no status");
    }
    int status = ((Number) part.get("status")).intValue();
    Map<String, String> headers = new HashMap<>();
    if (part.get("headers") instanceof Map) {
      ((Map<?, ?>) part.get("headers"))
          .forEach(
              (name, value) -> {
                if (value instanceof String) {
                  headers.put(String.valueOf(name).toLowerCase(Locale.ROOT), (String) value);
                }
              });
    }
    byte[] content = content(part.get("body"), headers.getOrDefault("content-type", ""));
    return new Reply(status, headers, content, new Links(request.root(), request.getUrl()));
  }

  /** The bytes of an answer's body: JSON, text as it is, anything else in base64. */
  private static byte[] content(@Nullable Object body, String mediaType) {
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
