package dev.lanescope.exchange.out;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.OutputStream;

/// JSON that is written while it comes into being.
final class JsonStream {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /// What is written.
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private JsonStream() {}

    /// Writes one JSON value in UTF-8; the stream stays open.
    static void write(OutputStream out, Body body) throws IOException {
        try (JsonGenerator json =
                FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            body.write(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
