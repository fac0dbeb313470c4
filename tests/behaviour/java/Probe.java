package com.microsoft.graph.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Lets tests see parts of the support code that users do not. */
public final class Probe {
  private Probe() {}

  private static Object value(JsonElement value) {
    if (value.getAsJsonPrimitive().isBoolean()) {
      return value.getAsBoolean();
    }
    return value.getAsJsonPrimitive().isNumber() ? (Object) value.getAsLong() : value.getAsString();
  }

  /** Segments of texts; null for what is refused. */
  public static List<String> segments(JsonObject asked) {
    List<String> found = new ArrayList<>();
    for (JsonElement text : asked.getAsJsonArray("texts")) {
      try {
        found.add(UrlText.segment(text.getAsString(), "Edm.String"));
      } catch (IllegalArgumentException error) {
        found.add(null);
      }
    }
    return found;
  }

  /** Literals of texts; null for what is refused. */
  public static List<String> literals(JsonObject asked) {
    List<String> found = new ArrayList<>();
    for (JsonElement text : asked.getAsJsonArray("texts")) {
      try {
        found.add(UrlText.literal(text.getAsString(), "Edm.String"));
      } catch (IllegalArgumentException error) {
        found.add(null);
      }
    }
    return found;
  }

  /** A key in parentheses: names, values and types by turns. */
  public static String predicate(JsonObject asked) {
    List<UrlPart> parts = new ArrayList<>();
    for (JsonElement part : asked.getAsJsonArray("parts")) {
      parts.add(
          UrlPart.of(
              part.getAsJsonArray().get(0).getAsString(),
              value(part.getAsJsonArray().get(1)),
              part.getAsJsonArray().get(2).getAsString()));
    }
    return UrlText.keyPredicate(parts);
  }

  /** A segment of a type. */
  public static String typedSegment(JsonObject asked) {
    return UrlText.segment(value(asked.get("value")), asked.get("type").getAsString());
  }

  /** The pauses before a POST and a GET are sent again, for a Retry-After. */
  public static List<String> pauses(JsonObject asked) {
    Map<String, String> headers = Map.of("retry-after", asked.get("value").getAsString());
    Reply reply =
        new Reply(
            429, headers, new byte[0], new Links(new ServiceRoot("https://h", false), "https://h"));
    List<String> found = new ArrayList<>();
    for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.GET)) {
      Duration pause = RetryRules.pause(method, reply, 1, Instant.EPOCH);
      found.add(String.valueOf(pause));
    }
    return found;
  }

  /** The bytes of a download. */
  public static String download(JsonObject asked, RequestAdapter adapter) throws IOException {
    Place place = Place.root(adapter).child("/file");
    InputStream content =
        place.request(HttpMethod.GET, Answer.content(), new QueryParameters(), null).send();
    return Arrays.toString(content.readAllBytes());
  }
}
