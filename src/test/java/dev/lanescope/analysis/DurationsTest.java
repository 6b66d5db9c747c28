package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "48, 48 ns",
        "999, 999 ns",
        "1000, 1.000 µs",
        "1234, 1.234 µs",
        "13460000, 13.46 ms",
        "389723456, 389.7 ms",
        "999949999, 999.9 ms",
        "999950000, 1.000 s",
        "1204000000, 1.204 s",
        "9999500000, 10.00 s",
        "83200000000, 83.20 s",
        "12345678000000, 12346 s",
        "-1500, -1.500 µs",
        "9223372036854775807, 9223372037 s"
    })
    void durations_have_four_digits(long nanos, String text) {
        assertThat(Durations.text(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"389723456, 389.723 ms", "48, 48 ns", "1500, 1.500 µs", "1204000000, 1.20400 s"})
    void more_digits_can_be_asked_for_but_never_below_a_nanosecond(long nanos, String text) {
        assertThat(Durations.text(nanos, 6)).isEqualTo(text);
    }

    @Test
    void figures_are_those_of_decimal_numbers_rounded_half_up() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            long nanos = random.nextLong() >> random.nextInt(64);
            int digits = 3 + random.nextInt(5);
            assertThat(Durations.text(nanos, digits))
                    .as("%d with %d digits, seed %d", nanos, digits, seed)
                    .isEqualTo(decimal(nanos, digits));
        }
    }

    private static String decimal(long nanos, int digits) {
        BigDecimal exact = BigDecimal.valueOf(nanos);
        int whole = Math.max(digits, exact.precision() - 9);
        BigDecimal rounded = exact.round(new MathContext(whole, RoundingMode.HALF_UP));
        long unit =
                Durations.unit(
                        rounded.abs().min(BigDecimal.valueOf(1_000_000_000)).longValueExact());
        BigDecimal value = rounded.movePointLeft(Durations.exponent(unit));
        int before = Math.max(1, value.precision() - value.scale());
        int decimals = Math.clamp(digits - before, 0, Durations.exponent(unit));
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString()
                + " "
                + Durations.name(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4299000000, 0.000000 s",
        "126815512, 4299000000, 0.126816 s",
        "4299000000, 4299000000, 4.299000 s",
        "1079488499, 125000000000, 1.0795 s",
        "-1500, 228900000, -0.0015 ms",
        "126815512, 228900000, 126.8155 ms",
        "10, 400, 10 ns",
        "10, 4000, 0.010 µs",
        "0, 0, 0 ns"
    })
    void moments_of_one_run_have_one_unit_and_as_many_decimals(
            long nanos, long length, String words) {
        assertThat(Durations.moment(nanos, length)).isEqualTo(words);
    }
}
