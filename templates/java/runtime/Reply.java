package edmundruntime.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Status, header fields by lower-case name, and the whole body, decompressed. */
public final class Reply {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final @Nullable InputStream stream;
  private final Links links;

  Reply(int status, Map<String, String> headers, byte[] body, Links links) {
    this(status, headers, body, null, links);
  }

  Reply(
      int status,
      Map<String, String> headers,
      byte[] body,
      @Nullable InputStream stream,
      Links links) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.stream = stream;
    this.links = links;
  }

  Reply withStatus(int other) {
    return new Reply(other, headers, body, stream, links);
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
    boolean none = stream == null ? body.length == 0 : "0".equals(headers.get("content-length"));
    return status == 204 || none;
  }

  /** The body as it comes. */
  InputStream stream() {
    return stream == null ? new ByteArrayInputStream(body) : stream;
  }

  /** The same with all of the body, which is waited for. */
  Reply whole() {
    if (stream == null) {
      return this;
    }
    try (InputStream rest = stream) {
      byte[] all = rest.readNBytes(Inflation.MAX_BYTES);
      return new Reply(status, headers, Inflation.inflated(all, headers), links);
    } catch (IOException error) {
      throw new ConnectionException("the answer broke off", error);
    }
  }

  @Override
  public String toString() {
    return "Reply(" + status + ", " + body.length + " bytes)";
  }
}
