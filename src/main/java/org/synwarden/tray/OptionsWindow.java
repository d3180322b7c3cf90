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
    private final Options options;
    private final JDialog window = new JDialog();
    private final JPanel content =
            new JPanel(new MigLayout("insets 14, gap 12 8, wrap 2, hidemode 3", "[][fill, grow]"));
    private final JLabel note = new JLabel();
    private final List<Runnable> reading = new ArrayList<>();

    /** Not shown yet. */
    OptionsWindow(Texts texts, Options options) {
        this.options = options;
        add(options.theme());
        add(options.language());
        add(options.notifications());
        JButton close = new JButton(texts.of("choice.close"));
        close.addActionListener(event -> window.setVisible(false));
        content.add(note, "span");
        content.add(close, "span, align right, growx 0");
        Actions.bind(content, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), () -> window.setVisible(false));
        window.setTitle(texts.of("options.title"));
        window.setContentPane(content);
        window.getRootPane().setDefaultButton(close);
    }

    private void add(Options.Choice<?> choice) {
        JComboBox<String> box = new JComboBox<>(choice.words().toArray(String[]::new));
        reading.add(() -> box.setSelectedIndex(choice.chosen()));
        box.setSelectedIndex(choice.chosen());
        box.addActionListener(event -> {
            choice.choose(box.getSelectedIndex());
            say();
        });
        JLabel label = new JLabel(choice.label());
        label.setLabelFor(box);
        content.add(label);
        content.add(box);
    }

    private void say() {
        note.setVisible(options.note().isPresent());
        note.setText(options.note().orElse(""));
        window.pack();
    }

    /** Shows it as it is chosen now, in the middle of the screen, or brings it to the front. */
    void open() {
        reading.forEach(Runnable::run);
        say();
        if (!window.isVisible()) {
            window.setLocationRelativeTo(null);
            window.setVisible(true);
        }
        window.toFront();
    }

    void close() {
        window.dispose();
    }
}
