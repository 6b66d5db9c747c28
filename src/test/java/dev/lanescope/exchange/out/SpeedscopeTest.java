package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Chromium;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// speedscope itself, the released one, in a real browser: it opens what was written for it, and
/// the Chrome file too, and shows every lane with every state's time. Skipped, saying why, where
/// there is no npm to fetch it or no Chromium to show it.
class SpeedscopeTest {

    private static final Snapshot TRACE =
            Traces.of(
                    "queue 1000, read@0 3000, parse@0 5000, idle 1000",
                    "starting 4000, parse@1 6000");

    private static final Pattern SEEN =
            Pattern.compile("<pre id=\"seen\">(.*?)</pre>", Pattern.DOTALL);

    /// Goes from profile to profile by the key `n` and keeps what the table of totals says.
    private static final String TRAVELLER =
            """
            <script>
            addEventListener("load", async () => {
              const turn = () => new Promise((done) => setTimeout(done, 50));
              const seen = [];
              for (let i = 1; i <= 2; i++) {
                const shown = () => document.body.textContent.includes("(" + i + "/2)");
                for (let n = 0; n < 200 && !shown(); n++) await turn();
                await turn();
                const rows = [...document.querySelectorAll("tr")].map((row) => row.innerText);
                const title = document.body.innerText.split("\\n").find((line) => line.includes("/2)"));
                seen.push([title, ...rows].join("\\n").replaceAll(/\\s+/g, " "));
                window.dispatchEvent(new KeyboardEvent("keypress", { key: "n" }));
              }
              const all = document.createElement("pre");
              all.id = "seen";
              all.textContent = seen.join("\\n");
              document.body.append(all);
            });
            </script>
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SPEEDSCOPE", "CHROME"})
    void every_lane_is_shown_with_every_states_time(ExportFormat format) throws Exception {
        Chromium chromium = Chromium.orSkip(folder, "what speedscope makes of our files");
        Path app = SpeedscopeApp.orSkip(folder);
        Path page = app.resolve("index.html");
        Files.writeString(page, Files.readString(page).replace("</body>", TRAVELLER + "</body>"));
        Path script = folder.resolve("profile.js");
        String file = Base64.getEncoder().encodeToString(Sample.written(TRACE, format));
        String name = "run." + format.extension();
        Files.writeString(script, "speedscope.loadFileFromBase64('" + name + "', '" + file + "')");

        String local = script.toString().substring(1);
        String dump = chromium.dump(page.toUri() + "#view=sandwich&localProfilePath=" + local);

        var seen = SEEN.matcher(dump);
        assertThat(seen.find()).as(dump).isTrue();
        List<String> profiles = seen.group(1).lines().toList();
        assertThat(profiles).hasSize(2);
        assertThat(profiles.getFirst())
                .contains("worker 1", "(1/2)")
                .contains("5.00µs (50%) 5.00µs (50%) parse")
                .contains("3.00µs (30%) 3.00µs (30%) read")
                .contains("1.00µs (10%) 1.00µs (10%) queue")
                .contains("1.00µs (10%) 1.00µs (10%) idle")
                .containsPattern("8.00µs \\(80%\\) 0.00ns \\([^)]*\\) ch0/page-0.md");
        assertThat(profiles.getLast())
                .contains("worker 2", "(2/2)")
                .contains("4.00µs (40%) 4.00µs (40%) starting")
                .contains("6.00µs (60%) 6.00µs (60%) parse");
    }
}
