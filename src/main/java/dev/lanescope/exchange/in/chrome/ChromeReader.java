package dev.lanescope.exchange.in.chrome;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.exchange.in.foreign.Track;
import dev.lanescope.exchange.in.foreign.Troubles;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.State;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/// Reads trace events one by one.
///
/// What becomes of them: `X` and pairs of `B` and `E` are slices of their thread. Pairs of `b` and
/// `e` with one id are a strand, for they may overlap; `n` lies on it. `i` is a slice of no length,
/// or a note if it concerns everything. `C` is a counter for each key. `M` names processes and
/// threads. `s`, `t` and `f` are arrows, see [Flows]. All else is passed over; a remark says how
/// many.
///
/// An event that makes no sense is left out, with a remark that names the first of its kind. The
/// closing bracket of a bare list may be missing, as the format allows.
public final class ChromeReader {

    private static final long MICROSECOND = 1_000;

    /// Beginning and length are each rounded, mostly to the nanosecond.
    private static final long FRACTION_ROUNDING = 2;

    private final ForeignTrace trace;
    private final Troubles troubles;
    private final Processes processes;
    private final Async async;
    private final Flows flows;
    private final ChromeEventParser parser = new ChromeEventParser();
    private long number;
    private @Nullable OwnExport own;
    private boolean endIsMissing;
    private boolean inFractions;

    public ChromeReader(ForeignTrace trace) {
        this.trace = trace;
        this.troubles = trace.troubles();
        this.processes = new Processes(trace);
        this.async = new Async(trace, processes);
        this.flows = new Flows(trace.arrows(), processes);
    }

    /// Takes in who wrote the file: our own exports say more.
    public void exporter(String name) {
        if (name.equals(OwnExport.EXPORTER)) {
            own = new OwnExport(trace);
        }
    }

    /// Reads the list whose bracket the parser has just read.
    ///
    /// @param bare whether the list is the whole file, so that its end may be missing
    public void readEvents(JsonParser json, boolean bare) throws Refusal, InterruptedException {
        for (JsonToken token = next(json, bare);
                token != JsonToken.END_ARRAY;
                token = next(json, bare)) {
            number++;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (token == JsonToken.START_OBJECT) {
                take(whole(json));
            } else {
                json.skipChildren();
                troubles.add("entry of the list of events is no event and was left out", where());
            }
        }
    }

    private JsonToken next(JsonParser json, boolean bare) throws Refusal {
        try {
            JsonToken token = json.nextToken();
            return token == null ? JsonToken.END_ARRAY : token;
        } catch (StreamReadException e) {
            if (!EndOfJson.isReached(e)) {
                throw e;
            }
            if (bare && json.streamReadContext().inArray()) {
                endIsMissing = true;
                return JsonToken.END_ARRAY;
            }
            throw new Refusal("was cut short: it ends after event " + number, e);
        }
    }

    private ChromeEvent whole(JsonParser json) throws Refusal {
        try {
            return parser.read(json);
        } catch (StreamReadException e) {
            if (EndOfJson.isReached(e)) {
                throw new Refusal("was cut short: it ends inside event " + number, e);
            }
            throw e;
        }
    }

    /// Whether the list ended with the file, and without a bracket.
    public boolean endIsMissing() {
        return endIsMissing;
    }

    private String where() {
        return "event " + number;
    }

    private void take(ChromeEvent event) throws Refusal {
        if (event.phase.equals("M")) {
            processes.describe(event);
        } else if (event.nanos == Micros.NONE) {
            troubles.add("event without a possible time was left out", where());
        } else {
            inFractions |= event.nanos % MICROSECOND != 0;
            flows.takeBound(event);
            switch (event.phase) {
                case "X" -> complete(event);
                case "B" -> processes.thread(event).begin(event.nanos, name(event));
                case "E" -> end(processes.thread(event), event.nanos);
                case "b", "S" -> {
                    if (own == null || !own.take(event)) {
                        async.begin(event);
                    }
                }
                case "e", "F" -> {
                    if (own == null || !own.take(event)) {
                        end(async.strand(event), event.nanos);
                    }
                }
                case "n", "T" -> instant(async.strand(event), event);
                case "i", "I", "R" -> mark(event);
                case "C" -> count(event);
                case "s", "t", "f" -> flows.take(event);
                default ->
                        troubles.add(
                                "event of a kind that is not shown was left out",
                                where() + ": " + shown(event.phase));
            }
        }
    }

    private static String shown(String phase) {
        return phase.isEmpty() ? "no kind" : phase.length() > 10 ? "?" : phase;
    }

    private void complete(ChromeEvent event) throws Refusal {
        long end = event.nanos + event.duration;
        if (event.duration == Micros.NONE) {
            troubles.add("slice without a possible duration was left out", where());
        } else if (event.duration < 0) {
            troubles.add("slice with a negative duration was left out", where());
        } else if (!ForeignTrace.isTellable(end)) {
            troubles.add("slice that ends after the end of time was left out", where());
        } else {
            processes.thread(event).slice(event.nanos, end, name(event));
        }
    }

    private int name(ChromeEvent event) throws Refusal {
        State.Kind kind = own == null ? State.Kind.WORK : OwnExport.kind(event);
        return trace.names().of(event.name, kind);
    }

    private void end(Track track, long at) throws Refusal {
        if (track.open() == 0) {
            troubles.add("end of a slice that never began was left out", where());
        } else if (track.openSince() > at) {
            troubles.add("end of a slice before it began was left out", where());
        } else {
            track.end(at);
        }
    }

    private void mark(ChromeEvent event) throws Refusal {
        if (event.scope.equals("g")) {
            long lasts = own == null ? 0 : OwnExport.lasts(event);
            trace.note(event.nanos, event.nanos + lasts, event.name);
        } else {
            instant(processes.thread(event), event);
        }
    }

    private void instant(Track track, ChromeEvent event) throws Refusal {
        track.slice(event.nanos, event.nanos, name(event));
    }

    private void count(ChromeEvent event) throws Refusal {
        if (event.series.isEmpty()) {
            troubles.add("reading of a counter without a number was left out", where());
        }
        String id = event.id.isEmpty() ? "" : " " + event.id;
        for (ChromeEvent.Series series : event.series) {
            if (Math.abs(series.value()) < 1e15) { // neither endless nor no number
                processes.count(event, event.name + id + key(series), series.value());
            } else {
                troubles.add(
                        "reading of a counter without a possible number was left out", where());
            }
        }
    }

    /// Of our own exports each counter has one series, which is no part of its name.
    private String key(ChromeEvent.Series series) {
        return own != null && series.key().equals(OwnExport.VALUE) ? "" : " " + series.key();
    }

    /// Call when all is read: gives lanes the names that may have come last.
    public void finish() {
        trace.roundedTo(inFractions ? FRACTION_ROUNDING : MICROSECOND);
        processes.name();
    }
}
