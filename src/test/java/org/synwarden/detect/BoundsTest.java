package org.synwarden.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Bounded;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** What is remembered has bounds, whatever anybody does, and what is lost by them is counted. */
class BoundsTest {
    private static final Image IMAGE = new Image("/usr/bin/program", Optional.empty());

    @Test
    void theProcessUnusedForLongestMakesRoom() {
        Images images = new Images();
        for (int i = 0; i <= Images.PROCESSES; i++) {
            images.describe(process(i, "/usr/bin/program", 1));
        }
        assertThat(images.find(new ProcessKey(0, 1))).isEmpty();
        assertThat(images.find(new ProcessKey(Images.PROCESSES, 1))).isPresent();
        assertThat(images.bounds().get(0)).isEqualTo(new Bounded("processes", 4_096, 4_096, 1));
    }

    @Test
    void theSiblingsUnusedForLongestMakeRoom() {
        Images images = new Images();
        for (int i = 0; i <= Images.GROUPS; i++) {
            images.describe(process(i, "/usr/bin/program", 10_000 + i));
        }
        assertThat(images.bounds().get(1)).isEqualTo(new Bounded("siblings", 1_024, 1_024, 1));
    }

    @Test
    void anImageKnowsItsLatestDestinations() {
        KnownDestinations known = new KnownDestinations();
        for (int i = 0; i <= KnownDestinations.ADDRESSES; i++) {
            known.succeeded(IMAGE, address(i), i);
        }
        assertThat(known.contains(IMAGE, address(0), 0)).isFalse();
        assertThat(known.contains(IMAGE, address(KnownDestinations.ADDRESSES), 0))
                .isTrue();
        assertThat(known.held()).isEqualTo(KnownDestinations.ADDRESSES);
        assertThat(known.evictions()).isEqualTo(1);
    }

    @Test
    void allImagesTogetherHaveOneBudgetOfDestinations() {
        KnownDestinations known = new KnownDestinations();
        for (int image = 0; image < 20; image++) {
            for (int i = 0; i < 3_000; i++) {
                known.succeeded(new Image("/usr/bin/" + image, Optional.empty()), address(i), i);
            }
        }
        assertThat(known.held()).isLessThanOrEqualTo(KnownDestinations.BUDGET);
        assertThat(known.evictions()).isEqualTo(60_000 - known.held());
        assertThat(known.contains(new Image("/usr/bin/19", Optional.empty()), address(7), 7))
                .isTrue();
    }

    @Test
    void theImageUnusedForLongestMakesRoomForAnothersDestinations() {
        KnownDestinations known = new KnownDestinations();
        for (int image = 0; image <= KnownDestinations.IMAGES; image++) {
            known.succeeded(new Image("/usr/bin/" + image, Optional.empty()), address(1), 0);
        }
        assertThat(known.contains(new Image("/usr/bin/0", Optional.empty()), address(1), 0))
                .isFalse();
        assertThat(known.evictions()).isEqualTo(1);
    }

    @Test
    void aSlowScansCountSaturatesAndTheImageUnusedForLongestMakesRoom() {
        SlowScanRule rule = new SlowScanRule(JudgeSettings.defaults());
        Optional<Alarm> alarm = Optional.empty();
        for (int i = 0; i < 10_000; i++) {
            alarm = rule.failed("program", 445, address(i), i);
        }
        assertThat(alarm).map(Alarm::failedDestinations).contains(SlowScanRule.ADDRESSES);
        for (int i = 0; i < SlowScanRule.WATCHED; i++) {
            rule.failed("other" + i, 445, address(i), i);
        }
        assertThat(rule.bound()).isEqualTo(new Bounded("slow-scans", 256, 256, 1));
    }

    @Test
    void forgedSourcesAreCountedUpToABound() {
        SpoofedSourceRule rule = new SpoofedSourceRule(JudgeSettings.defaults());
        HostNetwork network = HostNetwork.plain(Set.of(address(0)), List.of(), List.of(), false);
        for (int i = 1; i <= SpoofedSourceRule.SOURCES + 10; i++) {
            Flow flow = new Flow(Protocol.TCP, new Endpoint(address(i), 1), new Endpoint(address(0), 80));
            rule.seen(flow, network, i);
        }
        assertThat(rule.bound()).isEqualTo(new Bounded("foreign-sources", 1_024, 1_024, 10));
    }

    @Test
    void exemptionsBeyondTheBoundAreRefused() {
        List<Snooze> many = Collections.nCopies(Exemptions.BOUND + 1, new Snooze("/usr/bin/program", 1));
        assertThatThrownBy(() -> new Exemptions(List.of(), many))
                .hasMessage("at most 1024 approvals and as many snoozes can be kept");
    }

    @Test
    void aSlidingCountForgetsWhatIsOlderThanItsSpan() {
        SlidingCount count = new SlidingCount(3, 10);
        count.add(100);
        count.add(109);
        count.add(115);
        assertThat(count.sum(129)).isEqualTo(3);
        assertThat(count.sum(130)).isEqualTo(1);
        count.add(119); // late, and still within the span
        count.add(99); // too late
        assertThat(count.sum(139)).isEqualTo(2);
        assertThat(count.sum(1_000)).isZero();
    }

    private static ProcessInstance process(int pid, String path, int parent) {
        return new ProcessInstance(
                new ProcessKey(pid, 1),
                path,
                Optional.of(path),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ProcessKey(parent, 1)),
                Optional.empty(),
                0);
    }

    private static Address address(int number) {
        return Address.ipv4(0x50000000 + number);
    }
}
