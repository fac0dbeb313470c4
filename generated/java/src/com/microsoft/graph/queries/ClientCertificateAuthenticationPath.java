package com.microsoft.graph.queries;

import com.microsoft.graph.runtime.CollectionPath;

/** Paths of queries. */
public class ClientCertificateAuthenticationPath extends ApiAuthenticationConfigurationBasePath {
  public ClientCertificateAuthenticationPath() {
    this(items());
  }

  public ClientCertificateAuthenticationPath(PathTo at) {
    super(at);
  }

  @Override
  protected String typeName() {
    return "microsoft.graph.clientCertificateAuthentication";
  }

  public CollectionPath<Pkcs12CertificateInformationPath> certificateList() {
    return collection("certificateList", Pkcs12CertificateInformationPath::new);
  }
}
