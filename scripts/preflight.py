"""Says what the Python that runs this lacks for hegui's set-up, a line each; silent, and 0, where nothing is missing.

Written so that any Python 3 parses it: it has to tell an old one that it is too old.
"""

import importlib.util
import os
import pathlib
import shutil
import sys
import sysconfig

OLDEST = (3, 11)
WITHOUT_DURABLE_RULES = (3, 13)


def lacks():
    """What is missing, as sentences that say what to do."""
    release = "{}.{}".format(*sys.version_info[:2])
    if sys.version_info < OLDEST:
        return ["it is Python {}, and hegui needs {}.{} or newer".format(release, *OLDEST)]
    found = []
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        found.append(f"its venv module is missing (Debian, Ubuntu: apt-get install python{release}-venv)")
    if sys.version_info < WITHOUT_DURABLE_RULES:
        if not pathlib.Path(sysconfig.get_path("include"), "Python.h").exists():
            found.append(
                "its headers (Python.h) are missing, without which durable-rules cannot be built"
                f" (Debian, Ubuntu: apt-get install python{release}-dev)"
            )
        if not compiler():
            found.append(
                "there is no C compiler, without which durable-rules cannot be built"
                " (Debian, Ubuntu: apt-get install gcc libc6-dev)"
            )
    return found


def compiler():
    """The C compiler that a build would call: the one in CC, the one this Python was built with, or the system's."""
    for command in (os.environ.get("CC"), sysconfig.get_config_var("CC"), "cc", "gcc", "clang"):
        if command and shutil.which(command.split()[0]):
            return command
    return None


if __name__ == "__main__":
    if sys.argv[1:] == ["compiler"]:
        print(compiler() or "")
    else:
        missing = lacks()
        print("\n".join(missing))
        sys.exit(1 if missing else 0)
