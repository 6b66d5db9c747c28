package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.crossing.ExitWords;
import dev.lanescope.concurrency.crossing.Job;
import dev.lanescope.concurrency.kit.PageTimeout;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Message.Report;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The books of one post: what its child was given, what came of it, and what its lanes tell.
/// Nothing that a child says is believed that it cannot know: which of its items, which stage,
/// which thread.
final class Accounts<I, D, R> {

    private static final long MOST_BYTES_AT_ONCE = 1 << 20;

    private final Company<I, D, R> company;
    private final int firstLane;
    private final Ledger ledger;
    private final Deadlines deadlines;
    private final List<Replay> lanes = new ArrayList<>();
    private final int threads;
    private @Nullable Line line;
    private @Nullable Job<I, R> exhausted;
    private int sentCommon = Piece.WHOLE;
    private int settled;

    /// @param child its number in the crew
    /// @param kill ends the child
    Accounts(Company<I, D, R> company, int child, int threads, int firstLane, Runnable kill) {
        this.company = company;
        this.threads = threads;
        this.firstLane = firstLane;
        this.ledger = new Ledger(child, threads);
        this.deadlines = new Deadlines(company.alarms(), company.patience(), threads, kill);
    }

    /// On the thread that keeps the lanes.
    void open() {
        for (int thread = 0; thread < threads; thread++) {
            lanes.add(new Replay(company.observer(), firstLane + thread));
        }
    }

    void close() {
        lanes.forEach(Replay::ends);
    }

    List<Replay> lanes() {
        return lanes;
    }

    /// A child has come, and this is how it is reached until it is mourned.
    synchronized void has(Line itsLine) {
        line = itsLine;
    }

    /// Gives the child as much as it may have, if there is one. Called by any thread.
    ///
    /// @throws IOException if it cannot be reached
    synchronized void feed() throws IOException {
        Job<I, R> job = company.job();
        Line now = line;
        if (job == null || now == null) {
            return;
        }
        for (List<Integer> next = ledger.next(job); !next.isEmpty(); next = ledger.next(job)) {
            give(now, job, next);
            exhausted = null;
        }
        if (!job.equals(exhausted) && ledger.isExhausted(job)) {
            exhausted = job;
            now.send(new Message.NothingLeft());
        }
        deadlines.somethingMoved(ledger.size());
    }

    private void give(Line to, Job<I, R> job, List<Integer> items) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        long bytes = 0;
        for (int item : items) {
            Piece piece;
            try {
                piece = company.packing().pack(job.batch().number(item), job.batch().item(item));
            } catch (IOException | RuntimeException e) { // the child has nothing to do with it
                ledger.answered(item);
                fail(
                        job,
                        lanes.getFirst(),
                        item,
                        company.work().path(job.batch().item(item))[0],
                        e);
                continue;
            }
            Message.Common common = company.packing().common();
            if (piece.common() != Piece.WHOLE && common.id() != sentCommon) {
                to.send(common);
                sentCommon = common.id();
            }
            pieces.add(piece);
            bytes += piece.item().size();
            if (bytes > MOST_BYTES_AT_ONCE) {
                to.send(new Message.Work(pieces));
                pieces.clear();
                bytes = 0;
            }
        }
        if (!pieces.isEmpty()) {
            to.send(new Message.Work(pieces));
        }
    }

    /// Takes note of what a thread did.
    ///
    /// @throws IOException if it cannot have done that
    synchronized void hear(Report report) throws IOException {
        Job<I, R> job = company.job();
        if (report.thread() >= threads || job == null) {
            throw new IOException("a report of thread " + report.thread());
        }
        Replay lane = lanes.get(report.thread());
        for (Event event : report.events()) {
            switch (event) {
                case Event.Waits waits -> lane.waits(waits);
                case Event.Works works -> {
                    check(job, works.item(), works.stage());
                    lane.works(works);
                }
                case Event.Done(int item, Bytes result) -> done(job, lane, item, result);
                case Event.Failed(int item, int stage, Bytes cause) -> {
                    int index = check(job, item, stage);
                    ledger.answered(index);
                    fail(job, lane, index, stage, cause(cause));
                }
            }
        }
        deadlines.isAt(report.thread(), index(job, lane.item()));
    }

    private static int index(Job<?, ?> job, int item) {
        return item == Replay.NO_ITEM ? Deadlines.NOTHING : item - job.batch().number(0);
    }

    private int check(Job<I, R> job, int item, int stage) throws IOException {
        int index = item - job.batch().number(0);
        if (!ledger.isOpen(index) || stage < 0 || stage >= company.work().stages().size()) {
            throw new IOException("a report of item " + item + " in stage " + stage);
        }
        return index;
    }

    private void done(Job<I, R> job, Replay lane, int item, Bytes bytes) throws IOException {
        int index = check(job, item, 0);
        ledger.answered(index);
        R result;
        try {
            result = bytes.read(company.work().resultForm());
        } catch (IOException | RuntimeException e) { // by Java serialization even null can come
            fail(job, lane, index, 0, e);
            return;
        }
        settled++;
        if (job.batch().settle(index, new Outcome.Done<>(result))) {
            lane.done(item);
        }
    }

    private Throwable cause(Bytes cause) {
        try {
            return cause.read(company.work().failureForm());
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    private void fail(Job<I, R> job, Replay lane, int index, int stage, Throwable cause) {
        settled++;
        if (job.batch().settle(index, new Outcome.Failed<>(stage, cause))) {
            lane.failed(job.batch().number(index), stage, cause);
        }
    }

    /// How many items have come to an end at this post.
    synchronized int settled() {
        return settled;
    }

    /// The child is dead: what it was working at is tried again or given up.
    ///
    /// @param when nothing more was heard of it
    /// @param name what people call it
    synchronized void mourn(int exit, long when, String name) {
        Job<I, R> job = company.job();
        Ledger.Verdict verdict = ledger.buried(deadlines.overdue(), deadlines.wasSilent());
        String how = verdict.died() ? ExitWords.of(exit) : "was ended: a page took too long";
        lanes.forEach(lane -> lane.gone(when, name + " " + how));
        company.deaths().died(name + " " + how);
        line = null;
        exhausted = null;
        deadlines.clear();
        sentCommon = Piece.WHOLE;
        if (job != null) {
            Throwable cause =
                    verdict.died() ? new ChildDied(exit) : new PageTimeout(company.patience());
            for (int index : verdict.failed()) {
                Replay lane = laneOf(job.batch().number(index));
                fail(job, lane, index, stage(job, lane, index), cause);
            }
        }
    }

    /// Another child takes its place.
    void startAgain() {
        lanes.forEach(Replay::starts);
    }

    private Replay laneOf(int item) {
        return lanes.stream()
                .filter(lane -> lane.item() == item)
                .findFirst()
                .orElse(lanes.getFirst());
    }

    private int stage(Job<I, R> job, Replay lane, int index) {
        return lane.item() == job.batch().number(index)
                ? lane.stage()
                : company.work().path(job.batch().item(index))[0];
    }
}
