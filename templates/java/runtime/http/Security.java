package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What proves who makes a call: alternatives, of which one must hold whole. */
public final class Security {
  private final List<Map<Scheme, List<String>>> alternatives = new ArrayList<>();
  private boolean optional;

  /** Nothing is asked for, so far. */
  public Security() {}

  /**
   * Starts an alternative.
   *
   * @return the security itself
   */
  public Security either() {
    alternatives.add(new LinkedHashMap<>());
    return this;
  }

  /**
   * A scheme that the alternative needs.
   *
   * @param scheme the scheme
   * @param scopes what a token has to be good for
   * @return the security itself
   */
  public Security with(Scheme scheme, String... scopes) {
    alternatives.get(alternatives.size() - 1).put(scheme, List.copyOf(Arrays.asList(scopes)));
    return this;
  }

  /** A call without any proof is fine, too. */
  public Security optional() {
    optional = true;
    return this;
  }

  /**
   * The proof by the first alternative for which all credentials are given. May block.
   *
   * @throws AuthenticationException when there is none, and some is needed
   */
  Proof proof(Map<String, Credential> credentials) {
    for (Map<Scheme, List<String>> alternative : alternatives) {
      if (alternative.keySet().stream().allMatch(each -> credentials.containsKey(each.name()))) {
        return proof(alternative, credentials);
      }
    }
    if (optional || alternatives.isEmpty()) {
      return Proof.NONE;
    }
    List<String> wanted = new ArrayList<>();
    for (Map<Scheme, List<String>> alternative : alternatives) {
      List<String> names = new ArrayList<>();
      alternative.keySet().forEach(each -> names.add(Masking.oneLine(each.name())));
      wanted.add(String.join(" and ", names));
    }
    throw new AuthenticationException(
        "the call needs credentials for " + String.join(", or ", wanted));
  }

  private static Proof proof(
      Map<Scheme, List<String>> alternative, Map<String, Credential> credentials) {
    Map<String, String> headers = new TreeMap<>();
    Map<String, String> query = new LinkedHashMap<>();
    boolean[] renewable = {false};
    alternative.forEach(
        (scheme, scopes) -> {
          Credential credential = credentials.get(scheme.name());
          scheme.prove(credential, scopes, headers, query);
          renewable[0] |= credential.isRenewable();
        });
    Runnable forget =
        () -> alternative.forEach((each, scopes) -> credentials.get(each.name()).forget(scopes));
    return new Proof(headers, query, renewable[0] ? forget : null);
  }
}
