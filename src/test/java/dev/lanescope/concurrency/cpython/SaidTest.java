package dev.lanescope.concurrency.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

class SaidTest {

    @Test
    void moments_are_sums_of_what_lies_between_them() throws Exception {
        var told =
                (Said.Moments)
                        Said.read(
                                "{\"k\":\"s\",\"w\":\"1.0.2\",\"i\":7,\"e\":[100,10,2,50,30,-3]}");
        assertThat(told.item()).isEqualTo(7);
        assertThat(told.moments())
                .isEqualTo(List.of(new Said.Moment(100, 10, 2), new Said.Moment(150, 40, -3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{\"k\":\"d\"}",
                "{\"k\":\"d\",\"w\":1,\"i\":1,\"b\":1}",
                "{\"k\":\"d\",\"w\":\"1\",\"i\":99999999999,\"b\":1}",
                "{\"k\":\"s\",\"w\":\"1\",\"i\":1,\"e\":[1,2]}",
                "{\"k\":\"s\",\"w\":\"1\",\"i\":1,\"e\":[[[[[[1]]]]]]}",
                "{\"k\":\"nobody knows\"}",
            })
    void a_line_that_makes_no_sense_is_refused(String line) {
        assertThatThrownBy(() -> Said.read(line)).isInstanceOf(IOException.class);
    }
}
