package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.filter.Filter;

/** The filters that a user has used and saved, over a restart. */
class FilterMemoryTest {
    private final AtomicReference<Map<String, String>> kept = new AtomicReference<>(Map.of());
    private FilterMemory memory = start();

    private FilterMemory start() {
        return new FilterMemory(new UserSettings(kept.get(), kept::set), "connections");
    }

    private static FilterEntry entry(String text) {
        return FilterEntry.of(text, Filter.LONGEST, "too long");
    }

    private void use(String... filters) {
        for (String filter : filters) {
            memory.used(entry(filter));
        }
    }

    @Test
    void theLastTwentyAreKeptTheLatestFirstAndEachOnce() {
        IntStream.rangeClosed(1, 25).forEach(port -> use("tcp.port == " + port));
        use("tcp.port == 20");

        memory = start();

        assertThat(memory.recent())
                .hasSize(RecentFilters.MOST)
                .startsWith("tcp.port == 20", "tcp.port == 25")
                .endsWith("tcp.port == 6")
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoFilterIsNotKept() {
        use("tcp.port ==", "", "   ");
        assertThat(memory.save("half", entry("tcp.port =="))).isFalse();

        assertThat(memory.recent()).isEmpty();
        assertThat(memory.saved()).isEmpty();
    }

    @Test
    void longFiltersMakeRoomAndOneThatIsTooLongIsNotKept() {
        String long1 = "process.name == \"" + "a".repeat(1_480) + "\"";
        String long2 = "process.name == \"" + "b".repeat(1_480) + "\"";
        use("tcp.port == 1", long1, long2);
        assertThat(memory.recent()).containsExactly(long2, long1);

        use("process.name == \"" + "c".repeat(3_500) + "\"");
        assertThat(memory.recent()).containsExactly(long2, long1);
    }

    @Test
    void theArrowsGoThroughThemAndBackToWhatWasTyped() {
        use("tcp.port == 1", "tcp.port == 2", "tcp.port == 3");

        assertThat(memory.older("udp")).isEqualTo("tcp.port == 3");
        assertThat(memory.older("tcp.port == 3")).isEqualTo("tcp.port == 2");
        assertThat(memory.older("tcp.port == 2")).isEqualTo("tcp.port == 1");
        assertThat(memory.older("tcp.port == 1")).as("there is no older one").isEqualTo("tcp.port == 1");
        assertThat(memory.newer("tcp.port == 1")).isEqualTo("tcp.port == 2");
        assertThat(memory.newer("tcp.port == 2")).isEqualTo("tcp.port == 3");
        assertThat(memory.newer("tcp.port == 3")).isEqualTo("udp");
        assertThat(memory.newer("udp")).isEqualTo("udp");
    }

    @Test
    void whoUsesAnOlderOneStandsBeforeTheLatestAgain() {
        use("tcp.port == 1", "tcp.port == 2", "tcp.port == 3");
        memory.older("udp");
        memory.older("tcp.port == 3");
        use("tcp.port == 2");

        assertThat(memory.newer("tcp.port == 2")).isEqualTo("tcp.port == 2");
        assertThat(memory.older("tcp.port == 2")).isEqualTo("tcp.port == 3");
    }

    @Test
    void theOneThatStandsInTheFieldIsNotOfferedAsTheOneBefore() {
        use("tcp.port == 1", "tcp.port == 2");

        assertThat(memory.older("tcp.port == 2")).isEqualTo("tcp.port == 1");
    }

    @Test
    void aSavedFilterIsThereAgainByItsNameUntilItIsDeleted() {
        assertThat(memory.save(" worms ", entry("tcp.dstport == 445"))).isTrue();
        assertThat(memory.save("日本", entry("ip"))).isTrue();
        assertThat(memory.save("worms", entry("tcp.dstport == 139"))).isTrue();

        memory = start();
        assertThat(memory.saved())
                .containsExactly(
                        new SavedFilters.Named("worms", "tcp.dstport == 139"), new SavedFilters.Named("日本", "ip"));

        memory.delete("worms");
        assertThat(start().saved()).containsExactly(new SavedFilters.Named("日本", "ip"));
    }

    @Test
    void aTwentyFirstAndANameThatIsNoneAreRefused() {
        for (String name : List.of("", " ", "a\tb", "n".repeat(SavedFilters.LONGEST_NAME + 1))) {
            assertThat(memory.save(name, entry("ip"))).as(name).isFalse();
        }
        for (int number = 1; number <= SavedFilters.MOST; number++) {
            assertThat(memory.save("filter " + number, entry("tcp.port == " + number)))
                    .isTrue();
        }
        assertThat(memory.save("one more", entry("ip"))).isFalse();
        assertThat(memory.save("filter 7", entry("ip"))).isTrue();
    }

    @Test
    void eachTabHasItsOwn() {
        UserSettings settings = new UserSettings(Map.of(), kept::set);
        new FilterMemory(settings, "connections").used(entry("ip"));

        assertThat(new FilterMemory(settings, "packets").recent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\tc", "name", "name\t", "a\tip\ta\tudp", "a\u0007\tip"})
    void whatIsDamagedIsForgotten(String text) {
        FilterMemory damaged = new FilterMemory(
                new UserSettings(
                        Map.of("connections.filters.saved", text, "connections.filters.recent", "ip\t\tudp"),
                        kept::set),
                "connections");

        assertThat(damaged.saved()).isEmpty();
        assertThat(damaged.recent()).isEmpty();
    }
}
