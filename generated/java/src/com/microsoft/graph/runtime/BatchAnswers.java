package com.microsoft.graph.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The answers of a batch, each of which is read by its request. */
public final class BatchAnswers {
  private final List<RequestInformation<?>> requests;
  private final Map<String, Map<?, ?>> parts;

  BatchAnswers(List<RequestInformation<?>> requests, Map<String, Map<?, ?>> parts) {
    this.requests = requests;
    this.parts = Map.copyOf(parts);
  }

  /** Takes the answers out of a reply, those with one of the ids that were sent, in any order. */
  static void parts(Reply reply, Set<String> ids, Map<String, Map<?, ?>> found) {
    Object data = Answer.json(reply);
    Object responses = data instanceof Map ? ((Map<?, ?>) data).get("responses") : null;
    if (!(responses instanceof List)) {
      throw new UnexpectedAnswerException("the answer is not one of a batch");
    }
    for (Object part : (List<?>) responses) {
      if (part instanceof Map) {
        String id = String.valueOf(((Map<?, ?>) part).get("id"));
        if (ids.contains(id)) {
          found.put(id, (Map<?, ?>) part);
        }
      }
    }
  }

  /** How many requests there were. */
  public int size() {
    return requests.size();
  }

  /**
   * The answer of one request.
   *
   * @param <T> what is answered
   * @param request one of the batch
   * @return what is answered; null for no content
   * @throws ApiException when the service answered it with an error status
   * @throws UnexpectedAnswerException when the service gave no answer to it
   */
  public @Nullable <T> T get(RequestInformation<T> request) {
    int number = 1;
    for (RequestInformation<?> own : requests) {
      if (own == request) {
        return read(request, parts.get(String.valueOf(number)));
      }
      number++;
    }
    throw new IllegalArgumentException("that request is not of this batch");
  }

  private static @Nullable <T> T read(RequestInformation<T> request, @Nullable Map<?, ?> part) {
    if (part == null) {
      throw new UnexpectedAnswerException(
          "the service gave no answer to this request of the batch");
    }
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
    String mediaType = headers.getOrDefault("content-type", "");
    byte[] content = Batch.content(part.get("body"), mediaType);
    Links links = new Links(request.adapter().root(), request.getUrl());
    Reply reply = new Reply(status, headers, content, links);
    if (status == 304 && request.getHeaders().containsKey("if-none-match")) {
      return null;
    }
    if (status >= 300) {
      throw ErrorAnswer.of(reply, request.getHttpMethod(), request.getUrl());
    }
    return request.answer().read(reply);
  }
}
