# Says in one line which names of CPython's library this interpreter has, each looked up, none
# concluded from the version. Run as `python -I -S -`, with nothing of the user's.
import importlib
import inspect
import json

MODULES = (
    "interpreters",
    "concurrent.interpreters",
    "_interpreters",
    "_interpchannels",
    "_interpqueues",
    "_xxsubinterpreters",
    "_xxinterpchannels",
)
NAMES = (
    "concurrent.futures.InterpreterPoolExecutor",
    "concurrent.futures.InterpreterPoolExecutor(max_workers)",
    "concurrent.futures.InterpreterPoolExecutor(max_interpreters)",
    "concurrent.futures.ProcessPoolExecutor.terminate_workers",
    "concurrent.interpreters.create",
    "concurrent.interpreters.list_all",
    "concurrent.interpreters.Interpreter.exec",
    "concurrent.interpreters.Interpreter.close",
    "concurrent.interpreters.create_queue",
    "interpreters.Queue",
    "_interpreters.create",
    "_interpreters.run_string",
    "_interpreters.run_func",
    "_interpreters.destroy",
    "_interpreters.list_all",
    "_interpreters.channel",
    "sys._is_gil_enabled",
    "sys._jit",
    "sys.monitoring",
    "sys.remote_exec",
    "threading.get_native_id",
    "asyncio.to_thread",
    "asyncio.TaskGroup",
    "asyncio.eager_task_factory",
    "os.process_cpu_count",
    "queue.ShutDown",
)


def there(name: str) -> bool:
    """Whether a module can be imported, a name be had of one, or a call takes an argument: that
    stands behind it in brackets."""
    called, _, argument = name.rstrip(")").partition("(")
    parts = called.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except Exception:
            continue
        try:
            for part in parts[length:]:
                found = getattr(found, part)
            return not argument or argument in inspect.signature(found).parameters
        except Exception:
            return False
    return False


def start_methods() -> "list[str]":
    try:
        import multiprocessing

        default = multiprocessing.get_start_method()
        return [default] + [m for m in multiprocessing.get_all_start_methods() if m != default]
    except Exception:
        return []


print(
    json.dumps(
        {
            "names": {name: there(name) for name in MODULES + NAMES},
            "startMethods": start_methods(),
        }
    )
)
