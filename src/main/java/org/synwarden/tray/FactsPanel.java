package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Labelled lines below each other; the same lines again change nothing. Event thread. */
final class FactsPanel extends JPanel {
    private static final int LABELS = 108;
    private static final int GAP = 8;

    private final transient List<WrappedText> values = new ArrayList<>();
    private final int labels;
    private int width;
    private transient List<IncidentPage.Fact> shown = List.of();

    /**
     * Makes an empty panel.
     *
     * @param width of the whole in pixels
     */
    FactsPanel(int width) {
        this(LABELS, width);
    }

    /**
     * Makes an empty panel whose labels are few and short.
     *
     * @param labels width of the labels in pixels
     * @param width of the whole in pixels
     */
    FactsPanel(int labels, int width) {
        super(new MigLayout("insets 0, gap " + GAP + " 3, wrap 2", "[" + labels + "!][]"));
        this.labels = labels;
        this.width = width;
        setOpaque(false);
    }

    /** Shows those lines. */
    void show(List<IncidentPage.Fact> facts) {
        if (!shown.equals(facts)) {
            shown = List.copyOf(facts);
            removeAll();
            values.clear();
            shown.forEach(this::add);
            revalidate();
            repaint();
        }
    }

    /** From now on the whole is that wide, in pixels. */
    void fit(int now) {
        width = now;
        values.forEach(value -> value.fit(now - labels - GAP));
    }

    private void add(IncidentPage.Fact fact) {
        JLabel label = new JLabel(fact.label());
        label.putClientProperty(FlatClientProperties.STYLE, "foreground: $Label.disabledForeground");
        WrappedText value = new WrappedText(width - labels - GAP);
        value.setText(fact.value());
        label.setLabelFor(value);
        values.add(value);
        add(label, "top");
        add(value, "");
    }
}
