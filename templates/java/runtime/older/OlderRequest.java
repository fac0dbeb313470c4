package edmundruntime.runtime;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests of 4.01 as services of OData 1 to 3 take them. */
final class OlderRequest {
  private static final String REFERENCE = "/$ref";
  private static final Pattern ID = Pattern.compile("(?:^|&)\\$id=([^&]*)");
  private static final Pattern KEY = Pattern.compile("\\([^()/]*\\)$");

  private OlderRequest() {}

  static <T> RequestInformation<T> of(RequestInformation<T> request, @Nullable Body body) {
    OlderVersion version = OlderVersion.spoken();
    HttpMethod method = request.getHttpMethod();
    Map<String, String> headers = request.getHeaders();
    Payload content = request.content();
    String[] parts = request.getUrl().split("\\?", 2);
    boolean refers = parts[0].endsWith(REFERENCE);
    String url = url(parts[0], parts.length == 1 ? "" : parts[1], refers);
    if (body != null && content != null && body.mediaType().equals(Body.JSON)) {
      ModelType<?> declared = body.declared();
      Object json = Json.parse(content.bytes());
      boolean called = declared != null && !declared.isOfSchema() && !refers;
      if (called && !version.hasActions()) {
        content = null;
        headers.remove("content-type", Body.JSON);
        url = added(url, String.join("&", OlderBody.arguments((Map<?, ?>) json, declared)));
      } else {
        Object sent = new OlderBody(declared, version).of(json);
        content = Payload.of(JsonWriter.text(sent, null).getBytes(StandardCharsets.US_ASCII));
      }
    }
    headers.replaceAll((name, value) -> isJson(name, value) ? version.json() : value);
    return new RequestInformation<>(
        request.adapter(),
        request.terms(),
        method == HttpMethod.PATCH ? version.updating() : method,
        withOptions(url, request.root(), method),
        headers,
        content,
        request.timeout(),
        request.answer());
  }

  private static boolean isJson(String name, String value) {
    return value.equals(Body.JSON) && (name.equals("accept") || name.equals("content-type"));
  }

  /**
   * With the options of the service root that are not there; those of OData, {@code $format=json},
   * are for reading alone.
   */
  static String withOptions(String url, ServiceRoot root, HttpMethod method) {
    String made = url;
    for (String option : root.options().split("&")) {
      boolean reads = option.startsWith("$") || option.startsWith("%24");
      String name = option.split("=", 2)[0];
      boolean given = url.contains("?" + name + "=") || url.contains("&" + name + "=");
      if (!given && (!reads || method == HttpMethod.GET)) {
        made = added(made, option);
      }
    }
    return made;
  }

  private static String added(String url, String option) {
    return option.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + option;
  }

  /**
   * {@code $count} as an option is {@code $inlinecount}, links are {@code $links} before the
   * property's name.
   */
  private static String url(String path, String query, boolean refers) {
    List<String> options = new ArrayList<>();
    for (String option : query.split("&")) {
      if (option.equals("$count=true")) {
        options.add("$inlinecount=allpages");
      } else if (!option.equals("$count=false")) {
        options.add(option.startsWith("$search=") ? option.substring(1) : option);
      }
    }
    String asked = String.join("&", options);
    return refers
        ? links(path.substring(0, path.length() - REFERENCE.length()), asked)
        : added(path, asked);
  }

  /** A link among many is removed by the key of what it leads to, which 4.0 has in {@code $id}. */
  private static String links(String path, String query) {
    int at = path.lastIndexOf('/');
    String made = path.substring(0, at) + "/$links" + path.substring(at);
    Matcher id = ID.matcher(query);
    if (id.find()) {
      Matcher key = KEY.matcher(decoded(id.group(1)));
      if (key.find()) {
        String rest = query.substring(0, id.start()) + query.substring(id.end());
        String led = made + PercentEncoding.encoded(key.group(), "()'=,");
        return added(led, rest.replaceFirst("^&", ""));
      }
    }
    return added(made, query);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
