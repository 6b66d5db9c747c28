package dev.lanescope.claims;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;

import java.util.Optional;

/// Which Python a claim speaks of.
public enum Build {
    /// None: the model is one of the JVM.
    NONE(""),
    /// With a GIL, and with interpreters.
    WITH_GIL("with the GIL"),
    /// One that goes without the GIL.
    FREE("without the GIL"),
    /// The same binary with its GIL switched on.
    FREE_WITH_GIL("the same build with its GIL on"),
    /// As all were before free-threading.
    GIL_3_12("3.12 or older"),
    /// As the first release of free-threading was.
    FREE_3_13("3.13 without the GIL"),
    /// What that is held against.
    GIL_3_13("3.13 with the GIL"),
    /// As the second was.
    FREE_3_14("3.14 without the GIL"),
    /// What that is held against.
    GIL_3_14("3.14 with the GIL"),
    /// With its JIT switched on.
    JIT_ON("with the JIT on"),
    /// The same binary without.
    JIT_OFF("with the JIT off");

    private final String words;

    Build(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    boolean fits(PythonRuntime runtime) {
        return switch (this) {
            case NONE -> false;
            case WITH_GIL -> runtime.gil() && runtime.interpreterPool();
            case FREE -> !runtime.gil();
            case FREE_WITH_GIL -> runtime.freeThreaded() && runtime.gil();
            case GIL_3_12 -> runtime.gil() && runtime.minor() <= 12;
            case FREE_3_13 -> !runtime.gil() && runtime.minor() == 13;
            case GIL_3_13 -> !runtime.freeThreaded() && runtime.minor() == 13;
            case FREE_3_14 -> !runtime.gil() && runtime.minor() == 14;
            case GIL_3_14 -> !runtime.freeThreaded() && runtime.minor() == 14;
            case JIT_ON -> runtime.jitEnabled();
            case JIT_OFF -> runtime.jitAvailable() && !runtime.jitEnabled();
        };
    }

    /// The other way to run the same binary, against which a claim holds it; empty if there is
    /// none.
    Optional<Build> otherWay() {
        return switch (this) {
            case FREE -> Optional.of(FREE_WITH_GIL);
            case FREE_WITH_GIL -> Optional.of(FREE);
            case JIT_ON -> Optional.of(JIT_OFF);
            case JIT_OFF -> Optional.of(JIT_ON);
            default -> Optional.empty();
        };
    }

    /// The build that a claim holds it against, which has to be made like it but for the GIL; empty
    /// if it is held against none.
    Optional<Build> counterpart() {
        return switch (this) {
            case FREE_3_13 -> Optional.of(GIL_3_13);
            case GIL_3_13 -> Optional.of(FREE_3_13);
            case FREE_3_14 -> Optional.of(GIL_3_14);
            case GIL_3_14 -> Optional.of(FREE_3_14);
            default -> Optional.empty();
        };
    }

    /// Whether claims speak of it also without its [#otherWay()].
    boolean isAlsoAlone() {
        return this == FREE || otherWay().isEmpty();
    }

    /// Why there is none, in a sentence.
    String missing() {
        return switch (this) {
            case NONE -> "";
            case WITH_GIL ->
                    "No CPython 3.14 or newer was found, and none comes along for this platform.";
            case FREE, FREE_WITH_GIL, FREE_3_14 ->
                    "No free-threaded Python"
                            + (this == FREE_3_14 ? " 3.14" : "")
                            + " was found; python.org's installers offer one.";
            case GIL_3_12 -> "No CPython 3.12 or older was found.";
            case FREE_3_13 ->
                    "No free-threaded Python 3.13 was found; python.org's installers offer one.";
            case GIL_3_13 -> "No CPython 3.13 with a GIL was found.";
            case GIL_3_14 -> "No CPython 3.14 with a GIL was found.";
            case JIT_ON, JIT_OFF -> "No Python with a JIT was found.";
        };
    }
}
