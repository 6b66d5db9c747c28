package dev.lanescope.concurrency.crossing;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.Observer;

/// How many bytes of messages have crossed between a crew and its workers so far.
public final class Traffic {

    private final Gauge sentGauge;
    private final Gauge receivedGauge;
    private long sent;
    private long received;

    public Traffic(Observer observer) {
        sentGauge = observer.gauge("bytes sent");
        receivedGauge = observer.gauge("bytes received");
        add(0, 0); // so that a trace tells from where it is counted
    }

    public synchronized void add(long moreSent, long moreReceived) {
        now(sent + moreSent, received + moreReceived);
    }

    /// So many by now, where somebody else counts.
    public synchronized void now(long allSent, long allReceived) {
        sent = allSent;
        received = allReceived;
        sentGauge.set(sent);
        receivedGauge.set(received);
    }

    public synchronized long sent() {
        return sent;
    }

    public synchronized long received() {
        return received;
    }
}
