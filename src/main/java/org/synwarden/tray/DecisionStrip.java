package org.synwarden.tray;

import java.awt.Color;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * A strip under a table in which what the user wants done is asked, done and told: never in a dialog, so that incidents
 * can be looked at meanwhile. Hidden while there is nothing to decide. Event thread.
 */
final class DecisionStrip extends JPanel {
    private static final int TEXT_WIDTH = 700;

    private final transient Decision decision;
    private final transient Runnable left;
    private final PromptPanel prompt;

    /**
     * A strip that asks nothing.
     *
     * @param left called when the user is done with it, to take the focus back
     */
    DecisionStrip(Texts texts, DeedRunner runner, Runnable left) {
        super(new MigLayout("insets 10 14 10 14"));
        this.left = left;
        this.decision = new Decision(texts, runner, this::draw);
        this.prompt = new PromptPanel(TEXT_WIDTH, decision::choose);
        setVisible(false);
        add(prompt);
        border();
    }

    /** Asks for consent to what is offered; says why, where it is not. */
    void ask(Known<Deed> offer) {
        offer.value().ifPresentOrElse(decision::ask, () -> tell(Outcome.failed(offer.refusal())));
    }

    /** Says how something went that needed no consent. */
    void tell(Outcome outcome) {
        decision.tell(outcome);
    }

    private void draw() {
        Optional<Prompt> now = decision.prompt();
        setVisible(now.isPresent());
        now.ifPresent(prompt::show);
        if (now.isEmpty()) {
            left.run();
        }
    }

    private void border() {
        Color line = UIManager.getColor("Component.borderColor");
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, line));
    }

    /** The line above it has the colour of the look that is in force. */
    @Override
    public void updateUI() {
        super.updateUI();
        border();
    }
}
