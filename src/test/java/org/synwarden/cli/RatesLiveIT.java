package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.CulpritRateObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.RateObject;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;
import org.synwarden.lab.ServicePc;

/** Real attempts of known fates in a private network, as a real service tells a client of them by the second. */
@ExtendWith(LiveTier.class)
class RatesLiveIT {
    private static final int SILENT = 60;
    private static final int REFUSED = 15;
    private static final int ANSWERED = 10;

    /** A router says so once a second and host at most. */
    private static final int UNREACHABLE = 1;

    private static List<RateObject> told(ServicePc pc) {
        try {
            List<RateObject> seconds = new ArrayList<>();
            String said = pc.run("0", List.of(Scene.java(Main.class, "status", "--rates", "--json")));
            for (String line : said.lines().filter(json -> json.startsWith("{")).toList()) {
                if (JsonCodec.read(line) instanceof RateObject second) {
                    seconds.add(second);
                }
            }
            return seconds;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Map<String, Long> sum(Stream<CounterObject> counters) {
        return counters.collect(
                Collectors.groupingBy(CounterObject::name, TreeMap::new, Collectors.summingLong(CounterObject::count)));
    }

    private static Map<String, Long> outcomes(List<RateObject> seconds) {
        return sum(seconds.stream().flatMap(second -> second.outcomes().stream()));
    }

    @Test
    void everyAttemptIsCountedOnceByWhatBecameOfIt() throws Exception {
        Scene scene = Scene.open();
        try (ServicePc pc = new ServicePc(scene, List.of(Scene.java(Main.class, "service", "run")))) {
            pc.awaitService();
            Scene.await("the service tells of a second", () -> !told(pc).isEmpty());
            Process worm = scene.dialInPc(SILENT, 445, "10.66.0.0/16", 10);
            Process refused = scene.dialInPc(REFUSED, 8_080, "10.67.0.0/16", 5);
            Process answered = scene.dialInPc(ANSWERED, 80, "10.68.0.0/16", 5);
            Process unreachable = scene.dialInPc(UNREACHABLE, 443, "10.70.0.0/16", 5);

            AtomicReference<List<RateObject>> seconds = new AtomicReference<>(List.of());
            Scene.await("nothing is pending any more", () -> {
                seconds.set(told(pc));
                Map<String, Long> outcomes = outcomes(seconds.get());
                return !outcomes.containsKey("pending")
                        && outcomes.values().stream().mapToLong(Long::longValue).sum()
                                >= SILENT + REFUSED + ANSWERED + UNREACHABLE;
            });

            assertThat(outcomes(seconds.get()))
                    .isEqualTo(Map.of(
                            "unanswered", (long) SILENT,
                            "refused", (long) REFUSED,
                            "answered", (long) ANSWERED,
                            "unreachable", (long) UNREACHABLE));
            List<CulpritRateObject> culprits = seconds.get().stream()
                    .flatMap(second -> second.culprits().stream())
                    .toList();
            assertThat(culprits).isNotEmpty().allMatch(culprit -> culprit.pid() == worm.pid());
            assertThat(sum(culprits.stream().flatMap(culprit -> culprit.outcomes().stream()))
                            .keySet())
                    .isEqualTo(Set.of("unanswered"));
            for (Process process : List.of(worm, refused, answered, unreachable)) {
                process.destroyForcibly();
            }
        }
    }
}
