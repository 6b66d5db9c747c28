package dev.lanescope.cli;

/// The one model that a command is about.
final class ModelOption {

    private final Given<String> id;

    ModelOption(OptionSheet sheet) {
        id =
                sheet.text(
                                "--model",
                                "ID",
                                "Who does the work; `models` lists them. Default: "
                                        + Choice.DEFAULT_MODEL
                                        + ".")
                        .or(Choice.DEFAULT_MODEL);
    }

    String id() {
        return id.get();
    }
}
