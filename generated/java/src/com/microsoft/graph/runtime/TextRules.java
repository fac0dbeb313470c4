package com.microsoft.graph.runtime;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks on text: base64 and URLs. */
final class TextRules {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]*={0,2}");
  private static final Pattern NOT_IN_URL = Pattern.compile("[\\x00-\\x20\\x7f<>\"\\\\]");
  private static final Pattern REFERENCE =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?.*", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(.*@)?(\\[[^\\[\\]]*]|[^:]*)(?::(.*))?");
  private static final Pattern HOST = Pattern.compile("[^\\s/?#@\\[\\]:%]+");
  private static final int HIGHEST_PORT = 65535;

  private TextRules() {}

  /**
   * The bytes that base64 or base64url text (RFC 4648, sections 4 and 5) stands for, or null.
   *
   * <p>Padding may be left out; where it is given it has to be right.
   */
  static @Nullable byte[] decodeBase64(String text) {
    if (!BASE64.matcher(text).matches()) {
      return null;
    }
    int end = text.indexOf('=');
    String body = end < 0 ? text : text.substring(0, end);
    int padding = text.length() - body.length();
    if (body.length() % 4 == 1 || (padding != 0 && padding != (4 - body.length() % 4) % 4)) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(body.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException error) {
      return null;
    }
  }

  /**
   * Whether `text` is a URI reference (RFC 3986, section 4.1): of any scheme, or relative.
   *
   * <p>Letters outside of ASCII may stand as they are. With the scheme http or https there is a
   * host.
   */
  static boolean isUrlReference(String text) {
    Matcher url = REFERENCE.matcher(text);
    if (NOT_IN_URL.matcher(text).find() || !url.matches()) {
      return false;
    }
    String scheme = url.group(1) == null ? "" : url.group(1).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (url.group(2) == null) {
      return !web;
    }
    Matcher authority = AUTHORITY.matcher(url.group(2));
    if (!authority.matches() || !isPort(authority.group(3))) {
      return false;
    }
    String host = authority.group(2);
    return web || host.startsWith("[") ? isHost(host) : host.indexOf(']') < 0;
  }

  private static boolean isPort(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return true;
    }
    if (!text.matches("[0-9]{1,9}")) {
      return false;
    }
    int port = Integer.parseInt(text);
    return port > 0 && port <= HIGHEST_PORT;
  }

  private static boolean isHost(String text) {
    if (!text.startsWith("[")) {
      return HOST.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
    try {
      return new URI("http://" + text + "/").getHost() != null;
    } catch (URISyntaxException error) {
      return false;
    }
  }
}
