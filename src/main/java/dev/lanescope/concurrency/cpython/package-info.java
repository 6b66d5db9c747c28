/// The executors of a real CPython: one process of its own per run, told what to do and heard line
/// by line. What it does stands in the worker program beside the resources of this package, in
/// Python. Start reading at `PythonModel`, then `PythonCrew`.
@NullMarked
package dev.lanescope.concurrency.cpython;

import org.jspecify.annotations.NullMarked;
