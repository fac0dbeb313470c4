package com.microsoft.graph.queries;

import com.microsoft.graph.runtime.ObjectPath;

/** Paths of queries. */
public class ApiAuthenticationConfigurationBasePath extends ObjectPath {
  public ApiAuthenticationConfigurationBasePath() {
    this(items());
  }

  public ApiAuthenticationConfigurationBasePath(PathTo at) {
    super(at);
  }
}
