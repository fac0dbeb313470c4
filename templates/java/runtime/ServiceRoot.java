package edmundruntime.runtime;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service's root URL, fixed when the client is made: scheme, host, port and path.
 *
 * <p>Every URL that is sent is put together here from the parsed root and encoded parts. A link
 * that the service sends is parsed once, compared with the root's origin, and then rebuilt from
 * that origin and the parsed path, so that two parsers can never disagree about the host.
 */
final class ServiceRoot {
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7f\\\\]");
  private static final Pattern URL =
      Pattern.compile("([A-Za-z]+)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile("\\[[0-9a-f:.]+]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*", Pattern.DOTALL);
  private static final int HIGHEST_PORT = 65_535;
  private static final String PATH_SAFE = "/%:@!$&'()*+,;=-._~";

  private final String origin;
  private final String path;
  private final String options;
  private final boolean local;

  /**
   * A root.
   *
   * @param url the service root
   * @param allowHttp whether plain http may go to a host that is not this machine
   * @throws UnsafeUrlException for anything but an absolute http(s) URL without user name, query
   *     and fragment; plain http is for a loopback host unless it is allowed
   */
  ServiceRoot(String url, boolean allowHttp) {
    Parsed parsed = new Parsed(url);
    boolean hasOptions = parsed.query != null;
    if (parsed.fragment != null || (hasOptions && !Protocol.TAKES_ROOT_OPTIONS)) {
      throw new UnsafeUrlException("the base URL must not have a query or a fragment");
    }
    local = LOOPBACK.matcher(parsed.host).matches();
    if (parsed.scheme.equals("http") && !local && !allowHttp) {
      throw new UnsafeUrlException(
          "plain http is refused for " + parsed.host + " without allowHttp(true)");
    }
    origin = parsed.origin();
    path = parsed.path.replaceAll("/+$", "");
    options = hasOptions ? parsed.query : "";
  }

  String origin() {
    return origin;
  }

  /** Whether the host is this machine. */
  boolean isLocal() {
    return local;
  }

  boolean isHttp() {
    return origin.startsWith("http:");
  }

  /** The query options that go with every request, encoded and joined; empty for none. */
  String options() {
    return options;
  }

  /** The absolute URL of a path, which is encoded already and starts with a slash or is empty. */
  String url(String below) {
    return origin + path + below;
  }

  /**
   * A URL put together from this root's own origin.
   *
   * @throws UnsafeUrlException when it is of another origin, or not absolute
   */
  String adopt(String url) {
    Parsed parsed = new Parsed(url);
    if (!parsed.origin().equals(origin)) {
      throw new UnsafeUrlException("a link to " + parsed.origin() + " is refused: not " + origin);
    }
    String query = parsed.query == null ? "" : "?" + parsed.query;
    return origin + (parsed.path.isEmpty() ? "/" : parsed.path) + query;
  }

  /** Another root, which may be relative to this one. */
  ServiceRoot other(String url) {
    boolean plain = isHttp() && !isLocal();
    return isAbsolute(url)
        ? new ServiceRoot(url, plain)
        : new ServiceRoot(adopt(url, origin + path + "/"), plain);
  }

  /** Whether a link names its own scheme or host. */
  static boolean isAbsolute(String link) {
    return ABSOLUTE.matcher(link).matches();
  }

  /** The same for a link that may be relative to `base`, a URL of this origin. */
  String adopt(String link, String base) {
    refuseAmbiguous(link);
    if (isAbsolute(link)) {
      return adopt(link);
    }
    String plain = base.replaceFirst("[?#].*", "");
    if (link.startsWith("/")) {
      return adopt(origin + withoutDots(link));
    }
    if (link.startsWith("?") || link.isEmpty()) {
      return adopt(plain + link);
    }
    String folder = plain.substring(origin.length(), plain.lastIndexOf('/') + 1);
    return adopt(origin + withoutDots(folder + link));
  }

  /** With the dot segments of the path resolved (RFC 3986, section 5.2.4). */
  private static String withoutDots(String reference) {
    String own = reference.replaceFirst("[?#].*", "");
    StringBuilder done = new StringBuilder();
    String[] segments = own.substring(1).split("/", -1);
    for (int at = 0; at < segments.length; at++) {
      boolean last = at == segments.length - 1;
      if (segments[at].equals("..")) {
        done.setLength(Math.max(0, done.lastIndexOf("/")));
      } else if (!segments[at].equals(".")) {
        done.append('/').append(segments[at]);
        continue;
      }
      done.append(last ? "/" : "");
    }
    return done + reference.substring(own.length());
  }

  private static void refuseAmbiguous(String url) {
    if (FORBIDDEN.matcher(url).find()) {
      throw new UnsafeUrlException(
          "a URL with a backslash, a space or a control character is refused");
    }
  }

  @Override
  public String toString() {
    return "ServiceRoot(" + origin + path + ")";
  }

  /** The parts of an absolute http(s) URL. */
  private static final class Parsed {
    final String scheme;
    final String host;
    final int port;
    final String path;
    final @Nullable String query;
    final @Nullable String fragment;

    Parsed(String url) {
      refuseAmbiguous(url);
      Matcher found = URL.matcher(url);
      scheme = found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : "";
      if (!scheme.equals("http") && !scheme.equals("https")) {
        throw new UnsafeUrlException("not an absolute http(s) URL: " + Masking.mask(url));
      }
      String authority = found.group(2).toLowerCase(Locale.ROOT);
      if (authority.contains("@")) {
        throw new UnsafeUrlException("a URL with a user name is refused");
      }
      int colon = authority.lastIndexOf(':');
      boolean hasPort = colon > authority.lastIndexOf(']');
      host = hasPort ? authority.substring(0, colon) : authority;
      port = port(hasPort ? authority.substring(colon + 1) : "");
      if (!HOST.matcher(host).matches() || host.contains("..")) {
        throw new UnsafeUrlException("not a host name: " + Masking.oneLine(host));
      }
      path = PercentEncoding.encoded(found.group(3), PATH_SAFE);
      String asked = found.group(4);
      query = asked == null ? null : PercentEncoding.encoded(asked, PATH_SAFE + "?[]");
      fragment = found.group(5);
    }

    private int port(String digits) {
      if (digits.isEmpty()) {
        return scheme.equals("http") ? 80 : 443;
      }
      int number = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : HIGHEST_PORT + 1;
      if (number > HIGHEST_PORT) {
        throw new UnsafeUrlException("no port: " + Masking.oneLine(digits));
      }
      return number;
    }

    String origin() {
      boolean usual = port == (scheme.equals("http") ? 80 : 443);
      return scheme + "://" + host + (usual ? "" : ":" + port);
    }
  }
}
