package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.detect.Approval;
import org.synwarden.detect.Exemptions;
import org.synwarden.detect.Image;
import org.synwarden.detect.Incident;
import org.synwarden.detect.Snooze;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.Script;

/** What the user has approved, or wants to hear nothing of for a while. */
class ExemptionsTest {
    private static final String HASH = "a".repeat(64);
    private static final Image SCANNER = new Image("/opt/inventory/scan", Optional.of(HASH));
    private static final Image JAVA = new Image("/usr/bin/java", Optional.of(HASH));
    private static final Script JAR = new Script("/opt/inventory.jar", "b".repeat(64));

    private final Story story = Story.ofHost();

    @Test
    void anApprovedScannerIsAmberAndMuted() {
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        runs(SCANNER);
        scan();
        assertThat(story.raised()).containsExactly("AMBER SCAN");
        assertThat(story.onlyIncident().isMuted()).isTrue();
    }

    @Test
    void anotherFileAtTheApprovedPathIsRed() {
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        runs(new Image(SCANNER.path(), Optional.of("c".repeat(64))));
        scan();
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().isMuted()).isFalse();
    }

    @Test
    void aFileWhoseHashIsNotKnownYetIsRedUntilItIs() {
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        runs(new Image(SCANNER.path(), Optional.empty()));
        scan();
        assertThat(story.raised()).containsExactly("RED SCAN");
    }

    @Test
    void anApprovalCalmsAnIncidentThatIsOpen() {
        runs(SCANNER);
        scan();
        Incident incident = story.onlyIncident();
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        assertThat(incident.severity()).hasToString("AMBER");
        assertThat(incident.isMuted()).isTrue();
        story.engine.exempt(Exemptions.NONE);
        scan();
        assertThat(incident.severity()).hasToString("RED");
        assertThat(incident.isMuted()).isFalse();
    }

    @Test
    void nothingExcusesARoutersTableThatFills() {
        story.engine.exempt(new Exemptions(
                List.of(new Approval(SCANNER, Optional.empty(), true)),
                List.of(new Snooze(SCANNER.path(), Long.MAX_VALUE))));
        runs(SCANNER);
        story.network("192.168.20.0/24", false);
        for (int i = 0; i < 2_100; i++) {
            story.connected(Story.PROGRAM, story.flow("81." + i % 250 + "." + i / 250 + ".9", 443));
            story.after(0.02);
        }
        story.after(1.1);
        assertThat(story.raised()).contains("RED NAT_PRESSURE");
        assertThat(story.opened.stream()
                        .filter(incident -> incident.kind().text().equals("nat-pressure"))
                        .filter(Incident::isMuted))
                .isEmpty();
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), true)));
        assertThat(story.opened).anySatisfy(incident -> {
            assertThat(incident.kind().text()).isEqualTo("nat-pressure");
            assertThat(incident.severity()).hasToString("RED");
        });
    }

    @Test
    void aMailServerIsNoMailFloodIfItIsApprovedAsOne() {
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), true)));
        runs(SCANNER);
        mail();
        assertThat(story.raised()).doesNotContain("RED MAIL_FLOOD").contains("AMBER MAIL_FLOOD");
    }

    @Test
    void anApprovedProgramThatIsNoMailServerIsAMailFlood() {
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        runs(SCANNER);
        mail();
        assertThat(story.raised()).contains("RED MAIL_FLOOD");
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        assertThat(story.opened)
                .filteredOn(incident -> incident.kind().text().equals("mail-flood"))
                .allSatisfy(incident -> {
                    assertThat(incident.severity()).hasToString("RED");
                    assertThat(incident.isMuted()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/bin/java",
                "/usr/bin/python3.11",
                "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\PowerShell.exe",
                "C:\\Windows\\System32\\rundll32.exe",
                "/usr/bin/node",
                "/bin/sh"
            })
    void anInterpreterIsNotApprovedWithoutWhatItRuns(String path) {
        Image interpreter = new Image(path, Optional.of(HASH));
        assertThatThrownBy(() -> new Approval(interpreter, Optional.empty(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("runs other programs; approve it together with the script or jar that it runs");
    }

    @Test
    void anImageIsNotApprovedWithoutItsHash() {
        Image unknown = new Image("/opt/inventory/scan", Optional.empty());
        assertThatThrownBy(() -> new Approval(unknown, Optional.empty(), false))
                .hasMessage("the hash of /opt/inventory/scan is not known yet; approve it later");
    }

    @Test
    void anInterpreterIsApprovedForItsScriptAndForNoOther() {
        assertThat(raisedBy(Optional.of(JAR))).containsExactly("AMBER SCAN");
        assertThat(raisedBy(Optional.of(new Script(JAR.path(), "c".repeat(64)))))
                .containsExactly("RED SCAN");
        assertThat(raisedBy(Optional.of(new Script("/tmp/inventory.jar", JAR.sha256()))))
                .containsExactly("RED SCAN");
        assertThat(raisedBy(Optional.empty())).containsExactly("RED SCAN");
    }

    private static List<String> raisedBy(Optional<Script> script) {
        Story story = Story.ofHost();
        story.engine.exempt(approved(new Approval(JAVA, Optional.of(JAR), false)));
        runs(story, JAVA, script);
        scan(story);
        return story.raised();
    }

    @Test
    void aScriptThatIsHashedAfterTheAlarmLowersIt() {
        story.engine.exempt(approved(new Approval(JAVA, Optional.of(JAR), false)));
        runs(JAVA);
        scan();
        assertThat(story.raised()).containsExactly("RED SCAN");
        runs(story, JAVA, Optional.of(JAR));
        assertThat(story.onlyIncident().severity()).hasToString("AMBER");
        assertThat(story.onlyIncident().isMuted()).isTrue();
    }

    @Test
    void aProcessThatGoesOnToRunAnotherScriptIsApprovedNoLonger() {
        story.engine.exempt(approved(new Approval(JAVA, Optional.of(JAR), false)));
        runs(story, JAVA, Optional.of(JAR));
        runs(JAVA);
        scan();
        assertThat(story.raised()).containsExactly("RED SCAN");
    }

    @Test
    void aSnoozedProgramIsStillRedButMutedUntilItsTimeIsOver() {
        long minute = TimeUnit.MINUTES.toNanos(1);
        story.engine.exempt(new Exemptions(List.of(), List.of(new Snooze(SCANNER.path(), story.now() + minute))));
        runs(SCANNER);
        scan();
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().isMuted()).isTrue();
        story.after(90);
        scan();
        assertThat(story.opened.get(0).isMuted()).isFalse();
    }

    private static Exemptions approved(Approval approval) {
        return new Exemptions(List.of(approval), List.of());
    }

    private void runs(Image image) {
        runs(story, image);
    }

    private static void runs(Story story, Image image) {
        runs(story, image, Optional.empty());
    }

    private static void runs(Story story, Image image, Optional<Script> script) {
        story.described(new ProcessInstance(
                        Story.PROGRAM,
                        image.name(),
                        Optional.of(image.path()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        image.sha256(),
                        0)
                .withScript(script));
    }

    private void scan() {
        scan(story);
    }

    private static void scan(Story story) {
        int base = story.attempts.size();
        for (int i = 0; i < 6; i++) {
            story.opening(Story.PROGRAM, story.flow("81." + (base + i) % 250 + ".1.9", 445));
            story.after(0.1);
        }
        story.after(2);
    }

    private void mail() {
        for (int i = 0; i < 20; i++) {
            Flow flow = story.flow("81." + i + ".1.9", 25);
            story.opening(Story.PROGRAM, flow);
            story.after(0.5);
        }
        story.after(2);
    }

    @Test
    void anApprovedProcessDoesNotVouchForAYoungerOneWhoseFileIsNotKnownYet() {
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        story.described(started(900, SCANNER));
        story.described(started(901, new Image(SCANNER.path(), Optional.empty())));
        for (int i = 0; i < 6; i++) {
            story.asksInVain(new ProcessKey(901, 1), "81." + i + ".1.9", 445);
        }
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().isMuted()).isFalse();
    }

    @Test
    void siblingsAreApprovedOnlyWhenTheFilesOfAllThatFailedAreKnown() {
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        for (int i = 0; i < 6; i++) {
            story.described(started(900 + i, i == 2 ? new Image(SCANNER.path(), Optional.empty()) : SCANNER));
            story.asksInVain(new ProcessKey(900 + i, 1), "81." + i + ".1.9", 445);
        }
        assertThat(story.raised()).containsExactly("RED SCAN");
        story.described(started(902, SCANNER));
        story.engine.exempt(approved(new Approval(SCANNER, Optional.empty(), false)));
        assertThat(story.onlyIncident().severity()).hasToString("AMBER");
        assertThat(story.onlyIncident().isMuted()).isTrue();
    }

    private static ProcessInstance started(int pid, Image image) {
        return new ProcessInstance(
                new ProcessKey(pid, 1),
                image.name(),
                Optional.of(image.path()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ProcessKey(800, 1)),
                image.sha256(),
                0);
    }
}
