package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SAP's token against forged requests, and the cookies of the session that it holds for.
 *
 * <p>A service that wants one refuses the first change (403, {@code x-csrf-token: Required}); it is
 * then fetched, kept, and fetched again when the service wants a new one.
 */
final class SecurityToken {
  static final String HEADER = "x-csrf-token";

  private static final String FETCH = "Fetch";
  private static final String REQUIRED = "required";
  private static final Pattern TEXT = Pattern.compile("[\\x21-\\x7e]{1,4096}");
  private static final Pattern BETWEEN_COOKIES = Pattern.compile(",\\s*(?=[^;,=\\s]+=)");

  private final Map<String, String> cookies = new LinkedHashMap<>();
  private @Nullable String token;

  SecurityToken() {}

  /** Whether a refusal asks for a token. */
  static boolean isWanted(Reply reply) {
    String said = reply.headers().getOrDefault(HEADER, "").strip();
    return reply.status() == 403 && said.equalsIgnoreCase(REQUIRED);
  }

  /** Adds the cookies, and the token where the request changes something. */
  synchronized void addTo(Map<String, String> fields, HttpMethod method) {
    if (token == null) {
      return;
    }
    if (!cookies.isEmpty()) {
      fields.putIfAbsent(
          "cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (method != HttpMethod.GET) {
      fields.putIfAbsent(HEADER, token);
    }
  }

  /** Asks the service for a token, and tells whether it gave one. */
  CompletableFuture<Boolean> fetched(RequestInformation<?> refused) {
    Map<String, String> headers = refused.getHeaders();
    headers.remove("content-type");
    headers.remove("if-match");
    headers.put("accept", Body.JSON);
    headers.put(HEADER, FETCH);
    ServiceRoot root = refused.root();
    RequestInformation<Boolean> fetch =
        new RequestInformation<>(
            refused.adapter(),
            refused.terms(),
            HttpMethod.GET,
            OlderRequest.withOptions(root.url("/"), root, HttpMethod.GET),
            headers,
            null,
            refused.timeout(),
            Answer.of(reply -> keep(reply.headers())));
    return fetch.sendAsync().handle((found, error) -> error == null ? found : kept(error));
  }

  /** A service may answer an error and give a token all the same. */
  private boolean kept(Throwable error) {
    Throwable cause = error instanceof ApiException ? error : error.getCause();
    return cause instanceof ApiException && keep(((ApiException) cause).getResponseHeaders());
  }

  private synchronized boolean keep(Map<String, String> headers) {
    String given = headers.getOrDefault(HEADER, "").strip();
    String said = given.toLowerCase(Locale.ROOT);
    if (!TEXT.matcher(given).matches() || said.equals(REQUIRED) || said.equals("fetch")) {
      return false;
    }
    token = given;
    for (String cookie : BETWEEN_COOKIES.split(headers.getOrDefault("set-cookie", ""))) {
      String pair = cookie.split(";", 2)[0].strip();
      int at = pair.indexOf('=');
      if (at > 0 && TEXT.matcher(pair).matches()) {
        cookies.put(pair.substring(0, at), pair.substring(at + 1));
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "SecurityToken(***)";
  }
}
