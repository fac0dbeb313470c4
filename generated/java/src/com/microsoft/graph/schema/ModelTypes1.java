package com.microsoft.graph.schema;

import com.microsoft.graph.models.ApiAuthenticationConfigurationBase;
import com.microsoft.graph.models.BasicAuthentication;
import com.microsoft.graph.models.ClientCertificateAuthentication;
import com.microsoft.graph.models.Entity;
import com.microsoft.graph.models.IdentityApiConnector;
import com.microsoft.graph.models.IdentityContainer;
import com.microsoft.graph.models.Pkcs12Certificate;
import com.microsoft.graph.models.Pkcs12CertificateInformation;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;

/** A part of the table of types. */
final class ModelTypes1 {
  private ModelTypes1() {}

  static @Nullable ModelType<?> find(String name) {
    switch (name) {
      case "microsoft.graph.apiAuthenticationConfigurationBase":
        return ApiAuthenticationConfigurationBase.TYPE;
      case "microsoft.graph.basicAuthentication":
        return BasicAuthentication.TYPE;
      case "microsoft.graph.clientCertificateAuthentication":
        return ClientCertificateAuthentication.TYPE;
      case "microsoft.graph.pkcs12Certificate":
        return Pkcs12Certificate.TYPE;
      case "microsoft.graph.pkcs12CertificateInformation":
        return Pkcs12CertificateInformation.TYPE;
      case "microsoft.graph.entity":
        return Entity.TYPE;
      case "microsoft.graph.identityApiConnector":
        return IdentityApiConnector.TYPE;
      case "microsoft.graph.identityContainer":
        return IdentityContainer.TYPE;
      default:
        return null;
    }
  }
}
