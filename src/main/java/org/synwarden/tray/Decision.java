package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One deed from question to outcome: asks once, in words that say what will happen; waits; tells how it went. An
 * outcome that comes after the user has turned to something else is dropped. Used by the presenters' thread.
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
        if (phase != Phase.WAITING) {
            become(Phase.ASKED, Optional.of(asThisUser(wanted)), Optional.empty());
        }
    }

    private Deed asThisUser(Deed wanted) {
        return AsAdministrator.whereNeeded(wanted, runner.caller());
    }

    /** Tells how something went that needed no consent, or why it cannot be done; not while a deed is under way. */
    void tell(Outcome told) {
        if (phase != Phase.WAITING) {
            become(Phase.TOLD, Optional.empty(), Optional.of(told));
        }
    }

    /** Whether the user is being told that something was done that still stands. */
    boolean isSettled() {
        boolean takenBack = deed.filter(Deed::takesBack).isPresent();
        return phase == Phase.TOLD
                && !takenBack
                && outcome.filter(Outcome::done).isPresent();
    }

    /** What to show; empty while there is nothing to decide. */
    Optional<Prompt> prompt() {
        return switch (phase) {
            case IDLE -> Optional.empty();
            case ASKED -> deed.map(this::question);
            case WAITING -> Optional.of(new Prompt(waiting(), Prompt.Tone.WAIT, List.of()));
            case TOLD -> outcome.map(this::result);
        };
    }

    private String waiting() {
        boolean elsewhere = deed.filter(AsAdministrator.class::isInstance).isPresent();
        return texts.of(elsewhere ? "administrator.waiting" : "decision.waiting");
    }

    private Prompt question(Deed asked) {
        return new Prompt(
                asked.question(texts),
                Prompt.Tone.CONSENT,
                List.of(
                        new Prompt.Choice(asked.consent(texts), Answer.CONFIRM, true),
                        new Prompt.Choice(texts.of("choice.cancel"), Answer.CANCEL, true)));
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
        become(Phase.WAITING, Optional.of(wanted), Optional.empty());
        runner.run(wanted, told -> become(Phase.TOLD, Optional.of(wanted), Optional.of(told)));
    }

    private void become(Phase next, Optional<Deed> nextDeed, Optional<Outcome> nextOutcome) {
        phase = next;
        deed = nextDeed;
        outcome = nextOutcome;
        changed.run();
    }
}
