package com.microsoft.graph.queries;

import com.microsoft.graph.runtime.Condition;
import com.microsoft.graph.runtime.NumberExpression;
import com.microsoft.graph.runtime.ObjectPath;
import com.microsoft.graph.runtime.TextExpression;

/** Paths of queries. */
public class Pkcs12CertificateInformationPath extends ObjectPath {
  public Pkcs12CertificateInformationPath() {
    this(items());
  }

  public Pkcs12CertificateInformationPath(PathTo at) {
    super(at);
  }

  public Condition isActive() {
    return condition("isActive");
  }

  public NumberExpression notAfter() {
    return number("notAfter");
  }

  public NumberExpression notBefore() {
    return number("notBefore");
  }

  public TextExpression thumbprint() {
    return text("thumbprint");
  }
}
