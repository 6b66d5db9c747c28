package dev.lanescope.recording;

import dev.lanescope.concurrency.isolated.inside.Queues;

import java.io.Serializable;
import java.util.concurrent.Callable;

/// What is next in a queue, taken by whoever is given this, in words; empty if there is nothing.
public final class QueueCall implements Callable<String>, Serializable {

    private static final long serialVersionUID = 1;

    private final String queue;

    public QueueCall(String queue) {
        this.queue = queue;
    }

    @Override
    public String call() throws Exception {
        return Queues.poll(queue) instanceof PageCall.Rendered page
                ? page.page() + ", which " + page.loader() + " rendered"
                : "";
    }
}
