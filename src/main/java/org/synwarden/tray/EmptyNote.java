package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What stands where there is nothing to list: that there is nothing, and what would be here. Event thread. */
final class EmptyNote extends JPanel {
    EmptyNote(String nothing, String more) {
        super(new MigLayout("fill, wrap 1, gap 0 6", "[center]", "push[][]push"));
        JLabel title = new JLabel(nothing);
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
        JLabel second = new JLabel(more);
        second.putClientProperty(FlatClientProperties.STYLE, "foreground: $Label.disabledForeground");
        add(title);
        add(second);
    }
}
