package dev.lanescope.concurrency;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How a value crosses a class loader's or a process's boundary. What is read may come from a
/// process that has gone wrong, so [#read] checks every length before it believes it.
public interface ByteForm<T> {

    void write(T value, DataOutput out) throws IOException;

    /// Reads one value.
    ///
    /// @throws IOException if the bytes are not a value that [#write] wrote
    T read(DataInput in) throws IOException;
}
