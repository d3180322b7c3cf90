package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CounterObject;

/** What the chart tells of a second, by mouse and by keys; a component that is on no screen. */
class RateChartTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final RateText text = new RateText(texts, new Moments(Locale.ENGLISH, ZoneOffset.UTC));
    private final List<RateBar> bars = new ArrayList<>();
    private final AtomicInteger told = new AtomicInteger();
    private RateChart chart;

    @BeforeEach
    void draw() throws Exception {
        for (int second = 0; second < 299; second++) {
            bars.add(RateBar.of(Some.NOON.plusSeconds(second), List.of(new CounterObject("answered", second % 7))));
        }
        EventQueue.invokeAndWait(() -> {
            Look.setUp(Appearance.LIGHT);
            chart = new RateChart(texts, text, told::incrementAndGet);
            chart.setSize(600, 100);
            chart.show(new RatePicture(bars));
        });
    }

    private void press(int key) {
        chart.getActionMap()
                .get(KeyStroke.getKeyStroke(key, 0))
                .actionPerformed(new ActionEvent(chart, ActionEvent.ACTION_PERFORMED, ""));
    }

    private String tipAt(int x) {
        return chart.getToolTipText(new MouseEvent(chart, MouseEvent.MOUSE_MOVED, 0, 0, x, 50, 0, false));
    }

    @Test
    void theNewestSecondIsAtTheRightAndItsTipTellsOfIt() throws Exception {
        EventQueue.invokeAndWait(() -> {
            assertThat(tipAt(597)).isEqualTo(text.second(bars.get(298)));
            assertThat(tipAt(594)).isEqualTo(text.second(bars.get(297)));
            assertThat(tipAt(2)).isNull();
        });
    }

    @Test
    void theArrowKeysGoFromSecondToSecondAndAScreenReaderHears() throws Exception {
        EventQueue.invokeAndWait(() -> {
            press(KeyEvent.VK_LEFT);
            assertThat(chart.said()).contains(text.second(bars.get(298)));
            press(KeyEvent.VK_LEFT);
            assertThat(chart.said()).contains(text.second(bars.get(297)));
            assertThat(chart.getAccessibleContext().getAccessibleDescription()).isEqualTo(text.second(bars.get(297)));
            press(KeyEvent.VK_END);
            press(KeyEvent.VK_RIGHT);
            assertThat(chart.said()).contains(text.second(bars.get(298)));
            assertThat(told).hasValue(4);
        });
    }

    @Test
    void whatIsPickedStaysPickedWhileTimeGoesOnAndEndsWithItsSecond() throws Exception {
        EventQueue.invokeAndWait(() -> {
            press(KeyEvent.VK_LEFT);
            chart.show(new RatePicture(bars.subList(0, 298)));
            assertThat(chart.said()).isEmpty();
            chart.show(new RatePicture(bars));
            assertThat(chart.said()).contains(text.second(bars.get(298)));
        });
    }
}
