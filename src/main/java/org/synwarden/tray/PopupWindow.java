package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JWindow;
import javax.swing.UIManager;
import javax.swing.border.Border;
import net.miginfocom.swing.MigLayout;

/**
 * The small window in the corner that tells of an incident and lets the user act at once. It never takes the focus from
 * what the user is doing; whoever prefers the keyboard finds the same in the main window. Event thread.
 */
final class PopupWindow {
    private static final int WIDTH = 380;
    private static final int STRIPE = 5;

    private final Texts texts;
    private final JWindow window = new JWindow();
    private final JPanel frame = new JPanel(new BorderLayout());
    private final JLabel behind = new JLabel();
    private final IncidentPanel incident = new IncidentPanel(WIDTH);

    /**
     * Makes a popup that is not shown yet.
     *
     * @param open called when the user wants the main window
     * @param away called when the user wants no popup now
     */
    PopupWindow(Texts texts, Runnable open, Runnable away) {
        this.texts = texts;
        JPanel content = new JPanel(new MigLayout("insets 10 14 14 14, gap 0, wrap 1, fillx"));
        content.add(header(open, away), "growx, gapbottom 8");
        content.add(incident);
        frame.add(content);
        window.setContentPane(frame);
        window.setFocusableWindowState(false);
        window.setAlwaysOnTop(true);
        window.setType(Window.Type.POPUP);
        window.setName("popup");
    }

    private JComponent header(Runnable open, Runnable away) {
        JPanel header = new JPanel(new MigLayout("insets 0, gap 6 0, fillx", "[][][grow][][]"));
        header.add(new JLabel(new ImageIcon(IconArt.draw(16, TrayState.WATCHING, false))));
        JLabel name = new JLabel(texts.of("product"));
        name.putClientProperty(FlatClientProperties.STYLE, "foreground: $Label.disabledForeground");
        header.add(name);
        behind.putClientProperty(FlatClientProperties.STYLE, "foreground: $Label.disabledForeground");
        header.add(behind);
        header.add(flat(texts.of("popup.open"), texts.of("popup.open"), open));
        header.add(flat("\u2715", texts.of("popup.away"), away));
        return header;
    }

    private static JButton flat(String label, String accessibleName, Runnable task) {
        JButton button = new JButton(label);
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
        button.getAccessibleContext().setAccessibleName(accessibleName);
        button.setToolTipText(accessibleName);
        button.addActionListener(event -> task.run());
        return button;
    }

    /**
     * Shows that conversation, or draws it anew when it is shown already.
     *
     * @param waiting how many more incidents wait for their turn
     */
    void show(IncidentPresenter presenter, int waiting) {
        EventThread.require();
        boolean another =
                incident.presenter().filter(shown -> shown == presenter).isEmpty();
        incident.show(presenter);
        if (another) {
            frame.setBorder(border(presenter.brief().red()));
        }
        behind.setText(waiting == 0 ? "" : texts.of("popup.behind", waiting));
        if (!window.isVisible() || !window.getSize().equals(window.getPreferredSize())) {
            window.pack();
            window.setLocation(PopupPlace.of(workArea(), window.getSize()));
        }
        window.setVisible(true);
    }

    private static Border border(boolean red) {
        Color stripe = UIManager.getColor(red ? "Actions.Red" : "Actions.Yellow");
        return BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(UIManager.getColor("Component.borderColor")),
                BorderFactory.createMatteBorder(0, STRIPE, 0, 0, stripe));
    }

    private static Rectangle workArea() {
        return WindowFrame.workArea(GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration());
    }

    void hide() {
        EventThread.require();
        window.setVisible(false);
    }

    void close() {
        window.dispose();
    }
}
