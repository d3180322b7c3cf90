package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** Draws how much of the router's table this PC holds; nothing where that is not estimated. Event thread. */
final class NatGauge extends JPanel {
    private final JLabel title = Plain.label();
    private final JProgressBar bar = new JProgressBar();
    private final JLabel entries = Plain.label();
    private final JLabel pace = Plain.label();
    private boolean brief;
    private transient Optional<NatPicture> shown = Optional.empty();

    NatGauge() {
        super(new MigLayout("insets 0, gap 0 4, wrap 1, fillx, hidemode 3", "[grow, fill]"));
        setOpaque(false);
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        add(title);
        add(bar);
        add(entries);
        add(pace);
        setVisible(false);
    }

    /** Shows that; the same again changes nothing. */
    void show(Optional<NatPicture> picture) {
        EventThread.require();
        if (!shown.equals(picture)) {
            shown = picture;
            setVisible(picture.isPresent());
            picture.ifPresent(this::draw);
        }
        picture.ifPresent(same -> bar.setForeground(colour(same))); // the look may have changed
    }

    /** Says only what matters most, or all, with a bar. */
    void brief(boolean now) {
        brief = now;
        bar.setVisible(!now);
        shown.ifPresent(this::draw);
    }

    private void draw(NatPicture picture) {
        title.setText(picture.title());
        title.setIcon(picture.mark().orElse(null));
        bar.setValue(picture.percent());
        bar.getAccessibleContext().setAccessibleName(picture.title());
        bar.getAccessibleContext().setAccessibleDescription(picture.entries() + "\n" + picture.pace());
        entries.setText(picture.entries());
        entries.setVisible(!brief || picture.pace().isEmpty());
        pace.setText(picture.pace());
        pace.setVisible(!picture.pace().isEmpty());
    }

    private static Color colour(NatPicture picture) {
        return UIManager.getColor(picture.mark().map(Dot::colourKey).orElse("ProgressBar.foreground"));
    }
}
