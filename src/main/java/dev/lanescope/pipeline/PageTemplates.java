package dev.lanescope.pipeline;

import dev.lanescope.content.FrontMatter;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.generated.Entries;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.generated.Surroundings;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.links.Hrefs;
import dev.lanescope.pipeline.template.PageBuffer;
import dev.lanescope.pipeline.template.PageBytes;
import dev.lanescope.pipeline.template.TemplateException;
import dev.lanescope.pipeline.template.Templates;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What one worker's [Templates] are given of a page and of the site around it.
///
/// A page chooses its template with `template: NAME` in its front matter. What a template can use
/// stands in `docs/templates.md`, and a test compares that with what is put together here.
final class PageTemplates {

    private final Templates templates;
    private final Navigation navigation;
    private final Surroundings surroundings;

    /// @param buffer in which one page after the other is put together; null for one each
    PageTemplates(
            Site site,
            RenderSettings settings,
            GeneratedPages generated,
            @Nullable PageBuffer buffer) {
        navigation = new Navigation(site);
        surroundings = new Surroundings(generated);
        Path ofSite = site.folder().resolve(Site.TEMPLATES);
        templates =
                new Templates(
                        settings.templates().id(),
                        settings.escapeHtml() ? null : ofSite,
                        settings.ownTemplates(),
                        buffer);
    }

    /// The whole page in the template it chose, as UTF-8.
    PageBytes fill(Draft draft) throws PageException {
        @Nullable Generated generated = draft.generated().orElse(null);
        String name =
                generated == null ? chosen(draft.frontMatter) : generated.template().orElseThrow();
        Map<String, Object> model =
                generated == null
                        ? model(draft, Draft.left(draft.body, Stage.RENDER))
                        : model(generated, Draft.left(draft.gathered, Stage.GENERATE));
        try {
            return templates.fill(name, model);
        } catch (TemplateException e) {
            throw new PageException(
                    draft.name(), draft.templateLine, "template: " + e.getMessage());
        }
    }

    /// What the page asks for. A name such as `home.html` was meant for another site generator and
    /// asks us for nothing.
    private static String chosen(FrontMatter matter) {
        return matter.text("template").filter(name -> !name.endsWith(".html")).orElse("page");
    }

    /// What the template of a page is given.
    Map<String, Object> model(Draft draft, String body) {
        Map<String, Object> model = HashMap.newHashMap(40);
        FrontMatter matter = draft.frontMatter;
        Page page = draft.page();
        model.put(
                "page",
                Entries.inOrder(
                        "href", Hrefs.encode(page.output()),
                        "title", draft.title,
                        "description",
                                matter.text("description")
                                        .or(() -> matter.text("summary"))
                                        .orElse(""),
                        "tags", matter.texts("tags"),
                        "language", matter.text("lang").orElse(""),
                        "source", page.source(),
                        "hasHeading", draft.opensWithTitle,
                        "date", Entries.inDigits(page.info().date()),
                        "day", Entries.inWords(page.info().date()),
                        "front", matter.values()));
        model.put("body", body);
        model.put("contents", draft.contents);
        describe(page, model, navigation, surroundings);
        return model;
    }

    /// Puts into a model all that a page's template is given of the site around the page, and
    /// nothing else does: [PageSurroundings] tells by it whether a page would come out the same.
    static void describe(
            Page page, Map<String, Object> model, Navigation around, Surroundings generated) {
        around.describe(page, model);
        generated.describe(page, model);
    }

    /// The same for a generated file, besides what was gathered for it; [GeneratedInputs] tells by
    /// it whether the file would come out the same.
    static void describe(
            Generated file, Map<String, Object> model, Navigation around, Surroundings generated) {
        around.describe(file, model);
        generated.describe(file, model);
    }

    /// What the template of a file made of pages is given.
    Map<String, Object> model(Generated generated, Map<String, Object> gathered) {
        Map<String, Object> model = new HashMap<>(gathered);
        describe(generated, model, navigation, surroundings);
        return model;
    }
}
