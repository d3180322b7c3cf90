package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** Shows the {@link Welcome} in a window that blocks no other, for as long as the user likes. Event thread. */
final class WelcomeWindow {
    private static final int WIDTH = 460;
    private static final int INDENT = 24;

    private final Welcome welcome;
    private final Texts texts;
    private final JDialog window = new JDialog();
    private final JLabel service = Plain.label();
    private final JPanel sources = list();
    private final JPanel limits = list();
    private final JLabel limitsTitle = heading();
    private final WrappedText outcome = new WrappedText(WIDTH);
    private final JButton test;
    private List<List<String>> shown = List.of();

    /**
     * Not shown yet.
     *
     * @param open opens the main window
     */
    WelcomeWindow(Texts texts, Welcome welcome, Runnable open) {
        this.texts = texts;
        this.welcome = welcome;
        this.test = button("welcome.test", welcome::test);
        JPanel content = new JPanel(new MigLayout("insets 18 20 16 20, gap 0 6, wrap 1, hidemode 3", "[fill, grow]"));
        JLabel title = new JLabel(texts.of("welcome.title"), new ImageIcon(IconArt.mark()), SwingConstants.LEADING);
        title.setIconTextGap(12);
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        content.add(title);
        content.add(text("welcome.what"));
        JLabel how = heading();
        how.setText(texts.of("welcome.sources"));
        content.add(how, "gaptop 8");
        content.add(service);
        content.add(sources);
        limitsTitle.setText(texts.of("welcome.limits"));
        content.add(limitsTitle, "gaptop 8");
        content.add(limits);
        content.add(text("welcome.private"), "gaptop 8");
        content.add(outcome, "gaptop 8");
        JButton close = button("choice.close", () -> window.setVisible(false));
        content.add(test, "split 3, gaptop 12, growx 0, gapright 16:push");
        content.add(button("welcome.open", open), "growx 0");
        content.add(close, "growx 0");
        Actions.bind(content, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), () -> window.setVisible(false));
        window.setTitle(texts.of("product"));
        window.setIconImages(IconArt.window());
        window.setContentPane(content);
        window.getRootPane().setDefaultButton(close);
        window.setResizable(false);
    }

    private static JPanel list() {
        return new JPanel(new MigLayout("insets 0, gap 8 3, wrap 2", "[][fill, grow]"));
    }

    private static JLabel heading() {
        JLabel heading = new JLabel();
        heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        return heading;
    }

    private WrappedText text(String key) {
        WrappedText text = new WrappedText(WIDTH);
        text.setText(texts.of(key));
        return text;
    }

    private JButton button(String key, Runnable task) {
        JButton button = new JButton(texts.of(key));
        button.addActionListener(event -> task.run());
        return button;
    }

    /** Shows it in the middle of the screen, or brings it to the front. */
    void open() {
        draw(true);
        window.setAutoRequestFocus(true);
        show();
        window.toFront();
    }

    /** Shows it without taking the keyboard from what the user does. */
    void appear() {
        draw(true);
        window.setAutoRequestFocus(false);
        show();
    }

    private void show() {
        if (!window.isVisible()) {
            window.setLocationRelativeTo(null);
            window.setVisible(true);
        }
    }

    /** Draws it as things are now. */
    void refresh() {
        if (window.isVisible()) {
            draw(false);
        }
    }

    private void draw(boolean anew) {
        List<String> said = List.of(
                welcome.service(), welcome.outcome().map(Outcome::message).orElse(""));
        List<List<String>> now = List.of(said, welcome.sources(), welcome.limits());
        test.setEnabled(welcome.canTest());
        if (now.equals(shown) && !anew) {
            return;
        }
        shown = now;
        service.setText(said.get(0));
        fill(sources, now.get(1), Dot.GREEN);
        fill(limits, now.get(2), Dot.AMBER);
        limits.setVisible(!now.get(2).isEmpty());
        limitsTitle.setVisible(!now.get(2).isEmpty());
        outcome.setVisible(!said.get(1).isEmpty());
        outcome.setText(said.get(1));
        boolean failed = welcome.outcome().filter(told -> !told.done()).isPresent();
        outcome.setForeground(UIManager.getColor(failed ? "Actions.Red" : "Label.foreground"));
        window.pack();
    }

    private static void fill(JPanel list, List<String> lines, Icon mark) {
        list.removeAll();
        for (String line : lines) {
            WrappedText text = new WrappedText(WIDTH - INDENT);
            text.setText(line);
            list.add(new JLabel(mark), "top, gaptop 4");
            list.add(text);
        }
    }

    boolean isVisible() {
        return window.isVisible();
    }

    void close() {
        window.dispose();
    }
}
