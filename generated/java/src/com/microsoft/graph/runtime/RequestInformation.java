package com.microsoft.graph.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * One request, finished before anything is sent: method, absolute URL, header fields, body, and how
 * to read the answer. The body is bytes already, so that it can be sent again as it was.
 *
 * @param <T> what is answered
 */
public final class RequestInformation<T> {
  private final RequestAdapter adapter;
  private final Terms terms;
  private final HttpMethod method;
  private final String url;
  private final Map<String, String> headers;
  private final @Nullable Payload content;
  private final @Nullable Duration timeout;
  private final Answer<T> answer;

  RequestInformation(
      RequestAdapter adapter,
      Terms terms,
      HttpMethod method,
      String url,
      Map<String, String> headers,
      @Nullable Payload content,
      @Nullable Duration timeout,
      Answer<T> answer) {
    this.adapter = adapter;
    this.terms = terms;
    this.method = method;
    this.url = url;
    this.headers = new TreeMap<>(headers);
    this.content = content;
    this.timeout = timeout;
    this.answer = answer;
  }

  Terms terms() {
    return terms;
  }

  /** Where the request may go. */
  ServiceRoot root() {
    return terms.root;
  }

  /** The same request for another URL, which the caller has checked. */
  RequestInformation<T> at(String otherUrl) {
    return new RequestInformation<>(
        adapter, terms, method, otherUrl, headers, content, timeout, answer);
  }

  /** The method. */
  public HttpMethod getHttpMethod() {
    return method;
  }

  /** The absolute URL; it may hold secrets. */
  public String getUrl() {
    return url;
  }

  /** The header fields by lower-case name, without the token; a copy. */
  public Map<String, String> getHeaders() {
    return new TreeMap<>(headers);
  }

  /** The body, or null when there is none, and for a stream that is sent once; a copy. */
  public @Nullable byte[] getContent() {
    return content == null || !content.isRepeatable() ? null : content.bytes().clone();
  }

  boolean hasContent() {
    return content != null;
  }

  /** Whether it may be sent more than once. */
  boolean isRepeatable() {
    return content == null || content.isRepeatable();
  }

  @Nullable
  Payload content() {
    return content;
  }

  @Nullable
  Duration timeout() {
    return timeout;
  }

  RequestAdapter adapter() {
    return adapter;
  }

  Answer<T> answer() {
    return answer;
  }

  /**
   * Sends the request and reads the answer.
   *
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  public @Nullable T send() {
    return Exchange.join(sendAsync());
  }

  /**
   * Sends the request and reads the answer, without waiting for it.
   *
   * @return what is answered; it completes with the exceptions of {@link #send()}
   */
  public CompletableFuture<T> sendAsync() {
    return new Exchange<>(this, false).answer().thenApply(Response::getValue);
  }

  /** Method and URL, secrets masked. */
  @Override
  public String toString() {
    String size = content == null ? "no body" : content.toString();
    return "RequestInformation("
        + method
        + " "
        + Masking.mask(url)
        + ", "
        + Masking.headers(headers)
        + ", "
        + size
        + ")";
  }
}
