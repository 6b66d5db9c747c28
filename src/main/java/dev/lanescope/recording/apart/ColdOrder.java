package dev.lanescope.recording.apart;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Buffers;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.concurrency.knobs.Writes;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An experiment as a file, for the JVM that is to carry it out. It is always recorded.
final class ColdOrder {

    private static final int MOST_FAULTS = 100_000;

    private ColdOrder() {}

    static void write(Experiment experiment, Path file) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            byte[] site = experiment.site().toBytes();
            out.writeInt(site.length);
            out.write(site);
            out.writeUTF(experiment.output().toString());
            out.writeUTF(experiment.model().id());
            out.writeInt(experiment.workers());
            out.writeBoolean(experiment.jvmWatched());
            experiment.settings().write(out);
            write(experiment.knobs(), out);
        }
    }

    static Experiment read(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            int length = in.readInt();
            if (length < 0 || length > Files.size(file)) {
                throw new IOException("a site of " + length + " bytes");
            }
            Site site = Site.fromBytes(in.readNBytes(length));
            Path output = Path.of(in.readUTF());
            String id = in.readUTF();
            ConcurrencyModel model =
                    Models.byId(id).orElseThrow(() -> new IOException("no model " + id));
            int workers = in.readInt();
            boolean watched = in.readBoolean();
            RenderSettings settings = RenderSettings.read(in);
            return new Experiment(site, output, model, workers, settings, true)
                    .with(knobs(in))
                    .watchingJvm(watched);
        } catch (IllegalArgumentException e) {
            throw new IOException("these bytes are no experiment: " + e.getMessage(), e);
        }
    }

    private static void write(Knobs knobs, DataOutput out) throws IOException {
        out.writeUTF(knobs.scheduling().text());
        out.writeUTF(knobs.state().name());
        out.writeUTF(knobs.transport().name());
        out.writeUTF(knobs.buffers().name());
        out.writeUTF(knobs.writes().name());
        out.writeInt(knobs.batch());
        out.writeInt(knobs.cpuWeight());
        out.writeInt(knobs.warmUp());
        out.writeInt(knobs.threads());
        out.writeLong(knobs.readLatency().toNanos());
        out.writeLong(knobs.writeLatency().toNanos());
        out.writeLong(knobs.switchInterval().toNanos());
        out.writeLong(knobs.pageTimeout().toNanos());
        out.writeInt(knobs.faults().size());
        for (Fault fault : knobs.faults()) {
            out.writeUTF(fault.kind().name());
            out.writeInt(fault.item());
        }
    }

    private static Knobs knobs(DataInput in) throws IOException {
        String scheduling = in.readUTF();
        return new Knobs(
                        Scheduling.parse(scheduling)
                                .orElseThrow(() -> new IOException("no scheduling " + scheduling)),
                        WorkerState.valueOf(in.readUTF()),
                        Transport.valueOf(in.readUTF()),
                        1,
                        Duration.ZERO,
                        Duration.ZERO,
                        1,
                        Knobs.STANDARD.switchInterval(),
                        Duration.ZERO,
                        List.of(),
                        0,
                        Buffers.valueOf(in.readUTF()),
                        Writes.valueOf(in.readUTF()),
                        1)
                .withBatch(in.readInt())
                .withCpuWeight(in.readInt())
                .withWarmUp(in.readInt())
                .withThreads(in.readInt())
                .withLatency(time(in), time(in))
                .withSwitchInterval(time(in))
                .withPageTimeout(time(in))
                .with(faults(in));
    }

    private static Duration time(DataInput in) throws IOException {
        return Duration.ofNanos(in.readLong());
    }

    private static List<Fault> faults(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_FAULTS) {
            throw new IOException(count + " faults");
        }
        var faults = new ArrayList<Fault>();
        for (int fault = 0; fault < count; fault++) {
            faults.add(new Fault(Fault.Kind.valueOf(in.readUTF()), in.readInt()));
        }
        return faults;
    }
}
