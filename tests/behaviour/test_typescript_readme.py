"""The examples of the README that ships with the TypeScript output: they compile against it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from generated_package import ROOT
from toolchains import needs, typescript

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

OUTPUT = ROOT / "generated" / "typescript"
# What @azure/identity declares, as far as it matters here.
IDENTITY = """
declare module "@azure/identity" {
  export class ClientSecretCredential {
    constructor(tenantId: string, clientId: string, clientSecret: string);
    getToken(
      scopes: string | string[],
      options?: { tenantId?: string },
    ): Promise<{ token: string; expiresOnTimestamp: number } | null>;
  }
}
"""
AROUND = """
declare const tenantId: string, clientId: string, secret: string, value: unknown;
import type { IdentityContainerApiConnectorsCollectionRequestBuilder } from "msgraph/builders/identityApiConnector";
declare const collection: IdentityContainerApiConnectorsCollectionRequestBuilder;
"""


def test_the_examples_compile(tmp_path: Path) -> None:
    text = (OUTPUT / "README.md").read_text("utf-8")
    client, credential, iteration, validation = re.findall(r"```typescript\n(.*?)```", text, re.S)
    program = "\n".join([AROUND, credential, client, iteration, validation])
    (tmp_path / "readme.ts").write_text(program, encoding="utf-8")
    (tmp_path / "identity.d.ts").write_text(IDENTITY, encoding="utf-8")
    source = str(OUTPUT / "src")
    typescript.write_project(
        tmp_path,
        ["*.ts"],
        None,
        noUnusedLocals=False,
        rootDir=None,
        paths={"msgraph": [f"{source}/index.ts"], "msgraph/*": [f"{source}/*.ts"]},
    )
    typescript.compile_project(tmp_path)
