package org.synwarden.tray;

import java.awt.Dimension;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;
import javax.swing.text.View;

/** Text that wraps, shown letter by letter, and cannot be edited. Event thread. */
final class WrappedText extends JTextArea {
    private int width;

    /**
     * Makes an empty text.
     *
     * @param width preferred width in pixels; the height follows from it
     */
    WrappedText(int width) {
        this.width = width;
        setLineWrap(true);
        setWrapStyleWord(true);
        setEditable(false);
        setFocusable(false);
        setCaret(restingCaret());
    }

    /** Looks like a label in whatever look there is; also called by the constructor of its parent. */
    @Override
    public void updateUI() {
        super.updateUI();
        setOpaque(false);
        setBorder(null);
        setFont(UIManager.getFont("Label.font"));
        setForeground(UIManager.getColor("Label.foreground"));
    }

    /** New words move nothing that is around them. */
    private static DefaultCaret restingCaret() {
        DefaultCaret caret = new DefaultCaret();
        caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        return caret;
    }

    /** From now on it is that wide, in pixels. */
    void fit(int now) {
        if (width != now) {
            width = now;
            revalidate();
        }
    }

    /** Measures the words only: who were to change its own size here would have all around it laid out anew, again and again. */
    @Override
    public Dimension getPreferredSize() {
        View words = getUI().getRootView(this);
        words.setSize(width, Short.MAX_VALUE);
        return new Dimension(width, (int) Math.ceil(words.getPreferredSpan(View.Y_AXIS)));
    }
}
