package org.synwarden.tray;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** Shows the {@link Options} in a window that blocks no other; each choice holds as soon as it is made. Event thread. */
final class OptionsWindow {
    private final JDialog window = new JDialog();
    private final JPanel content =
            new JPanel(new MigLayout("insets 14, gap 12 8, wrap 2, hidemode 3", "[][fill, grow]"));
    private final JComboBox<String> language;
    private final List<Runnable> reading = new ArrayList<>();

    /**
     * Not shown yet.
     *
     * @param welcome shows what the user was told at first
     */
    OptionsWindow(Texts texts, Options options, Runnable welcome) {
        add(options.theme());
        this.language = add(options.language());
        add(options.notifications());
        JButton close = new JButton(texts.of("choice.close"));
        close.addActionListener(event -> window.setVisible(false));
        JButton again = new JButton(texts.of("options.welcome"));
        again.addActionListener(event -> welcome.run());
        content.add(again, "span, split 2, gaptop 6, growx 0, gapright 16:push");
        content.add(close, "growx 0");
        Actions.bind(content, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), () -> window.setVisible(false));
        window.setTitle(texts.of("options.title"));
        window.setIconImages(IconArt.window());
        window.setContentPane(content);
        window.getRootPane().setDefaultButton(close);
    }

    private JComboBox<String> add(Options.Choice<?> choice) {
        JComboBox<String> box = new JComboBox<>(choice.words().toArray(String[]::new));
        reading.add(() -> box.setSelectedIndex(choice.chosen()));
        box.setSelectedIndex(choice.chosen());
        box.addActionListener(event -> {
            choice.choose(box.getSelectedIndex());
        });
        JLabel label = new JLabel(choice.label());
        label.setLabelFor(box);
        content.add(label);
        content.add(box);
        return box;
    }

    /** Shows it as it is chosen now, in the middle of the screen, or brings it to the front. */
    void open() {
        reading.forEach(Runnable::run);
        if (!window.isVisible()) {
            window.pack();
            window.setLocationRelativeTo(null);
            window.setVisible(true);
        }
        window.toFront();
    }

    /** Shows it again where another language was chosen in it. */
    void reopen() {
        open();
        language.requestFocusInWindow();
    }

    boolean isVisible() {
        return window.isVisible();
    }

    void close() {
        window.dispose();
    }
}
