package com.microsoft.graph.models.odataerrors;

import com.microsoft.graph.runtime.Nullable;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

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
  public @Nullable OffsetDateTime getDate() {
    String date = text("date");
    if (date == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(date);
    } catch (DateTimeException error) {
      return local(date);
    }
  }

  private static @Nullable OffsetDateTime local(String date) {
    try {
      return LocalDateTime.parse(date).atOffset(ZoneOffset.UTC);
    } catch (DateTimeException error) {
      return null;
    }
  }
}
