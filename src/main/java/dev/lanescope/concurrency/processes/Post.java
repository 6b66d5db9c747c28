package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.kit.Life.Phase;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;

/// Where a child stands: the thread that starts it, listens to it, and puts another in its place if
/// it dies.
final class Post<I, D, R> extends Thread {

    /// How long a child may take to be ready.
    private static final Duration TO_START = Duration.ofSeconds(30);

    private static final int START_TRIES = 2;

    private final Company<I, D, R> company;
    private final int number;
    private final int threads;
    private final Accounts<I, D, R> accounts;
    private volatile @Nullable Process process;
    private volatile @Nullable Child child;
    private volatile boolean ending;
    private int born;
    private int inVain;

    /// @param number from 0
    /// @param firstLane the lane of its child's first thread
    Post(Company<I, D, R> company, int number, int threads, int firstLane) {
        super(company.name() + "-" + (number + 1));
        setDaemon(true);
        this.company = company;
        this.number = number;
        this.threads = threads;
        this.accounts = new Accounts<>(company, number, threads, firstLane, this::kill);
    }

    @Override
    public void run() {
        try {
            accounts.open();
            boolean goOn = true;
            while (goOn && !ending) {
                goOn = oneLife();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // nobody else would say so, and the run never end
            kill();
            company.abort("a child process could not be looked after: " + e, e);
        } finally {
            accounts.close();
        }
    }

    /// From the birth of a child to its death.
    ///
    /// @return whether there is to be another
    private boolean oneLife() throws InterruptedException {
        Child now = birth();
        if (now == null) {
            return false;
        }
        for (int thread = 0; thread < threads; thread++) {
            accounts.lanes().get(thread).has(now.clock(), laneName(now, thread));
        }
        company.observer().knows("Clock of " + laneName(now), now.clock().words());
        accounts.has(now.line());
        child = now;
        int before = accounts.settled();
        feed();
        String wrong = listen(now.line());
        long when = company.observer().nanos();
        child = null;
        int exit = now.bury();
        company.observer().knows("Life of " + laneName(now), now.life().words());
        if (ending) {
            return false;
        }
        accounts.mourn(exit, when, laneName(now));
        inVain = accounts.settled() > before ? 0 : inVain + 1;
        boolean another = company.mayReplace(inVain, wrong + ", exit code " + exit);
        if (another) {
            accounts.startAgain();
        }
        return another;
    }

    private String laneName(Child now, int thread) {
        String name = laneName(now);
        return threads == 1 ? name : name + ", thread " + (thread + 1);
    }

    private String laneName(Child now) {
        var name = new StringBuilder("process ").append(number + 1);
        name.append(" (pid ").append(now.pid());
        if (born > 1) {
            name.append(", no. ").append(born);
        }
        if (now.clock().isRough()) {
            name.append(", clock \u00b1").append(now.clock().errorNanos() / 1000).append(" us");
        }
        return name.append(')').toString();
    }

    private @Nullable Child birth() throws InterruptedException {
        for (int left = START_TRIES; !ending; left--) {
            Future<?> tooLate = company.alarms().after(TO_START, this::kill);
            try {
                String output = getName() + "-output";
                Child now =
                        company.launch().start(company.command(), threads, output, this::isBorn);
                born++;
                return now;
            } catch (IOException e) {
                if (left == 1 && !ending) {
                    company.abort("a child process could not be started: " + e.getMessage(), e);
                    return null;
                }
            } finally {
                tooLate.cancel(false);
            }
        }
        return null;
    }

    private void isBorn(Process newProcess) {
        process = newProcess;
        if (ending) {
            kill();
        }
    }

    private void kill() {
        Process now = process;
        if (now != null) {
            now.destroyForcibly();
        }
    }

    /// Gives the child as much as it may have. Called by any thread.
    void feed() {
        Child now = child;
        if (now == null || ending || !now.life().to(Phase.RUN)) {
            return;
        }
        try {
            accounts.feed();
        } catch (IOException _) {
            now.process().destroyForcibly(); // which whoever listens will notice
        }
    }

    /// Hears what the child says until it says no more, or what makes no sense.
    ///
    /// @return why it ended
    private String listen(Line line) {
        long sent = 0;
        long received = 0;
        try {
            while (true) {
                switch (line.receive()) {
                    case Message.Report report -> accounts.hear(report);
                    case Message.Aborted(String sentence) ->
                            company.abort(sentence, new IOException("said by a child process"));
                    case Message other -> throw new IOException("not for a child: " + other);
                }
                feed();
                company.traffic().add(line.sent() - sent, line.received() - received);
                sent = line.sent();
                received = line.received();
            }
        } catch (IOException | RuntimeException e) {
            if (!ending) {
                kill(); // in case that it only talked nonsense
            }
            return String.valueOf(e.getMessage());
        } catch (Error e) {
            company.abort("what a child process said could not be heard: " + e, e);
            return e.toString();
        }
    }

    /// Asks the child to come to its end, and kills it if it does not.
    ///
    /// @param patience how long it may take
    void end(Duration patience) {
        ending = true;
        Child now = child;
        if (now == null) {
            kill();
            return;
        }
        var _ = now.life().to(Phase.DRAIN);
        var _ = company.alarms().after(patience, this::kill);
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        now.line().send(new Message.End()); // can take as long as the child hangs
                    } catch (IOException _) {
                        kill();
                    }
                });
    }
}
