package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Random;

/// Figures look as the JDK's formatter writes them in American English, which is not asked because
/// it is slow to begin with.
class AmountsTest {

    private static final int TRIES = 2_000;

    @Test
    void numbers_of_any_size_are_written_as_the_formatter_writes_them() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            long count = random.nextLong() >> random.nextInt(Long.SIZE);
            double factor = Math.pow(10, random.nextInt(12) - 4) * random.nextDouble();

            String counted = Amounts.number(count);
            String ratio = Amounts.factor(factor);
            String rate = Amounts.rate(100 + factor);

            String where = "seed " + seed + ": " + count + ", " + factor;
            assertThat(counted).as(where).isEqualTo(us("%,d", count));
            assertThat(ratio).as(where).isEqualTo(us("%.2f", factor));
            assertThat(rate).as(where).isEqualTo(us("%,.0f", 100 + factor));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.125, +0.13",
        "-0.125, −0.13",
        "0.001, +0.00",
        "-0.001, +0.00",
        "0, +0.00",
        "NaN, NaN"
    })
    void a_difference_has_its_sign_unless_it_is_none(double difference, String text) {
        assertThat(Amounts.signed(difference)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0%",
        "0.0004, 0.0%",
        "0.0345, 3.5%",
        "0.9994, 99.9%",
        "0.9996, 100%",
        "12, 1200%"
    })
    void a_share_has_one_place_until_it_is_a_whole(double share, String text) {
        assertThat(Amounts.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "9.994, 9.99",
        "34.25, 34.3",
        "99.95, 100.0",
        "2950.4, '2,950'",
        "NaN, –"
    })
    void a_rate_has_three_digits_or_all_before_the_point(double perSecond, String text) {
        assertThat(Amounts.rate(perSecond)).isEqualTo(text);
    }

    private static String us(String pattern, Object figure) {
        return String.format(Locale.US, pattern, figure);
    }

    @Test
    void bytes_below_nothing_are_written_as_those_above() {
        assertThat(Amounts.bytes(-812)).isEqualTo("-812 B");
        assertThat(Amounts.bytes(-249_000_000)).isEqualTo("-249 MB");
        assertThat(Amounts.bytes(Long.MIN_VALUE)).startsWith("-");
    }
}
