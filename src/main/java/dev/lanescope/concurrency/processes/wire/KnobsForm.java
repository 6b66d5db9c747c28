package dev.lanescope.concurrency.processes.wire;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.knobs.WorkerState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The knobs that a child turns for itself. Who takes what, and how long a page may take, is
/// watched by the parent.
enum KnobsForm implements ByteForm<Knobs> {
    INSTANCE;

    @Override
    public void write(Knobs knobs, DataOutput out) throws IOException {
        out.writeUTF(knobs.state().name());
        out.writeUTF(knobs.transport().name());
        out.writeLong(knobs.readLatency().toNanos());
        out.writeLong(knobs.writeLatency().toNanos());
        out.writeInt(knobs.cpuWeight());
        out.writeInt(knobs.faults().size());
        for (Fault fault : knobs.faults()) {
            out.writeUTF(fault.kind().name());
            out.writeInt(fault.item());
        }
    }

    @Override
    public Knobs read(DataInput from) throws IOException {
        var in = (BoundedInput) from;
        try {
            var state = WorkerState.valueOf(in.readUTF());
            var transport = Transport.valueOf(in.readUTF());
            Duration read = Duration.ofNanos(in.readLong());
            Duration write = Duration.ofNanos(in.readLong());
            int weight = in.readInt();
            int count = in.readCount();
            List<Fault> faults = new ArrayList<>();
            for (int fault = 0; fault < count; fault++) {
                faults.add(new Fault(Fault.Kind.valueOf(in.readUTF()), in.readInt()));
            }
            return Knobs.STANDARD
                    .with(state)
                    .with(transport)
                    .withLatency(read, write)
                    .withCpuWeight(weight)
                    .with(faults);
        } catch (IllegalArgumentException e) {
            throw new IOException("knobs that cannot be: " + e.getMessage(), e);
        }
    }
}
