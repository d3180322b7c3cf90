package org.synwarden.tray;

import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JToolTip;
import javax.swing.KeyStroke;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;

/**
 * Draws attempts per second: a stacked bar a second, the newest at the right, as many as there is room for. A tip tells of
 * the second under the mouse; with the focus, the arrow keys pick a second, of which {@link #said} tells and a screen reader
 * hears. Event thread.
 */
final class RateChart extends JComponent {
    private static final int PITCH = 3;
    private static final int WIDEST_PITCH = 8;
    private static final int MINUTE = 60;
    private static final int GAP = 6;
    private static final Dimension SMALLEST = new Dimension(120, 60);

    private final transient Texts texts;
    private final transient RateText text;
    private final transient Runnable picking;
    private transient RatePicture picture = RatePicture.EMPTY;
    private transient Optional<Instant> picked = Optional.empty();

    /**
     * An empty chart.
     *
     * @param picking called when another second is picked
     */
    RateChart(Texts texts, RateText text, Runnable picking) {
        this.texts = texts;
        this.text = text;
        this.picking = picking;
        setMinimumSize(SMALLEST);
        setFocusable(true);
        ToolTipManager.sharedInstance().registerComponent(this);
        key(KeyEvent.VK_LEFT, -1);
        key(KeyEvent.VK_RIGHT, 1);
        key(KeyEvent.VK_HOME, -MINUTE * MINUTE);
        key(KeyEvent.VK_END, MINUTE * MINUTE);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
                pick(Optional.empty());
            }
        });
        updateUI();
    }

    private void key(int code, int seconds) {
        Actions.bind(this, KeyStroke.getKeyStroke(code, 0), () -> move(seconds));
    }

    @Override
    public void updateUI() {
        setFont(UIManager.getFont("small.font"));
    }

    /** Draws that from now on; the same again changes nothing. */
    void show(RatePicture next) {
        EventThread.require();
        if (!picture.equals(next)) {
            picture = next;
            repaint();
        }
    }

    /** What is to be said of the second that is picked. */
    Optional<String> said() {
        return picked.flatMap(this::at).map(text::second);
    }

    private Optional<RateBar> at(Instant second) {
        return picture.bars().stream().filter(bar -> bar.at().equals(second)).findFirst();
    }

    private void move(int seconds) {
        RatePicture seen = seen();
        if (seen.bars().isEmpty()) {
            return;
        }
        int last = seen.bars().size() - 1;
        int from = picked.flatMap(this::at)
                .map(seen.bars()::indexOf)
                .filter(at -> at >= 0)
                .orElse(last + 1);
        pick(Optional.of(
                seen.bars().get(Math.max(0, Math.min(last, from + seconds))).at()));
    }

    private void pick(Optional<Instant> second) {
        picked = second;
        said().ifPresent(getAccessibleContext()::setAccessibleDescription);
        repaint();
        picking.run();
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        RatePicture seen = seen();
        int index = seen.bars().size() - 1 - Math.floorDiv(right() - 1 - event.getX(), pitch());
        return index >= 0 && index < seen.bars().size()
                ? text.second(seen.bars().get(index))
                : null; // Swing's word for no tip
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.toolTip(this);
    }

    // ---- where things are

    private FontMetrics metrics() {
        return getFontMetrics(getFont());
    }

    private int left() {
        return metrics().stringWidth(texts.of("count", picture.top())) + GAP;
    }

    private int right() {
        return getWidth() - 1;
    }

    private int foot() {
        return getHeight() - metrics().getHeight() - 2;
    }

    private int head() {
        return metrics().getAscent() / 2;
    }

    private int pitch() {
        int room = (right() - left()) / Math.max(1, picture.bars().size());
        return Math.max(PITCH, Math.min(WIDEST_PITCH, room));
    }

    private RatePicture seen() {
        return picture.newest(Math.max(0, right() - left()) / pitch());
    }

    // ---- drawing

    @Override
    protected void paintComponent(Graphics g) {
        RatePicture seen = seen();
        long top = picture.top();
        drawScale(g, top);
        int x = right() - seen.bars().size() * pitch();
        for (RateBar bar : seen.bars()) {
            if (picked.filter(bar.at()::equals).isPresent()) {
                g.setColor(UIManager.getColor("Table.selectionInactiveBackground"));
                g.fillRect(x - 1, head(), pitch() + 1, foot() - head());
            }
            drawBar(g, bar, x, top);
            if (bar.at().getEpochSecond() % MINUTE == 0) {
                drawMinute(g, bar.at(), x);
            }
            x += pitch();
        }
        if (isFocusOwner()) {
            g.setColor(UIManager.getColor("Component.focusedBorderColor"));
            g.drawRect(left() - 2, 0, right() - left() + 2, getHeight() - 1);
        }
    }

    private void drawScale(Graphics g, long top) {
        Color line = UIManager.getColor("Component.borderColor");
        for (int part = 0; part <= 2; part++) {
            int y = head() + (foot() - head()) * part / 2;
            g.setColor(line);
            g.drawLine(left(), y, right(), y);
        }
        label(g, texts.of("count", top), left() - GAP, head());
        label(g, texts.of("count", 0), left() - GAP, foot());
    }

    private void label(Graphics g, String words, int right, int middle) {
        g.setColor(UIManager.getColor("Label.disabledForeground"));
        FlatUIUtils.drawString(
                this,
                g,
                words,
                right - metrics().stringWidth(words),
                middle + metrics().getAscent() / 2 - 1);
    }

    private void drawBar(Graphics g, RateBar bar, int x, long top) {
        long below = 0;
        for (Map.Entry<AttemptOutcome, Long> part : bar.counts().entrySet()) {
            int from = height(below, top);
            below += part.getValue();
            int to = height(below, top);
            g.setColor(UIManager.getColor(part.getKey().colour()));
            g.fillRect(x, foot() - to, pitch() - 1, to - from);
        }
    }

    /** Of a single attempt something is always seen. */
    private int height(long attempts, long top) {
        int height = (int) Math.round((foot() - head()) * (double) attempts / top);
        return attempts > 0 ? Math.max(1, height) : 0;
    }

    private void drawMinute(Graphics g, Instant at, int x) {
        String words = texts.timeOfDay(at);
        int half = metrics().stringWidth(words) / 2;
        g.setColor(UIManager.getColor("Component.borderColor"));
        g.drawLine(x, foot(), x, foot() + 2);
        if (x - half >= left() && x + half <= right()) {
            label(g, words, x + half, foot() + 2 + metrics().getHeight() / 2);
        }
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.ICON; // Swing's word for a picture
                }
            };
        }
        return accessibleContext;
    }
}
