package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One deed from question to outcome: asks once, in words that say what will happen; waits; tells how it went. What
 * needed no consent gives way to it. Used by the presenters' thread.
 */
final class Decision {
    private enum Phase {
        IDLE,
        ASKED,
        WAITING,
        TOLD
    }

    private final Texts texts;
    private final DeedRunner runner;
    private final Runnable changed;
    private Phase phase = Phase.IDLE;
    private Optional<Deed> deed = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private String waiting = "";
    private long turn;

    /**
     * Makes a decision that is not on anything yet.
     *
     * @param changed called whenever {@link #prompt} has become another one
     */
    Decision(Texts texts, DeedRunner runner, Runnable changed) {
        this.texts = texts;
        this.runner = runner;
        this.changed = changed;
    }

    /** Asks for consent to that deed, as this user can have it done; not while another one is under way. */
    void ask(Deed wanted) {
        if (!isUnderWay()) {
            become(Phase.ASKED, Optional.of(asThisUser(wanted)), Optional.empty());
        }
    }

    /** A wait without a deed is none: what is to be done against a worm does not wait for a file. */
    private boolean isUnderWay() {
        return phase == Phase.WAITING && deed.isPresent();
    }

    private Deed asThisUser(Deed wanted) {
        return AsAdministrator.whereNeeded(wanted, runner.caller(), texts);
    }

    /** Tells how something went that needed no consent, or why it cannot be done; not while a deed is under way. */
    void tell(Outcome told) {
        if (!isUnderWay()) {
            become(Phase.TOLD, Optional.empty(), Optional.of(told));
        }
    }

    /** Whether the user is being told that something was done that still stands. */
    boolean isSettled() {
        boolean stands = deed.filter(done -> !done.takesBack()).isPresent();
        return phase == Phase.TOLD && stands && outcome.filter(Outcome::done).isPresent();
    }

    /** What to show; empty while there is nothing to decide. */
    Optional<Prompt> prompt() {
        return switch (phase) {
            case IDLE -> Optional.empty();
            case ASKED -> deed.map(this::question);
            case WAITING -> Optional.of(new Prompt(waiting, Prompt.Tone.WAIT, List.of()));
            case TOLD -> outcome.map(this::result);
        };
    }

    private Prompt question(Deed asked) {
        List<Prompt.Choice> choices = new ArrayList<>();
        choices.add(new Prompt.Choice(asked.consent(texts), Answer.CONFIRM, true));
        asked.alternative()
                .ifPresent(other -> choices.add(new Prompt.Choice(texts.of(other.label()), Answer.ALTERNATIVE, true)));
        choices.add(new Prompt.Choice(texts.of("choice.cancel"), Answer.CANCEL, true));
        return new Prompt(asked.question(texts), Prompt.Tone.CONSENT, choices);
    }

    private Prompt result(Outcome told) {
        List<Prompt.Choice> choices = new ArrayList<>();
        told.undo()
                .map(this::asThisUser)
                .ifPresent(undo -> choices.add(new Prompt.Choice(undo.consent(texts), Answer.UNDO, true)));
        told.instead()
                .ifPresent(instead -> choices.add(new Prompt.Choice(instead.consent(texts), Answer.INSTEAD, true)));
        choices.add(new Prompt.Choice(texts.of("choice.close"), Answer.CLOSE, true));
        return new Prompt(told.message(), told.done() ? Prompt.Tone.DONE : Prompt.Tone.FAILED, choices);
    }

    /** The user's answer; one that does not belong to the prompt is nothing. */
    void choose(Answer answer) {
        switch (answer) {
            case CONFIRM -> {
                if (phase == Phase.ASKED) {
                    deed.ifPresent(this::carryOut);
                }
            }
            case ALTERNATIVE -> {
                if (phase == Phase.ASKED) {
                    deed.flatMap(Deed::alternative).ifPresent(other -> ask(other.deed()));
                }
            }
            case UNDO -> {
                if (phase == Phase.TOLD) {
                    outcome.flatMap(Outcome::undo).map(this::asThisUser).ifPresent(this::carryOut);
                }
            }
            case INSTEAD -> {
                if (phase == Phase.TOLD) {
                    outcome.flatMap(Outcome::instead).ifPresent(this::carryOut);
                }
            }
            case CANCEL, CLOSE -> {
                if (phase != Phase.WAITING) {
                    become(Phase.IDLE, Optional.empty(), Optional.empty());
                }
            }
            default -> {}
        }
    }

    private void carryOut(Deed wanted) {
        String saying = texts.of(wanted instanceof AsAdministrator ? "administrator.waiting" : "decision.waiting");
        await(saying, Optional.of(wanted));
        runner.run(wanted, told -> become(Phase.TOLD, Optional.of(wanted), Optional.of(told)));
    }

    /**
     * Waits, saying so, for something that needed no consent. A question and a deed that is under way go before it; how it
     * went is then told only where nothing else is to be said.
     *
     * @return to be told once how it went, or nothing where there is nothing to say
     */
    Consumer<Optional<Outcome>> await(String saying) {
        long mine = ++turn;
        if (phase != Phase.ASKED && !isUnderWay()) {
            await(saying, Optional.empty());
        }
        return told -> {
            boolean stillSaysSo = phase == Phase.WAITING && deed.isEmpty() && turn == mine;
            if (stillSaysSo || phase == Phase.IDLE && told.isPresent()) {
                become(told.isPresent() ? Phase.TOLD : Phase.IDLE, Optional.empty(), told);
            }
        };
    }

    private void await(String saying, Optional<Deed> wanted) {
        waiting = saying;
        become(Phase.WAITING, wanted, Optional.empty());
    }

    private void become(Phase next, Optional<Deed> nextDeed, Optional<Outcome> nextOutcome) {
        phase = next;
        deed = nextDeed;
        outcome = nextOutcome;
        changed.run();
    }
}
