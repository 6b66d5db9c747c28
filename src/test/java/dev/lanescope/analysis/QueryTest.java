package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type into the search field, and what is meant.
class QueryTest {

    @ParameterizedTest
    @CsvSource({
        "1.2s..1.4s, 1200000000, 1400000000",
        "1.2..1.4s, 1200000000, 1400000000",
        "350-420 ms, 350000000, 420000000",
        "350ms to 1 s, 350000000, 1000000000",
        "1.4s..1.2s, 1200000000, 1400000000",
        "1.2 s + 30 ms, 1200000000, 1230000000",
        "5us..7\u00b5s, 5000, 7000",
        "10..20ns, 10, 20",
        "1..2min, 60000000000, 120000000000",
    })
    void two_moments_are_a_stretch_of_time(String typed, long start, long end) {
        assertThat(Query.of(typed)).isEqualTo(new Query.Time(start, end));
    }

    @ParameterizedTest
    @CsvSource({"310 ms, 310000000", "1.5S, 1500000000", "@7us, 7000", "3s..3000ms, 3000000000"})
    void one_moment_is_a_moment(String typed, long nanos) {
        assertThat(Query.of(typed)).isEqualTo(new Query.Moment(nanos));
    }

    @ParameterizedTest
    @CsvSource({"page 310, 309", "#1, 0", "Item 7, 6", "page 0, 0"})
    void a_page_has_a_number(String typed, int item) {
        assertThat(Query.of(typed)).isEqualTo(new Query.Item(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ch04-02", "310", "page", "page x", "1.2.3s", "ms", "s..s", "-5ms"})
    void everything_else_is_words(String typed) {
        assertThat(Query.of("  " + typed + " ")).isEqualTo(new Query.Words(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999min", "999999999999..999999999999.9min"})
    void the_end_of_time_is_not_passed(String typed) {
        assertThat(Query.of(typed))
                .satisfiesAnyOf(
                        query -> assertThat(query).isEqualTo(new Query.Moment(Long.MAX_VALUE / 4)),
                        query -> assertThat(query).isInstanceOf(Query.Time.class));
    }
}
