package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A place in the service's URL space: what request builders are made of. Immutable. */
public final class Place {
  private final RequestAdapter adapter;

  /** The encoded path below the base URL, or an absolute URL that was checked. */
  private final String url;

  private Place(RequestAdapter adapter, String url) {
    this.adapter = adapter;
    this.url = url;
  }

  /**
   * The base URL.
   *
   * @param adapter the client's adapter
   * @return the place
   */
  public static Place root(RequestAdapter adapter) {
    return new Place(adapter, "");
  }

  /**
   * A place below this one.
   *
   * @param template an encoded segment with the slash before it, and {@code {}} for each value
   * @param values the values in their order
   * @return the place
   */
  public Place child(String template, PathValue... values) {
    StringBuilder path = new StringBuilder(url);
    int from = 0;
    for (PathValue value : values) {
      int at = template.indexOf("{}", from);
      path.append(template, from, at).append(value.text);
      from = at + 2;
    }
    path.append(template.substring(from));
    if (path.toString().matches("(?s).*/\\.{1,2}(/.*)?")) {
      throw new IllegalArgumentException("'.' and '..' cannot be a path segment");
    }
    return new Place(adapter, path.toString());
  }

  /**
   * A URL that the service gave.
   *
   * @param rawUrl the URL
   * @return the place
   * @throws UnsafeUrlException for one of another origin
   */
  public Place withUrl(String rawUrl) {
    return new Place(adapter, adapter.root().adopt(rawUrl));
  }

  /**
   * A request without a body.
   *
   * @param <T> what is answered
   * @param <Q> the parameters
   * @param call the call
   * @param query empty parameters
   * @param configure what the caller adds
   * @return the request
   */
  public <T, Q extends QueryParameters> RequestInformation<T> request(
      HttpCall<T> call, Q query, @Nullable Configure<Q> configure) {
    return request(call, method -> null, query, configure);
  }

  /**
   * A request with a body.
   *
   * @param <T> what is answered
   * @param <B> what is sent
   * @param <Q> the parameters
   * @param call the call
   * @param form how the body is written
   * @param body what is sent; null for nothing
   * @param query empty parameters
   * @param configure what the caller adds
   * @return the request
   * @throws ValidationException when the body breaks a rule of the description
   */
  public <T, B, Q extends QueryParameters> RequestInformation<T> request(
      HttpCall<T> call,
      BodyForm<B> form,
      @Nullable B body,
      Q query,
      @Nullable Configure<Q> configure) {
    return request(
        call, method -> body == null ? null : form.content(body, method), query, configure);
  }

  /**
   * A request with a body of the media type that the caller names.
   *
   * @param <T> what is answered
   * @param <Q> the parameters
   * @param call the call
   * @param contentType one of the media types of {@code forms}
   * @param body what is sent, of the type that goes with the media type
   * @param query empty parameters
   * @param configure what the caller adds
   * @param forms how bodies are written
   * @return the request
   * @throws IllegalArgumentException for another media type, and a value of another type
   * @throws ValidationException when the body breaks a rule of the description
   */
  public <T, Q extends QueryParameters> RequestInformation<T> request(
      HttpCall<T> call,
      String contentType,
      Object body,
      Q query,
      @Nullable Configure<Q> configure,
      BodyForm<?>... forms) {
    for (BodyForm<?> form : forms) {
      if (form.takes(contentType)) {
        return request(call, method -> form.contentOf(body, contentType, method), query, configure);
      }
    }
    throw new IllegalArgumentException("the call takes no body of " + Masking.oneLine(contentType));
  }

  /** What is sent; it is checked for a method unless that is null. */
  private interface Sent {
    @Nullable
    Content content(@Nullable HttpMethod method);
  }

  private <T, Q extends QueryParameters> RequestInformation<T> request(
      HttpCall<T> call, Sent sent, Q query, @Nullable Configure<Q> configure) {
    RequestConfiguration<Q> configuration = RequestConfiguration.of(query, configure);
    Boolean asked = configuration.validate;
    boolean validates = asked == null ? adapter.validates() : asked;
    Content content = sent.content(validates ? call.method() : null);
    ParameterWriter parameters = query.written();
    Map<String, String> headers = new LinkedHashMap<>();
    String accept = call.answer().accept();
    if (accept != null) {
      headers.put("accept", accept);
    }
    if (content != null) {
      headers.put("content-type", content.mediaType);
    }
    headers.putAll(parameters.headers());
    headers.putAll(configuration.headers.joined());
    ServiceRoot root = call.root(adapter);
    String path = call.endsInSlash() || url.isEmpty() ? url + "/" : url;
    String absolute = url.startsWith("http") ? url : root.url(path);
    String search = parameters.query();
    String whole =
        search.isEmpty() ? absolute : absolute + (absolute.contains("?") ? "&" : "?") + search;
    return new RequestInformation<>(
        adapter,
        new Terms(root, call.security()),
        call.method(),
        whole,
        headers,
        content == null ? null : content.payload,
        configuration.timeout,
        call.answer());
  }

  /**
   * Makes a request and sends it, without waiting for the answer; for generated code.
   *
   * @param <T> what is answered
   * @param request makes the request
   * @return what is answered; what is wrong with the arguments fails it as well
   */
  public static <T> CompletableFuture<T> started(Supplier<RequestInformation<T>> request) {
    return Exchange.started(request);
  }

  @Override
  public String toString() {
    return Masking.mask(url);
  }
}
