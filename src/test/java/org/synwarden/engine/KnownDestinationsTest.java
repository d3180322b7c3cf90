package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.detect.Image;
import org.synwarden.detect.PastContacts;
import org.synwarden.net.Address;
import org.synwarden.process.ProcessKey;

/** Addresses that an image is known to be at home with: that they are silent says that they are down. */
class KnownDestinationsTest {
    private static final String MANAGER = "/usr/bin/remote-desktops";
    private static final ProcessKey YESTERDAYS = new ProcessKey(10, 1);
    private static final ProcessKey TODAYS = new ProcessKey(20, 1);

    private final Story story = Story.ofHost();

    @Test
    void aManagerWhoseDesktopsAreAllDownIsNotBlamedIfItHasReachedThemBefore() {
        recall(Optional.empty(), 29);
        story.described(TODAYS, MANAGER, Optional.empty());
        askAll();
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void thirtyDaysLaterItIsForgotten() {
        recall(Optional.empty(), 31);
        story.described(TODAYS, MANAGER, Optional.empty());
        askAll();
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void anotherProgramHasNoPartInIt() {
        recall(Optional.empty(), 1);
        story.described(TODAYS, "/tmp/worm", Optional.empty());
        askAll();
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void whatOneInstanceReachedIsKnownToTheNext() {
        story.described(YESTERDAYS, MANAGER, Optional.empty());
        for (int i = 0; i < 12; i++) {
            story.asks(YESTERDAYS, desktop(i), 3_389);
        }
        story.after(3_600);
        story.described(TODAYS, MANAGER, Optional.empty());
        askAll();
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aFileThatWasReplacedKnowsNothing() {
        recall(Optional.of("a".repeat(64)), 1);
        story.described(new org.synwarden.process.ProcessInstance(
                TODAYS,
                "remote-desktops",
                Optional.of(MANAGER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("b".repeat(64)),
                0));
        askAll();
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void whoAsksStrangersBesideIsStillFound() {
        recall(Optional.empty(), 1);
        story.described(TODAYS, MANAGER, Optional.empty());
        for (int i = 0; i < 6; i++) {
            story.asksInVain(TODAYS, desktop(i), 3_389);
            story.asksInVain(TODAYS, "81." + i + ".1.9", 3_389);
        }
        assertThat(story.raised()).contains("RED SCAN");
    }

    private void askAll() {
        for (int i = 0; i < 12; i++) {
            story.asksInVain(TODAYS, desktop(i), 3_389);
        }
    }

    private void recall(Optional<String> sha256, int days) {
        List<PastContacts.Contact> contacts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            contacts.add(new PastContacts.Contact(
                    new Image(MANAGER, sha256),
                    Address.parse(desktop(i)),
                    3_389,
                    story.now() - TimeUnit.DAYS.toNanos(days),
                    true));
        }
        story.engine.recall(new PastContacts(contacts));
    }

    private static String desktop(int number) {
        return "91." + number + ".1.9";
    }
}
