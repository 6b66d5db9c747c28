package dev.lanescope.pipeline;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedContent;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.input.PageReader;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.pipeline.template.PageBytes;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The stages that read and write. They keep nothing from page to page, so any thread may do them
/// at any time, with or without a [PageRenderer] of its own.
public final class PageTransfer {

    private final PageReader reader;
    private final OutputFolder output;

    public PageTransfer(Site site, OutputFolder output) {
        this.reader = new PageReader(site);
        this.output = output;
    }

    /// Does exactly one stage.
    ///
    /// @param stage one that does not compute
    /// @throws PageException if this page cannot come out; another one may
    /// @throws OutputException if nothing more can be written
    public void step(Stage stage, Draft draft) throws PageException, OutputException {
        switch (stage) {
            case READ -> {
                byte[] bytes = reader.read(draft.page());
                draft.read(bytes, new Hasher().of(bytes));
            }
            case WRITE -> {
                PageBytes html = Draft.left(draft.html, Stage.TEMPLATE);
                draft.html = null;
                try {
                    draft.written(write(draft, html));
                } finally {
                    html.release();
                }
            }
            case FRONT_MATTER, PARSE, TRANSFORM, RENDER, GENERATE, TEMPLATE ->
                    throw new IllegalArgumentException(stage + " takes a renderer");
        }
    }

    /// Writes a draft's files, and answers with how many bytes that were.
    private long write(Draft draft, PageBytes html) throws PageException, OutputException {
        var bytes = ByteBuffer.wrap(html.array(), 0, html.length());
        output.write(draft.name(), draft.output(), bytes);
        Optional<GeneratedContent.Part> part = draft.generated().flatMap(Generated::part);
        if (part.isEmpty()) {
            return html.length();
        }
        int from = part.get().from();
        output.write(draft.name(), part.get().output(), bytes.slice(from, html.length() - from));
        return 2L * html.length() - from;
    }
}
