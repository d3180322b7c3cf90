package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.detect.Image;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** What many processes of one image do together, each of them too little to be judged. */
class ImageEvidenceTest {
    private static final String NETCAT = "/usr/bin/nc";
    private static final ProcessKey LOOP = new ProcessKey(500, 1);

    private final Story story = Story.ofHost();

    @Test
    void aLoopThatStartsOneProcessForEachAddressIsCaughtAtTheSixthAndTheLoopIsNamed() {
        for (int i = 0; i < 5; i++) {
            oneOfTheLoop(i);
        }
        assertThat(story.raised()).isEmpty();
        oneOfTheLoop(5);
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().initiator().process()).contains(LOOP);
        assertThat(story.onlyIncident().image()).map(Image::path).contains(NETCAT);
        assertThat(story.onlyIncident().explanation())
                .startsWith("445/tcp: 6 addresses tried in ")
                .endsWith("; made by 6 processes of nc, each of which made few");
    }

    @Test
    void theLoopsIncidentGrowsWithEveryFurtherProcess() {
        for (int i = 0; i < 20; i++) {
            oneOfTheLoop(i);
        }
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().totalAttempts()).isEqualTo(20);
    }

    @Test
    void processesOfDifferentParentsAreNoLoop() {
        for (int i = 0; i < 20; i++) {
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            story.described(process, NETCAT, Optional.of(new ProcessKey(2_000 + i, 1)));
            story.asksInVain(process, "81." + i + ".1.9", 445);
        }
        assertThat(story.raised()).doesNotContain("RED SCAN");
    }

    @Test
    void aLoopWhoseAddressesAnswerIsLeftAlone() {
        for (int i = 0; i < 20; i++) {
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            story.described(process, NETCAT, Optional.of(LOOP));
            story.asks(process, "82." + i + ".1.9", 445);
            if (i % 2 == 0) {
                story.asksInVain(process, "81." + i + ".1.9", 445);
            }
        }
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void whatHappenedBeforeAProcessWasDescribedCountsToo() {
        for (int i = 0; i < 6; i++) {
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            story.asksInVain(process, "81." + i + ".1.9", 445);
            assertThat(story.raised()).isEmpty();
            story.described(process, NETCAT, Optional.of(LOOP));
        }
        assertThat(story.raised()).containsExactly("RED SCAN");
    }

    @Test
    void processesThatWereGoneBeforeMoreThanTheirPathWasKnownAreTakenTogether() {
        for (int i = 0; i < 6; i++) {
            ProcessKey process = new ProcessKey(1_000 + i, 0);
            story.described(process, NETCAT, Optional.empty());
            story.asksInVain(process, "81." + i + ".1.9", 445);
        }
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().initiator().process()).isEmpty();
    }

    @Test
    void aProcessThatWasOnlyStartedToStartAnotherIsNotTheParent() {
        for (int i = 0; i < 6; i++) {
            ProcessKey wrapper = new ProcessKey(2_000 + i, 1);
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            story.described(wrapper, "/usr/bin/timeout", Optional.of(LOOP));
            story.described(process, NETCAT, Optional.of(wrapper));
            story.asksInVain(process, "81." + i + ".1.9", 445);
        }
        assertThat(story.onlyIncident().initiator().process()).contains(LOOP);
    }

    @Test
    void anImageIsSilentWhileOneOfItsProcessesTellsTheSame() {
        ProcessKey worm = new ProcessKey(1_000, 1);
        story.described(worm, NETCAT, Optional.of(LOOP));
        for (int i = 0; i < 6; i++) {
            story.asksInVain(worm, "81." + i + ".1.9", 445);
        }
        for (int i = 6; i < 12; i++) {
            oneOfTheLoop(i);
        }
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().initiator().process()).contains(worm);
    }

    @Test
    void siblingsAreNotBlamedForWhatOneOfThemDidLongAgo() {
        ProcessKey worm = new ProcessKey(1_000, 1);
        story.described(worm, NETCAT, Optional.of(LOOP));
        for (int i = 0; i < 40; i++) {
            story.asksInVain(worm, "81." + i + ".1.9", 445);
        }
        story.after(120);
        assertThat(story.closed).isNotEmpty();
        oneOfTheLoop(41);
        assertThat(story.opened)
                .allSatisfy(incident -> assertThat(incident.image()).isEmpty());
    }

    @Test
    void anotherFileAtTheSamePathIsAnotherImage() {
        for (int i = 0; i < 8; i++) {
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            String hash = Integer.toString(i / 4).repeat(64);
            story.described(new ProcessInstance(
                    process,
                    "nc",
                    Optional.of(NETCAT),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(LOOP),
                    Optional.of(hash),
                    0));
            story.asksInVain(process, "81." + i + ".1.9", 445);
        }
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aHashThatBecomesKnownLaterChangesNothing() {
        for (int i = 0; i < 6; i++) {
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            story.described(process, NETCAT, Optional.of(LOOP));
            Flow flow = story.flow("81." + i + ".1.9", 445);
            story.opening(process, flow);
            story.described(new ProcessInstance(
                    process,
                    "nc",
                    Optional.of(NETCAT),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(LOOP),
                    Optional.of("a".repeat(64)),
                    0));
            story.after(2);
        }
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().image()).contains(new Image(NETCAT, Optional.of("a".repeat(64))));
    }

    private void oneOfTheLoop(int number) {
        ProcessKey process = new ProcessKey(3_000 + number, 1);
        story.described(process, NETCAT, Optional.of(LOOP));
        story.asksInVain(process, "91." + number + ".1.9", 445);
    }

    @Test
    void aParentOfManyChildrenIsNamedHoweverSoonItStartedThem() {
        ProcessKey malware = new ProcessKey(700, 1);
        story.described(malware, "/tmp/malware", Optional.of(LOOP));
        for (int i = 0; i < 7; i++) {
            story.described(new ProcessKey(1_000 + i, 1), NETCAT, Optional.of(malware));
        }
        for (int i = 0; i < 6; i++) {
            story.asksInVain(new ProcessKey(1_000 + i, 1), "81." + i + ".1.9", 445);
        }
        assertThat(story.onlyIncident().initiator().process()).contains(malware);
    }

    @Test
    void failuresThatWaitedForTheImageDoNotCountWhereItKnowsTheAddress() {
        ProcessKey elder = new ProcessKey(900, 1);
        story.described(elder, NETCAT, Optional.of(new ProcessKey(901, 1)));
        for (int i = 0; i < 8; i++) {
            story.asks(elder, "81." + i + ".1.9", 445);
        }
        for (int i = 0; i < 8; i++) {
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            story.asksInVain(process, "81." + i + ".1.9", 445);
            story.described(process, NETCAT, Optional.of(LOOP));
        }
        assertThat(story.raised()).isEmpty();
    }
}
