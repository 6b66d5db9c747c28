package dev.lanescope.concurrency.processes.wire;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/// The bytes of one message. No length in them is believed that says more than there is.
final class BoundedInput extends DataInputStream {

    BoundedInput(byte[] message) {
        super(new ByteArrayInputStream(message));
    }

    int readNumber(int least, int most) throws IOException {
        return readNumber(readInt(), least, most);
    }

    int readNumber(int number, int least, int most) throws IOException {
        if (number < least || number > most) {
            throw new IOException(number + " where " + least + " to " + most + " is possible");
        }
        return number;
    }

    /// How many things follow, each of at least one byte.
    int readCount() throws IOException {
        return readNumber(0, available());
    }

    Bytes readBytes() throws IOException {
        return new Bytes(readNBytes(readCount()));
    }
}
