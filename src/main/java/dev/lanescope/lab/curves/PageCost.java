package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.lab.CrewTimes;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a page of the folder costs: its CPU time, and how much of it crosses to an interpreter.
public enum PageCost implements Row {
    PAGE;

    private static final int TIMES = 3;

    @Override
    public String id() {
        return "page";
    }

    @Override
    public String model() {
        return "sequential";
    }

    @Override
    public String title() {
        return "A page";
    }

    @Override
    public String sentence() {
        return "Of the folder, on average.";
    }

    @Override
    public Curve measure(Place place) throws Exception {
        Subject subject =
                Subject.warmed(
                        Models.byId(model()).orElseThrow(),
                        place.site(),
                        place.output(),
                        place.warmUp());
        double pages = subject.pages().size();
        List<Double> nanos = new ArrayList<>();
        try (Crew<RenderItem, RenderResult> one =
                subject.renderers(1, Knobs.STANDARD, Observer.nobody())) {
            for (int time = 0; time < TIMES; time++) {
                Busy busy = Busy.with(() -> Subject.perform(one, subject.pages()));
                nanos.add(busy.cpuNanos() / (pages * busy.times()));
            }
        }
        int bytes = (int) Math.round(crossingBytes(subject) / pages);
        return new Curve(new TreeMap<>(Map.of(bytes, nanos)));
    }

    private static double crossingBytes(Subject subject) throws Exception {
        var isolated =
                new Subject(
                        Models.byId("isolated").orElseThrow(),
                        subject.rendering(),
                        subject.pages());
        var watch = new CrewTimes();
        try (Crew<RenderItem, RenderResult> crew = isolated.renderers(1, Knobs.STANDARD, watch)) {
            Subject.perform(crew, subject.pages());
        }
        Subject.endInterpreters();
        return watch.bytes();
    }
}
