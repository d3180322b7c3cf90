package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.contract.IncidentObject;

/**
 * The conversation about one incident, wherever it is shown: popup and window show the same step. Nothing is done
 * before the user has said yes to words that tell what will happen. Used by the presenters' thread.
 */
final class IncidentPresenter {
    /** What the conversation changes in the rest of the client. */
    interface Client {
        boolean isIgnored(IncidentId id);

        void ignore(IncidentId id);

        void noticeAgain(IncidentId id);

        /** The user is done with this incident for now. */
        void finished(IncidentId id);
    }

    private enum Step {
        SUMMARY,
        CHOOSE_BLOCK,
        CHOOSE_IGNORE,
        CONFIRM_IGNORE
    }

    private final Texts texts;
    private final IncidentText text;
    private final Deeds deeds;
    private final IncidentPrompts prompts;
    private final Client client;
    private final Decision decision;
    private final List<Runnable> watchers = new ArrayList<>();
    private IncidentObject incident;
    private Step step = Step.SUMMARY;

    IncidentPresenter(IncidentObject incident, Texts texts, IncidentText text, DeedRunner runner, Client client) {
        this.incident = incident;
        this.texts = texts;
        this.text = text;
        this.deeds = new Deeds(texts, text);
        this.prompts = new IncidentPrompts(texts, deeds, runner::caller);
        this.client = client;
        this.decision = new Decision(texts, runner, this::changed);
    }

    /** Calls {@code watcher} whenever the page has become another one. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** The incident has grown or closed. */
    void update(IncidentObject current) {
        if (!current.equals(incident)) {
            incident = current;
            changed();
        }
    }

    IncidentId id() {
        return IncidentId.of(incident);
    }

    /** What to show now. */
    IncidentPage page() {
        List<IncidentPage.Fact> facts = new ArrayList<>();
        facts.add(fact("fact.program", text.program(incident)));
        text.path(incident).ifPresent(path -> facts.add(fact("fact.path", path)));
        text.user(incident).ifPresent(user -> facts.add(fact("fact.user", user)));
        text.requesters(incident).ifPresent(who -> facts.add(fact("fact.requesters", who)));
        facts.add(fact("fact.where", text.where(incident)));
        facts.add(fact("fact.since", text.since(incident)));
        return new IncidentPage(
                Incidents.isRed(incident),
                text.headline(incident),
                texts.of("counts", text.howMany(incident), text.growth(incident)),
                facts,
                decision.prompt().orElseGet(this::prompt));
    }

    private IncidentPage.Fact fact(String key, String value) {
        return new IncidentPage.Fact(texts.of(key), value);
    }

    private Prompt prompt() {
        return switch (step) {
            case SUMMARY -> prompts.summary(incident, client.isIgnored(id()));
            case CHOOSE_BLOCK -> prompts.chooseBlock(incident);
            case CHOOSE_IGNORE -> prompts.chooseIgnore(incident);
            case CONFIRM_IGNORE -> prompts.confirmIgnore();
        };
    }

    /** The user's answer; one that the page does not offer is nothing. */
    void choose(Answer answer) {
        boolean offered =
                page().prompt().choices().stream().anyMatch(choice -> choice.answer() == answer && choice.enabled());
        if (!offered) {
            return;
        }
        if (decision.prompt().isPresent()) {
            answerDecision(answer);
            return;
        }
        switch (answer) {
            case BLOCK -> turnTo(Step.CHOOSE_BLOCK);
            case KILL -> ask(deeds.kill(incident));
            case BLOCK_HOUR -> ask(prompts.ownBlock(incident).flatMap(Known::value));
            case BLOCK_PROGRAM -> ask(deeds.blockProgram(incident));
            case BLOCK_PORT -> ask(deeds.blockPort(incident));
            case IGNORE -> turnTo(Step.CHOOSE_IGNORE);
            case IGNORE_INCIDENT -> turnTo(Step.CONFIRM_IGNORE);
            case SNOOZE_HOUR -> ask(deeds.snooze(incident, IncidentPrompts.HOUR));
            case SNOOZE_DAY -> ask(deeds.snooze(incident, IncidentPrompts.DAY));
            case APPROVE -> ask(deeds.approve(incident));
            case NOTICE_AGAIN -> {
                client.noticeAgain(id());
                changed();
            }
            case CONFIRM -> {
                client.ignore(id());
                turnTo(Step.SUMMARY);
                client.finished(id());
            }
            case CANCEL, CLOSE, UNDO, INSTEAD -> turnTo(Step.SUMMARY);
        }
    }

    private void answerDecision(Answer answer) {
        boolean settled = decision.isSettled();
        decision.choose(answer);
        if (settled && answer == Answer.CLOSE) {
            client.finished(id());
        }
    }

    private void ask(Optional<Deed> deed) {
        step = Step.SUMMARY;
        deed.ifPresent(decision::ask);
    }

    private void turnTo(Step next) {
        step = next;
        changed();
    }

    private void changed() {
        List.copyOf(watchers).forEach(Runnable::run);
    }
}
