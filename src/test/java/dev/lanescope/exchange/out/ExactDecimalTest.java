package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.LongStream;

class ExactDecimalTest {

    /// Everything below 2 ms, and numbers up to 50 days.
    private static LongStream moments() {
        return LongStream.concat(
                LongStream.range(0, 2_000_000),
                new Random(1).longs(300_000, 0, 50L * 86_400 * 1_000_000_000));
    }

    @Test
    void microseconds_lead_back_to_the_nanosecond_whether_a_reader_cuts_or_rounds() {
        assertThat(moments().filter(nanos -> !survives(nanos)).boxed().limit(3).toList()).isEmpty();
    }

    private static boolean survives(long nanos) {
        double micros = Double.parseDouble(ExactDecimal.micros(nanos));
        return (long) (micros * 1000.0) == nanos && Math.round(micros * 1000.0) == nanos;
    }

    @Test
    void milliseconds_are_exact() {
        assertThat(
                        moments()
                                .limit(2_100_000)
                                .filter(nanos ->
                                        new BigDecimal(ExactDecimal.millis(nanos))
                                                        .movePointRight(6)
                                                        .longValueExact()
                                                != nanos)
                                .boxed()
                                .limit(3)
                                .toList())
                .isEmpty();
    }

    @Test
    void there_is_neither_an_exponent_nor_a_zero_too_many() {
        assertThat(ExactDecimal.micros(12_340)).isEqualTo("12.34");
        assertThat(ExactDecimal.micros(5)).isEqualTo("0.005");
        assertThat(ExactDecimal.micros(7_000)).isEqualTo("7");
        assertThat(ExactDecimal.millis(1)).isEqualTo("0.000001");
        assertThat(moments().mapToObj(ExactDecimal::micros)).noneMatch(text -> text.contains("E"));
    }
}
