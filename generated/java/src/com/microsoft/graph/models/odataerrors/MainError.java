package com.microsoft.graph.models.odataerrors;

import com.microsoft.graph.runtime.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An error itself (OData JSON Format 4.01, section 21.1). */
public final class MainError extends ErrorPart {
  MainError(@Nullable Object data) {
    super(data);
  }

  /** The service's code. */
  public @Nullable String getCode() {
    return text("code");
  }

  /** What is wrong. */
  public @Nullable String getMessage() {
    return text("message");
  }

  /** Of what. */
  public @Nullable String getTarget() {
    return text("target");
  }

  /** More errors, or null when the service gave none. */
  public @Nullable List<ErrorDetails> getDetails() {
    Object found = getAdditionalData().get("details");
    if (!(found instanceof List)) {
      return null;
    }
    List<ErrorDetails> details = new ArrayList<>();
    ((List<?>) found).forEach(item -> details.add(new ErrorDetails(item)));
    return details;
  }

  /** What the service adds for its own support. */
  public @Nullable InnerError getInnerError() {
    for (String name : List.of("innerError", "innererror")) {
      Object found = getAdditionalData().get(name);
      if (found instanceof Map) {
        return new InnerError(found);
      }
    }
    return null;
  }
}
