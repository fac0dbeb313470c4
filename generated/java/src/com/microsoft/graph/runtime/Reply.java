package com.microsoft.graph.runtime;

import java.util.Map;

/** Status, header fields by lower-case name, and the whole body, decompressed. */
public final class Reply {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Links links;

  Reply(int status, Map<String, String> headers, byte[] body, Links links) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.links = links;
  }

  Reply withStatus(int other) {
    return new Reply(other, headers, body, links);
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The header fields by lower-case name. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body; not a copy. */
  public byte[] body() {
    return body;
  }

  Links links() {
    return links;
  }

  boolean isEmpty() {
    return status == 204 || body.length == 0;
  }

  @Override
  public String toString() {
    return "Reply(" + status + ", " + body.length + " bytes)";
  }
}
