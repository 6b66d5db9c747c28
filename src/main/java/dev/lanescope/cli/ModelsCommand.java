package dev.lanescope.cli;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knob;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `lanescope models`: who can do the work.
@Command(name = "models", description = "List the concurrency models: when to use which.")
final class ModelsCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print a JSON list instead of text.")
    private boolean json;

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
    public Integer call() {
        List<ConcurrencyModel> models = Models.selectable();
        if (json) {
            Json.print(models.stream().map(Entry::of).toList(), streams.out());
        } else {
            models.forEach(model -> print(model, streams.out()));
        }
        return ExitCode.ALL_CAME_OUT.number();
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
