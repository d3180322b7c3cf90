package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.NameObject;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SomeRules;

/** The whole page of an incident: who, where to, since when, what was done about it and whether it acts. */
class IncidentPagesTest {
    private static final String PATH = "C:\\Users\\eva\\AppData\\Roaming\\dial.exe";
    private static final Prompt NOTHING = new Prompt("", Prompt.Tone.OFFER, List.of());

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ScriptedService service = new ScriptedService();
    private final Rules rules = new Rules();
    private final IncidentPages pages = new IncidentPages(
            Wording.of(texts, ZoneOffset.UTC), rules, new Dossiers(new AtOnce(service, texts), () -> 0, () -> {}));

    private static ProcessObject culprit(Optional<String> sha256, Optional<String> signer, String commandLine) {
        return new ProcessObject(
                4_312,
                "13100004312",
                "dial.exe",
                Optional.of(PATH),
                Optional.of("PC\\eva"),
                Optional.of(commandLine),
                sha256,
                Optional.empty(),
                signer,
                Optional.empty(),
                Optional.empty(),
                List.of("Dialer"),
                List.of(new ParentObject(3_980, "explorer.exe")));
    }

    private static IncidentObject worm(ProcessObject process) {
        return Some.worm("1").withProcess(Optional.of(process));
    }

    private IncidentPage page(IncidentObject incident) {
        pages.look(incident);
        return pages.whole(incident, NOTHING);
    }

    private static List<String> values(IncidentPage page, String label) {
        return page.facts().stream()
                .filter(fact -> fact.label().equals(label))
                .map(IncidentPage.Fact::value)
                .toList();
    }

    @Test
    void anAddressWhoseNameIsKnownIsShownWithIt() {
        IncidentObject named = Some.worm("1")
                .withNames(List.of(
                        new NameObject("216.1.1.2", "files.example.net"), new NameObject("9.9.9.9", "not.its")));

        assertThat(values(page(named), "Addresses"))
                .containsExactly("216.1.1.1, 216.1.1.2 (files.example.net), 216.1.1.3, 216.1.1.4 and others");
    }

    @Test
    void saysWhoItIsWhereToAndSinceWhen() {
        IncidentPage page = page(worm(culprit(Optional.of("9f".repeat(32)), Optional.of("Dial Ltd"), "dial -x")));

        assertThat(page.facts())
                .extracting(IncidentPage.Fact::label)
                .containsExactly(
                        "Program",
                        "Path",
                        "Publisher",
                        "Services",
                        "Started by",
                        "Command line",
                        "Account",
                        "Where",
                        "Addresses",
                        "Since",
                        "Why",
                        "Done");
        assertThat(values(page, "Publisher")).containsExactly("Dial Ltd");
        assertThat(values(page, "Started by")).containsExactly("explorer.exe (pid 3980)");
        assertThat(values(page, "Addresses")).containsExactly("216.1.1.1, 216.1.1.2, 216.1.1.3, 216.1.1.4 and others");
        assertThat(values(page, "Done")).containsExactly("Nothing was done about it.");
        assertThat(page.back()).isEmpty();
    }

    @Test
    void aFileWithoutSignatureIsToldFromOneThatNobodyHasLookedAtYet() {
        assertThat(values(page(worm(culprit(Optional.of("9f".repeat(32)), Optional.empty(), ""))), "Publisher"))
                .containsExactly("No valid signature");
        assertThat(values(page(worm(culprit(Optional.empty(), Optional.empty(), ""))), "Publisher"))
                .isEmpty();
    }

    @Test
    void aLongCommandLineIsCutInTheMiddle() {
        IncidentPage page = page(worm(culprit(Optional.empty(), Optional.empty(), "a" + "-".repeat(30_000) + "z")));

        assertThat(values(page, "Command line").get(0))
                .startsWith("a")
                .endsWith("z")
                .hasSize(600);
    }

    @Test
    void ofManyShortLivedProcessesNothingIsSaidThatHoldsOfTheirStarterOnly() {
        assertThat(page(Some.loop("1")).facts())
                .extracting(IncidentPage.Fact::label)
                .doesNotContain("Account", "Started by", "Publisher");
    }

    @Test
    void saysThatTheSameProgramIsBackAndSinceWhen() {
        IncidentObject again = Some.worm("9")
                .asReturnOf("8", "it is back: the program of incident 8 was killed at 2026-11-22T15:04:10Z");

        assertThat(page(again).back().orElseThrow())
                .startsWith("It is back: incident 8 was of the same program")
                .contains("3:04:10");
    }

    @Test
    void tellsWhatWasDoneAndWhatWasRefusedByWhomAndWhen() {
        service.measured(DossiersTest.suspended());
        service.measured(new MeasureObject(
                Some.NOON,
                "kill",
                PATH,
                Optional.of(4_312),
                Optional.of("1"),
                Optional.empty(),
                Optional.empty(),
                false,
                "it is protected"));

        assertThat(values(page(Some.worm("1")), "Done"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("12:00:00")
                                .endsWith("dial.exe (pid 4312) was suspended, by PC\\eva"),
                        second ->
                                assertThat(second).endsWith("Ending dial.exe (pid 4312) was refused: it is protected"));
    }

    @Test
    void beforeTheServiceHasAnsweredItIsNotSaidThatNothingWasDone() {
        assertThat(values(pages.whole(Some.worm("1"), NOTHING), "Done")).isEmpty();
        service.die();

        assertThat(values(page(Some.worm("1")), "Done")).isEmpty();
    }

    @Test
    void everythingThatTheHistoryTellsHasItsOwnWords() {
        for (String verb : List.of("disapprove", "snooze", "end-snooze", "change")) {
            for (boolean done : List.of(true, false)) {
                service.measured(measure(verb, done));
            }
        }

        assertThat(values(page(Some.worm("1")), "Done"))
                .extracting(line -> line.replaceFirst("^.*M: ", ""))
                .containsExactly(
                        "Approval taken back: K3",
                        "Taking the approval back was refused: K3",
                        "Kept quiet: K3",
                        "Keeping quiet was refused: K3",
                        "Quiet ended: K3",
                        "Ending the quiet was refused: K3",
                        "Block changed by hand: K3",
                        "Changing the block was refused: K3");
    }

    private static MeasureObject measure(String verb, boolean done) {
        return new MeasureObject(
                Some.NOON,
                verb,
                "K3",
                Optional.empty(),
                Optional.of("1"),
                Optional.empty(),
                Optional.empty(),
                done,
                "");
    }

    @Test
    void eachBlockSaysWhetherItActsAndHasItsUndo() {
        RuleObject acts = SomeRules.acting(
                SomeRules.rule("a1", Optional.of(PATH), Optional.empty(), Some.NOON, "worm"),
                "effective",
                "no SYN since 2026-11-23T12:00:09Z");
        RuleObject leaks = SomeRules.acting(
                SomeRules.answering(
                        SomeRules.rule("a2", Optional.empty(), Optional.of(445), Some.NOON.minusSeconds(1), "worm"),
                        Optional.of("1")),
                "not-effective",
                "Norton manages the firewall");
        RuleObject other = SomeRules.rule("a3", Optional.of("C:\\other.exe"), Optional.empty(), Some.NOON, "other");
        rules.apply(Some.whole("rules", List.of(acts, leaks, other)));

        assertThat(page(Some.worm("1")).standing())
                .satisfiesExactly(
                        one -> {
                            assertThat(one.words())
                                    .startsWith("Block: dial.exe. Works: no attempt since")
                                    .contains("12:00:09");
                            assertThat(one.mark()).isEqualTo(Dot.GREEN);
                            assertThat(one.undo()).isEqualTo(new Deed.Undo(acts));
                        },
                        two -> {
                            assertThat(two.words())
                                    .isEqualTo("Block: Every program, TCP port 445. Blocked, but it still gets out:"
                                            + " Norton manages the firewall");
                            assertThat(two.mark()).isEqualTo(Dot.RED);
                        });
    }

    @Test
    void aSuspendedCulpritCanBeResumedUntilItIs() {
        service.measured(DossiersTest.suspended());
        IncidentObject worm = Some.worm("1");
        assertThat(page(worm).standing())
                .singleElement()
                .satisfies(line -> assertThat(line.undo())
                        .isEqualTo(new Resume(worm.process().orElseThrow())));
    }
}
