package org.example.ops.models.odataerrors;

import org.example.ops.runtime.Nullable;

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
    Object said = getAdditionalData().get("message");
    // Before 4.0 it is an object with the text and its language.
    Object found = said instanceof java.util.Map ? ((java.util.Map<?, ?>) said).get("value") : said;
    return found instanceof String ? (String) found : null;
  }

  /** Of what. */
  public @Nullable String getTarget() {
    return text("target");
  }

  /** More errors, or null when the service gave none. */
  public @Nullable java.util.List<ErrorDetails> getDetails() {
    Object found = getAdditionalData().get("details");
    InnerError inner = getInnerError();
    if (found == null && inner != null) {
      // Services of SAP have them there.
      found = inner.getAdditionalData().get("errordetails");
    }
    if (!(found instanceof java.util.List)) {
      return null;
    }
    java.util.List<ErrorDetails> details = new java.util.ArrayList<>();
    ((java.util.List<?>) found).forEach(item -> details.add(new ErrorDetails(item)));
    return details;
  }

  /** What the service adds for its own support. */
  public @Nullable InnerError getInnerError() {
    for (String name : java.util.List.of("innerError", "innererror")) {
      Object found = getAdditionalData().get(name);
      if (found instanceof java.util.Map) {
        return new InnerError(found);
      }
    }
    return null;
  }
}
