package dev.lanescope.pipeline;

import dev.lanescope.content.FrontMatter;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One worker's templates, each compiled once, and what they are given. Templates see plain maps,
/// lists, strings and numbers and may call no method of any object: they cannot reach the machine.
///
/// A page chooses with `template: NAME` in its front matter; docs for authors: `page` (title,
/// description, tags, source, front), `body`, `contents`, `site`, `root`, `sections`, `section`,
/// `pages`, `below`, `trail`, `previous`, `next`, as the built-in template `page` uses them.
final class PageTemplates {

    /// The id of the text itself in the built-in templates; no heading gets it.
    static final String MAIN_ID = "ls-main";

    private static final int MAX_CHARS = 256 * 1024 * 1024;

    private final PebbleEngine engine;
    private final Navigation navigation;
    private final Utf8Buffer buffer = new Utf8Buffer();

    PageTemplates(Site site) {
        navigation = new Navigation(site);
        engine =
                new PebbleEngine.Builder()
                        .loader(new TemplateLoader(site))
                        .autoEscaping(true)
                        .strictVariables(false)
                        .defaultLocale(Locale.ROOT)
                        .methodAccessValidator((_, _) -> false)
                        .maxRenderedSize(MAX_CHARS)
                        .registerExtensionCustomizer(WithoutBundles::new)
                        .build();
        TemplateLoader.BUILT_IN.forEach(engine::getTemplate);
    }

    /// The whole page in the template it chose, as UTF-8.
    byte[] fill(Draft draft) throws PageException {
        String body = Draft.left(draft.body, Stage.RENDER);
        String name = chosen(draft.frontMatter);
        buffer.clear();
        try {
            PebbleTemplate template = engine.getTemplate(name);
            template.evaluate(buffer, model(draft, body));
            return buffer.toByteArray();
        } catch (PebbleException e) {
            throw broken(draft.page(), name, e);
        } catch (IOException e) {
            throw new PageException(draft.page().source(), 0, "template: " + e.getMessage());
        }
    }

    /// What the page asks for. A name such as `home.html` was meant for another site generator and
    /// asks us for nothing.
    private static String chosen(FrontMatter matter) {
        return matter.text("template").filter(name -> !name.endsWith(".html")).orElse("page");
    }

    private Map<String, Object> model(Draft draft, String body) {
        Map<String, Object> model = HashMap.newHashMap(24);
        FrontMatter matter = draft.frontMatter;
        Page page = draft.page();
        model.put(
                "page",
                Map.of(
                        "id", page.id(),
                        "title", draft.title,
                        "description",
                                matter.text("description")
                                        .or(() -> matter.text("summary"))
                                        .orElse(""),
                        "tags", matter.texts("tags"),
                        "language", matter.text("lang").orElse(""),
                        "source", page.source(),
                        "hasHeading", draft.opensWithTitle,
                        "front", matter.values()));
        model.put("body", body);
        model.put("contents", draft.contents);
        navigation.describe(page, model);
        return model;
    }

    private static PageException broken(Page page, String name, PebbleException e) {
        String file = TemplateLoader.file(e.getFileName() == null ? name : e.getFileName());
        String line = e.getLineNumber() == null ? "" : ":" + e.getLineNumber();
        String why = e.getPebbleMessage() == null ? "cannot be used" : e.getPebbleMessage();
        String where = e.getLineNumber() == null ? "" : file + line + ": ";
        String oneLine = why.lines().findFirst().orElse("").strip();
        return new PageException(page.source(), 0, "template: " + where + oneLine);
    }

    /// Takes away the function that loads resource bundles, and with them classes, by name.
    private static final class WithoutBundles extends ExtensionCustomizer {

        WithoutBundles(Extension core) {
            super(core);
        }

        @Override
        public Map<String, Function> getFunctions() {
            Map<String, Function> functions = super.getFunctions();
            if (functions == null || !functions.containsKey("i18n")) {
                return functions;
            }
            Map<String, Function> fewer = new HashMap<>(functions);
            fewer.remove("i18n");
            return fewer;
        }
    }
}
