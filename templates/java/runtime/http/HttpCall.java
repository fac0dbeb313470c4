package edmundruntime.runtime;

/**
 * What the description says of a call: its method, what it answers, and who may make it.
 *
 * @param <T> what is answered
 */
public final class HttpCall<T> {
  private final HttpMethod method;
  private final Answer<T> answer;
  private Security security = new Security();
  private @Nullable String server;
  private boolean slash;

  /**
   * A call.
   *
   * @param method its method
   * @param answer how its answers are read
   */
  public HttpCall(String method, Answer<T> answer) {
    this.method = HttpMethod.of(method);
    this.answer = answer;
  }

  /**
   * Where the call goes, in place of the client's base URL.
   *
   * @param url a URL, which may be relative to the client's
   * @return the call itself
   */
  public HttpCall<T> server(String url) {
    server = url;
    return this;
  }

  /**
   * Who may make the call.
   *
   * @param needed what proves it
   * @return the call itself
   */
  public HttpCall<T> security(Security needed) {
    security = needed;
    return this;
  }

  /** The path of the call ends in a slash. */
  public HttpCall<T> slash() {
    slash = true;
    return this;
  }

  boolean endsInSlash() {
    return slash;
  }

  Security security() {
    return security;
  }

  HttpMethod method() {
    return method;
  }

  Answer<T> answer() {
    return answer;
  }

  ServiceRoot root(RequestAdapter adapter) {
    String own = server;
    return own == null ? adapter.root() : adapter.root().other(own);
  }
}
