package org.synwarden.tray;

import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.JTextField;
import javax.swing.JToolTip;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * A field for a display filter: green where it is one, red where it is none, with the column of the mistake and why as its
 * tip. A filter is applied a moment after it was typed, at once with Enter; Escape takes it away. What is no filter leaves
 * the former one in force. Event thread.
 */
final class FilterField extends JTextField {
    private static final int PAUSE_MILLIS = 300;
    private static final int COLUMNS = 40;

    private final transient Texts texts;
    private final int longest;
    private final transient Consumer<FilterEntry> apply;
    private final transient Timer pause = new Timer(PAUSE_MILLIS, event -> applyNow());
    private transient FilterEntry entry = FilterEntry.NONE;
    private transient FilterEntry applied = FilterEntry.NONE;
    private transient Runnable whenTyped = () -> {};
    private boolean recalling;

    /**
     * An empty field.
     *
     * @param longest the most characters that whoever applies it takes
     * @param apply told each filter that is to be in force, none twice in a row
     */
    FilterField(Texts texts, int longest, Consumer<FilterEntry> apply) {
        super(COLUMNS);
        this.texts = texts;
        this.longest = longest;
        this.apply = apply;
        Plain.plain(this);
        pause.setRepeats(false);
        putClientProperty("JTextField.placeholderText", texts.of("filter.placeholder"));
        putClientProperty("JTextField.showClearButton", true);
        getAccessibleContext().setAccessibleName(texts.of("filter.name"));
        addActionListener(event -> applyNow());
        Actions.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), () -> setText(""));
        getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                typed();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                typed();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                typed();
            }
        });
    }

    /** What stands in the field now. */
    FilterEntry entry() {
        return entry;
    }

    /** Calls {@code task} whenever the user types, from now on. */
    void whenTyped(Runnable task) {
        whenTyped = task;
    }

    /** Puts a filter there that was used before; it is in force when the user stays with it for a moment. */
    void recall(String filter) {
        recalling = true;
        setText(filter);
        recalling = false;
    }

    private void typed() {
        if (!recalling) {
            whenTyped.run();
        }
        entry = FilterEntry.of(getText(), longest, texts.of("filter.too-long", longest));
        colour();
        setToolTipText(entry.mistake().isEmpty() ? null : entry.mistake());
        getAccessibleContext().setAccessibleDescription(entry.mistake());
        pause.restart();
    }

    /** Applies what stands there, if it is a filter, without waiting for the next key. */
    void applyNow() {
        pause.stop();
        if (entry.filter().isPresent() && !entry.text().equals(applied.text())) {
            applied = entry;
            apply.accept(entry);
        }
    }

    private void colour() {
        setBackground(
                switch (entry.tone()) {
                    case NEUTRAL -> UIManager.getColor("TextField.background");
                    case GOOD -> UIManager.getColor("FilterField.good");
                    case BAD -> UIManager.getColor("FilterField.bad");
                });
    }

    /** The colours are those of the look that is in force. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (entry != null) { // called by the constructor of JTextField
            colour();
        }
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.toolTip(this);
    }
}
