package com.microsoft.graph.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps secrets out of texts that people read. */
public final class Masking {
  private static final int LONGEST_LINE = 500;
  private static final Pattern SECRET_QUERY =
      Pattern.compile(
          "(?i)([?&;#](?:[^=&#\\s]*(?:token|secret|password|signature|key|credential)[^=&#\\s]*"
              + "|sig|code|auth|tempauth)=)[^&#\\s'\"]+");
  private static final Pattern USER =
      Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]{0,30}://)[^/?#\\s@]*@");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
  private static final Pattern SECRET_HEADER =
      Pattern.compile("(?i)authorization|cookie|key|token|secret|password|signature");
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f]+");

  private Masking() {}

  /** With user names in URLs, bearer tokens and the values of secret query options masked. */
  public static String mask(String text) {
    String masked = USER.matcher(text).replaceAll("$1***@");
    masked = SECRET_QUERY.matcher(masked).replaceAll("$1***");
    return BEARER.matcher(masked).replaceAll("$1 ***");
  }

  /** Without control characters, at most 500 characters. */
  public static String oneLine(String text) {
    String cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text;
    return CONTROLS.matcher(cut).replaceAll(" ");
  }

  /** Header fields with those masked that carry credentials. */
  static Map<String, String> headers(Map<String, String> headers) {
    Map<String, String> shown = new TreeMap<>();
    headers.forEach(
        (name, value) -> shown.put(name, SECRET_HEADER.matcher(name).find() ? "***" : value));
    return shown;
  }
}
