# Says in one line what this interpreter is. Run as `python -I -S -`, with nothing of the user's.
import importlib.machinery
import importlib.util
import json
import os
import platform
import re
import sys
import sysconfig


def environment() -> "tuple[str, bool]":
    """The folder of the virtual environment that it stands in, and whether that sees the libraries
    of the Python that it was made from. `-S` and what `sys.prefix` is without `site` hide both."""
    around = os.path.dirname(os.path.abspath(sys.executable or "."))
    for folder in (os.path.dirname(around), around):
        try:
            with open(os.path.join(folder, "pyvenv.cfg"), encoding="utf-8") as settings:
                lines = [line.partition("=") for line in settings]
        except (OSError, ValueError):
            continue
        known = {name.strip().lower(): value.strip().lower() for name, _, value in lines}
        return folder, known.get("include-system-site-packages") == "true"
    return "", True


def places() -> "list[str]":
    folder, shared = environment()
    found = []  # type: list[str]
    if folder:
        scheme = "nt" if os.name == "nt" else "posix_prefix"
        try:
            found.append(
                sysconfig.get_path("purelib", scheme, {"base": folder, "platbase": folder})
            )
        except Exception:
            pass
    if shared:
        try:
            import site

            found.extend(site.getsitepackages())
        except Exception:
            pass
    return found + sys.path


def has(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except Exception:
        return False


def attribute(module: str, name: str) -> bool:
    try:
        return hasattr(__import__(module, fromlist=[name]), name)
    except Exception:
        return False


def pool() -> bool:
    """Whether there is a pool of interpreters. To import what would have it takes longer than all
    the rest, so that is done only where its file lies."""
    try:
        concurrent = importlib.util.find_spec("concurrent")
        around = getattr(concurrent, "submodule_search_locations", None) or []
        inside = [os.path.join(place, "futures") for place in around]
        lies = importlib.machinery.PathFinder.find_spec("interpreter", inside) is not None
    except Exception:
        return False
    return lies and attribute("concurrent.futures", "InterpreterPoolExecutor")


def installed(module: str) -> bool:
    try:
        return importlib.machinery.PathFinder.find_spec(module, places()) is not None
    except Exception:
        return False


def configured() -> "dict[str, object]":
    """How the binary was made, as far as it was written down."""

    def known(name: str) -> str:
        return str(sysconfig.get_config_var(name) or "")

    told = known("CONFIG_ARGS")
    flags = " ".join(known(name) for name in ("CFLAGS", "PY_CORE_CFLAGS", "OPT"))
    linked = flags + " " + known("PY_CORE_LDFLAGS")
    jit = re.search(r"--enable-experimental-jit(?:=([\w-]+))?", told)
    levels = re.findall(r"(?<!\S)-O(?:\d|s|fast|g)", known("PY_CFLAGS") or known("CFLAGS"))
    return {
        "told": bool(told),
        "pgo": "--enable-optimizations" in told or "-fprofile-use" in flags,
        "lto": bool(re.search(r"--with-lto(?!=no)", told)) or "-flto" in linked,
        "debug": bool(known("Py_DEBUG")),
        "jit": (jit.group(1) or "yes") if jit else "",
        "tailCalls": bool(known("Py_TAIL_CALL_INTERP")) or "--with-tail-call-interp" in told,
        "level": levels[-1] if levels else "",
        "compiler": platform.python_compiler(),
    }


jit = getattr(sys, "_jit", None)
print(
    json.dumps(
        {
            "lanescope": 1,
            "implementation": platform.python_implementation(),
            "version": platform.python_version(),
            "executable": sys.executable,
            "venv": environment()[0],
            "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
            "gil": bool(getattr(sys, "_is_gil_enabled", lambda: True)()),
            "jitAvailable": bool(jit and jit.is_available()),
            "jitEnabled": bool(jit and jit.is_enabled()),
            "interpreters": has("concurrent.interpreters"),
            "interpreterPool": pool(),
            "mistune": installed("mistune"),
            "markdown-it-py": installed("markdown_it"),
            "Markdown": installed("markdown"),
            "flags": configured(),
            "places": [place for place in dict.fromkeys(places()) if place][:16],
        }
    )
)
