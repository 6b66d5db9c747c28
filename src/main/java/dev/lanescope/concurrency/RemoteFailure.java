package dev.lanescope.concurrency;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/// What an item failed of where this heap cannot be seen. Reads like what was thrown there, for it
/// is never thrown here as what it was: nothing but two texts crosses.
public final class RemoteFailure extends Exception {

    private static final long serialVersionUID = 1;

    /// Class name and message, nothing more.
    static final ByteForm<Throwable> FORM =
            new ByteForm<>() {
                @Override
                public void write(Throwable cause, DataOutput out) throws IOException {
                    out.writeUTF(head(cause.getClass().getName()));
                    out.writeUTF(head(String.valueOf(cause.getMessage())));
                }

                @Override
                public Throwable read(DataInput in) throws IOException {
                    return new RemoteFailure(in.readUTF(), in.readUTF());
                }
            };

    private static final int LONGEST = 10_000; // in three bytes each still less than UTF can take

    private static final String OURS = "dev.lanescope.";

    private final String type;

    private RemoteFailure(String type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    private static String head(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// What was thrown, here or elsewhere, in words for people: classes of this program say it all
    /// in their message, those of the JDK are called by their last name.
    public static String words(Throwable cause) {
        String type = cause instanceof RemoteFailure far ? far.type : cause.getClass().getName();
        String message = Objects.requireNonNullElse(cause.getMessage(), "null");
        boolean silent = message.equals("null");
        if (type.startsWith(OURS) && !silent) {
            return message;
        }
        String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return silent ? name : name + ": " + message;
    }

    /// The same words as those of what was thrown.
    @Override
    @SuppressWarnings("OverrideThrowableToString") // its own class is of no interest
    public String toString() {
        return "null".equals(getMessage()) ? type : type + ": " + getMessage();
    }
}
