package org.synwarden.tray;

import java.util.EnumMap;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Says which colour stands for which outcome, and how many came to it; of outcomes that there are. Event thread. */
final class RateLegend extends JPanel {
    private final transient RateText text;
    private final transient Map<AttemptOutcome, JLabel> labels = new EnumMap<>(AttemptOutcome.class);

    RateLegend(RateText text) {
        super(new MigLayout("insets 0, gap 16 0, hidemode 3"));
        this.text = text;
        setOpaque(false);
        for (AttemptOutcome outcome : AttemptOutcome.values()) {
            JLabel label = Plain.label();
            label.setIcon(new Dot(outcome.colour()));
            label.setVisible(false);
            labels.put(outcome, label);
            add(label);
        }
    }

    void show(RateBar sum) {
        labels.forEach((outcome, label) -> {
            label.setText(text.outcome(outcome, sum.of(outcome)));
            label.setVisible(sum.of(outcome) > 0);
        });
    }
}
