package dev.lanescope.pipeline;

import dev.lanescope.content.BrokenPageException;
import dev.lanescope.content.FrontMatter;
import dev.lanescope.content.FrontMatterParser;
import dev.lanescope.content.PageText;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.generated.Gatherer;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.markdown.Markdown;
import dev.lanescope.pipeline.markdown.TangledTextException;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.pipeline.template.PageBytes;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One worker's private state: its parser, its renderer, its compiled templates, its buffers. Not
/// safe for use by two threads at once, on purpose; many renderers work at once on one [Site] and
/// one [OutputFolder] and share nothing else.
///
/// A draft may take each of its stages with another renderer, as long as they come one after the
/// other.
public final class PageRenderer {

    private final Site site;
    private final PageTransfer transfer;
    private final FrontMatterParser frontMatter = new FrontMatterParser();
    private final Markdown markdown;
    private final PageTransform transform;
    private final Gatherer gatherer;
    private final PageTemplates templates;

    public PageRenderer(Site site, OutputFolder output, RenderSettings settings) {
        this(site, output, settings, settings.generated(site));
    }

    /// @param generated what [RenderSettings#generated] listed; one serves many renderers
    public PageRenderer(
            Site site, OutputFolder output, RenderSettings settings, GeneratedPages generated) {
        this(site, output, settings, generated, new PageBuffers());
    }

    /// @param buffers what pages are put together in; null if each is to have new ones
    public PageRenderer(
            Site site,
            OutputFolder output,
            RenderSettings settings,
            GeneratedPages generated,
            @Nullable PageBuffers buffers) {
        this.site = site;
        this.transfer = new PageTransfer(site, output);
        this.markdown = new Markdown(settings.escapeHtml(), buffers == null ? null : buffers.html);
        this.transform = new PageTransform(site, settings);
        this.gatherer = new Gatherer(generated);
        this.templates =
                new PageTemplates(site, settings, generated, buffers == null ? null : buffers.page);
    }

    /// Does exactly one stage.
    ///
    /// @throws PageException if this page cannot come out; another one may
    /// @throws OutputException if nothing more can be written
    /// @throws IllegalStateException if the stage before has not been done
    public void step(Stage stage, Draft draft) throws PageException, OutputException {
        try {
            switch (stage) {
                case READ, WRITE -> transfer.step(stage, draft);
                case FRONT_MATTER -> readFrontMatter(draft);
                case PARSE -> {
                    String text = Draft.left(draft.text, Stage.FRONT_MATTER);
                    draft.text = null;
                    parse(draft, text);
                }
                case TRANSFORM -> transform.apply(draft);
                case RENDER -> {
                    draft.body =
                            markdown.render(
                                    Draft.left(draft.document, Stage.TRANSFORM), draft.anchors);
                    draft.document = null;
                    draft.anchors.clear();
                }
                case GENERATE -> generate(draft);
                case TEMPLATE -> {
                    draft.html = templates.fill(draft);
                    draft.body = null;
                    draft.gathered = null;
                }
            }
        } catch (StackOverflowError _) {
            throw new PageException(draft.name(), 0, Markdown.TOO_DEEP);
        } catch (Draft.OutOfOrder e) {
            throw e;
        } catch (RuntimeException e) { // a library's mistake must not cost the other pages
            throw new PageException(
                    draft.name(), 0, stage.label() + ": " + e + "; please report this page");
        }
    }

    private void generate(Draft draft) {
        Generated generated = draft.generated().orElseThrow();
        if (generated.template().isPresent()) {
            draft.gathered = gatherer.model(generated, draft.digests());
        } else {
            draft.html = PageBytes.of(gatherer.file(generated, draft.digests()));
        }
    }

    /// The line, from 1, on which the front matter names a key; 0 if it does not.
    private static int lineOf(String key, String text, FrontMatter matter) {
        if (!matter.values().containsKey(key)) {
            return 0;
        }
        List<String> lines = text.substring(0, matter.bodyStart()).lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            if (lines.get(number - 1).strip().replace("\"", "").startsWith(key)) {
                return number;
            }
        }
        return 0;
    }

    private void parse(Draft draft, String text) throws PageException {
        int start = draft.frontMatter.bodyStart();
        try {
            draft.document = markdown.parse(start == 0 ? text : text.substring(start));
        } catch (TangledTextException e) {
            int linesBefore = (int) text.substring(0, start).lines().count();
            int line = e.line() == 0 ? 0 : linesBefore + e.line();
            throw new PageException(draft.page().source(), line, e.reason());
        }
    }

    /// Makes the HTML that comes next and throws it away, so that a page costs more.
    ///
    /// @throws IllegalStateException if the page has not been transformed
    public void rehearse(Draft draft) {
        markdown.render(Draft.left(draft.document, Stage.TRANSFORM), draft.anchors);
    }

    private void readFrontMatter(Draft draft) throws PageException {
        byte[] bytes = Draft.left(draft.bytes, Stage.READ);
        draft.bytes = null;
        try {
            String text = PageText.decode(bytes);
            FrontMatter own = frontMatter.parse(text);
            draft.templateLine = lineOf("template", text, own);
            draft.frontMatter = own.withDefaults(site.defaults(draft.page()));
            draft.text = text;
        } catch (BrokenPageException e) {
            throw new PageException(draft.page().source(), e.line(), reason(e));
        }
    }

    private static String reason(BrokenPageException e) {
        String message = e.getMessage();
        return message == null ? "cannot be read" : message;
    }
}
