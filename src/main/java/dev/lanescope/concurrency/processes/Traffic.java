package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.Observer;

/// How many bytes of messages have crossed between a crew and its children so far.
final class Traffic {

    private final Gauge sentGauge;
    private final Gauge receivedGauge;
    private long sent;
    private long received;

    Traffic(Observer observer) {
        sentGauge = observer.gauge("bytes sent");
        receivedGauge = observer.gauge("bytes received");
    }

    synchronized void add(long moreSent, long moreReceived) {
        sent += moreSent;
        received += moreReceived;
        sentGauge.set(sent);
        receivedGauge.set(received);
    }

    synchronized long sent() {
        return sent;
    }

    synchronized long received() {
        return received;
    }
}
