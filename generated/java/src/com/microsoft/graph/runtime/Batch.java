package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Several requests in one, in parts where the service takes no more at once. */
final class Batch {
  private final Place root;
  private final BatchRequests batch;
  private final List<RequestInformation<?>> requests;
  private final Map<Integer, Reply> answers = new HashMap<>();

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
    if (root.adapter().batchFormat() == BatchFormat.JSON) {
      JsonBatch part = new JsonBatch(root.adapter(), batch, places);
      return asked(Body.any(part.content()), Answer.of(part::replies), true);
    }
    MultipartBatch part = new MultipartBatch(root.adapter(), batch, places);
    Body body = Body.bytes(part.content(), part.mediaType());
    return asked(body, Answer.of(MultipartBatch.KIND, part::replies), !batch.waits());
  }

  /** The request for a part of a batch; `goesOn` says that an error holds up no other request. */
  private RequestInformation<Void> asked(
      Body body, Answer<Map<Integer, Reply>> answer, boolean goesOn) {
    return root.child("/$batch")
        .request(
            HttpMethod.POST,
            body,
            answer.then(
                found -> {
                  answers.putAll(found);
                  return null;
                }),
            new QueryParameters(),
            configuration -> {
              if (goesOn) {
                configuration.headers.add("prefer", "odata.continue-on-error");
              }
            });
  }

  /**
   * The URL of a request below the service root of the batch's sender, with the slash before it.
   * The request may have been made by another client: what it says of itself is no measure.
   */
  static String path(RequestAdapter sender, RequestInformation<?> request) {
    sender.bearsOwnToken(request);
    ServiceRoot root = sender.root();
    String url = root.adopt(request.getUrl());
    String base = root.url("");
    if (!url.startsWith(base + "/") && !url.equals(base)) {
      throw new IllegalArgumentException("a request of a batch lies below the service root");
    }
    return url.equals(base) ? "/" : url.substring(base.length());
  }

  /**
   * A path without a slash before it; one whose first part could be taken for a scheme is marked.
   */
  static String relative(String path) {
    String below = path.substring(1);
    boolean plain = !below.isEmpty() && !ServiceRoot.isAbsolute(below);
    return plain ? below : "./" + below;
  }
}
