package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.knobs.Buffers;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.concurrency.knobs.Writes;
import dev.lanescope.ui.session.SessionModel;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// All knobs, and on top in words what will be run with them.
final class KnobsPane extends VBox {

    private static final double WIDTH = 480;
    private static final int MOST_MILLIS = 60_000;

    private final SessionModel session;
    private final Label words = new Label();
    private final PresetChoice preset;
    private final ComboBox<Buffers> buffers;
    private final ComboBox<Writes> writes;
    private final ComboBox<Scheduling.Order> order;
    private final Spinner<Integer> chunk;
    private final ComboBox<WorkerState> state;
    private final ComboBox<Transport> transport;
    private final Spinner<Integer> batch;
    private final Spinner<Integer> readLatency;
    private final Spinner<Integer> writeLatency;
    private final Spinner<Integer> cpuWeight;
    private final Spinner<Integer> switchInterval;
    private final Spinner<Integer> threads;
    private final Spinner<Integer> timeout;
    private final FaultChoice fault;
    private final Spinner<Integer> warmUp;
    private final List<KnobRow> rows;
    private final Hyperlink faults = new Hyperlink("What faults cost...");
    private final Hyperlink costs = new Hyperlink("What models cost...");
    private final Hyperlink code = new Hyperlink("How models are made...");
    private final Hyperlink interpreters = new Hyperlink("Interpreters...");
    private final ScrollPane scroll = new ScrollPane();
    private boolean showing;

    KnobsPane(SessionModel session) {
        super(10);
        this.session = session;
        setPrefWidth(WIDTH);
        words.setId("knobs-words");
        words.setWrapText(true);
        words.setPrefWidth(WIDTH);
        words.setMinHeight(USE_PREF_SIZE);

        preset = new PresetChoice(chosen -> turn(chosen::on));
        buffers = choice(List.of(Buffers.values()), Buffers::words);
        writes = choice(List.of(Writes.values()), Writes::words);
        order = choice(List.of(Scheduling.Order.values()), Scheduling.Order::words);
        chunk = number(1, Scheduling.MOST_AT_ONCE - 1, "Pages at once");
        state = choice(List.of(WorkerState.values()), WorkerState::words);
        transport =
                choice(
                        Stream.of(Transport.values())
                                .filter(each -> each != Transport.REFERENCE)
                                .toList(),
                        Transport::words);
        batch = number(1, Knobs.MOST_IN_BATCH, "Pages in a batch");
        readLatency = number(0, MOST_MILLIS, "Milliseconds before each read");
        writeLatency = number(0, MOST_MILLIS, "Milliseconds before each write");
        cpuWeight = number(1, Knobs.MOST_WEIGHT, "How often the HTML is made");
        switchInterval = number(1, MOST_MILLIS, "Switch interval in milliseconds");
        threads = number(1, Knobs.MOST_THREADS, "Threads in each process or interpreter");
        timeout = number(0, MOST_MILLIS, "Milliseconds before a page is given up; 0 is never");
        warmUp = number(0, Knobs.MOST_PASSES, "Unrecorded passes before the run");
        fault = new FaultChoice(session, faults -> turn(knobs -> knobs.with(faults)));
        rows =
                List.of(
                        new KnobRow(Knob.SCHEDULING, "Scheduling", order, chunk),
                        new KnobRow(Knob.STATE, "Worker state", state),
                        new KnobRow(Knob.BUFFERS, "Buffers", buffers),
                        new KnobRow(Knob.WRITES, "Writes", writes),
                        new KnobRow(Knob.TRANSPORT, "Transport", transport),
                        new KnobRow(Knob.BATCH, "Batch", batch, new Label("pages")),
                        new KnobRow(
                                Knob.LATENCY,
                                "Latency",
                                new Label("read"),
                                readLatency,
                                new Label("write"),
                                writeLatency,
                                new Label("ms")),
                        new KnobRow(Knob.CPU_WEIGHT, "CPU weight", cpuWeight, new Label("times")),
                        new KnobRow(
                                Knob.SWITCH_INTERVAL,
                                "Switch interval",
                                switchInterval,
                                new Label("ms")),
                        new KnobRow(
                                Knob.THREADS,
                                "Threads",
                                threads,
                                new Label("in each process or interpreter")),
                        new KnobRow(
                                Knob.PAGE_TIMEOUT,
                                "Page timeout",
                                timeout,
                                new Label("ms; 0 is never")),
                        new KnobRow(Knob.FAULTS, "Fault", fault),
                        new KnobRow(
                                Knob.WARM_UP, "Warm-up", warmUp, new Label("unrecorded passes")));
        var reset = new Hyperlink("Everything as usual");
        reset.setId("knobs-reset");
        reset.setOnAction(_ -> session.knobsProperty().set(Knobs.STANDARD));
        faults.setId("knobs-faults");
        costs.setId("knobs-costs");
        interpreters.setId("knobs-interpreters");
        code.setId("knobs-code");
        var list = new VBox(10);
        list.getChildren().add(new WorkersRow(session));
        list.getChildren().addAll(rows);
        list.setPadding(new Insets(0, 14, 0, 0)); // the scroll bar's
        scroll.setContent(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(words, new Separator(), preset, scroll);
        var links = new FlowPane(8, 2, reset, faults, costs, interpreters, code);
        links.setMinHeight(USE_PREF_SIZE);
        links.getChildren().forEach(link -> ((Hyperlink) link).setMinWidth(USE_PREF_SIZE));
        getChildren().add(links);
        listen();
        session.knobsProperty().subscribe(_ -> show());
        session.modelProperty().subscribe(_ -> show());
        session.workersProperty().subscribe(_ -> show());
    }

    /// Whether a list hangs open, which an Escape is meant for.
    boolean isChoosing() {
        return lookupAll(".combo-box").stream()
                .anyMatch(node -> node instanceof ComboBox<?> box && box.isShowing());
    }

    /// Gives it its height once and for all: a pop-over that grows while it is shown, beyond what
    /// the screen has room for, hangs in its own layout.
    void fixHeight(double height) {
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /// What opens the table of faults.
    void onFaults(Runnable open) {
        faults.setOnAction(_ -> open.run());
    }

    /// What opens the table of interpreters.
    void onInterpreters(Runnable open) {
        interpreters.setOnAction(_ -> open.run());
    }

    /// What opens the models' source.
    void onCode(Runnable open) {
        code.setOnAction(_ -> open.run());
    }

    /// What opens the table of costs.
    void onCosts(Runnable open) {
        costs.setOnAction(_ -> open.run());
    }

    private void listen() {
        order.setOnAction(_ -> takeScheduling());
        chunk.valueProperty().addListener((_, _, _) -> takeScheduling());
        state.setOnAction(_ -> turn(knobs -> knobs.with(state.getValue())));
        buffers.setOnAction(_ -> turn(knobs -> knobs.with(buffers.getValue())));
        writes.setOnAction(_ -> turn(knobs -> knobs.with(writes.getValue())));
        transport.setOnAction(_ -> turn(knobs -> knobs.with(transport.getValue())));
        on(batch, (knobs, value) -> knobs.withBatch(value));
        on(readLatency, (knobs, _) -> latency(knobs));
        on(writeLatency, (knobs, _) -> latency(knobs));
        on(cpuWeight, (knobs, value) -> knobs.withCpuWeight(value));
        on(switchInterval, (knobs, value) -> knobs.withSwitchInterval(Duration.ofMillis(value)));
        on(threads, Knobs::withThreads);
        on(warmUp, Knobs::withWarmUp);
        on(timeout, (knobs, value) -> knobs.withPageTimeout(Duration.ofMillis(value)));
    }

    private interface Turn {
        Knobs by(Knobs knobs, int value);
    }

    private void on(Spinner<Integer> spinner, Turn turn) {
        spinner.valueProperty().addListener((_, _, value) -> turn(knobs -> turn.by(knobs, value)));
    }

    private void takeScheduling() {
        turn(knobs ->
                knobs.with(
                        order.getValue() == Scheduling.Order.CHUNKS
                                ? Scheduling.chunksOf(Math.max(1, chunk.getValue()))
                                : new Scheduling(order.getValue(), 1)));
    }

    private Knobs latency(Knobs knobs) {
        return knobs.withLatency(
                Duration.ofMillis(readLatency.getValue()),
                Duration.ofMillis(writeLatency.getValue()));
    }

    private void turn(UnaryOperator<Knobs> change) {
        if (!showing) {
            session.knobsProperty().set(change.apply(session.knobsProperty().get()));
        }
    }

    private void show() {
        Knobs knobs = session.knobsProperty().get();
        showing = true;
        preset.show(knobs);
        buffers.setValue(knobs.buffers());
        writes.setValue(knobs.writes());
        order.setValue(knobs.scheduling().order());
        chunk.setDisable(knobs.scheduling().order() != Scheduling.Order.CHUNKS);
        chunk.getValueFactory().setValue(knobs.scheduling().chunk());
        state.setValue(knobs.state());
        transport.setValue(knobs.transport());
        batch.getValueFactory().setValue(knobs.batch());
        readLatency.getValueFactory().setValue((int) knobs.readLatency().toMillis());
        writeLatency.getValueFactory().setValue((int) knobs.writeLatency().toMillis());
        cpuWeight.getValueFactory().setValue(knobs.cpuWeight());
        switchInterval.getValueFactory().setValue((int) knobs.switchInterval().toMillis());
        threads.getValueFactory().setValue(knobs.threads());
        timeout.getValueFactory().setValue((int) knobs.pageTimeout().toMillis());
        fault.show(knobs.faults());
        warmUp.getValueFactory().setValue(knobs.warmUp());
        showing = false;
        rows.forEach(row -> row.show(session.modelProperty().get()));
        words.setText(session.experimentInWords());
    }

    private static <T> ComboBox<T> choice(List<T> values, Function<T, String> says) {
        var box = new ComboBox<T>();
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : says.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        return box;
    }

    private static Spinner<Integer> number(int least, int most, String says) {
        var spinner = new Spinner<Integer>(least, most, least);
        spinner.setEditable(true);
        spinner.setPrefWidth(84);
        spinner.setAccessibleText(says);
        Node editor = spinner.getEditor();
        editor.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        Typed.take(spinner);
                    }
                });
        return spinner;
    }
}
