"""Runs a composite action as GitHub does: inputs with their defaults, steps one after another, outputs read from files.

An action of somebody else that a step `uses` is not run: the caller says what it puts out.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import yaml

_EXPRESSION: Final = re.compile(r"\$\{\{ *([a-z_.-]+) *\}\}")
_SHELLS: Final = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"]}

Outputs = Mapping[str, str]
_NOTHING: Final[Mapping[str, Outputs]] = MappingProxyType({})


class Ran(NamedTuple):
    """What a workflow sees of an action."""

    success: bool
    outputs: Outputs
    log: str
    """Standard output and error of all steps."""
    summary: str


class Host:
    """A runner with a workspace, for one job."""

    def __init__(self, action: Path, workspace: Path, temporary: Path) -> None:
        self.action = action
        self.workspace = workspace
        self.temporary = temporary
        self.stated: dict[str, Any] = yaml.safe_load((action / "action.yml").read_text(encoding="utf-8"))

    def run(self, given: Mapping[str, str], answered: Mapping[str, Outputs] = _NOTHING) -> Ran:
        """Run the action. `answered` holds, by step, the outputs of those that are not to be run."""
        steps: dict[str, Outputs] = {}
        success, log, summary = True, "", ""
        inputs = self._inputs(given)
        for number, step in enumerate(self.stated["runs"]["steps"]):
            name = step.get("id", f"step {number}")
            for key in step.keys() - {"id", "uses", "with", "shell", "env", "run"}:
                raise NotImplementedError(f"this host knows no {key}")
            if not success:
                continue
            if name in answered:
                steps[name] = answered[name]
                continue
            files = {one: self.temporary / f"{number}-{one}" for one in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
            for file in files.values():
                file.write_bytes(b"")
            stated = {key: self._worth(value, inputs, steps) for key, value in step.get("env", {}).items()}
            script = self.temporary / f"{number}.sh"
            # GitHub would put the values of expressions into the script; that no step asks for it is tested for itself.
            script.write_text(self._worth(step["run"], inputs, steps), encoding="utf-8")
            ran = subprocess.run(
                [*_SHELLS[step["shell"]], script],
                cwd=self.workspace,
                env={**self._environment(), **stated, **{one: str(file) for one, file in files.items()}},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
            success = ran.returncode == 0
            log += ran.stdout.decode("utf-8")
            steps[name] = _outputs(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))
            summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        outputs = {name: self._worth(one["value"], inputs, steps) for name, one in self.stated["outputs"].items()}
        return Ran(success, outputs, log, summary)

    def _inputs(self, given: Mapping[str, str]) -> dict[str, str]:
        known = self.stated["inputs"]
        assert given.keys() <= known.keys(), "GitHub warns of an input that the action does not know"
        lacking = [name for name, one in known.items() if one.get("required") and name not in given]
        assert not lacking, "a workflow has to give these"
        return {name: given.get(name, str(one.get("default", ""))) for name, one in known.items()}

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in os.environ if name in ("PATH", "HOME", "LANG") or "PIP_" in name}
        return {
            **kept,
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary),
            "HEGUI_CACHE_DIR": os.environ["HEGUI_CACHE_DIR"],
        }

    def _worth(self, text: str, inputs: Mapping[str, str], steps: Mapping[str, Outputs]) -> str:
        """A value with its expressions worked out; the output of a step that did not run is empty, as on GitHub."""

        def worth(found: re.Match[str]) -> str:
            match found[1].split("."):
                case ["inputs", name]:
                    return inputs[name]
                case ["steps", step, "outputs", name]:
                    return steps.get(step, {}).get(name, "")
            raise NotImplementedError(f"this host cannot work out {found[0]}")

        rest = _EXPRESSION.sub("", text)
        assert "${{" not in rest, rest
        return _EXPRESSION.sub(worth, text)


def _outputs(text: str) -> Outputs:
    """The lines of GITHUB_OUTPUT. What is not NAME=VALUE makes GitHub fail the step."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        name, equals, value = line.partition("=")
        assert equals, line
        found[name] = value
    return found
