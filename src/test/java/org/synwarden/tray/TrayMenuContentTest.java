package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.junit.jupiter.api.Test;

class TrayMenuContentTest {
    private final List<String> done = new ArrayList<>();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final TrayMenuContent content =
            new TrayMenuContent(texts, new IncidentText(texts, ZoneOffset.UTC), new Written());

    private JPopupMenu menu(boolean suspended) {
        return content.menu(new TrayMenuContent.State(List.of(Some.worm("1")), suspended, Notifications.BALLOON));
    }

    private static List<String> labels(Component... components) {
        return Arrays.stream(components)
                .filter(JMenuItem.class::isInstance)
                .map(item -> ((JMenuItem) item).getText())
                .toList();
    }

    private static JMenu submenu(JPopupMenu menu, int index) {
        return (JMenu) menu.getComponent(index);
    }

    @Test
    void theMenuHasTheOrderOfTheDesignAndBeginsInBold() {
        JPopupMenu menu = menu(false);

        assertThat(labels(menu.getComponents()))
                .containsExactly("Open", "Recent incidents", "Suspend watching", "Notifications", "Options…", "Exit");
        assertThat(menu.getComponent(0).getFont().isBold()).isTrue();
    }

    @Test
    void watchingIsSuspendedForAsLongAsTheItemSays() {
        JMenu suspend = submenu(menu(false), 2);

        assertThat(labels(suspend.getMenuComponents()))
                .containsExactly("For 15 minutes", "For 1 hour", "Until restart");
        suspend.getItem(1).doClick(0);
        assertThat(done).containsExactly("suspend HOUR");
    }

    @Test
    void whileItLastsItCanBeEnded() {
        JMenu suspend = submenu(menu(true), 2);

        assertThat(suspend.getItem(0).getText()).isEqualTo("Resume");
        suspend.getItem(0).doClick(0);
        assertThat(done).containsExactly("resume");
    }

    @Test
    void theMenuShowsByWhatTheUserIsToldAndChangesIt() {
        JMenu notifications = submenu(menu(false), 3);

        assertThat(notifications.getItem(1).isSelected()).isTrue();
        notifications.getItem(3).doClick(0);
        assertThat(done).containsExactly("notify by NONE");
    }

    @Test
    void theOptionsAreOpened() {
        ((JMenuItem) menu(false).getComponent(4)).doClick(0);

        assertThat(done).containsExactly("options");
    }

    /** Writes down what was chosen. */
    private final class Written implements TrayMenuContent.Commands {
        @Override
        public void open() {
            done.add("open");
        }

        @Override
        public void open(IncidentId id) {
            done.add("open " + id.id());
        }

        @Override
        public void suspend(Suspension.Span span) {
            done.add("suspend " + span);
        }

        @Override
        public void resume() {
            done.add("resume");
        }

        @Override
        public void choose(Notifications notifications) {
            done.add("notify by " + notifications);
        }

        @Override
        public void options() {
            done.add("options");
        }

        @Override
        public void exit() {
            done.add("exit");
        }
    }
}
