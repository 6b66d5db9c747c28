package dev.lanescope.recording.apart;

import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunException;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// Carries out one experiment as the first thing that this JVM does. How it ended is the last line
/// on stdout; what came of it lies in a folder.
final class ColdCase {

    static final String RAN = "RAN";
    static final String REFUSED = "REFUSED ";
    static final String GIVEN_UP = "GIVEN UP ";

    /// The name of the order in the folder.
    static final String ORDER = "order";

    private ColdCase() {}

    /// Does the run and says how it ended.
    ///
    /// @param args the case's own folder, the folder with the order
    public static void main(String[] args) {
        CaseProcess.endWithParent(Path.of(args[0]), Path.of(args[1]));
        PrintStream out = System.out;
        System.setOut(System.err);
        out.println(say(Path.of(args[1])));
        out.flush();
        CaseProcess.over();
    }

    private static String say(Path folder) {
        try {
            Experiment experiment = ColdOrder.read(folder.resolve(ORDER));
            ColdAnswer.write(new Run(experiment).carryOut().knowing(Machine.facts()), folder);
            return RAN;
        } catch (RunException e) {
            return (e.begun() ? GIVEN_UP : REFUSED) + e.getMessage();
        } catch (IOException | InterruptedException | RuntimeException | OutOfMemoryError e) {
            return GIVEN_UP + e;
        }
    }
}
