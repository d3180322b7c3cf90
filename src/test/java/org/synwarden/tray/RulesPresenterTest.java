package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.control.RequestException;

class RulesPresenterTest {
    private static final String DIALER = "C:\\Users\\eva\\AppData\\Roaming\\dial.exe";

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ScriptedService service = new ScriptedService();
    private final Rules rules = new Rules();
    private final RulesPresenter presenter = new RulesPresenter(
            texts,
            new RuleText(texts, new Moments(Locale.ENGLISH, ZoneOffset.UTC)),
            rules,
            service.side(texts),
            () -> {});

    private static RuleObject block(String id, String effect, String effectReason) {
        RuleObject rule = SomeRules.rule(id, Optional.of(DIALER), Optional.of(445), Some.NOON, "worm");
        return SomeRules.acting(rule, effect, effectReason);
    }

    private static ApprovalObject approved(String id) {
        return new ApprovalObject(
                id, "C:\\Tools\\nmap.exe", "0".repeat(64), Optional.empty(), Optional.empty(), false, Some.NOON);
    }

    private RuleRow only() {
        assertThat(presenter.rows()).hasSize(1);
        return presenter.rows().get(0);
    }

    @Test
    void aBlockSaysWhatSinceWhenUntilWhenWhyAndThatItActs() {
        presenter.apply(Some.whole("rules", List.of(block("a1", "effective", "no SYN since 2026-11-23T12:00:09Z"))));

        assertThat(only().what()).isEqualTo("dial.exe, TCP port 445");
        assertThat(only().since()).contains("12:00:00");
        assertThat(only().until()).isEqualTo("until you undo it");
        assertThat(only().why()).isEqualTo("worm");
        assertThat(only().effect()).startsWith("Works: no attempt since ").contains("12:00:09");
        assertThat(only().mark()).isEqualTo(Dot.GREEN);
    }

    @Test
    void aBlockThatDoesNotActSaysWhy() {
        presenter.apply(Some.whole(
                "rules",
                List.of(block(
                        "a1",
                        "not-effective",
                        "6 SYNs or datagrams have left since 2026-11-23T12:00:00Z all the same"))));

        assertThat(only().effect())
                .startsWith("Blocked, but it still gets out: 6 SYNs")
                .doesNotContain("2026-11-23T12");
        assertThat(only().mark()).isEqualTo(Dot.RED);
    }

    @Test
    void theEffectIsFollowedAsItBecomesKnown() {
        presenter.apply(Some.whole(
                "rules", List.of(SomeRules.rule("a1", Optional.of(DIALER), Optional.empty(), Some.NOON, "worm"))));
        presenter.apply(Some.change(
                "rules", List.of(), List.of(block("a1", "effective", "no SYN since 2026-11-23T12:00:09Z")), List.of()));
        assertThat(only().mark()).isEqualTo(Dot.GREEN);

        presenter.apply(Some.change("rules", List.of(), List.of(), List.of("a1")));
        assertThat(presenter.rows()).isEmpty();
    }

    @Test
    void undoAsksOnceInWordsThatNameTheBlock() {
        service.rulesStand(block("a1", "effective", "no SYN since 2026-11-23T12:00:09Z"));
        presenter.apply(Some.whole("rules", service.rules()));
        presenter.select(Optional.of("rule a1"));

        presenter.choose(Answer.UNDO);
        assertThat(presenter.prompt().orElseThrow().text()).contains("dial.exe, TCP port 445");
        assertThat(service.asked()).isEmpty();
        presenter.choose(Answer.CONFIRM);

        assertThat(service.asked()).containsExactly("unblock a1");
        assertThat(presenter.prompt().orElseThrow().tone()).isEqualTo(Prompt.Tone.DONE);
    }

    @Test
    void aRefusedUndoSaysWhatCanBeDoneInstead() {
        service.rulesStand(block("a1", "effective", ""));
        service.refuse(RequestException.Code.FORBIDDEN, "ask an administrator");
        presenter.apply(Some.whole("rules", service.rules()));
        presenter.select(Optional.of("rule a1"));
        presenter.choose(Answer.UNDO);
        presenter.choose(Answer.CONFIRM);

        assertThat(presenter.prompt().orElseThrow().text()).contains("ask an administrator");
    }

    @Test
    void turningToAnotherRowDropsTheQuestion() {
        presenter.apply(Some.whole("rules", List.of(block("a1", "watching", ""), block("b2", "watching", ""))));
        presenter.select(Optional.of("rule a1"));
        presenter.choose(Answer.UNDO);
        presenter.select(Optional.of("rule b2"));
        presenter.choose(Answer.CONFIRM);

        assertThat(service.asked()).isEmpty();
        assertThat(presenter.prompt().orElseThrow().tone()).isEqualTo(Prompt.Tone.OFFER);
    }

    @Test
    void aQuestionStaysWhenTheTableIsDrawnAnewButNotWhenItsRowGoes() {
        presenter.apply(Some.whole("rules", List.of(block("a1", "watching", ""))));
        presenter.select(Optional.of("rule a1"));
        presenter.choose(Answer.UNDO);
        presenter.select(Optional.empty());
        assertThat(presenter.prompt().orElseThrow().tone()).isEqualTo(Prompt.Tone.CONSENT);

        presenter.apply(Some.whole("rules", List.of()));
        presenter.select(Optional.empty());
        assertThat(presenter.prompt()).isEmpty();
    }

    @Test
    void approvalsAndSnoozesAreListedAndTakenBackToo() {
        service.exempt(List.of(approved("K3")), List.of(new SnoozeObject("S1", "C:\\Tools\\scan.exe", later(), true)));
        presenter.askExemptions();
        assertThat(presenter.rows()).extracting(RuleRow::what).containsExactly("nmap.exe", "scan.exe");
        assertThat(presenter.rows()).extracting(RuleRow::kind).containsExactly("Approval", "Quiet");

        presenter.select(Optional.of("approval K3"));
        presenter.choose(Answer.UNDO);
        assertThat(presenter.prompt().orElseThrow().text()).contains("nmap.exe");
        presenter.choose(Answer.CONFIRM);
        presenter.choose(Answer.CLOSE);
        presenter.select(Optional.of("snooze S1"));
        presenter.choose(Answer.UNDO);
        presenter.choose(Answer.CONFIRM);

        assertThat(service.asked()).containsExactly("disapprove K3", "end snooze S1");
        assertThat(presenter.rows())
                .as("what was taken back is listed no longer")
                .isEmpty();
    }

    @Test
    void whereExemptionsCannotBeListedTheReasonIsSaidAndBlocksAreListedAllTheSame() {
        presenter.apply(Some.whole("rules", List.of(block("a1", "watching", ""))));
        service.die();
        presenter.askExemptions();

        assertThat(presenter.trouble().orElseThrow()).contains("ended the connection");
        assertThat(presenter.rows()).hasSize(1);
    }

    @Test
    void namesOfForeignFilesCannotTurnTheDirectionOfWriting() {
        presenter.apply(Some.whole(
                "rules",
                List.of(SomeRules.rule(
                        "a1", Optional.of("C:\\gpj\u202Eexe"), Optional.empty(), Some.NOON, "x\u202Ey"))));

        assertThat(only().what() + only().why() + only().facts()).doesNotContain("\u202E");
    }

    private static Instant later() {
        return Some.NOON.plusSeconds(3_600);
    }
}
