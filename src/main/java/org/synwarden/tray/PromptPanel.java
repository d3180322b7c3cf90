package org.synwarden.tray;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * Draws a prompt: its text and its buttons, below each other where they do not fit side by side. The same prompt again changes nothing, so that growing counts never take a
 * button from under the pointer; and consent is not taken from the second half of a double click. In a window that has the focus, a question gives it to the button that does nothing.
 * Event thread.
 */
final class PromptPanel extends JPanel {
    private static final int GAP = 8;
    private static final long TOO_SOON_MILLIS = 400;

    private final transient Consumer<Answer> answers;
    private int width;
    private transient Optional<Prompt> shown = Optional.empty();
    private long shownAt;

    /**
     * Makes an empty panel.
     *
     * @param width of the text in pixels
     * @param answers told what the user presses
     */
    PromptPanel(int width, Consumer<Answer> answers) {
        super(new MigLayout("insets 0, wrap 1, gap " + GAP));
        this.width = width;
        this.answers = answers;
        setOpaque(false);
        Actions.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), () -> answers.accept(Answer.CANCEL));
    }

    /** Draws that prompt. */
    void show(Prompt prompt) {
        if (shown.filter(prompt::equals).isPresent()) {
            return;
        }
        shown = Optional.of(prompt);
        shownAt = System.currentTimeMillis();
        List<JButton> buttons = draw(prompt);
        if (prompt.tone() != Prompt.Tone.OFFER && !buttons.isEmpty()) {
            buttons.get(buttons.size() - 1).requestFocusInWindow();
        }
    }

    /** From now on the text is that wide, in pixels. */
    void fit(int now) {
        if (width != now) {
            width = now;
            shown.ifPresent(this::draw);
        }
    }

    private List<JButton> draw(Prompt prompt) {
        removeAll();
        if (!prompt.text().isEmpty()) {
            add(text(prompt), "growx");
        }
        List<JButton> buttons =
                prompt.choices().stream().map(choice -> button(prompt, choice)).toList();
        rows(buttons).forEach(this::add);
        revalidate();
        repaint();
        return buttons;
    }

    /** As many side by side as there is room for. */
    private List<JPanel> rows(List<JButton> buttons) {
        List<JPanel> rows = new ArrayList<>();
        int left = 0;
        for (JButton button : buttons) {
            int needed = button.getPreferredSize().width + GAP;
            if (rows.isEmpty() || needed > left) {
                JPanel row = new JPanel(new MigLayout("insets 0, gap " + GAP));
                row.setOpaque(false);
                rows.add(row);
                left = width + GAP;
            }
            left -= needed;
            rows.get(rows.size() - 1).add(button);
        }
        return rows;
    }

    private JComponent text(Prompt prompt) {
        WrappedText text = new WrappedText(width);
        text.setText(prompt.text());
        switch (prompt.tone()) {
            case FAILED -> text.setForeground(UIManager.getColor("Actions.Red"));
            case DONE -> text.setForeground(UIManager.getColor("Actions.Green"));
            case WAIT -> text.setForeground(UIManager.getColor("Label.disabledForeground"));
            case OFFER, CONSENT -> {}
        }
        return text;
    }

    private JButton button(Prompt prompt, Prompt.Choice choice) {
        JButton button = Plain.plain(new JButton());
        button.setText(choice.label());
        button.setEnabled(choice.enabled());
        button.setFocusPainted(true);
        if (prompt.tone() == Prompt.Tone.CONSENT && choice.answer() == Answer.CONFIRM) {
            button.putClientProperty("FlatLaf.styleClass", "danger");
        }
        button.addActionListener(event -> {
            if (choice.answer() != Answer.CONFIRM || event.getWhen() - shownAt > TOO_SOON_MILLIS) {
                answers.accept(choice.answer());
            }
        });
        return button;
    }
}
