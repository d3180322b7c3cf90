package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    private final IncidentPages pages;
    private final Deeds deeds;
    private final Offers offers;
    private final IncidentPrompts prompts;
    private final Client client;
    private final Decision decision;
    private final List<Runnable> watchers = new ArrayList<>();
    private IncidentObject incident;
    private Step step = Step.SUMMARY;

    IncidentPresenter(IncidentObject incident, Wording words, IncidentPages pages, DeedRunner runner, Client client) {
        Texts texts = words.texts();
        this.incident = incident;
        this.pages = pages;
        this.deeds = new Deeds(texts, words.incidents());
        this.offers = new Offers(texts, deeds);
        this.prompts = new IncidentPrompts(texts, deeds, runner::caller);
        this.client = client;
        this.decision = new Decision(texts, runner.andThen(() -> pages.done(id())), this::changed);
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

    /** What to show now where there is little room. */
    IncidentPage brief() {
        return pages.brief(incident, prompt(prompts.summary(incident, client.isIgnored(id()))));
    }

    /** What to show now: all. */
    IncidentPage page() {
        return pages.whole(incident, prompt());
    }

    /** Somebody looks at {@link #page}: what is not told by itself is asked for. */
    void look() {
        pages.look(incident);
    }

    private Prompt prompt() {
        return prompt(prompts.everything(incident, client.isIgnored(id())));
    }

    private Prompt prompt(Prompt first) {
        return decision.prompt().orElseGet(() -> switch (step) {
            case SUMMARY -> first;
            case CHOOSE_BLOCK -> prompts.chooseBlock(incident);
            case CHOOSE_IGNORE -> prompts.chooseIgnore(incident);
            case CONFIRM_IGNORE -> prompts.confirmIgnore();
        });
    }

    /** Whether that is an answer to what is asked now. */
    boolean offers(Answer answer) {
        return prompt().choices().stream().anyMatch(choice -> choice.answer() == answer && choice.enabled());
    }

    /** The user's answer; one that the page does not offer is nothing. */
    void choose(Answer answer) {
        if (!offers(answer)) {
            return;
        }
        if (decision.prompt().isPresent()) {
            answerDecision(answer);
            return;
        }
        switch (answer) {
            case BLOCK -> turnTo(Step.CHOOSE_BLOCK);
            case KILL -> ask(offers.kill(incident));
            case SUSPEND -> ask(offers.suspend(incident));
            case BLOCK_HOUR -> prompts.ownBlock(incident).ifPresent(this::ask);
            case BLOCK_PROGRAM -> ask(offers.blockProgram(incident));
            case BLOCK_PORT -> ask(offers.blockPort(incident));
            case IGNORE -> turnTo(Step.CHOOSE_IGNORE);
            case IGNORE_INCIDENT -> turnTo(Step.CONFIRM_IGNORE);
            case SNOOZE_HOUR -> deeds.snooze(incident, IncidentPrompts.HOUR).ifPresent(this::ask);
            case SNOOZE_DAY -> deeds.snooze(incident, IncidentPrompts.DAY).ifPresent(this::ask);
            case APPROVE -> ask(offers.approve(incident));
            case NOTICE_AGAIN -> {
                client.noticeAgain(id());
                changed();
            }
            case CONFIRM -> {
                client.ignore(id());
                turnTo(Step.SUMMARY);
                client.finished(id());
            }
            case CANCEL, CLOSE, UNDO, INSTEAD, ALTERNATIVE -> turnTo(Step.SUMMARY);
            case SAVE_EVIDENCE -> {}
        }
    }

    private void answerDecision(Answer answer) {
        boolean settled = decision.isSettled();
        decision.choose(answer);
        if (settled && answer == Answer.CLOSE) {
            client.finished(id());
        }
    }

    /** Asks for consent to what is offered; says why, where it is not. */
    void ask(Known<Deed> offer) {
        offer.value().ifPresentOrElse(this::ask, () -> tell(Outcome.failed(offer.refusal())));
    }

    /** Asks for consent to that deed. */
    void ask(Deed deed) {
        step = Step.SUMMARY;
        decision.ask(deed);
    }

    /** Says how something went that needed no consent. */
    void tell(Outcome outcome) {
        step = Step.SUMMARY;
        decision.tell(outcome);
    }

    /**
     * Says that something is under way that needed no consent.
     *
     * @return to be told once how it went, or nothing where there is nothing to say
     */
    Consumer<Optional<Outcome>> await(String saying) {
        step = Step.SUMMARY;
        return decision.await(saying);
    }

    private void turnTo(Step next) {
        step = next;
        changed();
    }

    private void changed() {
        List.copyOf(watchers).forEach(Runnable::run);
    }
}
