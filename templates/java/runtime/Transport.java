package edmundruntime.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends once over java.net.http and follows nothing. */
final class Transport {
  private Transport() {}

  static CompletableFuture<Reply> send(
      RequestInformation<?> request, String url, Map<String, String> headers) {
    RequestAdapter adapter = request.adapter();
    Duration timeout = request.timeout() == null ? adapter.timeout() : request.timeout();
    Payload content = request.content();
    boolean streams = request.answer().streams();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url))
            .header("accept-encoding", streams ? "identity" : "gzip, deflate")
            .method(
                request.getHttpMethod().name(),
                content == null ? HttpRequest.BodyPublishers.noBody() : content.publisher());
    Map<String, String> fields = new TreeMap<>(headers);
    adapter.protocol().complete(request, fields);
    fields.putIfAbsent("user-agent", "edmund-java");
    fields.forEach(
        (name, value) -> {
          if (!name.equals("accept-encoding")) {
            builder.header(name, value);
          }
        });
    if (request.isRepeatable()) {
      builder.timeout(timeout);
    }
    long started = System.nanoTime();
    String where = request.getHttpMethod() + " " + url.replaceFirst("\\?.*", "");
    CompletableFuture<HttpResponse<Collected>> sent =
        adapter
            .http()
            .sendAsync(
                builder.build(),
                info ->
                    streams && info.statusCode() < 300
                        ? HttpResponse.BodySubscribers.mapping(
                            HttpResponse.BodySubscribers.ofInputStream(), Collected::of)
                        : HttpResponse.BodySubscribers.mapping(
                            new BodyCollector(
                                timeout.minusNanos(System.nanoTime() - started),
                                adapter.idleTimeout(),
                                adapter.executor()),
                            Collected::of));
    if (content != null) {
      content.watch(sent, adapter.idleTimeout(), timeout, adapter.executor());
    }
    return sent.handleAsync(
        (response, error) -> {
          if (error != null && content != null && content.isLate()) {
            throw new RequestTimeoutException("no progress in time: " + where, error);
          }
          if (error != null) {
            throw translated(error, where);
          }
          return reply(response, adapter, new Links(request.root(), url));
        },
        adapter.executor());
  }

  private static Reply reply(
      HttpResponse<Collected> response, RequestAdapter adapter, Links links) {
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, List<String>> field : response.headers().map().entrySet()) {
      fields.put(field.getKey().toLowerCase(Locale.ROOT), String.join(", ", field.getValue()));
    }
    Collected body = response.body();
    byte[] bytes = Inflation.inflated(body.bytes, fields);
    InputStream stream =
        body.stream == null
            ? null
            : new IdleBoundedStream(body.stream, adapter.idleTimeout(), adapter.executor());
    return new Reply(response.statusCode(), fields, bytes, stream, links);
  }

  /** The client's own exception; its text names no query, which may hold secrets. */
  private static RuntimeException translated(Throwable error, String where) {
    Throwable cause = error;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ClientException) {
      return (ClientException) cause;
    }
    if (cause instanceof HttpTimeoutException) {
      return new RequestTimeoutException("no answer in time: " + where, cause);
    }
    if (cause instanceof IOException) {
      return new ConnectionException(cause.getClass().getSimpleName() + ": " + where, cause);
    }
    return cause instanceof RuntimeException
        ? (RuntimeException) cause
        : new ClientException("the request failed: " + where, cause);
  }
}
