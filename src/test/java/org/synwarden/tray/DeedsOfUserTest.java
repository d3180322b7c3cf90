package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.control.RequestException;

/** What this user may have done is done by the service; the rest by an administrator, and only that. */
class DeedsOfUserTest {
    private static final CallerObject EVA = new CallerObject(CallerObject.OWN, "PC\\eva", "S-1-5-21-7");
    private static final CallerObject ADMINISTRATOR = new CallerObject(CallerObject.ALL, "PC\\eva", "S-1-5-21-7");
    private static final String DIALER = "C:\\Users\\eva\\AppData\\Roaming\\dial.exe";
    private static final String BLOCK_DIALER = "as administrator block --everywhere --program=" + DIALER
            + " --incident=1 --reason=dial.exe is scanning port 445";

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ScriptedService service = new ScriptedService();
    private final ScriptedDesktop desktop = new ScriptedDesktop();
    private final BlockingQueue<Runnable> presenters = new LinkedBlockingQueue<>();
    private final DesktopWorker worker = new DesktopWorker(desktop, presenters::add, () -> texts);
    private final Deeds deeds = new Deeds(texts, new IncidentText(texts, ZoneOffset.UTC));
    private final Decision decision =
            new Decision(texts, new DeedsOfUser(new AtOnce(service, texts), worker, service::caller), () -> {});

    @AfterEach
    void close() {
        worker.close();
    }

    /** Everywhere, as the rules that stand in these tests. */
    private Deed blockProgram() {
        return deeds.blockProgram(Some.worm("1"))
                .flatMap(Deed::alternative)
                .map(Deed.Alternative::deed)
                .orElseThrow();
    }

    private Prompt prompt() {
        return decision.prompt().orElseThrow();
    }

    private List<String> labels() {
        return prompt().choices().stream().map(Prompt.Choice::label).toList();
    }

    private void theSystemHasAsked() throws InterruptedException {
        presenters.take().run();
    }

    @Test
    void anAdministratorsDeedIsAskedInWordsThatSaySoAndThenSeenAtTheService() throws InterruptedException {
        service.takeFor(EVA);
        desktop.elevate(service::carryOut);
        decision.ask(blockProgram());
        assertThat(prompt().text())
                .startsWith("Stops every new connection that dial.exe opens")
                .endsWith("An administrator has to agree: the system asks for that next.");
        assertThat(labels()).containsExactly("Block it (as administrator)", "Internet only\u2026", "Cancel");
        assertThat(desktop.asked()).isEmpty();

        decision.choose(Answer.CONFIRM);
        assertThat(prompt().text()).startsWith("The system asks for an administrator");
        theSystemHasAsked();

        assertThat(desktop.asked()).containsExactly(BLOCK_DIALER);
        assertThat(service.asked()).as("the service is not asked to do it").isEmpty();
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.DONE);
        assertThat(labels()).containsExactly("Undo (as administrator)", "Close");

        decision.choose(Answer.UNDO);
        theSystemHasAsked();
        assertThat(service.standing()).isEmpty();
        assertThat(desktop.asked()).last().isEqualTo("as administrator unblock admin1");
    }

    @Test
    void aBlockOfTheInternetOnlyIsSeenByARuleThatReachesNoFurther() throws InterruptedException {
        service.takeFor(EVA);
        service.rulesStand(SomeRules.rule("a1", Optional.of(DIALER), Optional.empty(), Some.NOON, "everywhere"));
        desktop.elevate(task -> {});
        decision.ask(deeds.blockProgram(Some.worm("1")).orElseThrow());
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();

        assertThat(desktop.asked()).containsExactly(BLOCK_DIALER.replace(" --everywhere", ""));
        assertThat(prompt().text()).contains("the service shows nothing of it");
    }

    @Test
    void whoeverDoesNotAgreeIsToldThatNothingWasDone() throws InterruptedException {
        service.takeFor(EVA);
        desktop.refuse(DesktopException.Reason.DECLINED, "ERROR_CANCELLED");
        decision.ask(blockProgram());
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();

        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.FAILED);
        assertThat(prompt().text()).isEqualTo("Not done: you, or an administrator, did not agree.");
        assertThat(decision.isSettled()).isFalse();
    }

    @Test
    void aCommandThatFailsIsToldWithItsStatusUnlessTheServiceShowsThatItWasDone() throws InterruptedException {
        service.takeFor(EVA);
        desktop.refuse(DesktopException.Reason.FAILED, "exit status 1");
        decision.ask(blockProgram());
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();
        assertThat(prompt().text()).isEqualTo("It did not work: exit status 1");

        service.rulesStand(SomeRules.rule("a1", Optional.of(DIALER), Optional.empty(), Some.NOON, "worm"));
        decision.ask(blockProgram());
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();
        assertThat(prompt().tone())
                .as("as with a block that stands and does not act")
                .isEqualTo(Prompt.Tone.DONE);
    }

    @Test
    void aCommandThatEndsWellIsNotBelievedWithoutItsRule() throws InterruptedException {
        service.takeFor(EVA);
        service.rulesStand(
                SomeRules.rule("a1", Optional.of(DIALER), Optional.of(445), Some.NOON, "another"),
                SomeRules.acting(
                        SomeRules.rule("a2", Optional.of(DIALER), Optional.empty(), Some.NOON, "gone"), "gone", ""));
        decision.ask(blockProgram());
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();

        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.FAILED);
        assertThat(prompt().text()).contains("the service shows nothing of it");
    }

    @Test
    void anAdministratorsClientAsksTheService() {
        service.takeFor(ADMINISTRATOR);
        decision.ask(blockProgram());
        assertThat(labels()).containsExactly("Block it", "Internet only\u2026", "Cancel");
        decision.choose(Answer.CONFIRM);

        assertThat(service.asked()).containsExactly("block " + DIALER + " *");
        assertThat(desktop.asked()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotSayWhoAsksRefusesFirst() throws InterruptedException {
        service.refuse(RequestException.Code.FORBIDDEN, "ask an administrator");
        desktop.elevate(service::carryOut);
        decision.ask(blockProgram());
        decision.choose(Answer.CONFIRM);
        assertThat(prompt().text()).isEqualTo("ask an administrator");
        assertThat(labels()).containsExactly("Block it (as administrator)", "Close");

        decision.choose(Answer.INSTEAD);
        theSystemHasAsked();
        assertThat(desktop.asked()).containsExactly(BLOCK_DIALER);
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.DONE);
    }

    @Test
    void whatIsTheUsersOwnNeedsNoAdministrator() {
        RuleObject own = SomeRules.byUser("a1", EVA.account(), 445, Some.NOON);
        Deed undo = new Deed.Undo(own);
        Deed kill = deeds.kill(Some.worm("1")).orElseThrow();
        Deed suspend = deeds.suspend(Some.worm("1")).orElseThrow();
        for (Deed deed : List.of(undo, kill, suspend)) {
            assertThat(AsAdministrator.whereNeeded(deed, Optional.of(EVA), texts))
                    .isSameAs(deed);
        }
        CallerObject mallory = new CallerObject(CallerObject.OWN, "PC\\mallory", "S-1-5-21-8");
        for (Deed deed : List.of(undo, kill, suspend)) {
            assertThat(AsAdministrator.whereNeeded(deed, Optional.of(mallory), texts))
                    .isInstanceOf(AsAdministrator.class);
        }
    }

    @Test
    void anothersProcessIsEndedByAnAdministratorAndNoOtherOfItsNumber() throws InterruptedException {
        service.takeFor(EVA);
        ProcessObject spooler = new ProcessObject(1044, "133", "spoolsv.exe", Optional.empty(), Optional.empty());
        decision.ask(deeds.kill(spooler).orElseThrow());
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();

        assertThat(desktop.asked()).containsExactly("as administrator kill --start-token=133 1044");
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.DONE);

        desktop.refuse(DesktopException.Reason.FAILED, "exit status 1");
        decision.ask(deeds.kill(spooler).orElseThrow());
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();
        assertThat(prompt().tone()).as("nothing else shows it").isEqualTo(Prompt.Tone.FAILED);
    }

    @Test
    void whomAnAdministratorSuspendedAnAdministratorLetsGoOn() throws InterruptedException {
        service.takeFor(EVA);
        ProcessObject spooler = new ProcessObject(1044, "133", "spoolsv.exe", Optional.empty(), Optional.empty());
        decision.ask(new Suspend(spooler, true));
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();
        assertThat(labels()).containsExactly("Resume (as administrator)", "Close");

        decision.choose(Answer.UNDO);
        theSystemHasAsked();
        assertThat(desktop.asked())
                .containsExactly(
                        "as administrator suspend --start-token=133 1044",
                        "as administrator resume --start-token=133 1044");
    }

    @Test
    void anApprovalIsSeenByItsHash() throws InterruptedException {
        service.takeFor(EVA);
        desktop.elevate(service::carryOut);
        ProcessObject process = new ProcessObject(
                4312,
                "131",
                "nmap.exe",
                Optional.of("C:\\Tools\\nmap.exe"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("ab".repeat(32)),
                List.of());
        decision.ask(deeds.approve(process).orElseThrow());
        decision.choose(Answer.CONFIRM);
        theSystemHasAsked();

        assertThat(desktop.asked())
                .containsExactly("as administrator approve --sha256=" + "ab".repeat(32) + " C:\\Tools\\nmap.exe");
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.DONE);
    }

    @Test
    void aProgramOnAServerIsNotForAnAdministratorsHands() {
        service.takeFor(EVA);
        decision.ask(new BlockProgram("x.exe", "\\\\server\\share\\x.exe", Reach.INTERNET, Optional.of("1"), "worm"));
        decision.choose(Answer.CONFIRM);

        assertThat(desktop.asked()).isEmpty();
        assertThat(prompt().text()).isEqualTo("a block stops traffic for everybody on this PC");
        assertThat(labels()).containsExactly("Close");
    }
}
