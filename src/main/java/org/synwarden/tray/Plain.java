package org.synwarden.tray;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JToolTip;

/** Components that show foreign strings letter by letter. Without this, Swing reads "&lt;html&gt;…" as a document. */
final class Plain {
    private static final String NO_HTML = "html.disable";

    private Plain() {}

    /** Makes a component that already exists show text only. */
    static <T extends JComponent> T plain(T component) {
        component.putClientProperty(NO_HTML, true);
        return component;
    }

    static boolean isPlain(JComponent component) {
        return Boolean.TRUE.equals(component.getClientProperty(NO_HTML));
    }

    static JLabel label() {
        return plain(new JLabel() {
            @Override
            public JToolTip createToolTip() {
                return toolTip(this);
            }
        });
    }

    static JMenuItem menuItem(String text) {
        JMenuItem item = plain(new JMenuItem() {
            @Override
            public JToolTip createToolTip() {
                return toolTip(this);
            }
        });
        item.setText(text);
        return item;
    }

    /** The tooltip of a component whose tips are foreign strings. */
    static JToolTip toolTip(JComponent owner) {
        JToolTip tip = plain(new JToolTip());
        tip.setComponent(owner);
        return tip;
    }
}
