package com.microsoft.graph.runtime;

import java.util.Arrays;
import java.util.Map;

/** The service answered with an error status. */
public class ApiException extends ClientException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_KEPT = 65_536;

  private final int responseStatusCode;
  private final transient Map<String, String> responseHeaders;
  private final byte[] body;
  private final String method;
  private final String url;

  /**
   * An error.
   *
   * @param reply the answer
   * @param method the request's method
   * @param url the request's URL
   */
  protected ApiException(Reply reply, String method, String url) {
    super("the service answered with status " + reply.status());
    responseStatusCode = reply.status();
    responseHeaders = reply.headers();
    body = Arrays.copyOf(reply.body(), Math.min(reply.body().length, MOST_KEPT));
    this.method = method;
    this.url = Masking.mask(url);
  }

  /** The status code. */
  public int getResponseStatusCode() {
    return responseStatusCode;
  }

  /** The header fields by lower-case name; empty after deserialization. */
  public Map<String, String> getResponseHeaders() {
    return responseHeaders == null ? Map.of() : responseHeaders;
  }

  /** The answer as it came, at most 64 KiB of it. It may hold secrets. */
  public byte[] getBody() {
    return body.clone();
  }

  /** The request's method. */
  public String getMethod() {
    return method;
  }

  /** The request's URL, secrets masked. */
  public String getUrl() {
    return url;
  }
}
