package edmundruntime.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer with its status and header fields.
 *
 * @param <T> what is answered
 */
public final class Response<T> {
  private final RequestInformation<T> request;
  private final String url;
  private final int status;
  private final Map<String, String> headers;
  private final @Nullable T value;
  private final @Nullable Object other;

  /**
   * An answer.
   *
   * @param request what was asked
   * @param url where it was asked in the end, redirects followed
   * @param reply the answer
   * @param value what it was read as
   * @param other what it was read as in place of a value
   */
  Response(
      RequestInformation<T> request,
      String url,
      Reply reply,
      @Nullable T value,
      @Nullable Object other) {
    this.request = request;
    this.url = url;
    status = reply.status();
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(reply.headers());
    headers = Collections.unmodifiableMap(fields);
    this.value = value;
    this.other = other;
  }

  RequestInformation<T> request() {
    return request;
  }

  String url() {
    return url;
  }

  /** The status code. */
  public int getStatus() {
    return status;
  }

  /** The header fields; names are compared without case, several values are joined by commas. */
  public Map<String, String> getHeaders() {
    return headers;
  }

  /** What the call itself gives; null for no content (204) and for what did not change (304). */
  public @Nullable T getValue() {
    return value;
  }

  /** What is answered in place of the value, where a status of success has another type. */
  public @Nullable Object getOther() {
    return other;
  }

  /** Where what was made is, or where to ask for the outcome (202). */
  public @Nullable String getLocation() {
    return headers.get("location");
  }

  /** The version of what was answered, for {@code ifMatch}. */
  public @Nullable String getEtag() {
    return headers.get("etag");
  }

  /** The id of what was made, where the answer has no content. */
  public @Nullable String getEntityId() {
    return headers.get("odata-entityid");
  }

  /** The service's id of the request, to be quoted to its support. */
  public @Nullable String getRequestId() {
    String given = headers.get("request-id");
    return given == null ? headers.get("x-ms-request-id") : given;
  }

  /** The status; no content, which may hold secrets. */
  @Override
  public String toString() {
    return "Response(" + status + ")";
  }
}
