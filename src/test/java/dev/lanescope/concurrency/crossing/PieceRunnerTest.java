package dev.lanescope.concurrency.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Message.Piece;

import org.junit.jupiter.api.Test;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Items that come as bytes.
class PieceRunnerTest {

    @Test
    void a_workload_that_cannot_write_any_reason_fails_its_items_without_one() throws Exception {
        var mute =
                new Sums() {
                    @Override
                    public ByteForm<Throwable> failureForm() {
                        return new NoForm();
                    }
                };
        var pieces = new PieceRunner<>(new ItemRunner<>(mute, Knobs.STANDARD, new StopSignal()));
        var nonsense = new Piece(5, Piece.WHOLE, Bytes.copyOf(new byte[3]));
        assertThat(pieces.take(nonsense, pieces.runner().seat(LaneObserver.NOBODY)))
                .isEqualTo(new Event.Failed(5, 0, Bytes.NONE));
    }

    private record NoForm() implements ByteForm<Throwable> {
        @Override
        public void write(Throwable cause, DataOutput out) throws IOException {
            throw new IOException("there are no words for it");
        }

        @Override
        public Throwable read(DataInput in) {
            return new IOException();
        }
    }
}
