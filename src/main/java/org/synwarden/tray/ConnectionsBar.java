package org.synwarden.tray;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;

/** Which connections are shown, and how often: display filter, families, update speed, pause. Event thread. */
final class ConnectionsBar extends JPanel {
    private final transient Texts texts;
    private final transient ConnectionFeed feed;
    private final transient UserSettings settings;
    private final transient Consumer<Duration> every;
    private final Set<ConnectionFamily> families = EnumSet.noneOf(ConnectionFamily.class);
    private final JToggleButton pause = Plain.plain(new JToggleButton());
    private final JLabel count = Plain.label();
    private final FilterBar filterBar;
    private transient Filter filter = Filter.all();

    /**
     * What the user has chosen before is chosen, and told the feed.
     *
     * @param every told how often the user wants to see something new, when it becomes another time
     */
    ConnectionsBar(Texts texts, UserSettings settings, ConnectionFeed feed, Consumer<Duration> every) {
        super(new MigLayout("insets 6 10 6 10, gap 10, fillx", "[grow][]4[]4[]4[][][][]"));
        this.texts = texts;
        this.settings = settings;
        this.feed = feed;
        this.every = every;
        this.filterBar = new FilterBar(texts, settings, "connections", this::filter);
        add(filterBar, "growx, wmin 120");
        for (ConnectionFamily family : ConnectionFamily.values()) {
            add(toggle(family));
        }
        add(speeds());
        pause.setText(texts.of("connections.pause"));
        pause.setToolTipText(texts.of("connections.pause.tip"));
        pause.addActionListener(event -> feed.pause(pause.isSelected()));
        add(pause);
        add(count);
        want();
    }

    private JToggleButton toggle(ConnectionFamily family) {
        JToggleButton toggle = Plain.plain(new JToggleButton(family.text()));
        toggle.setSelected(settings.get(family.setting()));
        toggle.setToolTipText(texts.of("connections.family.tip", family.text()));
        toggle.addActionListener(event -> {
            settings.set(family.setting(), toggle.isSelected());
            choose(family, toggle.isSelected());
            want();
        });
        choose(family, toggle.isSelected());
        return toggle;
    }

    private void choose(ConnectionFamily family, boolean wanted) {
        if (wanted) {
            families.add(family);
        } else {
            families.remove(family);
        }
    }

    private JComboBox<String> speeds() {
        JComboBox<String> speeds = Plain.plain(new JComboBox<>());
        for (UpdateSpeed speed : UpdateSpeed.values()) {
            speeds.addItem(texts.of("connections.speed", speed.interval().toMillis() / 1_000.0));
        }
        UpdateSpeed before = settings.get(UpdateSpeed.SETTING);
        speeds.setSelectedIndex(before.ordinal());
        speeds.setToolTipText(texts.of("connections.speed.tip"));
        speeds.getAccessibleContext().setAccessibleName(texts.of("connections.speed.tip"));
        speeds.addActionListener(event -> choose(UpdateSpeed.values()[speeds.getSelectedIndex()]));
        feed.every(before.interval());
        return speeds;
    }

    private void choose(UpdateSpeed speed) {
        settings.set(UpdateSpeed.SETTING, speed);
        every.accept(speed.interval());
    }

    private void filter(FilterEntry entry) {
        entry.filter().ifPresent(chosen -> {
            filter = chosen;
            want();
        });
    }

    private void want() {
        Filter chosen = filter;
        Set<ConnectionFamily> wanted = EnumSet.noneOf(ConnectionFamily.class);
        wanted.addAll(families);
        feed.want(row -> wanted.contains(ConnectionFamily.of(row)) && chosen.matches(ContractRow.of(row.socket())));
    }

    /** Stops the table where it is, or lets it go on. */
    void togglePause() {
        pause.setSelected(!pause.isSelected());
        feed.pause(pause.isSelected());
    }

    /** Shows only what that filter lets through; says whether it was not in force already. */
    boolean show(String wanted) {
        boolean other = !filterBar.text().equals(wanted);
        filterBar.set(wanted);
        return other;
    }

    /** Says how many of all are shown. */
    void count(int shown, int total) {
        count.setText(texts.of("connections.count", shown, total));
    }
}
