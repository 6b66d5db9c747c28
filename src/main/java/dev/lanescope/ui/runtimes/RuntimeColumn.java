package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;

import java.util.Optional;
import java.util.function.Function;

/// What is told of each runtime, in words: of a CPython, and of the JDK that this app runs on.
enum RuntimeColumn {
    NAME("Runtime", 110, "What --runtime takes", PythonRuntime::id, "JDK"),
    VERSION(
            "Version",
            68,
            "As it says itself",
            PythonRuntime::version,
            Runtime.version().feature()
                    + "."
                    + Runtime.version().interim()
                    + "."
                    + Runtime.version().update()),
    BUILD(
            "Build",
            104,
            "Made with the GIL, or so that it can go without it",
            each -> each.freeThreaded() ? "free-threaded" : "GIL",
            "no GIL"),
    GIL(
            "GIL now",
            74,
            "Whether it has the GIL when it is run like this",
            each -> each.gil() ? "on" : "off",
            "none"),
    JIT(
            "JIT",
            54,
            "Whether one was built in, and whether it is on when it is run like this",
            each -> each.jitAvailable() ? each.jitEnabled() ? "on" : "off" : "none",
            System.getProperty("java.vm.info", "").contains("interpreted mode") ? "off" : "on"),
    INTERPRETERS(
            "Interpreters",
            94,
            "Whether it has concurrent.interpreters; in the JVM class loaders take their place",
            each -> yesOrNo(each.interpreters()),
            "class loaders"),
    POOL(
            "Interpreter pool",
            112,
            "Whether it has concurrent.futures.InterpreterPoolExecutor",
            each -> yesOrNo(each.interpreterPool()),
            "isolated"),
    MARKDOWN(
            "Markdown",
            118,
            "The Markdown libraries that it has; the first renders",
            each -> each.libraries().isEmpty() ? "our own" : String.join(", ", each.libraries()),
            "commonmark-java"),
    FLAGS(
            "Built with",
            150,
            "How the binary was made, as far as it tells",
            each -> each.flags().words(),
            System.getProperty("java.vm.vendor", "")),
    WHERE(
            "Where",
            240,
            "Where it lies",
            each -> each.executable().toString(),
            System.getProperty("java.home", ""));

    private final String title;
    private final double width;
    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<PythonRuntime, String> words;

    private final String ofJdk;

    RuntimeColumn(
            String title,
            double width,
            String sentence,
            Function<PythonRuntime, String> words,
            String ofJdk) {
        this.title = title;
        this.width = width;
        this.sentence = sentence;
        this.words = words;
        this.ofJdk = ofJdk;
    }

    private static String yesOrNo(boolean is) {
        return is ? "yes" : "no";
    }

    String title() {
        return title;
    }

    double width() {
        return width;
    }

    String sentence() {
        return sentence;
    }

    /// @param python empty for the JDK
    String of(Optional<PythonRuntime> python) {
        return python.map(words).orElse(ofJdk);
    }
}
