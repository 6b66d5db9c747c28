package dev.lanescope.cli;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.code.CodeException;
import dev.lanescope.concurrency.code.CodeShelf;
import dev.lanescope.concurrency.code.ModelCode;
import dev.lanescope.concurrency.knobs.Knob;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// `lanescope models`: who can do the work.
final class ModelsCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(this, "models", "List the concurrency models: when to use which.");

    private final Given<Boolean> json = sheet.flag("--json", "Print a JSON list instead of text.");

    private final Given<List<String>> code =
            sheet.texts(
                    "--code",
                    "ID,...",
                    "Say what models are made of: files, lines of code, states, failure paths; of one"
                            + " model with its source. Or: all.");

    private final Streams streams;

    ModelsCommand(Streams streams) {
        this.streams = streams;
    }

    /// A model as programs read it; the keys stand in `docs/terminal.md`.
    record Entry(
            String id,
            String title,
            String whenToUse,
            String itsCatch,
            String ifAPageHangs,
            int leastWorkers,
            int mostWorkers) {

        static Entry of(ConcurrencyModel model) {
            return new Entry(
                    model.id(),
                    model.title(),
                    model.whenToUse(),
                    model.itsCatch(),
                    model.ifAPageHangs(),
                    model.workers().least(),
                    model.workers().most());
        }
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws TerminalException {
        List<ConcurrencyModel> models = Models.selectable();
        if (!code.get().isEmpty()) {
            tellCode();
            return ExitCode.ALL_CAME_OUT.number();
        }
        if (json.get()) {
            Json.print(models.stream().map(Entry::of).toList(), streams.out());
        } else {
            models.forEach(model -> print(model, streams.out()));
        }
        return ExitCode.ALL_CAME_OUT.number();
    }

    private void tellCode() throws TerminalException {
        List<String> ids =
                code.get().equals(List.of("all"))
                        ? Models.all().stream().map(ConcurrencyModel::id).toList()
                        : code.get();
        var shelf = new CodeShelf();
        var told = new ArrayList<ModelCode>();
        for (String id : ids) {
            try {
                told.add(shelf.of(Choice.of(id.strip(), null).model()));
            } catch (CodeException e) {
                throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
            }
        }
        if (json.get()) {
            Json.print(told.stream().map(CodeJson::of).toList(), streams.out());
        } else {
            new CodeReport(told).print(streams.out());
        }
    }

    private static void print(ConcurrencyModel model, PrintStream out) {
        out.println(model.id() + " (" + model.title() + ")");
        new TextTable(0, 1)
                .row("when to use", model.whenToUse())
                .row("the catch", model.itsCatch())
                .row("a hang", model.ifAPageHangs())
                .row("workers", workers(model.workers()))
                .row("knobs", knobs(model))
                .lines()
                .forEach(out::println);
    }

    private static String knobs(ConcurrencyModel model) {
        return Arrays.stream(Knob.values())
                .filter(knob -> model.refusal(knob).isEmpty())
                .map(Knob::id)
                .collect(Collectors.joining(", "));
    }

    private static String workers(WorkerRange range) {
        return range.isFixed()
                ? "exactly " + range.least() + ": " + range.why()
                : range.least() + " to " + range.most();
    }
}
