package dev.lanescope.concurrency.processes.child;

import dev.lanescope.concurrency.processes.wire.Greeting;
import dev.lanescope.concurrency.processes.wire.Line;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Where a child process begins. It learns the place of the socket and its token over its standard
/// input, calls its parent, and lives as long as that line does, whatever its pages do.
public final class ChildMain {

    private static final int LONGEST_LINE = 4096;

    private ChildMain() {}

    public static void main(String[] args) throws IOException {
        System.setOut(System.err);
        String place = line();
        byte[] token = HexFormat.of().parseHex(line());
        try (var socket = SocketChannel.open(UnixDomainSocketAddress.of(place))) {
            var in = Channels.newInputStream(socket);
            var out = Channels.newOutputStream(socket);
            Greeting.ofChild(token, in, out);
            new Life(new Line(in, out, socket)).live();
        }
    }

    private static String line() throws IOException {
        var text = new byte[LONGEST_LINE];
        int size = 0;
        for (int next = System.in.read(); next != '\n'; next = System.in.read()) {
            if (next < 0 || size == text.length) {
                throw new IOException("started by hand; only Lanescope itself can start it");
            }
            text[size++] = (byte) next;
        }
        return new String(text, 0, size, StandardCharsets.UTF_8);
    }
}
