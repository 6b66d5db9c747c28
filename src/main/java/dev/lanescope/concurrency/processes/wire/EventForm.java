package dev.lanescope.concurrency.processes.wire;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.Waiting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Events as records of our own.
enum EventForm implements ByteForm<Event> {
    INSTANCE;

    private static final Waiting[] WAITINGS = Waiting.values();

    @Override
    public void write(Event event, DataOutput out) throws IOException {
        switch (event) {
            case Event.Waits(long nanos, long cpu, Waiting what) -> {
                out.writeByte('w');
                out.writeLong(nanos);
                out.writeLong(cpu);
                out.writeByte(what.ordinal());
            }
            case Event.Works(long nanos, long cpu, int item, int stage) -> {
                out.writeByte('s');
                out.writeLong(nanos);
                out.writeLong(cpu);
                out.writeInt(item);
                out.writeInt(stage);
            }
            case Event.Done(int item, Bytes result) -> {
                out.writeByte('d');
                out.writeInt(item);
                MessageForm.write(result, out);
            }
            case Event.Failed(int item, int stage, Bytes cause) -> {
                out.writeByte('f');
                out.writeInt(item);
                out.writeInt(stage);
                MessageForm.write(cause, out);
            }
        }
    }

    @Override
    public Event read(DataInput from) throws IOException {
        var in = (BoundedInput) from;
        int kind = in.readByte();
        return switch (kind) {
            case 'w' ->
                    new Event.Waits(
                            in.readLong(),
                            in.readLong(),
                            WAITINGS[in.readNumber(in.readByte(), 0, WAITINGS.length - 1)]);
            case 's' -> new Event.Works(in.readLong(), in.readLong(), in.readInt(), in.readInt());
            case 'd' -> new Event.Done(in.readInt(), in.readBytes());
            case 'f' -> new Event.Failed(in.readInt(), in.readInt(), in.readBytes());
            default -> throw new IOException("an event of the unknown kind " + kind);
        };
    }
}
