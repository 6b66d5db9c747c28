# Says in one line what this interpreter is. Run as `python -I -S -`, with nothing of the user's.
import importlib.machinery
import importlib.util
import json
import platform
import sys
import sysconfig


def places():
    try:
        import site

        return [*site.getsitepackages(), *sys.path]
    except Exception:
        return sys.path


def has(module):
    try:
        return importlib.util.find_spec(module) is not None
    except Exception:
        return False


def attribute(module, name):
    try:
        return hasattr(__import__(module, fromlist=[name]), name)
    except Exception:
        return False


def installed(module):
    try:
        return importlib.machinery.PathFinder.find_spec(module, places()) is not None
    except Exception:
        return False


jit = getattr(sys, "_jit", None)
print(
    json.dumps(
        {
            "lanescope": 1,
            "implementation": platform.python_implementation(),
            "version": platform.python_version(),
            "executable": sys.executable,
            "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
            "gil": bool(getattr(sys, "_is_gil_enabled", lambda: True)()),
            "jitAvailable": bool(jit and jit.is_available()),
            "jitEnabled": bool(jit and jit.is_enabled()),
            "interpreters": has("concurrent.interpreters"),
            "interpreterPool": attribute("concurrent.futures", "InterpreterPoolExecutor"),
            "mistune": installed("mistune"),
            "markdown-it-py": installed("markdown_it"),
            "Markdown": installed("markdown"),
            "places": [place for place in dict.fromkeys(places()) if place][:16],
        }
    )
)
