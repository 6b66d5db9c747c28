package dev.lanescope.ui.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import javafx.application.Platform;
import javafx.concurrent.Service;
import javafx.concurrent.Task;

import org.junit.jupiter.api.Test;

class FxDoorTest {

    @Test
    void there_is_one_door_to_the_fx_thread() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        var house =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.lanescope");
        noClasses()
                .that()
                .areNotAssignableTo(FxThread.class)
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("a flood of runLater freezes the window; use Background or FrameTicker")
                .check(house);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Task.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Service.class)
                .because("Background is the one way to work off the FX thread")
                .check(house);
    }
}
