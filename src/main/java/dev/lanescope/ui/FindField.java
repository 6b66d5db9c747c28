package dev.lanescope.ui;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Query;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.timeline.Finder;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Where one types what one looks for: a page, a stage, a time. After `>` it is a command, and a
/// list of them drops down.
final class FindField extends HBox {

    private static final String COMMAND = ">";

    private final TimelineModel timeline;
    private final Finder finder;
    private final TextField text = new TextField();
    private final Label status = new Label();
    private final CommandList list;

    /// What was looked for last; a command in its place does not end the search.
    private String words = "";

    FindField(TimelineModel timeline, Commands commands) {
        this.timeline = timeline;
        this.finder = timeline.finder();
        this.list = new CommandList(commands, this::leave);
        getStyleClass().add("find-field");
        setPrefWidth(380);
        setMinWidth(180);
        text.setId("find");
        text.setPromptText("Find a page, a stage or a time; > for commands");
        text.setAccessibleText("Find a page, a stage, a time, or a command");
        status.setId("find-status");
        status.getStyleClass().addAll("num-small", "text-muted");
        status.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icons.SEARCH.node(), text, status);
        text.textProperty().subscribe((_, typed) -> typed(typed));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        text.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        list.hide();
                    }
                });
        finder.matchesProperty()
                .subscribe(_ -> {
                    if (!finder.isLooking() && !text.isFocused()) {
                        text.clear(); // somebody let go of the search elsewhere
                    }
                    showStatus();
                });
        finder.searchingProperty().subscribe(_ -> showStatus());
        timeline.selectionProperty().subscribe(_ -> showStatus());
    }

    /// Ready for words.
    void find() {
        text.requestFocus();
        text.selectAll();
    }

    /// Ready for a command.
    void command() {
        text.requestFocus();
        text.setText(COMMAND);
        text.end();
        list.show(text, "");
    }

    private void typed(String typed) {
        if (typed.startsWith(COMMAND)) {
            list.show(text, typed.substring(COMMAND.length()));
        } else {
            list.hide();
            if (!typed.equals(words)) {
                words = typed;
                finder.lookFor(Query.of(typed));
            }
        }
        showStatus();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> enter(event.isShiftDown());
            case ESCAPE -> leave();
            case UP -> list.select(-1);
            case DOWN -> list.select(+1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enter(boolean backwards) {
        if (list.isShowing()) {
            list.run();
        } else if (backwards) {
            finder.previous();
        } else {
            finder.next();
        }
    }

    /// Forgets what was typed, a command first; the keys are the timeline's again.
    private void leave() {
        list.hide();
        if (text.getText().startsWith(COMMAND)) {
            text.setText(words);
        } else {
            text.clear();
            finder.clear();
        }
        getScene().getRoot().requestFocus();
    }

    private void showStatus() {
        int count = finder.matchesProperty().get().size();
        boolean words = !text.getText().isBlank() && !text.getText().startsWith(COMMAND);
        status.setText(
                switch (Query.of(text.getText())) {
                    case Query.Time(long start, long _) -> goesThere(start);
                    case Query.Moment(long moment) -> goesThere(moment);
                    case Query.Words _, Query.Item _ when count > 0 ->
                            finder.position().map(at -> Amounts.number(at + 1L) + " of ").orElse("")
                                    + Amounts.number(count);
                    case Query.Words _, Query.Item _ when finder.searchingProperty().get() ->
                            "looking…";
                    case Query.Words _, Query.Item _ ->
                            words && timeline.shownProperty().get().isPresent() ? "nothing" : "";
                });
    }

    private String goesThere(long nanos) {
        return timeline.shownProperty()
                .get()
                .filter(run -> run.finished() && nanos > run.endNanos())
                .map(run -> "after the end (" + Durations.text(run.endNanos()) + ")")
                .orElse("Enter goes there");
    }
}
