package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Draws the conversation about one incident in brief: what, how many, who, where, and what the user can do. Event thread. */
final class IncidentPanel extends JPanel {
    private static final int LABELS = 90;

    private final JLabel headline = Plain.label();
    private final WrappedText counts;
    private final FactsPanel facts;
    private final PromptPanel prompt;
    private transient Optional<IncidentPresenter> presenter = Optional.empty();

    /**
     * Makes an empty panel.
     *
     * @param width of the text in pixels
     */
    IncidentPanel(int width) {
        super(new MigLayout("insets 0, gap 0, wrap 1", "[]"));
        this.facts = new FactsPanel(LABELS, width);
        this.counts = new WrappedText(width);
        this.prompt = new PromptPanel(width, answer -> presenter.ifPresent(shown -> shown.choose(answer)));
        headline.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
        setOpaque(false);
        add(headline, "wmax " + width);
        add(counts, "gaptop 2");
        add(facts, "gaptop 10");
        add(prompt, "gaptop 12");
    }

    /** Turns to another conversation. */
    void show(IncidentPresenter next) {
        presenter = Optional.of(next);
        draw();
    }

    /** The conversation that is shown. */
    Optional<IncidentPresenter> presenter() {
        return presenter;
    }

    /** Draws the page as it is now. */
    void draw() {
        EventThread.require();
        presenter.map(IncidentPresenter::brief).ifPresent(this::draw);
    }

    private void draw(IncidentPage page) {
        headline.setText(page.headline());
        counts.setText(page.counts());
        facts.show(page.facts());
        prompt.show(page.prompt());
        revalidate();
        repaint();
    }
}
