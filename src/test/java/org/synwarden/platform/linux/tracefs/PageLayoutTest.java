package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageLayoutTest {
    private static final String EVENT = """
            # compressed entry header
            \ttype_len    :    5 bits
            \ttime_delta  :   27 bits
            \tarray       :   32 bits

            \tpadding     : type == 29
            \ttime_extend : type == 30
            \ttime_stamp : type == 31
            \tdata max type_len  == 28
            """;

    private static String page(int longSize, int dataSize) {
        return Formats.field(" u64 timestamp", 0, 8, 0)
                + Formats.field(" local_t commit", 8, longSize, 1)
                + Formats.field(" int overwrite", 8, 1, 1)
                + Formats.field(" char data", 8 + longSize, dataSize, 0);
    }

    @Test
    void readsWhereTheEventsBeginAndHowManyBytesTheyTake() throws IOException {
        PageLayout layout = PageLayout.parse(page(8, 4_080), EVENT);

        assertThat(layout).isEqualTo(new PageLayout(8, 8, 16, 4_080));
        assertThat(layout.pageSize()).isEqualTo(4_096);
    }

    @Test
    void aKernelOf32BitsHasAShorterHeader() throws IOException {
        assertThat(PageLayout.parse(page(4, 4_084), EVENT)).isEqualTo(new PageLayout(8, 4, 12, 4_084));
    }

    @Test
    void refusesAPageWithoutData() {
        assertThatThrownBy(() -> PageLayout.parse(Formats.field(" u64 timestamp", 0, 8, 0), EVENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ring buffer");
    }

    @Test
    void refusesEventsThatAreBuiltOtherwise() {
        assertThatThrownBy(() -> PageLayout.parse(page(8, 4_080), EVENT.replace("27 bits", "26 bits")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ring buffer");
    }

    /** The fuzz found one of 40,000 letters that took more than a minute. */
    @Test
    void refusesMoreTextThanTheKernelWrites() {
        assertThatThrownBy(() -> PageLayout.parse(page(8, 4_080), EVENT.repeat(40)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("greater length");
    }

    @Test
    void theOrderOfTheHeaderMatters() {
        String disordered = EVENT.lines().sorted().collect(Collectors.joining("\n"));

        assertThatThrownBy(() -> PageLayout.parse(page(8, 4_080), disordered)).isInstanceOf(IOException.class);
    }
}
