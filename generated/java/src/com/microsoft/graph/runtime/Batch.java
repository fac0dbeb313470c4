package com.microsoft.graph.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several requests in one (OData JSON Format 4.01, section 19): at most 20. */
final class Batch {
  private static final int MAX_REQUESTS = 20;

  private Batch() {}

  static RequestInformation<BatchAnswers> request(
      Place root, List<? extends RequestInformation<?>> requests, boolean inOrder) {
    if (requests.isEmpty() || requests.size() > MAX_REQUESTS) {
      throw new IllegalArgumentException(
          "a batch holds 1 to " + MAX_REQUESTS + " requests, not " + requests.size());
    }
    List<RequestInformation<?>> sent = List.copyOf(requests);
    List<Object> items = new ArrayList<>();
    for (int number = 1; number <= sent.size(); number++) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("id", String.valueOf(number));
      if (inOrder && number > 1) {
        item.put("dependsOn", List.of(String.valueOf(number - 1)));
      }
      addRequest(item, root.adapter().root(), sent.get(number - 1));
      items.add(item);
    }
    return root.child("/$batch")
        .request(
            HttpMethod.POST,
            Body.any(Map.of("requests", items)),
            Answer.of(reply -> new BatchAnswers(sent, reply)),
            new QueryParameters(),
            null);
  }

  private static void addRequest(
      Map<String, Object> item, ServiceRoot root, RequestInformation<?> request) {
    String url = root.adopt(request.getUrl());
    String base = root.url("");
    if (!url.startsWith(base + "/") && !url.equals(base)) {
      throw new IllegalArgumentException("a request of a batch lies below the service root");
    }
    Map<String, String> headers = request.getHeaders();
    item.put("method", request.getHttpMethod().name());
    item.put("url", url.equals(base) ? "/" : url.substring(base.length()));
    byte[] content = request.content();
    if (content != null) {
      item.put("body", body(content, headers.getOrDefault("content-type", "")));
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
