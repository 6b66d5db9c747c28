package dev.lanescope.concurrency.cpython;

/// Why a page did not come out of a Python, in words for people.
public final class PythonFailure extends Exception {

    private static final long serialVersionUID = 1;

    PythonFailure(String why) {
        super(why, null, false, false);
    }
}
