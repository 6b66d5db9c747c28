package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lanescope.ui.OnScreen;

import javafx.application.Platform;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@OnScreen
class BackgroundTest {

    private final Background background = new Background();

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void work_runs_elsewhere_and_its_result_arrives_on_the_fx_thread() throws Exception {
        CompletableFuture<Boolean> workedOnFx = new CompletableFuture<>();
        CompletableFuture<Boolean> heardOnFx = new CompletableFuture<>();
        Job job =
                background.run(
                        "count",
                        () -> workedOnFx.complete(Platform.isFxApplicationThread()),
                        done -> heardOnFx.complete(Platform.isFxApplicationThread()),
                        heardOnFx::completeExceptionally);
        assertThat(heardOnFx.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(workedOnFx.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(job.isRunning()).isFalse();
        assertThat(job.isCancelled()).isFalse();
        assertThat(background.size()).isZero();
    }

    @Test
    void a_failure_arrives_as_it_was_thrown_on_the_fx_thread() throws Exception {
        CompletableFuture<Throwable> heard = new CompletableFuture<>();
        IOException thrown = new IOException("no such folder");
        background.run(
                "fail",
                () -> {
                    throw thrown;
                },
                result -> heard.completeExceptionally(new AssertionError("a result came")),
                failure -> {
                    FxThread.check();
                    heard.complete(failure);
                });
        assertThat(heard.get(10, TimeUnit.SECONDS)).isSameAs(thrown);
    }

    @Test
    void an_error_is_a_failure_too() throws Exception {
        CompletableFuture<Throwable> heard = new CompletableFuture<>();
        background.run(
                "overflow",
                () -> {
                    throw new StackOverflowError("deep");
                },
                result -> {},
                heard::complete);
        assertThat(heard.get(10, TimeUnit.SECONDS)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void a_cancelled_job_is_interrupted_and_says_nothing() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Job job =
                background.run(
                        "wait",
                        () -> {
                            working.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } finally {
                                interrupted.countDown();
                            }
                            return "never";
                        },
                        result -> fail("a result came"),
                        failure -> fail("a failure came"));
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        job.cancel();
        assertThat(job.isCancelled()).isTrue();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(background.size()).isZero();
        // Whatever was queued for the FX thread has run when this has.
        Fx.run(() -> {});
    }

    @Test
    void a_job_cancelled_on_the_fx_thread_after_its_work_is_done_is_not_delivered()
            throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        CountDownLatch worked = new CountDownLatch(1);
        Fx.run(() -> {
            Job job =
                    background.run(
                            "quick",
                            () -> {
                                worked.countDown();
                                return "late";
                            },
                            heard::complete,
                            heard::completeExceptionally);
            // The FX thread is busy here, so nothing can have been delivered yet.
            await(worked);
            job.cancel();
        });
        Fx.run(() -> {});
        assertThat(heard).isNotDone();
    }

    @Test
    void closing_cancels_what_runs_and_refuses_what_comes() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        Job before =
                background.run(
                        "wait",
                        () -> {
                            working.countDown();
                            return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                        },
                        result -> fail("a result came"),
                        failure -> fail("a failure came"));
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        background.close();
        Job after = background.run("late", () -> 1, result -> fail("came"), failure -> {});
        assertThat(before.isCancelled()).isTrue();
        assertThat(after.isCancelled()).isTrue();
        assertThat(background.size()).isZero();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
