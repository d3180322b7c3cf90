package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Labelled lines below each other; the same lines again change nothing. Event thread. */
final class FactsPanel extends JPanel {
    private static final int LABELS = 90;
    private static final int GAP = 8;

    private final int width;
    private transient List<IncidentPage.Fact> shown = List.of();

    /**
     * Makes an empty panel.
     *
     * @param width of the whole in pixels
     */
    FactsPanel(int width) {
        super(new MigLayout("insets 0, gap " + GAP + " 3, wrap 2", "[" + LABELS + "!][]"));
        this.width = width;
        setOpaque(false);
    }

    /** Shows those lines. */
    void show(List<IncidentPage.Fact> facts) {
        if (!shown.equals(facts)) {
            shown = List.copyOf(facts);
            removeAll();
            shown.forEach(this::add);
            revalidate();
            repaint();
        }
    }

    private void add(IncidentPage.Fact fact) {
        JLabel label = new JLabel(fact.label());
        label.putClientProperty(FlatClientProperties.STYLE, "foreground: $Label.disabledForeground");
        WrappedText value = new WrappedText(width - LABELS - GAP);
        value.setText(fact.value());
        label.setLabelFor(value);
        add(label, "top");
        add(value, "");
    }
}
