package dev.lanescope.concurrency.processes.wire;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.processes.wire.Message.Aborted;
import dev.lanescope.concurrency.processes.wire.Message.Common;
import dev.lanescope.concurrency.processes.wire.Message.End;
import dev.lanescope.concurrency.processes.wire.Message.NothingLeft;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Message.Ping;
import dev.lanescope.concurrency.processes.wire.Message.Pong;
import dev.lanescope.concurrency.processes.wire.Message.Ready;
import dev.lanescope.concurrency.processes.wire.Message.Report;
import dev.lanescope.concurrency.processes.wire.Message.Setup;
import dev.lanescope.concurrency.processes.wire.Message.Work;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Messages as records of our own: a byte that says what it is, then its parts one after the other.
final class MessageForm implements ByteForm<Message> {

    private static final int MOST_THREADS = 1024;

    @Override
    public void write(Message message, DataOutput out) throws IOException {
        switch (message) {
            case Setup setup -> {
                out.writeByte('S');
                out.writeUTF(setup.kitchen());
                write(setup.ingredients(), out);
                KnobsForm.INSTANCE.write(setup.knobs(), out);
                out.writeInt(setup.threads());
                out.writeUTF(setup.memory());
                out.writeBoolean(setup.rehearsal());
            }
            case Ping() -> out.writeByte('p');
            case Work(List<Piece> pieces) -> {
                out.writeByte('W');
                out.writeInt(pieces.size());
                for (Piece piece : pieces) {
                    out.writeInt(piece.number());
                    out.writeInt(piece.common());
                    write(piece.item(), out);
                }
            }
            case Common(int id, Bytes bytes) -> {
                out.writeByte('C');
                out.writeInt(id);
                write(bytes, out);
            }
            case NothingLeft() -> out.writeByte('N');
            case End() -> out.writeByte('E');
            case Ready() -> out.writeByte('R');
            case Pong(long nanos) -> {
                out.writeByte('P');
                out.writeLong(nanos);
            }
            case Report(int thread, List<Event> events) -> {
                out.writeByte('r');
                out.writeInt(thread);
                out.writeInt(events.size());
                for (Event event : events) {
                    EventForm.INSTANCE.write(event, out);
                }
            }
            case Aborted(String sentence) -> {
                out.writeByte('A');
                out.writeUTF(sentence);
            }
        }
    }

    static void write(Bytes bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.size());
        out.write(bytes.array());
    }

    @Override
    public Message read(DataInput from) throws IOException {
        var in = (BoundedInput) from;
        int kind = in.readByte();
        return switch (kind) {
            case 'S' ->
                    new Setup(
                            in.readUTF(),
                            in.readBytes(),
                            KnobsForm.INSTANCE.read(in),
                            in.readNumber(1, MOST_THREADS),
                            in.readUTF(),
                            in.readBoolean());
            case 'p' -> new Ping();
            case 'W' -> {
                int count = in.readCount();
                var pieces = new ArrayList<Piece>();
                for (int piece = 0; piece < count; piece++) {
                    int number = in.readNumber(0, Integer.MAX_VALUE);
                    pieces.add(new Piece(number, in.readInt(), in.readBytes()));
                }
                yield new Work(pieces);
            }
            case 'C' -> new Common(in.readInt(), in.readBytes());
            case 'N' -> new NothingLeft();
            case 'E' -> new End();
            case 'R' -> new Ready();
            case 'P' -> new Pong(in.readLong());
            case 'r' -> {
                int thread = in.readNumber(0, MOST_THREADS);
                int count = in.readCount();
                var events = new ArrayList<Event>();
                for (int event = 0; event < count; event++) {
                    events.add(EventForm.INSTANCE.read(in));
                }
                yield new Report(thread, events);
            }
            case 'A' -> new Aborted(in.readUTF());
            default -> throw new IOException("a message of the unknown kind " + kind);
        };
    }
}
