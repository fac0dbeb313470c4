package org.example.zoo.models.odataerrors;

import org.example.zoo.runtime.Nullable;

/** What the service adds to an error for its own support. */
public final class InnerError extends ErrorPart {
  InnerError(@Nullable Object data) {
    super(data);
  }

  /** The service's id of the request. */
  public @Nullable String getRequestId() {
    return text("request-id");
  }

  /** The client's id of the request. */
  public @Nullable String getClientRequestId() {
    return text("client-request-id");
  }

  /** The type's name. */
  public @Nullable String getOdataType() {
    return text("@odata.type");
  }

  /** When the error occurred, UTC where the service does not say; its text is additional data. */
  public @Nullable java.time.OffsetDateTime getDate() {
    String date = text("date");
    if (date == null) {
      return null;
    }
    try {
      return java.time.OffsetDateTime.parse(date);
    } catch (java.time.DateTimeException error) {
      return local(date);
    }
  }

  private static @Nullable java.time.OffsetDateTime local(String date) {
    try {
      return java.time.LocalDateTime.parse(date).atOffset(java.time.ZoneOffset.UTC);
    } catch (java.time.DateTimeException error) {
      return null;
    }
  }
}
