"""`edmund review` as it is called: inputs, exit codes, reports, waivers, a walk through git."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from edmund.cli.wanted import Wanted, wanted_reports

HEAD = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    '<edmx:DataServices><Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">\n'
)
TAIL = "</Schema></edmx:DataServices></edmx:Edmx>\n"
ONE = '<ComplexType Name="T"><Property Name="a" Type="Edm.String" /></ComplexType>\n'
TWO = '<ComplexType Name="T"><Property Name="a" Type="Edm.String" /><Property Name="b" Type="Edm.Int32" /></ComplexType>\n'


@pytest.fixture
def here(tmp_path: Path) -> Path:
    write(tmp_path / "one.csdl", ONE)
    write(tmp_path / "two.csdl", TWO)
    return tmp_path


def write(path: Path, body: str) -> None:
    path.write_text(HEAD + body + TAIL)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_"))}
    return subprocess.run(
        [sys.executable, "-m", "edmund", "review", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=environment,
    )


def changes(done: subprocess.CompletedProcess[str]) -> set[tuple[str, str]]:
    return {(c["id"], c["element"]) for c in json.loads(done.stdout)["changes"]}


def test_exit_codes_follow_the_severity(here: Path) -> None:
    assert run(here, "one.csdl", "two.csdl").returncode == 0
    assert run(here, "two.csdl", "one.csdl").returncode == 1
    assert run(here, "two.csdl", "one.csdl", "--fail-on", "none").returncode == 0
    same = run(here, "one.csdl", "one.csdl")
    assert same.returncode == 0 and "no change" in same.stdout


def test_on_chooses_the_side_that_counts(here: Path) -> None:
    container = '<EntityType Name="E"><Key><PropertyRef Name="k"/></Key><Property Name="k" Type="Edm.String" Nullable="false"/></EntityType><EntityContainer Name="C"><EntitySet Name="es" EntityType="n.E"/></EntityContainer>'
    write(here / "three.csdl", container)
    write(
        here / "four.csdl", ONE + container
    )  # T is reached by nothing: W on the wire, B in source
    gone = run(here, "four.csdl", "three.csdl", "--on", "source", "--format", "json")
    assert gone.returncode == 1 and ("type-removed", "n.T") in changes(gone)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("missing.csdl", "one.csdl", "missing.csdl"),
        ("one.csdl", "missing.csdl", "missing.csdl"),
        ("one.csdl", "broken.csdl", "broken.csdl:1:"),
        ("doctype.csdl", "one.csdl", "doctype.csdl"),
        ("nosuchrev:one.csdl", "one.csdl", "nosuchrev:one.csdl"),
        ("one.csdl", "--output=x:one.csdl", "one.csdl"),
        ("one.csdl", "unresolved.csdl", "unresolved.csdl"),
        (".", "one.csdl", "."),
    ],
)
def test_a_failed_load_is_named_and_never_no_change(
    here: Path, old: str, new: str, named: str
) -> None:
    (here / "broken.csdl").write_text("<not xml")
    (here / "doctype.csdl").write_text('<!DOCTYPE a [<!ENTITY x "y">]>' + HEAD + TAIL)
    write(here / "unresolved.csdl", '<ComplexType Name="T" BaseType="n.Nowhere" />')
    done = run(here, "--", old, new)
    assert done.returncode == 2
    assert named in done.stderr and "Traceback" not in done.stderr
    assert "no change" not in done.stdout


def test_both_sides_that_fail_are_both_named(here: Path) -> None:
    done = run(here, "nope1.csdl", "nope2.csdl")
    assert done.returncode == 2 and "nope1.csdl" in done.stderr and "nope2.csdl" in done.stderr


def test_wrong_usage_is_2(here: Path) -> None:
    for arguments in (
        (),
        ("one.csdl",),
        ("one.csdl", "two.csdl", "one.csdl"),
        ("--explain", "nope"),
    ):
        assert run(here, *arguments).returncode == 2


def test_reports_pair_formats_with_outputs(here: Path) -> None:
    done = run(
        here, "two.csdl", "one.csdl", "--format", "html", "--output", "r.html", "-f", "text",
        "--format=json", "--output=r.json",
    )  # fmt: skip
    assert done.returncode == 1 and "property-removed" in done.stdout
    assert json.loads((here / "r.json").read_text())["summary"]["total"] == 2
    assert (here / "r.html").read_text().startswith("<!DOCTYPE html>")
    assert not list(here.glob(".*part"))


def test_outputs_belong_to_the_format_before() -> None:
    assert wanted_reports(["a", "b"]) == (Wanted("text"),)
    assert wanted_reports(["-f", "json", "-f", "text", "-o", "x"]) == (
        Wanted("json"),
        Wanted("text", "x"),
    )
    assert wanted_reports(["--output", "x"]) == (Wanted("text", "x"),)
    assert wanted_reports(["--output", "x/r.HTML"]) == (Wanted("html", "x/r.HTML"),)
    assert wanted_reports(["-o", "r.md"]) == (Wanted("markdown", "r.md"),)
    with pytest.raises(ValueError, match="no --format of its own"):
        wanted_reports(["-f", "json", "-o", "x", "-o", "y"])


def test_an_output_that_cannot_be_written_is_2(here: Path) -> None:
    done = run(
        here, "one.csdl", "two.csdl", "--format", "json", "--output", "no/such/folder/r.json"
    )
    assert done.returncode == 2 and "cannot be written" in done.stderr


def test_annotations_of_their_own_are_part_of_a_side(here: Path) -> None:
    annotations = (
        '<Annotations Target="n.T/a"><Annotation Term="Org.OData.Core.V1.Computed" /></Annotations>'
    )
    (here / "ann.csdl").write_text(HEAD.replace('"n"', '"n.notes"') + annotations + TAIL)
    done = run(here, "one.csdl", "one.csdl", "--new-annotations", "ann.csdl", "-f", "json")
    assert changes(done) == {("computed-added", "n.T/a")}


def test_rules_are_listed_and_explained(here: Path) -> None:
    listed = run(here, "rules")
    assert listed.returncode == 0 and "nullable-relaxed" in listed.stdout
    records = json.loads(run(here, "rules", "--format", "json").stdout)
    assert {r["id"] for r in records} >= {"property-removed", "change-reverted"}
    told = run(here, "--explain", "nullable-relaxed")
    assert "Mirror: nullable-tightened" in told.stdout
    assert "response:  wire warning, source warning" in told.stdout
    assert "property-removed" in run(here, "--explain", "property-remove").stderr


def test_severities_and_defaults_come_from_the_configuration(here: Path) -> None:
    (here / "edmund.toml").write_text(
        '[review]\nfail_on = "warning"\n[review.severities]\nproperty-added = "warning"\n'
    )
    assert run(here, "one.csdl", "two.csdl").returncode == 1
    assert run(here, "one.csdl", "two.csdl", "--fail-on", "breaking").returncode == 0
    (here / "edmund.toml").write_text('[review.severities]\nproperty-ad = "warning"\n')
    wrong = run(here, "one.csdl", "two.csdl")
    assert (
        wrong.returncode == 2 and "property-ad" in wrong.stderr and "edmund.toml:" in wrong.stderr
    )


WAIVER = '[[waiver]]\nrule = "property-removed"\nelement = "n.T/*"\nreason = "agreed"\n'


def test_waivers_accept_and_are_reported_when_stale(here: Path) -> None:
    waivers = here / "waivers.toml"
    waivers.write_text(WAIVER + WAIVER.replace("property-removed", "removed-without-deprecation"))
    accepted = run(here, "two.csdl", "one.csdl", "--waivers", "waivers.toml", "-f", "json")
    assert accepted.returncode == 0
    assert json.loads(accepted.stdout)["changes"][0]["waived"] == {
        "reason": "agreed",
        "expires": None,
    }
    waivers.write_text(WAIVER + "expires = 2020-01-01\n")
    expired = run(here, "two.csdl", "one.csdl", "--waivers", "waivers.toml")
    assert expired.returncode == 1 and "expired on 2020-01-01" in expired.stderr
    unused = run(here, "one.csdl", "one.csdl", "--waivers", "waivers.toml", "--as-of", "2019-12-31")
    assert unused.returncode == 0 and "waivers.toml:1:1: warning[EDM712]" in unused.stderr


def test_a_fingerprint_waives_one_finding(here: Path) -> None:
    found = json.loads(run(here, "two.csdl", "one.csdl", "-f", "json").stdout)["changes"]
    tables = [f'[[waiver]]\nfingerprint = "{c["fingerprint"]}"\nreason = "known"\n' for c in found]
    (here / "w.toml").write_text("".join(tables))
    write(here / "two.csdl", "\n\n\n" + TWO)  # lines move, the waiver holds
    assert run(here, "two.csdl", "one.csdl", "--waivers", "w.toml").returncode == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[waiver]]\nrule = "nope"\nreason = "x"\n', "there is no rule 'nope'"),
        ('[[waiver]]\nrule = "property-removed"\n', "needs a 'reason'"),
        ('[[waiver]]\nreason = "x"\n', "needs a 'rule'"),
        (
            '[[waiver]]\nrule = "property-removed"\nreason = "x"\nexpires = "soon"\n',
            "'expires' must be a date",
        ),
        ("waiver = 1\n", "'waiver' must be tables"),
        ("[[waiver\n", "cannot be read"),
    ],
)
def test_a_wrong_waivers_file_is_2(here: Path, text: str, told: str) -> None:
    (here / "w.toml").write_text(text)
    done = run(here, "one.csdl", "two.csdl", "--waivers", "w.toml")
    assert done.returncode == 2 and told in done.stderr and "w.toml" in done.stderr


def git(folder: Path, *arguments: str) -> None:
    identity = [
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.invalid",
        "-c",
        "commit.gpgsign=false",
    ]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, env=environment
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    for number, body in enumerate((ONE, TWO, ONE)):
        write(tmp_path / "api.csdl", body)
        git(tmp_path, "add", "api.csdl")
        git(tmp_path, "commit", "-q", "-m", f"step {number}")
        git(tmp_path, "tag", f"v{number}")
    return tmp_path


def test_revisions_are_read_from_git(repository: Path) -> None:
    done = run(repository, "v0:api.csdl", "v1:api.csdl", "-f", "json")
    assert changes(done) == {("property-added", "n.T/b")}
    place = json.loads(done.stdout)["changes"][0]["new"]
    assert place["file"] == "v1:api.csdl" and place["line"] == 2


def test_a_walk_reviews_each_commit_and_sees_what_is_undone(repository: Path) -> None:
    done = run(repository, "--git", "v0..v2", "api.csdl", "-f", "json")
    assert done.returncode == 1
    document = json.loads(done.stdout)
    by_step: dict[str, set[str]] = {}
    for change in document["changes"]:
        by_step.setdefault(change["revision"], set()).add(change["id"])
    assert list(by_step.values()) == [
        {"property-added"},
        {"property-removed", "removed-without-deprecation", "change-reverted"},
    ]
    reverted = next(c for c in document["changes"] if c["id"] == "change-reverted")
    assert reverted["wire"] == "info" and reverted["element"] == "n.T/b"
    text = run(repository, "--git", "v0..v2", "api.csdl").stdout
    assert text.index("step 1") < text.index("step 2") < text.index("change-reverted")


def test_a_walk_follows_renames_and_takes_a_branch_as_one_step(repository: Path) -> None:
    """On the line of first parents: steps of two branches side by side would undo each other."""

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=repository, check=True, capture_output=True)

    def commit(name: str, members: str, subject: str) -> None:
        written = "".join(f'<Property Name="{m}" Type="Edm.String" />' for m in members)
        write(repository / name, f'<ComplexType Name="T">{written}</ComplexType>\n')
        git("add", "-A")
        git("commit", "-q", "-m", subject)

    commit("first.csdl", "ab", "start")
    git("tag", "start")
    git("checkout", "-q", "-b", "side")
    commit("first.csdl", "abs", "of the side")
    git("checkout", "-q", "-")
    commit("other.csdl", "x", "of the main line")
    git("merge", "-q", "--no-ff", "-m", "merge", "side")
    git("mv", "first.csdl", "second.csdl")
    git("commit", "-q", "-m", "re\x1enamed")
    commit("second.csdl", "as", "without b")
    done = run(repository, "--git", "start..HEAD", "second.csdl", "--format", "json")
    assert done.returncode == 1, done.stderr
    document = json.loads(done.stdout)
    assert document["old"] == "start:first.csdl" and document["new"].endswith(":second.csdl")
    told = [(c["id"], c["element"], c["revision"]) for c in document["changes"]]
    assert [(rule, element) for rule, element, _ in told] == [
        ("property-added", "n.T/s"),
        ("property-removed", "n.T/b"),
        ("removed-without-deprecation", "n.T/b"),
    ]
    assert told[0][2] != told[1][2]


def test_a_walk_over_a_broken_version_is_2_and_names_it(repository: Path) -> None:
    (repository / "api.csdl").write_text("<broken")
    git(repository, "commit", "-qam", "broken")
    done = run(repository, "--git", "v0..HEAD", "api.csdl")
    assert done.returncode == 2 and ":api.csdl" in done.stderr


def test_a_wrong_range_is_2(repository: Path) -> None:
    for span in ("v0", "..", "nope..v1", "--output=x..y"):
        done = run(repository, f"--git={span}", "api.csdl")
        assert done.returncode == 2, span


SLICED = """
<EntityType Name="E"><Key><PropertyRef Name="k"/></Key><Property Name="k" Type="Edm.String" Nullable="false"/>{e}</EntityType>
<ComplexType Name="Used"><Property Name="x" Type="Edm.String"/></ComplexType>
<ComplexType Name="Other"><Property Name="y" Type="Edm.String"/>{o}</ComplexType>
<EntityContainer Name="C"><EntitySet Name="es" EntityType="n.E"/></EntityContainer>
"""


def test_a_slice_sees_what_touches_its_own_client(here: Path) -> None:
    write(here / "a.csdl", SLICED.format(e="", o=""))
    write(
        here / "b.csdl",
        SLICED.format(
            e='<Property Name="u" Type="n.Used"/>', o='<Property Name="z" Type="Edm.String"/>'
        ),
    )
    (here / "edmund.toml").write_text(
        '[clients.mine]\nmetadata = "b.csdl"\ntarget = "python"\npackage = "mine"\noutput = "out"\ninclude_paths = ["/es"]\n'
    )
    everything = changes(run(here, "a.csdl", "b.csdl", "-f", "json"))
    assert everything == {("property-added", "n.E/u"), ("property-added", "n.Other/z")}
    done = run(here, "a.csdl", "b.csdl", "--slice", "-f", "json")
    assert changes(done) == {("property-added", "n.E/u")}


def test_slice_without_a_configuration_is_2(here: Path) -> None:
    assert run(here, "one.csdl", "two.csdl", "--slice").returncode == 2
