"""The Python side of Lanescope: renders pages under one of CPython's executors and says, line by
line, what every worker does. Standard library only; CPython 3.9 and newer.

Start reading at `__main__`, then `crew`, then `page`.
"""

import time

#: When this process or interpreter began to import what it needs.
BEGAN = time.perf_counter_ns()
