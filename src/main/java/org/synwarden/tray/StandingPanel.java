package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What was done and stands, a line each with the button that takes it back; the same lines again change nothing. Event thread. */
final class StandingPanel extends JPanel {
    private static final int GAP = 8;
    private static final int BESIDE_WORDS = 120;

    private final transient Consumer<Deed> asking;
    private final transient List<WrappedText> words = new ArrayList<>();
    private transient List<IncidentPage.Standing> shown = List.of();
    private int width;

    /**
     * Makes an empty panel.
     *
     * @param width of the whole in pixels
     * @param asking asks for consent to what takes it back
     */
    StandingPanel(int width, Consumer<Deed> asking) {
        super(new MigLayout("insets 0, gap " + GAP + " 4, wrap 3", "[][][]"));
        this.width = width;
        this.asking = asking;
        setOpaque(false);
    }

    /** Shows those lines. */
    void show(List<IncidentPage.Standing> standing) {
        setVisible(!standing.isEmpty());
        if (!shown.equals(standing)) {
            shown = List.copyOf(standing);
            removeAll();
            words.clear();
            shown.forEach(this::add);
            revalidate();
            repaint();
        }
    }

    private void add(IncidentPage.Standing line) {
        WrappedText text = new WrappedText(width - BESIDE_WORDS);
        text.setText(line.words());
        words.add(text);
        JButton undo = Plain.plain(new JButton());
        undo.setText(line.label());
        undo.getAccessibleContext().setAccessibleDescription(line.words());
        undo.addActionListener(event -> asking.accept(line.undo()));
        add(new JLabel(line.mark()));
        add(text);
        add(undo);
    }

    /** From now on the whole is that wide, in pixels. */
    void fit(int now) {
        width = now;
        words.forEach(text -> text.fit(now - BESIDE_WORDS));
    }
}
