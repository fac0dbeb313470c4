package edmundruntime.runtime;

import java.util.Set;

/** The method of a request: any that HTTP allows (RFC 9110, section 9.1). */
public final class HttpMethod {
  /** Reads. */
  public static final HttpMethod GET = new HttpMethod("GET");

  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY");

  private final String name;

  private HttpMethod(String name) {
    this.name = name;
  }

  static HttpMethod of(String name) {
    return name.equals("GET") ? GET : new HttpMethod(name);
  }

  /** The name as it is sent. */
  public String name() {
    return name;
  }

  boolean isIdempotent() {
    return IDEMPOTENT.contains(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
