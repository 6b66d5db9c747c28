package dev.lanescope.concurrency.processes.wire;

import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.processes.wire.Message.Report;
import dev.lanescope.concurrency.processes.wire.Message.Work;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/// One end of the line between a parent and its child: whole messages, one after the other. Any
/// thread may send, one at a time receives.
///
/// A message goes as a tag, a length and so many bytes. With shared memory, the bytes of work and
/// reports go through that, and only where they lie goes over the socket.
public final class Line implements Closeable {

    private static final int RECORDS = 'R';
    private static final int SERIALIZED = 'S';
    private static final int IN_MEMORY = 'M';

    /// No message is longer.
    static final int LONGEST = 1 << 29;

    /// No report of a child is longer, nor anything else that it says.
    static final int LONGEST_OF_CHILD = 1 << 26;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Closeable socket;
    private final int longest;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private Transport transport = Transport.RECORDS;
    private @Nullable SharedMemory memory;
    private @Nullable Ring outgoing;
    private volatile @Nullable Ring incoming;
    private boolean closed;

    /// @param socket what to close when the line is closed
    public Line(InputStream in, OutputStream out, Closeable socket) {
        this(in, out, socket, LONGEST);
    }

    private Line(InputStream in, OutputStream out, Closeable socket, int longest) {
        this.longest = longest;
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = new DataOutputStream(out);
        this.socket = socket;
    }

    /// The parent's end, at which nothing very long can be meant.
    ///
    /// @param socket what to close when the line is closed
    public static Line ofParent(InputStream in, OutputStream out, Closeable socket) {
        return new Line(in, out, socket, LONGEST_OF_CHILD);
    }

    /// From now on work and reports go this way.
    public synchronized void carryBy(Transport way) {
        transport = way;
    }

    /// From now on work and reports go through this memory, as long as there is room in it. Closed
    /// together with the line.
    public synchronized void carryBy(SharedMemory shared, boolean isParent) {
        transport = Transport.SHARED_MEMORY;
        memory = shared;
        outgoing = isParent ? shared.toChild() : shared.toParent();
        incoming = isParent ? shared.toParent() : shared.toChild();
    }

    public synchronized void send(Message message) throws IOException {
        if (closed) {
            throw new IOException("the line is closed");
        }
        boolean bulk = message instanceof Work || message instanceof Report;
        byte[] bytes =
                switch (message) {
                    case Work work when transport == Transport.SERIALIZATION ->
                            Envelopes.bytes(work);
                    case Report report when transport == Transport.SERIALIZATION ->
                            Envelopes.bytes(report);
                    default -> Records.bytes(message);
                };
        if (bytes.length > LONGEST) {
            throw new IOException("a message of " + bytes.length + " bytes is too long");
        }
        long position = bulk && outgoing != null ? outgoing.put(bytes) : -1;
        var frame = new byte[position < 0 ? 5 + bytes.length : 13];
        var head = ByteBuffer.wrap(frame);
        head.put((byte) tag(bulk, position)).putInt(bytes.length);
        if (position < 0) {
            head.put(bytes);
        } else {
            head.putLong(position);
        }
        out.write(frame);
        out.flush();
        sent.addAndGet(bytes.length);
    }

    private int tag(boolean bulk, long position) {
        if (position >= 0) {
            return IN_MEMORY;
        }
        return bulk && transport == Transport.SERIALIZATION ? SERIALIZED : RECORDS;
    }

    /// Waits for the next message.
    ///
    /// @throws EOFException if the other side is gone
    /// @throws IOException if it says what makes no sense
    public Message receive() throws IOException {
        int tag = in.read();
        if (tag < 0) {
            throw new EOFException("the other side is gone");
        }
        int length = in.readInt();
        if (length < 0 || length > longest) {
            throw new IOException("a message of " + length + " bytes");
        }
        received.addAndGet(length);
        return switch (tag) {
            case RECORDS -> Records.message(bytes(length));
            case SERIALIZED -> Envelopes.message(bytes(length));
            case IN_MEMORY -> {
                Ring ring = incoming;
                if (ring == null) {
                    throw new IOException("a message in a memory that is not shared");
                }
                yield Records.message(ring.take(in.readLong(), length));
            }
            default -> throw new IOException("a message with the unknown tag " + tag);
        };
    }

    /// Memory is taken as the bytes arrive, not as they are announced.
    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the other side broke off");
        }
        return bytes;
    }

    /// How many bytes of messages this side has sent.
    public long sent() {
        return sent.get();
    }

    /// How many bytes of messages have come in.
    public long received() {
        return received.get();
    }

    /// Wakes whoever sends or receives.
    @Override
    public void close() throws IOException {
        socket.close();
        synchronized (this) {
            if (!closed && memory != null) {
                memory.close();
            }
            closed = true;
        }
    }
}
