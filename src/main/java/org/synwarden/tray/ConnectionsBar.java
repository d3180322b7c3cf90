package org.synwarden.tray;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;

/** Which connections are shown, and how often: display filter, families, update speed, pause. Event thread. */
final class ConnectionsBar extends JPanel {
    private static final List<Duration> SPEEDS = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));
    private static final int USUAL = 1;

    private final transient Texts texts;
    private final transient ConnectionFeed feed;
    private final Set<Family> families = EnumSet.allOf(Family.class);
    private final JToggleButton pause = Plain.plain(new JToggleButton());
    private final JLabel count = Plain.label();
    private transient Filter filter = Filter.all();

    ConnectionsBar(Texts texts, ConnectionFeed feed) {
        super(new MigLayout("insets 6 10 6 10, gap 10, fillx", "[grow][]4[]4[]4[][][][]"));
        this.texts = texts;
        this.feed = feed;
        add(new FilterField(texts, Filter.LONGEST, this::filter), "growx, wmin 120");
        for (Family family : Family.values()) {
            add(toggle(family));
        }
        add(speeds());
        pause.setText(texts.of("connections.pause"));
        pause.setToolTipText(texts.of("connections.pause.tip"));
        pause.addActionListener(event -> feed.pause(pause.isSelected()));
        add(pause);
        add(count);
    }

    private JToggleButton toggle(Family family) {
        JToggleButton toggle = Plain.plain(new JToggleButton(family.text()));
        toggle.setSelected(true);
        toggle.setToolTipText(texts.of("connections.family.tip", family.text()));
        toggle.addActionListener(event -> {
            if (toggle.isSelected()) {
                families.add(family);
            } else {
                families.remove(family);
            }
            want();
        });
        return toggle;
    }

    private JComboBox<String> speeds() {
        JComboBox<String> speeds = Plain.plain(new JComboBox<>());
        SPEEDS.forEach(speed -> speeds.addItem(texts.of("connections.speed", speed.toMillis() / 1_000.0)));
        speeds.setSelectedIndex(USUAL);
        speeds.setToolTipText(texts.of("connections.speed.tip"));
        speeds.getAccessibleContext().setAccessibleName(texts.of("connections.speed.tip"));
        speeds.addActionListener(event -> feed.every(SPEEDS.get(speeds.getSelectedIndex())));
        return speeds;
    }

    private void filter(FilterEntry entry) {
        entry.filter().ifPresent(chosen -> {
            filter = chosen;
            want();
        });
    }

    private void want() {
        Filter chosen = filter;
        Set<Family> wanted = EnumSet.noneOf(Family.class);
        wanted.addAll(families);
        feed.want(row -> wanted.contains(Family.of(row)) && chosen.matches(ContractRow.of(row.socket())));
    }

    /** Stops the table where it is, or lets it go on. */
    void togglePause() {
        pause.setSelected(!pause.isSelected());
        feed.pause(pause.isSelected());
    }

    /** Says how many of all are shown. */
    void count(int shown, int total) {
        count.setText(texts.of("connections.count", shown, total));
    }

    /** What a connection runs over. */
    private enum Family {
        TCP4("TCPv4"),
        TCP6("TCPv6"),
        UDP4("UDPv4"),
        UDP6("UDPv6");

        private final String text;

        Family(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        static Family of(ConnectionRow row) {
            boolean udp = row.socket().protocol().equals("udp");
            return row.isIpv4() ? udp ? UDP4 : TCP4 : udp ? UDP6 : TCP6;
        }
    }
}
