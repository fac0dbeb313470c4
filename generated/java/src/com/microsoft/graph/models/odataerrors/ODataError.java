package com.microsoft.graph.models.odataerrors;

import com.microsoft.graph.runtime.ApiException;
import com.microsoft.graph.runtime.Json;
import com.microsoft.graph.runtime.JsonFormatException;
import com.microsoft.graph.runtime.Masking;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Reply;

/**
 * The service answered with an error status. The members of {@link #getError()} are null when the
 * answer was no OData error.
 */
public class ODataError extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * An error.
   *
   * @param reply the answer
   * @param method the request's method
   * @param url the request's URL
   */
  public ODataError(Reply reply, String method, String url) {
    super(reply, method, url);
  }

  /** What the service says. */
  public MainError getError() {
    return new MainError(errorObject(getBody()));
  }

  private static @Nullable Object errorObject(byte[] body) {
    Object data;
    try {
      data = Json.parse(body);
    } catch (JsonFormatException error) {
      return null;
    }
    if (!(data instanceof java.util.Map)) {
      return null;
    }
    java.util.Map<?, ?> members = (java.util.Map<?, ?>) data;
    Object found = members.containsKey("error") ? members.get("error") : members.get("odata.error");
    return found instanceof String ? java.util.Map.of("message", found) : found;
  }

  /** The service's error code. */
  public @Nullable String getCode() {
    return getError().getCode();
  }

  /** The service's id of the request, to be quoted to its support. */
  public @Nullable String getRequestId() {
    InnerError inner = getError().getInnerError();
    String given = getResponseHeaders().get("request-id");
    return given != null || inner == null ? given : inner.getRequestId();
  }

  /** The client's id of the request. */
  public @Nullable String getClientRequestId() {
    InnerError inner = getError().getInnerError();
    String given = getResponseHeaders().get("client-request-id");
    return given != null || inner == null ? given : inner.getClientRequestId();
  }

  /** What the service says, or the status when it says nothing; on one line, secrets masked. */
  @Override
  public String getMessage() {
    String said = getError().getMessage();
    return said == null ? super.getMessage() : Masking.mask(Masking.oneLine(said));
  }

  /** Status, code, message, request and the service's id of it; secrets masked. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(getClass().getSimpleName() + ": ");
    text.append(getResponseStatusCode());
    String code = getCode();
    text.append(code == null ? "" : " " + Masking.oneLine(code));
    text.append(" | ").append(getMessage());
    text.append(" | ").append(getMethod()).append(' ').append(getUrl());
    String id = getRequestId();
    text.append(id == null ? "" : " | request-id " + Masking.oneLine(id));
    return Masking.mask(text.toString());
  }
}
