package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.synwarden.contract.Rows;

/**
 * What this PC does to the network just now: attempts per second by outcome, and how much of the router's table it holds.
 * Where there is little room, in words only. Event thread.
 */
final class PressurePanel extends JPanel {
    static final String TOPIC = "rates";

    private static final int INTERVAL_MILLIS = 1_000;
    private static final int ROOM_FOR_A_CHART = 440;

    private final transient Texts texts;
    private final transient ClientModel client;
    private final transient Topics topics;
    private final transient RatePresenter presenter;
    private final RateChart chart;
    private final RateLegend legend;
    private final NatGauge gauge = new NatGauge();
    private final JLabel title = new JLabel();
    private final JLabel summary = Plain.label();
    private final JComboBox<String> whose = Plain.plain(new JComboBox<>());
    private boolean whole = true;
    private transient RatePicture picture = RatePicture.EMPTY;
    private transient List<RatePresenter.Whose> choices = List.of();

    /** A panel that asks for nothing yet. */
    PressurePanel(Wording words, ClientModel client, Topics topics) {
        super(new MigLayout(
                "insets 10 16 10 16, gap 20 4, fillx, hidemode 3", "[grow, fill, 0:0:][240:pref:, fill, shrink 0]"));
        this.texts = words.texts();
        this.client = client;
        this.topics = topics;
        RateText text = new RateText(texts, words.moments());
        this.presenter = new RatePresenter(texts, text, client);
        this.chart = new RateChart(texts, text, this::say);
        this.legend = new RateLegend(text);
        chart.getAccessibleContext().setAccessibleName(texts.of("rates.title"));
        add(heading());
        add(gauge, "spany 3, top, wrap");
        add(chart, "h 100!, wrap");
        add(legend, "h 18!");
        frame();
    }

    private JPanel heading() {
        title.setText(texts.of("rates.title"));
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        whose.setRenderer(Plain.plain(new DefaultListCellRenderer())); // one of a look's own goes with the look
        whose.getAccessibleContext().setAccessibleName(texts.of("rates.whose"));
        whose.addActionListener(event -> choose());
        whose.setVisible(false);
        JPanel heading = new JPanel(new MigLayout("insets 0, gap 12 0, hidemode 3", "[][][grow, 0:0:]"));
        heading.setOpaque(false);
        heading.add(title);
        heading.add(whose);
        heading.add(summary, "wmin 0");
        return heading;
    }

    /** Puts this below that component, as long as there is room for both. */
    JComponent below(JComponent content) {
        JPanel both = new JPanel(new BorderLayout());
        both.add(content);
        both.add(this, BorderLayout.SOUTH);
        both.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                fit(both.getHeight() >= ROOM_FOR_A_CHART);
            }
        });
        return both;
    }

    private void fit(boolean now) {
        whole = now;
        title.setVisible(whole);
        whose.setVisible(whole && choices.size() > 1);
        chart.setVisible(whole);
        legend.setVisible(whole);
        gauge.brief(!whole);
    }

    /** What the service says has changed. */
    void apply(Rows rows) {
        presenter.apply(rows);
    }

    /** The user begins or ceases to see this. */
    void inView(boolean now) {
        if (now) {
            topics.follow(TOPIC, INTERVAL_MILLIS);
        } else {
            topics.letGo(TOPIC);
        }
    }

    /** Draws what is known now; called only while the user sees it. */
    void refresh() {
        EventThread.require();
        offer();
        picture = presenter.picture();
        chart.show(picture);
        legend.show(picture.lastMinute());
        gauge.show(client.nat().map(nat -> NatPicture.of(texts, nat)));
        say();
    }

    private void offer() {
        List<RatePresenter.Whose> now = presenter.choices();
        if (!now.equals(choices)) {
            RatePresenter.Whose chosen = presenter.chosen();
            choices = List.of(); // what the box does meanwhile is no choice of the user's
            whose.setModel(new DefaultComboBoxModel<>(
                    now.stream().map(RatePresenter.Whose::text).toArray(String[]::new)));
            whose.setSelectedIndex(now.indexOf(chosen));
            whose.setVisible(whole && now.size() > 1);
            choices = now;
        }
    }

    private void choose() {
        int index = whose.getSelectedIndex();
        if (index >= 0 && index < choices.size()) {
            presenter.choose(choices.get(index));
            refresh();
        }
    }

    /** Says of the whole, unless one second is picked. */
    private void say() {
        String words = presenter.summary(picture);
        summary.setText(chart.said().orElse(words));
        summary.setToolTipText(summary.getText()); // where there is no room for it
        if (chart.said().isEmpty()) {
            chart.getAccessibleContext().setAccessibleDescription(words);
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        frame();
    }

    private void frame() {
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Component.borderColor")));
    }
}
