package dev.lanescope.concurrency.cpython.runtime;

import java.util.ArrayList;
import java.util.List;

/// How a binary was made, as its own `sysconfig` tells: what moves its figures besides the GIL and
/// the JIT. A distribution may have optimised more than it wrote down there; so a flag that is not
/// named is said to be not named, never to be off.
///
/// @param told whether it tells how it was configured; builds for Windows do not
/// @param pgo whether profile-guided optimisation is named
/// @param lto whether optimisation at link time is named
/// @param debug whether it is a debug build
/// @param jit what was asked of the JIT, such as `yes-off`; empty for nothing
/// @param tailCalls whether the interpreter that calls at the tail was asked for
/// @param level of the optimisation, such as `-O2`; empty if it is not named
/// @param compiler such as `GCC 12.2.0`
public record BuildFlags(
        boolean told,
        boolean pgo,
        boolean lto,
        boolean debug,
        String jit,
        boolean tailCalls,
        String level,
        String compiler) {

    /// Of a binary that says nothing.
    public static final BuildFlags UNTOLD =
            new BuildFlags(false, false, false, false, "", false, "", "");

    private static final int LONGEST = 80;

    static BuildFlags read(Answer said) {
        return new BuildFlags(
                said.is("flags.told"),
                said.is("flags.pgo"),
                said.is("flags.lto"),
                said.is("flags.debug"),
                word(said, "jit"),
                said.is("flags.tailCalls"),
                word(said, "level"),
                word(said, "compiler"));
    }

    private static String word(Answer said, String name) {
        String word = said.text("flags." + name).replaceAll("[^\\x20-\\x7e]", "?").strip();
        return word.substring(0, Math.min(LONGEST, word.length()));
    }

    /// E.g. `PGO named, no LTO named, -O3, GCC 12.2.0`.
    public String words() {
        List<String> words = new ArrayList<>();
        if (told) {
            words.add(pgo ? "PGO" : "no PGO named");
            words.add(lto ? "LTO" : "no LTO named");
        } else {
            words.add("does not tell how it was configured");
        }
        if (debug) {
            words.add("debug build");
        }
        if (!jit.isEmpty()) {
            words.add("JIT configured as '" + jit + "'");
        }
        if (tailCalls) {
            words.add("tail calls");
        }
        if (!level.isEmpty()) {
            words.add(level);
        }
        if (!compiler.isEmpty()) {
            words.add(compiler);
        }
        return String.join(", ", words);
    }

    /// Whether two binaries are known to be made in the same way, so that a difference between them
    /// is not one of flags.
    public boolean matches(BuildFlags other) {
        return told && equals(other);
    }

    /// In what they differ, e.g. `-O2 against -O3`; empty if in nothing that they tell.
    public List<String> differences(BuildFlags other) {
        List<String> found = new ArrayList<>();
        differ(found, pgo ? "PGO" : "no PGO named", other.pgo ? "PGO" : "no PGO named");
        differ(found, lto ? "LTO" : "no LTO named", other.lto ? "LTO" : "no LTO named");
        differ(found, debug ? "a debug build" : "none", other.debug ? "a debug build" : "none");
        differ(found, jitWords(), other.jitWords());
        differ(found, tails(), other.tails());
        differ(found, known(level, "no level"), known(other.level, "no level"));
        differ(found, known(compiler, "a compiler"), known(other.compiler, "a compiler"));
        return List.copyOf(found);
    }

    private String jitWords() {
        return jit.isEmpty() ? "no JIT configured" : "JIT configured as '" + jit + "'";
    }

    private String tails() {
        return tailCalls ? "tail calls" : "no tail calls";
    }

    private static String known(String word, String otherwise) {
        return word.isEmpty() ? otherwise + " that is named" : word;
    }

    private static void differ(List<String> found, String one, String other) {
        if (!one.equals(other)) {
            found.add(one + " against " + other);
        }
    }
}
