package dev.lanescope.ui.experiment;

import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.generated.TemplateSet;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import java.util.List;

/// What kind of site the pages become: its templates, what happens to raw HTML, and whether drafts
/// count.
final class SiteMenu {

    private final SessionModel session;

    SiteMenu(SessionModel session) {
        this.session = session;
    }

    List<MenuItem> items() {
        return List.of(templates(), rawHtml(), drafts());
    }

    private Menu templates() {
        var menu = new Menu("Templates");
        var group = new ToggleGroup();
        RenderSettings now = session.renderingProperty().get();
        for (TemplateSet set : TemplateSet.values()) {
            var item = new RadioMenuItem(set.label() + ": " + set.sentence());
            item.setToggleGroup(group);
            item.setSelected(now.templates() == set);
            item.setOnAction(_ ->
                    session.renderingProperty().set(session.renderingProperty().get().with(set)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private CheckMenuItem rawHtml() {
        var item = new CheckMenuItem("Show raw HTML as text");
        item.setSelected(session.renderingProperty().get().escapeHtml());
        item.setOnAction(_ ->
                session.renderingProperty()
                        .set(session.renderingProperty().get().withRawHtml(!item.isSelected())));
        return item;
    }

    private CheckMenuItem drafts() {
        var item = new CheckMenuItem("Render drafts too");
        item.setSelected(session.draftsProperty().get());
        item.setOnAction(_ -> {
            session.draftsProperty().set(item.isSelected());
            if (session.contentProperty().get() instanceof Content.Ready(var site)) {
                session.open(site.folder());
            }
        });
        return item;
    }
}
