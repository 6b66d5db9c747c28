package dev.lanescope.concurrency.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.isolated.inside.Queues;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;

/// Tasks called in a chosen interpreter, and the named queues between interpreters.
class InterpreterQueueTest {

    private final Interpreters pool = new Interpreters();

    @AfterEach
    void destroyAll() throws InterruptedException {
        for (Interpreter interpreter : pool.list()) {
            pool.destroy(interpreter);
        }
    }

    /// Something that goes through a queue.
    record Parcel(String text, List<Integer> numbers) implements Serializable {}

    private static final Parcel SOME = new Parcel("page", List.of(1, 2, 3));

    interface Task<T> extends Callable<T>, Serializable {}

    @SuppressWarnings("ReferenceEquality") // which is the question
    private static boolean same(Object one, Object other) {
        return one == other;
    }

    private static String loader() {
        return String.valueOf(InterpreterQueueTest.class.getClassLoader().getName());
    }

    @Test
    void a_task_is_done_by_the_classes_of_the_interpreter_it_was_given_to() throws Exception {
        pool.create();
        Interpreter second = pool.create();
        Called<String> called = pool.call(second, (Task<String>) InterpreterQueueTest::loader);
        assertThat(called.result()).isEqualTo("interpreter-2").isNotEqualTo(loader());
        assertThat(called.bytesIn()).isPositive();
        assertThat(called.bytesOut()).isPositive();
        assertThat(second.itemsDone()).isEqualTo(1);
        assertThat(pool.isTaken(second)).isFalse();
    }

    @Test
    void what_a_task_throws_comes_out_and_the_interpreter_goes_on() throws Exception {
        Interpreter one = pool.create();
        Task<String> bad =
                () -> {
                    throw new IOException("no page");
                };
        assertThatThrownBy(() -> pool.call(one, bad))
                .isInstanceOf(IOException.class)
                .hasMessage("no page");
        assertThat(pool.call(one, (Task<Integer>) () -> 42).result()).isEqualTo(42);
    }

    @Test
    void a_call_that_cannot_be_is_refused_in_a_sentence() throws Exception {
        Interpreter one = pool.create();
        assertThatThrownBy(() -> pool.call(one, Object::new))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Serializable");
        pool.destroy(one);
        assertThatThrownBy(() -> pool.call(one, (Task<Integer>) () -> 42))
                .hasMessage("interpreter 1 has been ended");
        assertThat(pool.list()).isEmpty();
    }

    @Test
    void what_one_interpreter_puts_in_another_takes_out_as_a_copy_of_its_own() throws Exception {
        pool.createQueue("parcels", 4);
        Interpreter from = pool.create();
        Interpreter to = pool.create();
        pool.call(
                from,
                (Task<Integer>)
                        () -> {
                            Queues.put("parcels", SOME);
                            return 0;
                        });
        Called<String> taken =
                pool.call(
                        to,
                        (Task<String>)
                                () -> {
                                    Object object = Queues.take("parcels");
                                    return object.equals(SOME)
                                            + " by "
                                            + object.getClass().getClassLoader().getName();
                                });
        assertThat(taken.result()).isEqualTo("true by interpreter-2");
    }

    @Test
    void what_comes_out_is_equal_but_never_the_same_object() throws Exception {
        InterpreterQueue queue = pool.createQueue("parcels", 1);
        queue.put(SOME);
        assertThat(queue.take()).isEqualTo(SOME).isNotSameAs(SOME);
        Called<String> inside =
                pool.call(
                        pool.create(),
                        (Task<String>)
                                () -> {
                                    Queues.put("parcels", SOME);
                                    Parcel back = (Parcel) Queues.take("parcels");
                                    return back.equals(SOME) + " " + same(back, SOME);
                                });
        assertThat(inside.result()).isEqualTo("true false");
    }

    @Test
    void
            objects_come_out_in_the_order_in_which_they_went_in_and_no_more_go_in_than_there_is_room_for()
                    throws Exception {
        InterpreterQueue queue = pool.createQueue("numbers", 2);
        Called<List<Boolean>> offered =
                pool.call(
                        pool.create(),
                        (Task<List<Boolean>>)
                                () ->
                                        List.of(
                                                Queues.offer("numbers", 1),
                                                Queues.offer("numbers", 2),
                                                Queues.offer("numbers", 3)));
        assertThat(offered.result()).containsExactly(true, true, false);
        assertThat(queue.size()).isEqualTo(2);
        assertThat(List.of(queue.take(), queue.take())).containsExactly(1, 2);
        assertThat(queue.size()).isZero();
    }

    @Test
    void who_puts_into_a_full_queue_waits_until_somebody_takes() throws Exception {
        InterpreterQueue queue = pool.createQueue("numbers", 1);
        Interpreter one = pool.create();
        queue.put(1);
        Thread caller =
                Thread.startVirtualThread(() -> {
                    try {
                        pool.call(
                                one,
                                (Task<Integer>)
                                        () -> {
                                            Queues.put("numbers", 2);
                                            return 0;
                                        });
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        Thread inside = one.thread(0);
        while (inside.getState() != Thread.State.WAITING || !pool.isTaken(one)) {
            Thread.onSpinWait();
        }
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.take()).isEqualTo(2);
        caller.join();
        assertThat(pool.isTaken(one)).isFalse();
    }

    @Test
    void queues_are_listed_by_name_until_they_are_forgotten() throws Exception {
        InterpreterQueue second = pool.createQueue("b", 1);
        InterpreterQueue first = pool.createQueue("a", InterpreterQueue.MOST);
        assertThat(pool.queues()).containsExactly(first, second);
        pool.destroyQueue(second);
        assertThat(pool.queues()).containsExactly(first);
        Interpreter one = pool.create();
        assertThatThrownBy(() -> pool.call(one, (Task<Object>) () -> Queues.take("b")))
                .hasMessage("there is no queue \"b\"");
    }

    @Test
    void a_queue_that_cannot_be_is_refused_in_a_sentence() {
        pool.createQueue("a", 1);
        assertThatThrownBy(() -> pool.createQueue("a", 1))
                .hasMessage("there is a queue \"a\" already");
        assertThatThrownBy(() -> pool.createQueue(" ", 1)).hasMessage("a queue needs a name");
        assertThatThrownBy(() -> pool.createQueue("b", 0))
                .hasMessage("a queue holds 1 to 10000 objects, not 0");
        assertThat(pool.queues()).hasSize(1);
    }
}
