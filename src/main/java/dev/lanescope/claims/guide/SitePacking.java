package dev.lanescope.claims.guide;

import dev.lanescope.claims.Reading;
import dev.lanescope.content.Site;
import dev.lanescope.lab.Spread;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// What it takes to pack all that is known of a site and to unpack it, and whether Java's own
/// serialization would do it, as pickling does in Python.
final class SitePacking {

    static final String SITE_BYTES = "pack:site-bytes";
    static final String SITE_TIME = "pack:site-time";
    static final String TEXT_BYTES = "pack:text-bytes";
    static final String SERIALIZABLE = "pack:serializable";

    private static final int ROUNDS = 21;
    private static final int WARM_UP = 50;

    private SitePacking() {}

    /// @throws InterruptedException soon after this thread is interrupted
    static List<Reading> of(Site site) throws IOException, InterruptedException {
        int bytes = 0;
        for (int time = 0; time < WARM_UP; time++) {
            bytes = packed(site);
        }
        List<Double> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            bytes = packed(site);
            nanos.add((double) (System.nanoTime() - begun));
        }
        long text = 0;
        for (var page : site.pages()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            text += Files.size(site.folder().resolve(page.source()));
        }
        return List.of(
                Reading.counted(
                        SITE_BYTES, "bytes of what is known of all pages, without text", bytes),
                Reading.ofRounds(SITE_TIME, "to pack and unpack that", new Spread(nanos)),
                Reading.counted(TEXT_BYTES, "bytes of the text of all pages", (double) text),
                serializable(site));
    }

    private static int packed(Site site) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        byte[] bytes = site.toBytes();
        if (Site.fromBytes(bytes).pages().size() != site.pages().size()) {
            throw new IOException("the site came back with other pages than it has");
        }
        return bytes.length;
    }

    /// 1 if Java serialization takes the site as it is, else 0 and the class that is in the way.
    private static Reading serializable(Object site) throws IOException {
        String what = "Java serialization of the whole site: ";
        if (!(site instanceof Serializable)) {
            return Reading.counted(
                    SERIALIZABLE, what + "no, " + site.getClass().getSimpleName() + " is not", 0);
        }
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(site);
            return Reading.counted(SERIALIZABLE, what + "yes", 1);
        } catch (NotSerializableException e) {
            return Reading.counted(SERIALIZABLE, what + "no, " + e.getMessage() + " is not", 0);
        }
    }
}
