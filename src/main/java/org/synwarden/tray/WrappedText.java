package org.synwarden.tray;

import java.awt.Dimension;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Text that wraps, shown letter by letter, and cannot be edited. Event thread. */
final class WrappedText extends JTextArea {
    private final int width;

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
        setOpaque(false);
        setBorder(null);
        setFont(UIManager.getFont("Label.font"));
        setForeground(UIManager.getColor("Label.foreground"));
    }

    @Override
    public Dimension getPreferredSize() {
        if (getWidth() != width) {
            setSize(width, Short.MAX_VALUE);
        }
        return new Dimension(width, super.getPreferredSize().height);
    }
}
