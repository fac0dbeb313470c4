"""The examples of the Java output's README compile, and are run as far as they go without a service."""

from __future__ import annotations

import re

import pytest
from generated_java import client_classes, workplace
from toolchains import ROOT, java, needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

# What the example of Azure Identity needs of that library.
AZURE = {
    "com/azure/core/credential/TokenRequestContext": """
public class TokenRequestContext {
  public TokenRequestContext setScopes(java.util.List<String> scopes) { return this; }
}""",
    "com/azure/core/credential/AccessToken": """
public class AccessToken {
  public String getToken() { return "t"; }
  public java.time.OffsetDateTime getExpiresAt() { return java.time.OffsetDateTime.now(); }
}""",
    "com/azure/identity/DefaultAzureCredential": """
public class DefaultAzureCredential {
  public com.azure.core.credential.AccessToken getTokenSync(
      com.azure.core.credential.TokenRequestContext context) {
    return new com.azure.core.credential.AccessToken();
  }
}""",
    "com/azure/identity/DefaultAzureCredentialBuilder": """
public class DefaultAzureCredentialBuilder {
  public DefaultAzureCredential build() { return new DefaultAzureCredential(); }
}""",
}


def test_examples_compile() -> None:
    text = (ROOT / "generated" / "java" / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```java\n(.*?)^```", text, re.M | re.S)
    assert len(blocks) == 4
    # Authentication comes last in the README and first in a program.
    imports = "".join(sorted(set(re.findall(r"^import .*\n", "".join(blocks), re.M))))
    calls, options, checks, authentication = (
        re.sub(r"^import .*\n", "", b, flags=re.M) for b in blocks
    )
    program = (
        f"import java.time.Duration;\n{imports}\nclass Readme {{\n"
        f"  static void authenticate() {{\n{authentication}\n{calls}\n"
        f"  if (System.nanoTime() == 0) {{\n{options}\n}}\n"
        f"  System.out.println(client);\n}}\n"
        f"  public static void main(String[] arguments) {{\n    authenticate();\n{checks}\n  }}\n}}\n"
    )
    folder = workplace() / "readme"
    files = []
    for name, source in {"Readme": program, **AZURE}.items():
        path = folder / f"{name}.java"
        path.parent.mkdir(parents=True, exist_ok=True)
        package = name.rpartition("/")[0].replace("/", ".")
        path.write_text((f"package {package};\n" if package else "") + source, "utf-8")
        files.append(path)
    java.compile_java(files, folder / "classes", [client_classes()])
    printed = java.run_java("Readme", [], [folder / "classes", client_classes()])
    assert "GraphServiceClient" in printed
