package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.Step;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `lanescope guide`: the plan with its states, a step that is done, and the report.
class GuideCommandTest {

    @TempDir Path place;

    private Answer guide(Object... more) {
        Path content = place.resolve("content");
        for (int page = 0; page < 12; page++) {
            Answer.page(content, "page-" + page + ".md", "# Page " + page + "\n\nSome *text*.\n");
        }
        var all = new ArrayList<Object>(List.of("guide", content));
        all.addAll(List.of(more));
        return Answer.to(all.toArray());
    }

    private JsonNode json(Object... more) {
        var all = new ArrayList<Object>(List.of(more));
        all.add("--json");
        Answer answer = guide(all.toArray());
        assertThat(answer.err()).isEmpty();
        return JsonMapper.shared().readTree(answer.out());
    }

    @Test
    void the_plan_is_told_with_hours_states_and_an_empty_checklist() {
        Answer answer = guide();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("Feasibility study: ", ", 12 pages, ")
                .contains("planned were 1 to 2 hours", "planned were 2 to 4 hours")
                .contains(Guide.FEASIBILITY.steps().stream().map(Step::id).toList())
                .contains("0 of 5 steps done", "[ ] Test pickling")
                .doesNotContain("[x]");
    }

    /// What the first step finds ticks it, and is there when it is asked for again.
    @Test
    void a_step_is_done_by_its_number_and_stays_done() {
        Answer answer = guide("--study", "jit", "--step", "1");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("1 support: done", "[x] Check for JIT support", "1 of 4 steps done");
        JsonNode later = json("--study", "jit");
        assertThat(later.at("/steps/0/state").stringValue()).isEqualTo("done");
        assertThat(later.at("/steps/0/tookSeconds").doubleValue()).isPositive();
        assertThat(later.at("/steps/0/figures")).hasSize(2);
        assertThat(later.at("/steps/1/state").stringValue()).isEqualTo("not begun");
        assertThat(later.at("/checklist/0/done").booleanValue()).isTrue();
        assertThat(later.get("end").isNull()).isTrue();
    }

    @Test
    void what_cannot_be_trusted_is_told_once_also_by_who_does_all_steps() throws Exception {
        Path content = place.resolve("content");
        Answer.page(content, "page.md", "# Page\n");
        EvidenceBook book = EvidenceBook.in(place.resolve("data/claims"));
        book.keep(allButTheFirst(Guide.JIT, SiteScanner.scan(content, ScanProgress.NONE)));
        Path damaged = Files.writeString(book.folder().resolve("a.evidence"), "damaged");
        Program program =
                Program.start(
                        place,
                        Map.of("LANESCOPE_DATA", place.resolve("data").toString()),
                        List.of(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-classpath",
                                System.getProperty("java.class.path", ""),
                                "dev.lanescope.Main",
                                "guide",
                                content.toString(),
                                "--study",
                                "jit",
                                "--step",
                                " all"));
        Answer answer = program.answer();
        assertThat(answer.out()).contains("4 of 4 steps done");
        assertThat(answer.errLines())
                .singleElement()
                .asString()
                .contains(damaged.getFileName().toString());
    }

    private static Evidence allButTheFirst(Guide guide, Site site) {
        Here here = Here.with(site);
        List<Reading> readings =
                guide.steps().stream()
                        .skip(1)
                        .flatMap(step -> step.sought(here).stream())
                        .map(each -> new Reading(each.key(), each.title(), 1, 1, 1, 6))
                        .distinct()
                        .toList();
        return Evidence.now(here, readings, List.of());
    }

    @Test
    void a_report_can_be_written_at_any_time_as_a_page_or_as_markdown() throws Exception {
        Path page = place.resolve("report.html");
        Path words = place.resolve("report.md");
        Answer answer = guide("--report", page, "--report", words);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("The report is");
        assertThat(Files.readString(page)).contains("<h2>3. Channel overhead</h2>", "Not over");
        assertThat(Files.readString(words)).contains("## 4. Prototype comparison");
        assertThat(guide("--report", page).err()).contains("overwrite it with --force");
    }

    @Test
    void what_does_not_exist_or_cannot_be_done_is_refused_in_a_sentence() {
        assertThat(guide("--study", "jitt").err()).contains("there is no study 'jitt'", "jit");
        assertThat(guide("--step", "chanel").err()).contains("no step 'chanel'", "channel");
        assertThat(guide("--step", "9").err()).contains("there is no step '9'");
        assertThat(guide("--step", "decision").err()).contains("follows from the steps before");
        Path small = place.resolve("small");
        Answer.page(small, "one.md", "# One\n");
        Answer refused = Answer.to("guide", small, "--step", "prototype");
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(refused.err()).contains("Prototype comparison cannot be done here.", "pages");
    }

    @Test
    void every_key_for_programs_and_every_step_is_documented() throws Exception {
        String docs = Files.readString(Path.of("docs/guide.md"));
        JsonNode answer = json("--study", "jit");
        answer.properties().forEach(key -> assertThat(docs).contains("`" + key.getKey() + "`"));
        answer.at("/steps/0")
                .properties()
                .forEach(key -> assertThat(docs).contains("`" + key.getKey() + "`"));
        for (Guide guide : Guide.values()) {
            for (Step step : guide.steps()) {
                assertThat(docs).contains("`" + step.id() + "`");
            }
        }
    }
}
