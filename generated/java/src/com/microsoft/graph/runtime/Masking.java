package com.microsoft.graph.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps secrets out of texts that people read. */
public final class Masking {
  private static final int LONGEST_LINE = 500;
  // A name ends where another begins and gives nothing back: a long text is read once.
  private static final Pattern OPTION = Pattern.compile("[?&;#]([^=?&;#\\s]*+)=([^&#\\s'\"])");
  private static final Pattern SECRET_OPTION =
      Pattern.compile("(?i)token|secret|password|signature|key|credential");
  private static final Pattern SECRET_NAME = Pattern.compile("(?i)sig|code|auth|tempauth");
  private static final Pattern USER =
      Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]{0,30}://)[^/?#\\s@]*@");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
  private static final Pattern SECRET_HEADER =
      Pattern.compile("(?i)authorization|cookie|key|token|secret|password|signature");
  private static final Pattern CONTROLS =
      Pattern.compile(
          "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]+");

  private Masking() {}

  /** With user names in URLs, bearer tokens and the values of secret query options masked. */
  public static String mask(String text) {
    String masked = USER.matcher(text).replaceAll("$1***@");
    return BEARER.matcher(withoutOptions(masked)).replaceAll("$1 ***");
  }

  private static String withoutOptions(String text) {
    StringBuilder masked = new StringBuilder();
    Matcher option = OPTION.matcher(text);
    int copied = 0;
    int from = 0;
    while (option.find(from)) {
      from = option.start(2);
      String name = option.group(1);
      if (SECRET_OPTION.matcher(name).find() || SECRET_NAME.matcher(name).matches()) {
        masked.append(text, copied, from).append("***");
        from = endOfValue(text, from);
        copied = from;
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static int endOfValue(String text, int start) {
    int end = start;
    while (end < text.length() && "&# \t\n\u000b\f\r'\"".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
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
