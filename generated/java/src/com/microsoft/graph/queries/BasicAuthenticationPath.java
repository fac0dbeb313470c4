package com.microsoft.graph.queries;

import com.microsoft.graph.runtime.TextExpression;

/** Paths of queries. */
public class BasicAuthenticationPath extends ApiAuthenticationConfigurationBasePath {
  public BasicAuthenticationPath() {
    this(items());
  }

  public BasicAuthenticationPath(PathTo at) {
    super(at);
  }

  @Override
  protected String typeName() {
    return "microsoft.graph.basicAuthentication";
  }

  public TextExpression password() {
    return text("password");
  }

  public TextExpression username() {
    return text("username");
  }
}
