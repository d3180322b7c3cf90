package org.synwarden.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.fuzz.FuzzTarget;

/** One piece again and again up to the longest filter: lengths that the changes of the fuzz hardly reach. */
class LongestFiltersTest {
    private static final FuzzTarget FUZZ = FilterFuzz.targets().get(0);

    @ParameterizedTest
    @ValueSource(strings = {"", "tcp.port in {", "process.name matches \"", "tcp && ", "("})
    void theLongestFiltersOfEveryShapeAreReadOrRefused(String begin) throws Exception {
        int refused = 0;
        for (byte[] word : FUZZ.dictionary()) {
            String piece = FuzzTarget.text(word);
            String text = begin + piece.repeat(Filter.LONGEST / piece.length());
            try {
                FUZZ.body()
                        .run(FuzzTarget.texts(text.substring(0, Math.min(text.length(), Filter.LONGEST)))
                                .get(0));
            } catch (FilterException e) {
                refused++; // the fuzz has looked at its message
            }
        }
        assertThat(refused).isPositive();
    }
}
