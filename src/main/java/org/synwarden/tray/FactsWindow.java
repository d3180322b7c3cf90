package org.synwarden.tray;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/** All there is to tell of a row, in a window that blocks no other; every line can be marked and copied. Event thread. */
final class FactsWindow {
    private static final int WIDTH = 460;
    private static final int HIGHEST = 560;
    private static final int TITLE_LIMIT = 80;

    private FactsWindow() {}

    /** Opens it beside the window of that component. */
    static void open(Component owner, Texts texts, RowSubject subject) {
        String title = texts.of("facts.title", ForeignText.shorten(subject.title(), TITLE_LIMIT));
        JDialog window = new JDialog(SwingUtilities.getWindowAncestor(owner), title, Dialog.ModalityType.MODELESS);
        JPanel panel = panel(subject.facts());
        JScrollPane scroll = new JScrollPane(panel);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        Dimension wanted = panel.getPreferredSize();
        scroll.setPreferredSize(new Dimension(wanted.width + 24, Math.min(HIGHEST, wanted.height)));
        JPanel content = new JPanel(new MigLayout("insets 0 0 12 0, fill, wrap 1", "[fill, grow]", "[fill, grow][]"));
        content.add(scroll, "grow");
        JButton copy = new JButton(texts.of("facts.copy"));
        copy.addActionListener(event -> copy(subject.facts()));
        JButton close = new JButton(texts.of("choice.close"));
        close.addActionListener(event -> window.dispose());
        content.add(copy, "split 2, align right, gapright 8, growx 0, tag left");
        content.add(close, "growx 0, gapright 14");
        Actions.bind(content, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), window::dispose);
        window.setContentPane(content);
        window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        window.pack();
        window.setLocationRelativeTo(owner);
        window.getRootPane().setDefaultButton(close);
        window.setVisible(true);
        close.requestFocusInWindow();
    }

    private static void copy(List<IncidentPage.Fact> facts) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text(facts)), null);
    }

    /** The facts as lines, labels and values apart by tabs. */
    static String text(List<IncidentPage.Fact> facts) {
        return facts.stream()
                .map(fact -> fact.label() + "\t" + fact.value())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The facts as labelled lines. */
    static JPanel panel(List<IncidentPage.Fact> facts) {
        JPanel panel = new JPanel(new MigLayout("insets 14, gap 12 5, wrap 2", "[][fill, grow]"));
        for (IncidentPage.Fact fact : facts) {
            JLabel label = new JLabel(fact.label());
            label.setEnabled(false);
            JTextArea value = value(fact.value());
            label.setLabelFor(value);
            panel.add(label, "top");
            panel.add(value, "wmin 120");
        }
        return panel;
    }

    private static JTextArea value(String text) {
        JTextArea value = new JTextArea(text);
        value.setEditable(false);
        value.setLineWrap(true);
        value.setOpaque(false);
        value.setBorder(null);
        value.setFont(UIManager.getFont("Label.font"));
        value.setSize(WIDTH, Short.MAX_VALUE);
        value.setPreferredSize(new Dimension(WIDTH, value.getPreferredSize().height));
        return value;
    }
}
