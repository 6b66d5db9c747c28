package dev.lanescope.concurrency.knobs;

import java.util.Optional;

/// Who takes which page, and when.
///
/// @param order how pages find their worker
/// @param chunk how many pages are taken at once; 1 unless `order` is [Order#CHUNKS]
public record Scheduling(Order order, int chunk) {

    /// How pages find their worker.
    public enum Order {
        /// One queue, from which every worker takes the next page when it is free.
        SHARED_QUEUE("shared-queue", "one queue for all"),
        /// Page after page is dealt out in turn, before anybody begins.
        ROUND_ROBIN("round-robin", "dealt out in turn"),
        /// One queue, from which several pages are taken at once.
        CHUNKS("chunks", "one queue, several pages at once"),
        /// One queue, the biggest pages at its head, so that none of them is begun last.
        HEAVIEST_FIRST("heaviest-first", "one queue, biggest pages first");

        private final String id;
        private final String words;

        Order(String id, String words) {
            this.id = id;
            this.words = words;
        }

        public String id() {
            return id;
        }

        public String words() {
            return words;
        }
    }

    /// More pages at once than this are a typing error.
    public static final int MOST_AT_ONCE = 10_000;

    public static final Scheduling SHARED_QUEUE = new Scheduling(Order.SHARED_QUEUE, 1);
    public static final Scheduling ROUND_ROBIN = new Scheduling(Order.ROUND_ROBIN, 1);
    public static final Scheduling HEAVIEST_FIRST = new Scheduling(Order.HEAVIEST_FIRST, 1);

    public Scheduling {
        if (chunk < 1 || chunk > MOST_AT_ONCE || (chunk > 1 && order != Order.CHUNKS)) {
            throw new IllegalArgumentException(order + " with " + chunk + " pages at once");
        }
    }

    public static Scheduling chunksOf(int pages) {
        return new Scheduling(Order.CHUNKS, pages);
    }

    /// As the terminal spells it, such as `chunks:8`.
    public String text() {
        return order == Order.CHUNKS ? order.id() + ":" + chunk : order.id();
    }

    /// Reads what [#text] wrote; empty if it is something else.
    public static Optional<Scheduling> parse(String text) {
        String[] parts = text.split(":", 2);
        for (Order order : Order.values()) {
            if (order.id().equals(parts[0])) {
                if (order != Order.CHUNKS) {
                    return parts.length == 1
                            ? Optional.of(new Scheduling(order, 1))
                            : Optional.empty();
                }
                return parts.length == 2 && parts[1].matches("[1-9][0-9]{0,3}")
                        ? Optional.of(chunksOf(Integer.parseInt(parts[1])))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
