package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.PebbleException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// One worker's templates, each compiled once. They see plain maps, lists, strings and numbers and
/// may call no method of any object: they cannot reach the machine. A [TemplateGuard] ends those
/// that would not end by themselves.
public final class Templates {

    static { // Pebble says nothing here; to look for somebody who listens means to open every jar
        System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    private final TemplateSteps steps = new TemplateSteps();
    private final OtherTemplates others = new OtherTemplates();
    private final TemplateLoader loader;
    private final PebbleEngine engine;
    private final @Nullable PageBuffer buffer;

    /// @param set which of the built-in templates
    /// @param ofSite the folder of the content's own templates; null if they are not to be trusted
    /// @param own a folder whose templates come before all others; null for none
    /// @param buffer in which one page after the other is put together; null if each is to have a
    ///   buffer of its own
    public Templates(
            String set, @Nullable Path ofSite, @Nullable Path own, @Nullable PageBuffer buffer) {
        this.buffer = buffer;
        loader = new TemplateLoader(set, ofSite, own);
        engine =
                new PebbleEngine.Builder()
                        .loader(loader)
                        .autoEscaping(true)
                        .strictVariables(false)
                        .defaultLocale(Locale.ROOT)
                        .methodAccessValidator((_, _) -> false)
                        .extension(new LeanTemplates(steps))
                        .registerExtensionCustomizer(
                                extension -> new TemplateGuard(extension, steps, others))
                        .build();
        others.in(engine);
        TemplateLoader.EVERY_PAGE.forEach(engine::getTemplate);
    }

    /// Whether a file of this name could be a template. Others in a folder of templates, such as
    /// those of an editor, are never looked at.
    public static boolean isTemplate(String fileName) {
        return TemplateLoader.isTemplate(fileName);
    }

    /// What a template makes of a model, as UTF-8.
    ///
    /// @param name without folder and ending
    public PageBytes fill(String name, Map<String, Object> model) throws TemplateException {
        steps.reset();
        try {
            if (buffer == null) {
                var text = new JoinedText();
                engine.getTemplate(name).evaluate(text, model);
                return PageBytes.of(text.toByteArray());
            }
            return buffer.page(page -> engine.getTemplate(name).evaluate(page, model));
        } catch (LoaderException e) { // the template that the page asks for is not there
            throw new TemplateException(Mistake.sentence(e));
        } catch (RuntimeException e) { // the line is known but for a few, found when it is read
            throw broken(name, Mistake.at(0, name, "cannot be understood", e));
        } catch (StackOverflowError _) {
            throw new TemplateException(
                    loader.file(name) + " nests too deeply, or uses itself without end");
        } catch (OutOfMemoryError _) { // one huge string or list, already let go
            throw new TemplateException(loader.file(name) + " makes too much");
        } catch (IOException e) {
            throw new TemplateException(e.getMessage());
        }
    }

    private TemplateException broken(String name, PebbleException e) {
        @Nullable Integer line = e.getLineNumber();
        String file = loader.file(e.getFileName() == null ? name : e.getFileName());
        String where = line == null || line < 1 ? file : file + ":" + line;
        return new TemplateException(where + ": " + Mistake.sentence(e));
    }
}
