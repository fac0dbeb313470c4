package edmundruntime.runtime;

/** A method of HTTP. */
public enum HttpMethod {
  /** Reads. */
  GET,
  /** Creates, and calls actions. */
  POST,
  /** Changes. */
  PATCH,
  /** Changes, before there was PATCH ([MS-ODATA], section 2.2.4.1). */
  MERGE,
  /** Replaces. */
  PUT,
  /** Deletes. */
  DELETE;

  /** Whether a request may be sent twice (RFC 9110, section 9.2.2). */
  boolean isIdempotent() {
    return this == GET || this == PUT || this == DELETE;
  }
}
