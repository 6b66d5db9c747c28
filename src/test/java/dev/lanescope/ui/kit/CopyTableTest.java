package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class CopyTableTest {

    private static final CopyTable TABLE =
            new CopyTable(
                    List.of("state", "spans"),
                    List.of(List.of("parse", "12"), List.of("front, \"matter\"", "3")));

    @Test
    void as_text_words_stand_left_and_figures_right() {
        assertThat(TABLE.text())
                .isEqualTo(
                        """
                        state            spans
                        parse               12
                        front, "matter"      3
                        """);
    }

    @Test
    void as_csv_only_what_needs_quotes_has_them() {
        assertThat(TABLE.csv())
                .isEqualTo("state,spans\r\nparse,12\r\n\"front, \"\"matter\"\"\",3\r\n");
    }

    @Test
    void a_row_of_another_length_is_refused() {
        assertThatThrownBy(() -> new CopyTable(List.of("one"), List.of(List.of("a", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a row of 2 below a head of 1");
    }

    @Test
    void a_table_of_nothing_is_an_empty_line() {
        assertThat(new CopyTable(List.of(), List.of()).text()).isEqualTo("\n");
    }
}
