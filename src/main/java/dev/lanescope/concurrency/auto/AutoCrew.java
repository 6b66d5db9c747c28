package dev.lanescope.concurrency.auto;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.kit.PageTimeout;
import dev.lanescope.concurrency.kit.Renumbered;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.concurrency.threads.Sequential;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The calling thread does the first items and measures them; then a crew of the model that fits
/// takes over its lane, its private state and everything that is left.
final class AutoCrew<I, D, R> implements Crew<I, R> {

    /// A probe that took this long says enough.
    private static final long ENOUGH_NANOS = 2_000_000;

    /// At most every so many-th item is spent on the probe.
    private static final int SPARE = 8;

    private final Orders orders;
    private final StopSignal stop;
    private final Stopwatch watch;
    private final IoMeter meter;
    private final Relay relay;
    private final Workload<I, D, R> work;
    private final @Nullable HandedOver<I, D, R> handedOver;
    private final Crew<I, R> alone;
    private int doneAlone;
    private boolean hangs;
    private @Nullable Crew<I, R> chosen;

    AutoCrew(
            Workload<I, D, R> workload,
            Orders orders,
            Observer observer,
            StopSignal stop,
            Stopwatch watch)
            throws RunAborted {
        this.orders = orders;
        this.stop = stop;
        this.watch = watch;
        this.meter = new IoMeter(watch);
        this.relay = new Relay(observer, workload.stages(), meter);
        if (orders.knobs().state() == WorkerState.PER_PAGE) {
            this.work = workload;
            this.handedOver = null;
            this.alone = new Sequential().hire(workload, orders, relay, stop);
        } else {
            var passedOn = new HandedOver<>(workload);
            this.work = passedOn;
            this.handedOver = passedOn;
            this.alone = new Sequential().hire(passedOn.first(), orders, relay, stop);
        }
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        if (chosen != null) {
            return chosen.perform(items);
        }
        List<Outcome<R>> outcomes = new ArrayList<>();
        if (items.isEmpty()) {
            return outcomes;
        }
        relay.probes(true);
        Probe probe = probe(items, outcomes);
        List<I> rest = items.subList(outcomes.size(), items.size());
        if (!rest.isEmpty() && !stop.requested() && !isPoisoned()) {
            choose(probe, rest);
        }
        relay.probes(false);
        outcomes.addAll(chosen == null ? doAlone(rest) : chosen.perform(rest));
        return outcomes;
    }

    private List<Outcome<R>> doAlone(List<I> items) throws RunAborted, InterruptedException {
        doneAlone += items.size();
        List<Outcome<R>> outcomes = alone.perform(items);
        hangs |= outcomes.stream().anyMatch(AutoCrew::isGivenUp);
        return outcomes;
    }

    private static boolean isGivenUp(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(_, Throwable cause)
                && cause instanceof PageTimeout;
    }

    /// Whether a static was poisoned on the way. Only who saw it knows, so nobody else goes on.
    private boolean isPoisoned() {
        return orders.knobs().faults().stream()
                .anyMatch(fault ->
                        fault.kind() == Fault.Kind.POISONED_STATIC && fault.item() < doneAlone);
    }

    /// Does items until they have said enough. The first one counts only if it mostly waits: it
    /// also pays for whatever the JVM has to load and compile.
    private Probe probe(List<I> items, List<Outcome<R>> outcomes)
            throws RunAborted, InterruptedException {
        Probe first = measure(items, 0, Math.min(1, items.size()), outcomes);
        Probe sum = Probe.NOTHING;
        int most = Math.max(1, items.size() / SPARE);
        boolean waits = Advice.waits(first) && first.wallNanos() >= ENOUGH_NANOS;
        while (!waits
                && !hangs
                && sum.wallNanos() < ENOUGH_NANOS
                && outcomes.size() < most
                && !stop.requested()) {
            int from = outcomes.size();
            sum = sum.plus(measure(items, from, Math.min(2 * from, most), outcomes));
        }
        Probe told = sum.items() == 0 ? first : sum;
        return new Probe(
                outcomes.size(),
                told.weight(),
                told.wallNanos(),
                told.cpuNanos(),
                told.waitedNanos());
    }

    private Probe measure(List<I> items, int from, int to, List<Outcome<R>> outcomes)
            throws RunAborted, InterruptedException {
        List<I> some = items.subList(from, to);
        if (orders.knobs().hasPageTimeout()) {
            return measureOther(some, outcomes);
        }
        long waited = meter.waitedNanos();
        long began = watch.nanos();
        long cpu = watch.cpuNanos();
        outcomes.addAll(doAlone(some));
        long cpuNow = watch.cpuNanos();
        return new Probe(
                some.size(),
                weight(some),
                watch.nanos() - began,
                cpu < 0 || cpuNow < 0 ? -1 : cpuNow - cpu,
                meter.waitedNanos() - waited);
    }

    /// With a page timeout another thread does the items: what it does not wait, it computes.
    private Probe measureOther(List<I> some, List<Outcome<R>> outcomes)
            throws RunAborted, InterruptedException {
        long waited = meter.waitedNanos();
        long began = watch.nanos();
        outcomes.addAll(doAlone(some));
        long wall = watch.nanos() - began;
        long waitedNow = Math.min(wall, meter.waitedNanos() - waited);
        return new Probe(some.size(), weight(some), wall, wall - waitedNow, waitedNow);
    }

    private long weight(List<I> items) {
        return items.stream().mapToLong(item -> Math.max(1, work.weight(item))).sum();
    }

    /// Hires those who do the rest; nobody if one thread is best, which may be otherwise for the
    /// next batch.
    private void choose(Probe probe, List<I> rest) throws RunAborted {
        Advice advice =
                Advice.on(probe, weight(rest), orders.workers(), watch.cores(), orders.knobs());
        relay.remarks("auto chose " + advice.words());
        if (advice.model() instanceof Sequential && !hangs) {
            return;
        }
        if (hangs) {
            relay.leaveBehind();
            if (handedOver != null) {
                handedOver.forget();
            }
        }
        alone.close();
        int done = doneAlone;
        var theirs = new Orders(advice.workers(), after(done), orders.cache());
        chosen = advice.model().hire(work, theirs, new Renumbered(relay, i -> done + i), stop);
    }

    /// The knobs for whoever counts items from 0 again.
    private Knobs after(int done) {
        List<Fault> faults =
                orders.knobs().faults().stream()
                        .filter(fault -> fault.item() >= done)
                        .map(fault -> new Fault(fault.kind(), fault.item() - done))
                        .toList();
        return orders.knobs().with(faults);
    }

    @Override
    public void close() {
        (chosen == null ? alone : chosen).close();
        relay.end();
    }
}
