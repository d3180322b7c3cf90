package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * The whole page of one incident. It is as wide as there is room and scrolls where it is long; what can be done stays in
 * view below it. Event thread.
 */
final class IncidentView extends JPanel {
    private static final int MARGIN = 16;
    private static final int MOST = 900;
    private static final int LEAST = 200;
    private static final int SCROLL_BAR = 16;

    private final JLabel headline = Plain.label();
    private final WrappedText back = new WrappedText(MOST);
    private final WrappedText counts = new WrappedText(MOST);
    private final FactsPanel facts = new FactsPanel(MOST);
    private final StandingPanel standing;
    private final WrappedText trouble = new WrappedText(MOST);
    private final PromptPanel prompt;
    private final JPanel words = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[]"));
    private final JPanel page = new Page();
    private final JScrollPane scroll = new JScrollPane(page);
    private transient Optional<IncidentPresenter> presenter = Optional.empty();

    /**
     * Makes an empty page.
     *
     * @param answers told what the user presses
     */
    IncidentView(Consumer<Answer> answers) {
        super(new BorderLayout());
        this.standing = new StandingPanel(MOST, deed -> presenter.ifPresent(shown -> shown.ask(deed)));
        this.prompt = new PromptPanel(MOST, answers);
        headline.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
        words.setOpaque(false);
        words.add(headline);
        words.add(back, "gaptop 2");
        words.add(counts, "gaptop 2");
        words.add(standing, "gaptop 10");
        words.add(facts, "gaptop 10");
        words.add(trouble, "gaptop 8");
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(MARGIN);
        scroll.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                fit();
            }
        });
        JPanel bar = new JPanel(new MigLayout("insets 8 " + MARGIN + " 10 " + MARGIN));
        bar.add(prompt);
        add(scroll);
        add(bar, BorderLayout.SOUTH);
        page.add(words, "top, pushx");
    }

    /** Turns to another conversation. */
    void show(IncidentPresenter next) {
        presenter = Optional.of(next);
        draw();
        scroll.getVerticalScrollBar().setValue(0);
    }

    /** The conversation that is shown. */
    Optional<IncidentPresenter> presenter() {
        return presenter;
    }

    /** Draws the page as it is now. */
    void draw() {
        EventThread.require();
        presenter.map(IncidentPresenter::page).ifPresent(this::draw);
    }

    private void draw(IncidentPage now) {
        headline.setText(now.headline());
        show(back, now.back());
        back.setForeground(UIManager.getColor("Actions.Red"));
        counts.setText(now.counts());
        standing.show(now.standing());
        facts.show(now.facts());
        show(trouble, now.trouble());
        trouble.setForeground(UIManager.getColor("Label.disabledForeground"));
        prompt.show(now.prompt());
        revalidate();
        repaint();
    }

    private static void show(WrappedText text, Optional<String> said) {
        text.setVisible(said.isPresent());
        text.setText(said.orElse(""));
    }

    private void fit() {
        int all = scroll.getWidth() - 2 * MARGIN - SCROLL_BAR;
        int room = Math.min(MOST, Math.max(LEAST, all));
        back.fit(room);
        counts.fit(room);
        standing.fit(room);
        facts.fit(room);
        trouble.fit(room);
        prompt.fit(Math.max(LEAST, all));
        headline.setMaximumSize(new Dimension(room, Short.MAX_VALUE));
        revalidate();
    }

    /** As wide as what it is seen through. */
    private static final class Page extends JPanel implements Scrollable {
        Page() {
            super(new MigLayout("insets 14 " + MARGIN + " 4 " + MARGIN + ", gap 0, hidemode 3"));
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return getPreferredSize();
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return MARGIN;
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return visible.height;
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return false;
        }
    }
}
