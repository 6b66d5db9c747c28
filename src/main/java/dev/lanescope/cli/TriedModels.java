package dev.lanescope.cli;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The models that a table is filled for: one, all of this JVM, or all of a real CPython.
final class TriedModels {

    /// What `--model` takes for all models of a real CPython.
    static final String PYTHON = "python";

    private TriedModels() {}

    /// @param model its id, or [#PYTHON]; null if the user did not say: all of this JVM, or of the
    ///   runtime if one was named
    /// @param runtime null if the user did not say: the best there is
    /// @throws TerminalException if there is none
    static List<ConcurrencyModel> of(
            @Nullable String model, @Nullable String runtime, Streams streams)
            throws TerminalException {
        if (model == null && runtime == null) {
            return Models.all();
        }
        if (model != null && !model.equals(PYTHON)) {
            return List.of(Choice.of(model, null).on(runtime).model());
        }
        List<ConcurrencyModel> all = new ArrayList<>();
        @Nullable TerminalException missing = null;
        for (ConcurrencyModel each : Models.selectable()) {
            if (each instanceof PythonModel) {
                try {
                    all.add(Choice.of(each.id(), null).on(runtime).model());
                } catch (TerminalException e) {
                    missing = e;
                    streams.err().println(each.id() + " is left out: " + e.getMessage());
                }
            }
        }
        if (missing != null && all.isEmpty()) {
            throw missing;
        }
        return all;
    }
}
