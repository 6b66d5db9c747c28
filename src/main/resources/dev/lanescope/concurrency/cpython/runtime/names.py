# Says in one line which names of CPython's library this interpreter has, each looked up, none
# concluded from the version. Run as `python -I -S -`, with nothing of the user's.
import importlib
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
    "concurrent.futures.ProcessPoolExecutor.terminate_workers",
    "concurrent.interpreters.create_queue",
    "interpreters.Queue",
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
    """Whether a module can be imported, or a name be had of one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except Exception:
            continue
        try:
            for part in parts[length:]:
                found = getattr(found, part)
            return True
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
