package org.example.ops.models.odataerrors;

import org.example.ops.runtime.Nullable;

/** One of an error's details. */
public final class ErrorDetails extends ErrorPart {
  ErrorDetails(@Nullable Object data) {
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
}
