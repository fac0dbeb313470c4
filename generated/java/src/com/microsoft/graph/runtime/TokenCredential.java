package com.microsoft.graph.runtime;

import java.util.List;

/** Gives tokens. Azure Identity's credentials fit behind a lambda expression; see the README. */
@FunctionalInterface
public interface TokenCredential {
  /**
   * A token; asked for when there is none that lasts. May block.
   *
   * @param scopes what the token is for
   * @return the token and when it expires
   * @throws Exception when there is none to be had
   */
  AccessToken getToken(List<String> scopes) throws Exception;
}
