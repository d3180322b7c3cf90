package org.synwarden.tray;

import java.awt.Font;
import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import org.synwarden.contract.IncidentObject;

/** What stands in the menu of the icon, in the order of the design. Event thread. */
final class TrayMenuContent {
    /** What the menu can do. */
    interface Commands {
        void open();

        void open(IncidentId id);

        void suspend(Suspension.Span span);

        void resume();

        void choose(Notifications notifications);

        void options();

        void exit();
    }

    /**
     * What the menu depends on.
     *
     * @param incidents the most urgent first
     * @param suspended whether the user wants to be told nothing now
     * @param notifications by what the user is told
     */
    record State(List<IncidentObject> incidents, boolean suspended, Notifications notifications) {}

    private static final int RECENT = 10;

    private final Texts texts;
    private final IncidentText text;
    private final Commands commands;

    TrayMenuContent(Texts texts, IncidentText text, Commands commands) {
        this.texts = texts;
        this.text = text;
        this.commands = commands;
    }

    /** A new menu. */
    JPopupMenu menu(State state) {
        JPopupMenu menu = new JPopupMenu();
        JMenuItem first = item(texts.of("tray.open"), commands::open);
        first.setFont(first.getFont().deriveFont(Font.BOLD));
        menu.add(first);
        menu.add(recent(state.incidents()));
        menu.add(suspend(state.suspended()));
        menu.add(notifications(state.notifications()));
        menu.add(item(texts.of("tray.options"), commands::options));
        menu.addSeparator();
        menu.add(item(texts.of("tray.exit"), commands::exit));
        return menu;
    }

    private JMenu recent(List<IncidentObject> incidents) {
        JMenu recent = new JMenu(texts.of("tray.recent"));
        recent.setEnabled(!incidents.isEmpty());
        incidents.stream().limit(RECENT).forEach(incident -> {
            JMenuItem item = item(
                    texts.of("tray.recent.line", text.headline(incident), text.since(incident)),
                    () -> commands.open(IncidentId.of(incident)));
            item.setIcon(Incidents.isRed(incident) ? Dot.RED : Dot.AMBER);
            recent.add(item);
        });
        return recent;
    }

    private JMenu suspend(boolean suspended) {
        JMenu suspend = new JMenu(texts.of("tray.suspend"));
        if (suspended) {
            suspend.add(item(texts.of("tray.resume"), commands::resume));
            suspend.addSeparator();
        }
        for (Suspension.Span span : Suspension.Span.values()) {
            suspend.add(item(texts.of(key(span)), () -> commands.suspend(span)));
        }
        return suspend;
    }

    private JMenu notifications(Notifications chosen) {
        JMenu menu = new JMenu(texts.of("tray.notifications"));
        ButtonGroup group = new ButtonGroup();
        for (Notifications each : Notifications.values()) {
            JMenuItem item = new JRadioButtonMenuItem(texts.of(key(each)), each == chosen);
            item.addActionListener(event -> commands.choose(each));
            group.add(item);
            menu.add(item);
        }
        return menu;
    }

    private static String key(Suspension.Span span) {
        return switch (span) {
            case QUARTER_HOUR -> "tray.suspend.quarter";
            case HOUR -> "tray.suspend.hour";
            case UNTIL_RESTART -> "tray.suspend.restart";
        };
    }

    static String key(Notifications notifications) {
        return switch (notifications) {
            case BALLOON_AND_POPUP -> "tray.notifications.both";
            case BALLOON -> "tray.notifications.balloon";
            case POPUP -> "tray.notifications.popup";
            case NONE -> "tray.notifications.none";
        };
    }

    private static JMenuItem item(String label, Runnable task) {
        JMenuItem item = Plain.menuItem(label);
        item.addActionListener(event -> task.run());
        return item;
    }
}
