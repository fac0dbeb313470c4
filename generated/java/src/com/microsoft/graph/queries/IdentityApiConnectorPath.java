package com.microsoft.graph.queries;

import com.microsoft.graph.runtime.TextExpression;

/** Paths of queries. */
public class IdentityApiConnectorPath extends EntityPath {
  public IdentityApiConnectorPath() {
    this(items());
  }

  public IdentityApiConnectorPath(PathTo at) {
    super(at);
  }

  public ApiAuthenticationConfigurationBasePath authenticationConfiguration() {
    return new ApiAuthenticationConfigurationBasePath(at.to("authenticationConfiguration"));
  }

  public TextExpression displayName() {
    return text("displayName");
  }

  public TextExpression targetUrl() {
    return text("targetUrl");
  }
}
