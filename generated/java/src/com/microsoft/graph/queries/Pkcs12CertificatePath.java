package com.microsoft.graph.queries;

import com.microsoft.graph.runtime.TextExpression;

/** Paths of queries. */
public class Pkcs12CertificatePath extends ApiAuthenticationConfigurationBasePath {
  public Pkcs12CertificatePath() {
    this(items());
  }

  public Pkcs12CertificatePath(PathTo at) {
    super(at);
  }

  @Override
  protected String typeName() {
    return "microsoft.graph.pkcs12Certificate";
  }

  public TextExpression password() {
    return text("password");
  }

  public TextExpression pkcs12Value() {
    return text("pkcs12Value");
  }
}
