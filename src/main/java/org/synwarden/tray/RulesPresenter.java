package org.synwarden.tray;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.Rows;

/**
 * What has been decided and can be taken back, and the conversation about the selected one. Undo asks once, in words that
 * say what follows from it. Used by the presenters' thread.
 */
final class RulesPresenter {
    private final Texts texts;
    private final RuleText text;
    private final Rules rules;
    private final Asker asker;
    private final Runnable changed;
    private final Decision decision;
    private List<RuleRow> rows = List.of();
    private Optional<String> selected = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private boolean asking;
    private boolean askAgain;

    /**
     * A presenter of nothing yet.
     *
     * @param changed called whenever there is something else to be drawn
     */
    RulesPresenter(Texts texts, RuleText text, Rules rules, ServiceSide service, Runnable changed) {
        this.texts = texts;
        this.text = text;
        this.rules = rules;
        this.asker = service.asker();
        this.changed = changed;
        this.decision = new Decision(texts, service.deeds().andThen(this::askExemptions), changed);
    }

    /** Takes over what the service says about blocks. */
    void apply(Rows told) {
        rules.apply(told);
        draw();
    }

    /** Asks what is approved and snoozed; what is asked meanwhile is asked once more afterwards. */
    void askExemptions() {
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        asker.ask(
                service -> new Rules.Exemptions(
                        service.requests().approvals(), service.requests().snoozes()),
                this::exempt,
                this::failed);
    }

    private void exempt(Rules.Exemptions now) {
        rules.exempt(now);
        answered(Optional.empty());
    }

    private void failed(String reason) {
        answered(Optional.of(reason));
    }

    private void answered(Optional<String> failure) {
        trouble = failure;
        asking = false;
        if (askAgain) {
            askAgain = false;
            askExemptions();
        }
        draw();
    }

    private void draw() {
        rows = rules.rows(text);
        changed.run();
    }

    /** All rows, in their order. */
    List<RuleRow> rows() {
        return rows;
    }

    /** Why approvals and snoozes are not known. */
    Optional<String> trouble() {
        return trouble;
    }

    /**
     * The user turns to that row; a question that is under way is dropped, what is being done is not. A table that is drawn
     * anew has no row for a moment: the selected one stays while it is listed.
     */
    void select(Optional<String> key) {
        boolean drawnAnew = key.isEmpty() && selection().isPresent();
        if (!drawnAnew && !key.equals(selected)) {
            selected = key;
            decision.choose(Answer.CANCEL);
            changed.run();
        }
    }

    /** The selected row; empty when there is none, or it is gone. */
    Optional<RuleRow> selection() {
        return rows.stream()
                .filter(row -> selected.filter(row.key()::equals).isPresent())
                .findFirst();
    }

    /** What is asked or told now, or can be done about the selected row. */
    Optional<Prompt> prompt() {
        return decision.prompt().or(() -> selection().map(row -> offer()));
    }

    private Prompt offer() {
        return new Prompt(
                "", Prompt.Tone.OFFER, List.of(new Prompt.Choice(texts.of("choice.undo.ask"), Answer.UNDO, true)));
    }

    /** The user's answer. */
    void choose(Answer answer) {
        if (decision.prompt().isPresent()) {
            decision.choose(answer);
        } else if (answer == Answer.UNDO) {
            selection().map(RuleRow::undo).ifPresent(decision::ask);
        }
    }
}
