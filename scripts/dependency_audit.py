"""Look every package that hegui runs on up among known vulnerabilities, with pip-audit. Never passes in silence.

    python -m scripts.dependency_audit [--auditor PYTHON] [--required]

PYTHON is one that has pip-audit; this one, unless given. Exits with 1 where a package has a known vulnerability. Where
the service cannot be asked, or does not know a package, it says NOT AUDITED and why, and exits with 0; with --required
with 1.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from scripts.licences import EXTRAS, runtime

SECONDS = 120
SERVICES = ("pypi", "osv")
"""The services that pip-audit knows, asked one after the other until one knows every package."""


class NotAuditedError(Exception):
    """Why nothing can be said."""


def asked(auditor: str, packages: Mapping[str, str], service: str) -> Sequence[Mapping[str, Any]]:
    """What a service says of each package that it knows. Raises NotAuditedError."""
    with tempfile.TemporaryDirectory(prefix="hegui-audit-") as folder:
        listed = Path(folder, "packages.txt")
        listed.write_text("".join(f"{name}=={version}\n" for name, version in packages.items()), encoding="utf-8")
        options = ["--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
        command = [auditor, "-m", "pip_audit", "-r", str(listed), *options, "--vulnerability-service", service]
        try:
            ran = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotAuditedError(f"{service}: {error}") from None
    return answers(ran.stdout, ran.stderr, service)


def answers(out: str, err: str, service: str) -> Sequence[Mapping[str, Any]]:
    """What pip-audit wrote of the packages that the service knows. Raises NotAuditedError."""
    try:
        found: list[Mapping[str, Any]] = json.loads(out)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (err.strip().splitlines() or ["it wrote nothing"])[-1]
        raise NotAuditedError(f"{service}: {last[:200]}") from None
    return [one for one in found if "vulns" in one and "skip_reason" not in one]


def unanswered(found: Sequence[Mapping[str, Any]], packages: Mapping[str, str]) -> str:
    """The packages of which nothing was said; '' where there is none."""
    missing = sorted(set(packages) - {canonicalize_name(one["name"]) for one in found})
    return ", ".join(missing[:4]) + (f" and {len(missing) - 4} more" if len(missing) > 4 else "")


def told(found: Sequence[Mapping[str, Any]]) -> list[str]:
    """A line for each known vulnerability."""
    return [
        f"{one['name']} {one['version']}: {each['id']}, mended in {', '.join(each.get('fix_versions') or ['-'])}"
        for one in found
        for each in one["vulns"]
    ]


def main(arguments: list[str]) -> int:
    """0 where nothing is known, or nothing could be asked; 1 for a vulnerability; with --required 1 where not asked."""
    parser = argparse.ArgumentParser(description="Look dependencies up among known vulnerabilities.")
    parser.add_argument("--auditor", default=sys.executable, help="a Python that has pip-audit")
    parser.add_argument("--required", action="store_true", help="fail where nothing can be said")
    given = parser.parse_args(arguments)
    packages = {name: one.version for name, one in runtime(EXTRAS)[0].items()}
    why = []
    for service in SERVICES:
        try:
            found = asked(given.auditor, packages, service)
        except NotAuditedError as error:
            why.append(str(error))
            continue
        lines, missing = told(found), unanswered(found, packages)
        if lines or not missing:
            known = f"{len(lines)} known vulnerabilities"
            print("\n".join([*lines, f"{len(found)} of {len(packages)} packages looked up ({service}), {known}"]))
            return 1 if lines else 0
        why.append(f"{service}: no answer about {missing}")
    print("NOT AUDITED: whether the dependencies have known vulnerabilities could not be found out here")
    print("\n".join(f"  {one}" for one in why))
    return 1 if given.required else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
