package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A place in the service's URL space: what request builders are made of. Immutable. */
public final class Place {
  private final RequestAdapter adapter;

  /** The encoded path below the service root, or an absolute URL that was checked. */
  private final String url;

  /** Parameter aliases of functions on the way, which travel in the query. */
  private final Map<String, String> aliases;

  /** What the service does not take in queries here; null where it says nothing. */
  private final @Nullable QueryLimits limits;

  private Place(RequestAdapter adapter, String url, Map<String, String> aliases) {
    this(adapter, url, aliases, null);
  }

  private Place(
      RequestAdapter adapter,
      String url,
      Map<String, String> aliases,
      @Nullable QueryLimits limits) {
    this.adapter = adapter;
    this.url = url;
    this.aliases = aliases;
    this.limits = limits;
  }

  /**
   * The service root.
   *
   * @param adapter the client's adapter
   * @return the place
   */
  public static Place root(RequestAdapter adapter) {
    return new Place(adapter, "", Map.of());
  }

  RequestAdapter adapter() {
    return adapter;
  }

  /**
   * A place below this one.
   *
   * @param path an encoded segment with the slash before it
   * @return the place
   */
  public Place child(String path) {
    return new Place(adapter, url + path, aliases, path.equals("/$count") ? limits : null);
  }

  /**
   * The same place, of which the service says what it does not take in queries.
   *
   * @param found the limits
   * @return the place
   */
  public Place limited(QueryLimits found) {
    return new Place(adapter, url, aliases, found);
  }

  /**
   * One member by its key as a segment.
   *
   * @param key the key
   * @return the place
   * @throws IllegalArgumentException for what cannot be a segment
   */
  public Place item(String key) {
    return item(key, "Edm.String");
  }

  /**
   * One member by its key as a segment.
   *
   * @param key the key
   * @param type the qualified name of its type
   * @return the place
   * @throws IllegalArgumentException for what cannot be a segment, or is none of the type
   */
  public Place item(Object key, String type) {
    return child("/" + UrlText.segment(key, type));
  }

  /**
   * One member by a key in parentheses, on the same segment.
   *
   * @param parts the key
   * @return the place
   * @throws IllegalArgumentException for what is none of its type
   */
  public Place keyed(UrlPart... parts) {
    return child(UrlText.keyPredicate(List.of(parts)));
  }

  /**
   * A function (URL Conventions 4.01, section 5.2).
   *
   * @param name its encoded name
   * @param required how many of the parameters are sent even when they are null
   * @param parts the parameters
   * @return the place
   * @throws IllegalArgumentException for what is none of its type
   */
  public Place invoked(String name, int required, UrlPart... parts) {
    List<String> written = new ArrayList<>();
    Map<String, String> more = new LinkedHashMap<>(aliases);
    for (int at = 0; at < parts.length; at++) {
      UrlPart part = parts[at];
      if (at >= required && part.value == null) {
        continue;
      }
      if (Protocol.ARGUMENTS_IN_QUERY) {
        more.put(part.name, UrlText.queryLiteral(part.value, part.type));
        continue;
      }
      String text;
      if (part.type.equals(UrlText.JSON)) {
        text = "@p" + more.size();
        more.put(text, aliasValue(part.value));
      } else {
        text = UrlText.literal(part.value, part.type);
      }
      written.add(PercentEncoding.encoded(part.name) + "=" + text);
    }
    String list = Protocol.ARGUMENTS_IN_QUERY ? "" : "(" + String.join(",", written) + ")";
    return new Place(adapter, url + "/" + name + list, more);
  }

  private static String aliasValue(@Nullable Object value) {
    return JsonWriter.text(value, null);
  }

  /**
   * A URL that the service gave, such as a next or a delta link.
   *
   * @param rawUrl the URL
   * @return the place
   * @throws UnsafeUrlException for one of another origin
   */
  public Place withUrl(String rawUrl) {
    return new Place(adapter, adapter.root().adopt(rawUrl), Map.of());
  }

  /**
   * A request without a body.
   *
   * @param <T> what is answered
   * @param <Q> the query parameters
   * @param method the method
   * @param answer how the answer is read
   * @param query empty query parameters
   * @param configure what the caller adds
   * @return the request
   */
  public <T, Q extends QueryParameters> RequestInformation<T> request(
      HttpMethod method, Answer<T> answer, Q query, @Nullable Configure<Q> configure) {
    return request(method, null, answer, query, configure);
  }

  /**
   * A request.
   *
   * @param <T> what is answered
   * @param <Q> the query parameters
   * @param method the method
   * @param body what is sent; null for nothing
   * @param answer how the answer is read
   * @param query empty query parameters
   * @param configure what the caller adds
   * @return the request
   * @throws ValidationException when the body breaks a rule of the schema
   * @throws QueryException when the service does not take what is asked
   */
  public <T, Q extends QueryParameters> RequestInformation<T> request(
      HttpMethod method,
      @Nullable Body body,
      Answer<T> answer,
      Q query,
      @Nullable Configure<Q> configure) {
    RequestConfiguration<Q> configuration = RequestConfiguration.of(query, configure);
    if (limits != null) {
      query.check(limits);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("accept", answer.accept());
    if (body != null) {
      headers.put("content-type", body.mediaType());
    }
    headers.putAll(configuration.headers.joined());
    Payload content = null;
    if (body != null) {
      Boolean asked = configuration.validate;
      content = body.content(asked == null ? adapter.validates() : asked, configuration.wholeBody);
    }
    RequestInformation<T> made =
        new RequestInformation<>(
            adapter,
            new Terms(adapter.root()),
            method,
            url(query),
            headers,
            content,
            configuration.timeout,
            answer);
    return Protocol.spoken(made, body);
  }

  private String url(QueryParameters query) {
    String absolute = url.startsWith("http") ? url : adapter.root().url(url);
    QueryWriter written = new QueryWriter();
    aliases.forEach(written::put);
    String own = query.text();
    String both = aliases.isEmpty() ? own : written.text() + (own.isEmpty() ? "" : "&" + own);
    if (both.isEmpty()) {
      return absolute;
    }
    return absolute + (absolute.contains("?") ? "&" : "?") + both;
  }

  @Override
  public String toString() {
    return Masking.mask(url);
  }
}
