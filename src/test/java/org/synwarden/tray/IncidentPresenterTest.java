package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.RequestException;

class IncidentPresenterTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Wording words = Wording.of(texts, ZoneOffset.UTC);
    private final ScriptedService service = new ScriptedService();
    private final Rules rules = new Rules();
    private final AtomicLong now = new AtomicLong();
    private final IncidentPages pages =
            new IncidentPages(words, rules, new Dossiers(new AtOnce(service, texts), now::get, () -> {}));
    private final List<Runnable> underWay = new ArrayList<>();
    private final Attention attention = new Attention();
    private IncidentPresenter popup = about(Some.worm("1"));

    /** Carries a deed out when the test says so, as the service would answer. */
    private void carryOutLater(Deed deed, Consumer<Outcome> finished) {
        underWay.add(() -> {
            try {
                finished.accept(new Outcome(true, deed.done(texts), deed.carryOut(service)));
            } catch (RequestException e) {
                finished.accept(new Outcome(false, e.getMessage(), Optional.empty()));
            }
        });
    }

    private void theServiceAnswers() {
        List.copyOf(underWay).forEach(Runnable::run);
        underWay.clear();
    }

    private IncidentPresenter about(IncidentObject incident) {
        return new IncidentPresenter(incident, words, pages, this::carryOutLater, attention);
    }

    private Prompt prompt() {
        return popup.brief().prompt();
    }

    private List<Answer> offered() {
        return prompt().choices().stream()
                .filter(Prompt.Choice::enabled)
                .map(Prompt.Choice::answer)
                .toList();
    }

    @Test
    void firstSaysWhatHappensAndOffersThreeThings() {
        assertThat(popup.brief().headline()).isEqualTo("dial.exe is scanning port 445");
        assertThat(popup.brief().red()).isTrue();
        assertThat(popup.brief().facts())
                .contains(new IncidentPage.Fact("Path", "C:\\Users\\eva\\AppData\\Roaming\\dial.exe"));
        assertThat(offered()).containsExactly(Answer.BLOCK, Answer.KILL, Answer.IGNORE);
    }

    @Test
    void killAsksOnceThenWaitsThenTells() {
        popup.choose(Answer.KILL);
        assertThat(prompt().text()).isEqualTo("Ends dial.exe (pid 4312). Unsaved work in it is lost.");
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.CONSENT);
        assertThat(service.asked()).isEmpty();

        popup.choose(Answer.CONFIRM);
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.WAIT);
        assertThat(offered()).isEmpty();

        theServiceAnswers();
        assertThat(service.asked()).containsExactly("kill 4312 13100004312 C:\\Users\\eva\\AppData\\Roaming\\dial.exe");
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.DONE);
        assertThat(prompt().text()).contains("has ended");
        popup.choose(Answer.CLOSE);
        assertThat(attention.finished).containsExactly(popup.id());
    }

    @Test
    void consentCannotBeGivenTwice() {
        popup.choose(Answer.KILL);
        popup.choose(Answer.CONFIRM);
        popup.choose(Answer.CONFIRM);
        theServiceAnswers();
        popup.choose(Answer.CONFIRM);

        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void howAnEndWentIsToldThoughEvidenceIsSavedMeanwhile() {
        popup.choose(Answer.KILL);
        popup.choose(Answer.CONFIRM);
        Consumer<Optional<Outcome>> collected = popup.await("Collecting");
        collected.accept(Optional.of(Outcome.done("Saved")));
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.WAIT);
        theServiceAnswers();

        assertThat(service.asked()).singleElement(STRING).startsWith("kill 4312 ");
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.DONE);
        assertThat(prompt().text()).isNotEqualTo("Saved");
    }

    @Test
    void aWormCanBeEndedWhileEvidenceIsCollected() {
        Consumer<Optional<Outcome>> collected = popup.await("Collecting");
        assertThat(prompt().text()).isEqualTo("Collecting");
        popup.ask(Known.of(new Deed.Kill(Some.worm("1").process().orElseThrow(), false)));
        collected.accept(Optional.of(Outcome.done("Saved")));
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.CONSENT);
        popup.choose(Answer.CONFIRM);
        theServiceAnswers();

        assertThat(service.asked()).singleElement(STRING).startsWith("kill 4312 ");
    }

    @Test
    void evidenceThatWasSavedDuringAQuestionIsToldOnceTheQuestionIsOver() {
        popup.choose(Answer.KILL);
        Consumer<Optional<Outcome>> collected = popup.await("Collecting");
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.CONSENT);
        popup.choose(Answer.CANCEL);
        collected.accept(Optional.of(Outcome.done("Saved")));

        assertThat(prompt().text()).isEqualTo("Saved");
    }

    @Test
    void cancelGoesBackAndNothingWasDone() {
        popup.choose(Answer.KILL);
        popup.choose(Answer.CANCEL);
        popup.choose(Answer.CONFIRM);

        assertThat(offered()).containsExactly(Answer.BLOCK, Answer.KILL, Answer.IGNORE);
        assertThat(service.asked()).isEmpty();
        assertThat(underWay).isEmpty();
    }

    @Test
    void aBlockOfTheOwnNetworkIsAskedForInWordsThatWarn() {
        popup.choose(Answer.BLOCK);
        popup.choose(Answer.BLOCK_PORT);
        assertThat(offered()).containsExactly(Answer.CONFIRM, Answer.ALTERNATIVE, Answer.CANCEL);
        popup.choose(Answer.ALTERNATIVE);
        assertThat(prompt().text()).contains("your own network included").contains("Shared folders");
        assertThat(service.asked()).as("it has only been asked otherwise").isEmpty();
        popup.choose(Answer.CONFIRM);
        theServiceAnswers();

        assertThat(service.rules()).extracting(RuleObject::destination).containsExactly("everywhere");
    }

    @Test
    void whatScansTheOwnNetworkIsBlockedThereUnlessTheUserWantsLess() {
        popup.update(Some.sampling(Some.worm("1"), List.of("216.1.1.1", "192.168.20.7")));
        popup.choose(Answer.BLOCK);
        popup.choose(Answer.BLOCK_PROGRAM);
        assertThat(prompt().text()).contains("of your own network included");
        popup.choose(Answer.ALTERNATIVE);
        assertThat(prompt().text()).contains("to the internet");
    }

    @Test
    void blockOffersTheProgramOrThePortAndUndoAfterwards() {
        popup.choose(Answer.BLOCK);
        assertThat(offered()).containsExactly(Answer.BLOCK_PROGRAM, Answer.BLOCK_PORT, Answer.CANCEL);
        popup.choose(Answer.BLOCK_PORT);
        assertThat(prompt().text()).contains("every program").contains("445").contains("on the internet");
        popup.choose(Answer.CONFIRM);
        theServiceAnswers();
        assertThat(service.asked()).containsExactly("block * 445");
        assertThat(service.rules()).extracting(RuleObject::destination).containsExactly("internet");
        assertThat(offered()).containsExactly(Answer.UNDO, Answer.CLOSE);

        popup.choose(Answer.UNDO);
        theServiceAnswers();
        assertThat(service.standing()).isEmpty();
        assertThat(prompt().text()).isEqualTo("The rule has been taken back.");
        popup.choose(Answer.CLOSE);
        assertThat(attention.finished).as("the program still does it").isEmpty();
        assertThat(offered()).containsExactly(Answer.BLOCK, Answer.KILL, Answer.IGNORE);
    }

    @Test
    void ofManyShortLivedProcessesTheirProgramIsBlockedAndNotWhoStartedThem() {
        popup = about(Some.loop("1"));
        assertThat(popup.brief().headline()).isEqualTo("nc.exe is scanning port 445");
        assertThat(popup.brief().facts())
                .contains(
                        new IncidentPage.Fact("Path", "C:\\Tools\\nc.exe"),
                        new IncidentPage.Fact(
                                "Program", "nc.exe, many short-lived processes started by cmd.exe (pid 4312)"));
        assertThat(offered()).as("nobody is left to be ended").containsExactly(Answer.BLOCK, Answer.IGNORE);
        popup.choose(Answer.BLOCK);
        popup.choose(Answer.BLOCK_PROGRAM);
        popup.choose(Answer.CONFIRM);
        theServiceAnswers();
        assertThat(service.asked()).containsExactly("block C:\\Tools\\nc.exe *");
    }

    @Test
    void blockingTheProgramNamesItsFile() {
        popup.choose(Answer.BLOCK);
        popup.choose(Answer.BLOCK_PROGRAM);
        assertThat(prompt().text()).contains("C:\\Users\\eva\\AppData\\Roaming\\dial.exe");
        popup.choose(Answer.CONFIRM);
        theServiceAnswers();

        assertThat(service.asked()).containsExactly("block C:\\Users\\eva\\AppData\\Roaming\\dial.exe *");
    }

    @Test
    void aRefusalIsToldWithItsReasonAndTheIncidentStays() {
        service.refuse(RequestException.Code.FORBIDDEN, "you are not an administrator");
        popup.choose(Answer.KILL);
        popup.choose(Answer.CONFIRM);
        theServiceAnswers();

        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.FAILED);
        assertThat(prompt().text()).contains("you are not an administrator");
        popup.choose(Answer.CLOSE);
        assertThat(attention.finished).isEmpty();
        assertThat(offered()).contains(Answer.KILL);
    }

    @Test
    void ignoringAsksOnceAndIsOnlyThisDisplay() {
        popup.choose(Answer.IGNORE);
        popup.choose(Answer.IGNORE_INCIDENT);
        assertThat(prompt().text()).contains("Watching and recording go on");
        assertThat(attention.ignored).isEmpty();
        popup.choose(Answer.CONFIRM);

        assertThat(attention.ignored).containsExactly(popup.id());
        assertThat(attention.finished).containsExactly(popup.id());
        assertThat(service.asked()).isEmpty();
        assertThat(offered()).contains(Answer.NOTICE_AGAIN).doesNotContain(Answer.IGNORE);
        popup.choose(Answer.NOTICE_AGAIN);
        assertThat(attention.ignored).isEmpty();
    }

    @Test
    void aProgramCanBeKeptQuietForADayAfterAQuestion() {
        popup.choose(Answer.IGNORE);
        assertThat(offered())
                .as("without a hash of its file it cannot be approved")
                .containsExactly(Answer.IGNORE_INCIDENT, Answer.SNOOZE_HOUR, Answer.SNOOZE_DAY, Answer.CANCEL);

        popup.choose(Answer.SNOOZE_DAY);
        assertThat(prompt().text()).startsWith("dial.exe makes no balloon and no popup for 24 hours.");
        popup.choose(Answer.CONFIRM);
        theServiceAnswers();

        assertThat(service.asked()).containsExactly("snooze C:\\Users\\eva\\AppData\\Roaming\\dial.exe 86400 s");
        assertThat(attention.ignored).isEmpty();
    }

    @Test
    void aCulpritThatNobodyKnowsCannotBeKeptQuietButItsIncidentCan() {
        popup = about(Some.incident("1", "red", "scan", Optional.empty(), "unattributed", List.of(445)));
        popup.choose(Answer.IGNORE);

        assertThat(offered()).containsExactly(Answer.IGNORE_INCIDENT, Answer.CANCEL);
    }

    @Test
    void growingDoesNotDisturbAQuestion() {
        popup.choose(Answer.KILL);
        Prompt question = prompt();

        popup.update(Some.grown(Some.worm("1"), 9_999, "open"));

        assertThat(prompt()).isEqualTo(question);
        assertThat(popup.brief().counts()).contains("9,999");
    }

    @Test
    void theKernelIsNeverOfferedForKilling() {
        popup = about(kernel(4, "131"));
        assertThat(offered()).containsExactly(Answer.BLOCK, Answer.IGNORE);
        popup.choose(Answer.KILL);
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.FAILED);
        assertThat(prompt().text()).endsWith("Block the program or its port instead.");
        assertThat(offered()).containsExactly(Answer.CLOSE);
    }

    @Test
    void aProcessThatIsNotExactlyKnownIsNeverOfferedForKilling() {
        popup = about(kernel(4312, "0"));

        assertThat(offered()).doesNotContain(Answer.KILL);
    }

    private static IncidentObject kernel(int pid, String startToken) {
        ProcessObject process = new ProcessObject(pid, startToken, "System", Optional.empty(), Optional.empty());
        return Some.incident("1", "red", "scan", Optional.of(process), "reported", List.of(445));
    }

    @Test
    void whereTheCulpritIsOnlyProbableTheQuestionSaysSo() {
        popup = about(
                Some.incident("1", "red", "scan", Optional.of(Some.process("dial.exe", 4312)), "recent", List.of(445)));
        popup.choose(Answer.KILL);

        assertThat(prompt().text()).endsWith("It is not certain that dial.exe did this.");
    }

    @Test
    void anUnknownCulpritLeavesOnlyThePortToBlock() {
        popup = about(Some.incident("1", "red", "scan", Optional.empty(), "unattributed", List.of(445)));
        popup.choose(Answer.BLOCK);

        assertThat(offered()).containsExactly(Answer.BLOCK_PORT, Answer.CANCEL);
    }

    private static final class Attention implements IncidentPresenter.Client {
        private final Set<IncidentId> ignored = new HashSet<>();
        private final List<IncidentId> finished = new ArrayList<>();

        @Override
        public boolean isIgnored(IncidentId id) {
            return ignored.contains(id);
        }

        @Override
        public void ignore(IncidentId id) {
            ignored.add(id);
        }

        @Override
        public void noticeAgain(IncidentId id) {
            ignored.remove(id);
        }

        @Override
        public void finished(IncidentId id) {
            finished.add(id);
        }
    }
}
