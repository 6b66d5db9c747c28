package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.FileWork;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What a Python is told before it begins: what there is to render, and how.
record Job(PythonExecutor executor, FileWork<?, ?> files, Workload<?, ?, ?> work, Orders orders) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// An item of a batch.
    ///
    /// @param index in the batch
    /// @param entry of [FileWork#entries]
    record Task(int index, int entry) {}

    /// As one line.
    String json() {
        Knobs knobs = orders.knobs();
        ObjectNode job = JSON.createObjectNode();
        job.put("executor", executor.id);
        job.put("workers", orders.workers());
        job.put("name", files.name());
        job.put("content", files.from().toString());
        job.put("output", files.to().toString());
        job.put("escape", files.escapesHtml());
        job.put("renderer", "");
        job.put("weight", knobs.cpuWeight());
        job.put("readLatency", knobs.readLatency().toNanos());
        job.put("writeLatency", knobs.writeLatency().toNanos());
        job.put("switch", knobs.switchInterval().toNanos());
        job.put("batch", knobs.batch());
        job.put("send", send(knobs.transport()));
        job.put("eager", !knobs.faults().isEmpty());
        ArrayNode stages = job.putArray("stages");
        work.stages().stream().map(Stage::name).forEach(stages::add);
        ArrayNode faults = job.putArray("faults");
        for (Fault fault : knobs.faults()) {
            faults.addArray().add(fault.item()).add(fault.kind().id());
        }
        ArrayNode pages = job.putArray("pages");
        for (FileWork.Entry entry : files.entries()) {
            pages.addArray().add(entry.source()).add(entry.output()).add(entry.title());
        }
        ObjectNode line = JSON.createObjectNode();
        line.set("job", job);
        return line.toString();
    }

    /// Asks for the first pages to be packed and unpacked, as one line.
    String pickle(int pages) {
        ObjectNode line = JSON.createObjectNode();
        line.put("pickle", pages);
        line.put("batch", orders.knobs().batch());
        line.put("send", send(orders.knobs().transport()));
        return line.toString();
    }

    private static String send(Transport transport) {
        return switch (transport) {
            case PICKLED_PAGES -> "page";
            case PICKLED_SITES -> "site";
            case REFERENCE, RECORDS, SERIALIZATION, SHARED_MEMORY -> "path";
        };
    }

    /// A batch, as one line.
    ///
    /// @param first the number in the run of the item with index 0
    static String batch(int first, List<Task> tasks) {
        ObjectNode line = JSON.createObjectNode();
        ArrayNode list = line.putArray("do");
        tasks.forEach(task -> list.addArray().add(first + task.index()).add(task.entry()));
        return line.toString();
    }
}
