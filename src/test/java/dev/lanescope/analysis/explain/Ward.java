package dev.lanescope.analysis.explain;

import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Makes up runs that are known to have some illnesses and no others. Everything else about them is
/// drawn at random: lanes, pages, how different these are, and a little of every other illness, too
/// little to be one.
final class Ward {

    /// @param ills what the run was made to have
    record Case(Snapshot run, Set<Illness> ills) {}

    /// What rules look for; the others take a sequential run to be seen.
    static final Set<Illness> ILLS = EnumSet.range(Illness.TAIL, Illness.PINNED);

    private static final List<Illness> OF_POOLS =
            List.of(
                    Illness.TAIL,
                    Illness.SERIAL_PART,
                    Illness.LOCK,
                    Illness.OVERSUBSCRIPTION,
                    Illness.FOREIGN_LOAD,
                    Illness.SERIALIZATION,
                    Illness.START_UP,
                    Illness.WARM_UP,
                    Illness.COLLECTOR,
                    Illness.SMALL_TASKS);

    /// What a lock hides: those who wait for it do not compute.
    private static final Set<Illness> NOT_BESIDE_A_LOCK =
            EnumSet.of(
                    Illness.OVERSUBSCRIPTION,
                    Illness.FOREIGN_LOAD,
                    Illness.TAIL,
                    Illness.START_UP,
                    Illness.SERIALIZATION,
                    Illness.SMALL_TASKS,
                    Illness.WARM_UP);

    private final Random random;

    private Ward(long seed) {
        random = new Random(seed);
    }

    /// A run with this illness, and perhaps another one.
    static Case with(Illness illness, long seed) {
        var ward = new Ward(seed);
        return switch (illness) {
            case BLOCKED_LOOP -> new Case(ward.loop(true), Set.of(illness));
            case BACK_PRESSURE -> new Case(ward.stages(true), Set.of(illness));
            case INPUT_OUTPUT -> ward.pool(EnumSet.of(illness)); // it outweighs all others
            case PINNED -> new Case(ward.carriers(true), Set.of(illness));
            default -> ward.pool(ward.perhapsAnother(illness));
        };
    }

    /// A run without any.
    static Case healthy(long seed) {
        var ward = new Ward(seed);
        return switch (ward.random.nextInt(5)) {
            case 0 -> new Case(ward.loop(false), Set.of());
            case 1 -> new Case(ward.stages(false), Set.of());
            case 2 -> new Case(ward.carriers(false), Set.of());
            default -> ward.pool(EnumSet.noneOf(Illness.class));
        };
    }

    private EnumSet<Illness> perhapsAnother(Illness illness) {
        var ills = EnumSet.of(illness);
        Illness other = OF_POOLS.get(random.nextInt(OF_POOLS.size()));
        if (random.nextBoolean()) {
            ills.add(other);
        }
        boolean locked = ills.contains(Illness.LOCK);
        boolean crowded = ills.contains(Illness.OVERSUBSCRIPTION);
        if ((locked && NOT_BESIDE_A_LOCK.contains(other))
                || (locked && NOT_BESIDE_A_LOCK.contains(illness))
                || (crowded && ills.contains(Illness.FOREIGN_LOAD))) {
            return EnumSet.of(illness);
        }
        return ills;
    }

    private double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    private Case pool(EnumSet<Illness> ills) {
        int lanes = 2 + random.nextInt(7);
        int pages = lanes * (50 + random.nextInt(100));
        var run = new Patient(random, lanes, pages, 10 * lanes);
        boolean tiny = ills.contains(Illness.SMALL_TASKS);
        double typical = tiny ? between(20_000, 90_000) : between(1e6, 5e6);
        double pause = typical * (tiny ? between(0.4, 1.5) : between(0.001, 0.02));
        boolean bytes = ills.contains(Illness.SERIALIZATION);
        boolean apart = bytes || random.nextInt(4) == 0;
        double coding = bytes ? between(0.3, 1) : apart ? between(0, 0.04) : 0;
        run.model = apart ? "processes" : "fixed-pool";
        run.processors =
                ills.contains(Illness.OVERSUBSCRIPTION)
                        ? Math.max(1, lanes / (2 + random.nextInt(2)))
                        : lanes + random.nextInt(8);
        double stretch = stretch(run, ills);
        boolean locked = ills.contains(Illness.LOCK);
        boolean cold = ills.contains(Illness.WARM_UP);
        run.renderedBefore = cold ? 0 : random.nextBoolean() ? 100_000 : 0;
        double slower = cold ? between(4, 10) : between(0, 0.2);
        double warming = pages * between(0.08, 0.3);
        boolean slowDisk = ills.contains(Illness.INPUT_OUTPUT);
        double disk = slowDisk ? between(1.8, 6) : between(0, 0.3);
        double wall = typical * (1 + coding) * stretch * pages / lanes;
        double start =
                wall * (ills.contains(Illness.START_UP) ? between(0.35, 1) : between(0, 0.03));
        for (int lane = 0; lane < lanes; lane++) {
            run.spend(lane, Patient.STARTING, Lane.NO_ITEM, start * between(0.9, 1.1));
        }
        boolean heavy = random.nextBoolean();
        long lockFree = 0;
        for (int page = 0; page < pages; page++) {
            int lane = run.free();
            double size = typical * Math.exp(0.5 * Math.clamp(random.nextGaussian(), -2, 2));
            size *= 1 + slower * Math.exp(-page / warming);
            run.spend(lane, Patient.WORKLESS, Lane.NO_ITEM, pause * between(0.5, 1.5));
            if (coding > 0) {
                run.spend(lane, Patient.CHANNEL, Lane.NO_ITEM, size * coding * 0.4);
                run.spend(lane, Patient.DECODING, Lane.NO_ITEM, size * coding * 0.3);
            }
            run.spend(lane, Patient.READ, page, size * 0.1);
            if (disk > 0 && random.nextBoolean()) {
                run.spend(lane, Patient.IO, Lane.NO_ITEM, size * disk);
            } else {
                run.spend(lane, Patient.READ, page, size * disk, 1_000);
            }
            if (locked || random.nextInt(100) == 0) {
                run.until(lane, Patient.LOCK, locked ? lockFree : run.at[lane] + 9_000);
            }
            run.spend(lane, Patient.PARSE, page, 0.8 * size * stretch, 0.8 * size);
            lockFree = Math.max(lockFree, run.at[lane]);
            run.spend(lane, Patient.WRITE, page, size * 0.1);
            if (coding > 0) {
                run.spend(lane, Patient.ENCODING, Lane.NO_ITEM, size * coding * 0.3);
            }
        }
        if (ills.contains(Illness.TAIL)) {
            tail(run, pages - 1, heavy, run.end() * between(0.3, 1), stretch);
        }
        files(run, ills.contains(Illness.SERIAL_PART), typical, pause);
        boolean pressed = ills.contains(Illness.COLLECTOR);
        collect(run, pressed ? between(0.1, 0.4) : between(0, 0.02));
        return new Case(run.run(), ills);
    }

    /// How much longer the lanes compute than they use CPU time.
    private double stretch(Patient run, Set<Illness> ills) {
        if (ills.contains(Illness.OVERSUBSCRIPTION)) {
            return Math.max(1.3, 0.9 * run.lanes / run.processors);
        }
        if (ills.contains(Illness.FOREIGN_LOAD)) {
            run.processors = run.lanes;
            double stretch = between(1.3, 2);
            run.others = run.lanes * (1 - 1 / stretch);
            return stretch;
        }
        if (ills.contains(Illness.INPUT_OUTPUT)) {
            return 1; // others would hide it
        }
        run.others = random.nextBoolean() ? Math.max(0, run.processors - run.lanes) * 0.8 : 0;
        return 1;
    }

    /// One lane goes on with one heavy page, or with many that were dealt to it.
    private void tail(Patient run, int page, boolean heavy, double nanos, double stretch) {
        int lane = run.free();
        int parts = heavy ? 1 : 8;
        for (int part = 0; part < parts; part++) {
            int item = heavy ? page : page - part;
            run.spend(lane, Patient.WORKLESS, Lane.NO_ITEM, 1_000);
            run.spend(lane, Patient.PARSE, item, nanos / parts, nanos / parts / stretch);
        }
    }

    private void files(Patient run, boolean serial, double typical, double pause) {
        long end = run.end();
        long begin = end + Math.round(end * (serial ? between(0.15, 0.6) : between(0, 0.02)));
        for (int lane = 0; lane < run.lanes; lane++) {
            run.until(lane, Patient.IDLE, begin);
        }
        for (int file = 0; file < run.files; file++) {
            int lane = run.free();
            run.spend(lane, Patient.WORKLESS, Lane.NO_ITEM, pause);
            run.spend(lane, Patient.PARSE, run.pages + file, typical * between(0.2, 0.4));
        }
    }

    private void collect(Patient run, double share) {
        long end = run.end();
        int stops = 5 + random.nextInt(20);
        for (int stop = 0; stop < stops; stop++) {
            long from = end * stop / stops;
            long to = from + Math.round(end * share / stops);
            run.stops.add(new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", from, to));
        }
    }

    /// One thread computes, four read and write for it.
    private Snapshot loop(boolean blocked) {
        int pages = 100 + random.nextInt(400);
        var run = new Patient(random, 5, pages, 0);
        run.model = "event-loop";
        double computing = between(1e6, 4e6);
        double reading = computing * (blocked ? between(0.1, 1) : between(8, 30));
        for (int page = 0; page < pages; page++) {
            int helper = 1;
            for (int lane = 2; lane < 5; lane++) {
                helper = run.at[lane] < run.at[helper] ? lane : helper;
            }
            run.until(helper, Patient.WORKLESS, blocked ? run.at[0] - 5_000_000 : 0);
            run.spend(helper, Patient.READ, page, reading * between(0.5, 1.5), 1_000);
            run.until(0, Patient.IO, run.at[helper]);
            run.spend(0, Patient.PARSE, page, computing * between(0.5, 1.5));
        }
        return run.run();
    }

    /// Carriers of virtual threads, some of which waited now and then where they could not leave
    /// them.
    private Snapshot carriers(boolean pinned) {
        int lanes = 2 + random.nextInt(7);
        int pages = lanes * (50 + random.nextInt(100));
        var run = new Patient(random, lanes, pages, 0);
        run.model = "virtual-threads";
        run.processors = lanes;
        double typical = between(1e6, 5e6);
        double share = pinned ? between(0.08, 0.5) : between(0, 0.03);
        for (int page = 0; page < pages; page++) {
            int lane = run.free();
            run.spend(lane, Patient.WORKLESS, Lane.NO_ITEM, typical * 0.005);
            double size = typical * between(0.7, 1.3);
            double held = size * share / (1 - share);
            run.spend(lane, Patient.READ, page, held, 1_000);
            if (held > 0) {
                run.pins.add(new long[] {run.at[lane], Math.round(held)});
            }
            run.spend(lane, Patient.PARSE, page, size);
        }
        return run.run();
    }

    /// Three stages with two threads each and room for four pages between them; which one is slow
    /// decides whether the others are held up.
    private Snapshot stages(boolean heldUp) {
        int each = 2;
        int room = 4;
        int pages = 200 + random.nextInt(400);
        var run = new Patient(random, 3 * each, pages, 0);
        run.model = "staged";
        run.processors = 3 * each;
        double quick = between(1e6, 3e6);
        double slow = quick * between(3, 8);
        int slowStage = heldUp ? 2 : 0;
        long[][] taken = new long[3][pages];
        for (int page = 0; page < pages; page++) {
            long here = 0;
            for (int stage = 0; stage < 3; stage++) {
                int lane = stage * each + page % each;
                run.until(lane, Patient.WORKLESS, here);
                taken[stage][page] = run.at[lane];
                double length = stage == slowStage ? slow : quick;
                run.spend(lane, stage, page, length * between(0.7, 1.3));
                here = run.at[lane];
                int full = page - room - each;
                if (stage < 2 && full >= 0) { // room is made when a page before is taken
                    run.until(lane, Patient.ROOM, taken[stage + 1][full + each]);
                    here = run.at[lane];
                }
            }
        }
        return run.run();
    }
}
