package edmundruntime.runtime;

import java.util.List;
import java.util.Map;

/** One way to prove who calls, as the description names it. */
public final class Scheme {
  private enum Kind {
    AUTHORIZATION,
    HEADER,
    QUERY,
    COOKIE
  }

  private final String name;
  private final Kind kind;
  private final String parameter;

  private Scheme(String name, Kind kind, String parameter) {
    this.name = name;
    this.kind = kind;
    this.parameter = parameter;
  }

  /**
   * The Authorization field: a token, a user name and password, or what else is sent there.
   *
   * @param name what the description calls it
   */
  public static Scheme authorization(String name) {
    return new Scheme(name, Kind.AUTHORIZATION, "authorization");
  }

  /**
   * A key in a header field.
   *
   * @param name what the description calls it
   * @param field the field's name
   */
  public static Scheme header(String name, String field) {
    return new Scheme(name, Kind.HEADER, field);
  }

  /**
   * A key in the query.
   *
   * @param name what the description calls it
   * @param parameter the parameter's name
   */
  public static Scheme query(String name, String parameter) {
    return new Scheme(name, Kind.QUERY, parameter);
  }

  /**
   * A key in a cookie.
   *
   * @param name what the description calls it
   * @param cookie the cookie's name
   */
  public static Scheme cookie(String name, String cookie) {
    return new Scheme(name, Kind.COOKIE, cookie);
  }

  /** What the description calls it. */
  public String name() {
    return name;
  }

  /** Adds what a credential gives to a request. May block. */
  void prove(
      Credential credential,
      List<String> scopes,
      Map<String, String> headers,
      Map<String, String> query) {
    String value = credential.value(kind == Kind.AUTHORIZATION, scopes);
    switch (kind) {
      case QUERY:
        query.put(parameter, value);
        break;
      case COOKIE:
        headers.merge("cookie", parameter + "=" + value, (one, other) -> one + "; " + other);
        break;
      default:
        RequestHeaders checked = new RequestHeaders();
        checked.add(parameter, value);
        headers.putAll(checked.joined());
    }
  }
}
