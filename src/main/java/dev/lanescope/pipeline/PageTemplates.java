package dev.lanescope.pipeline;

import dev.lanescope.content.FrontMatter;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.ClassAccessException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One worker's templates, each compiled once, and what they are given. Templates see plain maps,
/// lists, strings and numbers and may call no method of any object: they cannot reach the machine.
///
/// A page chooses its template with `template: NAME` in its front matter. What a template can use:
///
/// | name | what it is |
/// |---|---|
/// | `page` | `id`, `title`, `description`, `tags`, `language`, `source`, `hasHeading` (the text has a first-level heading of its own), `front` (all of the front matter) |
/// | `body` | the rendered Markdown, the only thing to be used with the filter `raw` |
/// | `contents` | the headings of levels 2 and 3: `level`, `id`, `title` |
/// | `root` | what precedes every `href` and `first`: `../` as often as needed |
/// | `site`, `section` | where the site begins, and the page's folder: `id`, `title`, `href` (empty if it has no index page), `first` (its first page), `count` (of pages) |
/// | `trail` | the sections from the site's beginning down to the page's |
/// | `sections`, `top` | the sections that navigation begins with, and the id of the page's |
/// | `pages`, `below` | the other pages of the section, and the sections in it; these three lists hold at most 40, `...Before` and `...After` count the rest |
/// | `previous`, `next` | `title` and `href`; both empty at the ends |
final class PageTemplates {

    /// The id of the text itself in the built-in templates; no heading gets it.
    static final String MAIN_ID = "ls-main";

    private static final int MAX_CHARS = 256 * 1024 * 1024;

    private final TemplateSteps steps = new TemplateSteps();
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
                        .registerExtensionCustomizer(
                                extension -> new TemplateGuard(extension, steps))
                        .build();
        TemplateLoader.BUILT_IN.forEach(engine::getTemplate);
    }

    /// The whole page in the template it chose, as UTF-8.
    byte[] fill(Draft draft) throws PageException {
        String body = Draft.left(draft.body, Stage.RENDER);
        String name = chosen(draft.frontMatter);
        buffer.clear();
        steps.reset();
        try {
            PebbleTemplate template = engine.getTemplate(name);
            template.evaluate(buffer, model(draft, body));
            return buffer.toByteArray();
        } catch (PebbleException e) {
            throw broken(draft, name, e);
        } catch (StackOverflowError _) {
            throw new PageException(
                    draft.page().source(),
                    draft.templateLine,
                    "template: " + TemplateLoader.file(name) + " uses itself without end");
        } catch (OutOfMemoryError _) { // one huge string or list, already let go
            throw new PageException(
                    draft.page().source(),
                    draft.templateLine,
                    "template: " + TemplateLoader.file(name) + " makes too much");
        } catch (IOException e) {
            throw new PageException(
                    draft.page().source(), draft.templateLine, "template: " + e.getMessage());
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

    private static PageException broken(Draft draft, String name, PebbleException e) {
        String file = TemplateLoader.file(e.getFileName() == null ? name : e.getFileName());
        String line = e.getLineNumber() == null ? "" : ":" + e.getLineNumber();
        String why = e.getPebbleMessage() == null ? "cannot be used" : e.getPebbleMessage();
        if (e instanceof ClassAccessException) {
            why = "a template may call no method";
        }
        String where = e.getLineNumber() == null ? "" : file + line + ": ";
        String oneLine = why.lines().findFirst().orElse("").strip();
        return new PageException(
                draft.page().source(), draft.templateLine, "template: " + where + oneLine);
    }
}
