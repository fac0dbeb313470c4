"""The README of the generated Go module: its examples compile, and the client and validator calls run."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from toolchains import needs
from toolchains import toolchain as toolchain_of
from vector_files import ROOT

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

GENERATED = ROOT / "generated" / "go"
MODULE = "github.com/microsoftgraph/msgraph-sdk-go"
# What the README leaves out: imports, a credential in the place of azidentity's, and variables.
HEAD = f"""package main

import (
	"context"
	"fmt"
	"time"

	msgraphsdk "{MODULE}"
	"{MODULE}/models"
	"{MODULE}/runtime/odata"
)

type azure struct{{}}

type options struct{{ Scopes []string }}

func (azure) GetToken(context.Context, options) (odata.AccessToken, error) {{
	return odata.AccessToken{{Token: "t", ExpiresOn: time.Now()}}, nil
}}

func must(err error) {{
	if err != nil {{
		fmt.Println(err)
	}}
}}

func main() {{
	ctx, scopes := context.Background(), []string(nil)
	body := models.NewIdentityApiConnector()
	text := []byte(`{{"x": 1}}`)
"""


def test_its_examples_compile_and_run(tmp_path: Path) -> None:
    blocks = re.findall(r"```go\n(.*?)```", (GENERATED / "README.md").read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 4
    imports, azure = blocks[0].split(")\n", 1)
    assert f'msgraphsdk "{MODULE}"' in imports
    azure = azure.replace("azidentity.NewDefaultAzureCredential(nil)", "azure{}, error(nil)")
    adapter = (
        blocks[1].replace("credential, scopes", "nil, scopes").replace("client :=", "client =")
    )
    call = blocks[2]
    source = f"{HEAD}{azure}{adapter}must(err)\n{call}_ = result\n{blocks[3]}"
    source += "fmt.Println(violations)\nmust(err)\n}\n"
    # The service is not asked: a closed port of the loopback interface is.
    source = source.replace("https://graph.microsoft.com/v1.0", "http://127.0.0.1:1/v1.0")
    program = toolchain_of("go").program(tmp_path, {"main.go": source}, {MODULE: GENERATED})
    done = subprocess.run([program], capture_output=True, text=True, timeout=60, check=True)
    lines = done.stdout.splitlines()
    assert "/displayName required is required on create" in lines
    assert any("unknown-property" in line for line in lines)
