package edmundruntime.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the links of one answer are relative to: the URL of its request. */
final class Links {
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]{0,8192})>((?:\\s*;\\s*[^\\s;,=]+(?:=(?:\"[^\"]*+\"|[^\\s;,\"]*+))?)*+)");
  private static final Pattern NEXT =
      Pattern.compile("(?i);\\s*rel=(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next)(?=\\s*(?:;|$))");

  private final ServiceRoot root;
  private final String base;

  Links(ServiceRoot root, String base) {
    this.root = root;
    this.base = base;
  }

  /**
   * The URL of the next page (RFC 8288, section 3); null for none.
   *
   * @throws UnsafeUrlException for one of another origin
   */
  @Nullable
  String next(String header) {
    Matcher link = LINK.matcher(header);
    while (link.find()) {
      if (NEXT.matcher(link.group(2)).find()) {
        return root.adopt(link.group(1), base);
      }
    }
    return null;
  }
}
