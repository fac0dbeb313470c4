package edmundruntime.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What a caller has to prove who calls; never shown. */
public abstract class Credential {
  Credential() {}

  /** What is sent; `whole` asks for a value of the Authorization field. */
  abstract String value(boolean whole, List<String> scopes);

  /** Whether it can be asked for something new when the service takes the old no longer. */
  boolean isRenewable() {
    return false;
  }

  /** Drops what may have been revoked. */
  void forget(List<String> scopes) {}

  /**
   * A token that does not change.
   *
   * @param token the token
   */
  public static Credential bearer(String token) {
    return new Text("Bearer ", () -> token);
  }

  /**
   * Tokens of a credential, kept until shortly before they expire.
   *
   * @param credential where they come from
   */
  public static Credential bearer(TokenCredential credential) {
    return new Tokens(credential);
  }

  /**
   * A user name and a password (RFC 7617).
   *
   * @param user the name, without a colon
   * @param password the password
   */
  public static Credential basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user name has no colon");
    }
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Text("Basic ", () -> Base64.getEncoder().encodeToString(both));
  }

  /**
   * An API key.
   *
   * @param key the key
   */
  public static Credential apiKey(String key) {
    return new Text("", () -> key);
  }

  /**
   * A value that is asked for with each request: a key, or the whole of the Authorization field.
   *
   * @param source gives it
   */
  public static Credential from(Supplier<String> source) {
    return new Text("", source);
  }

  @Override
  public final String toString() {
    return "Credential(***)";
  }

  private static final class Text extends Credential {
    private final String prefix;
    private final Supplier<String> source;

    Text(String prefix, Supplier<String> source) {
      this.prefix = prefix;
      this.source = source;
    }

    @Override
    String value(boolean whole, List<String> scopes) {
      String text = source.get();
      if (text == null || text.isEmpty()) {
        throw new AuthenticationException("the credential gave nothing that can be sent");
      }
      return whole ? prefix + text : text;
    }
  }

  private static final class Tokens extends Credential {
    private final TokenCredential credential;
    private final Map<List<String>, TokenCache> caches = new ConcurrentHashMap<>();

    Tokens(TokenCredential credential) {
      this.credential = credential;
    }

    private TokenCache cache(List<String> scopes) {
      return caches.computeIfAbsent(
          scopes, wanted -> new TokenCache(credential, wanted, Clock.systemUTC()));
    }

    @Override
    String value(boolean whole, List<String> scopes) {
      String header = cache(scopes).token().header();
      return whole ? header : header.substring("Bearer ".length());
    }

    @Override
    boolean isRenewable() {
      return true;
    }

    @Override
    void forget(List<String> scopes) {
      TokenCache cache = cache(scopes);
      cache.forget(cache.token());
    }
  }
}
