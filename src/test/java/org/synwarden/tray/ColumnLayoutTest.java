package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the columns of a table are remembered, and what becomes of that in another version. */
class ColumnLayoutTest {
    private static final UserSetting<ColumnLayout> SETTING = ColumnLayout.of("connections");
    private static final List<ColumnLayout.Column> FIRST =
            List.of(shown("process", 120), shown("pid", 60), shown("state", 90), shown("path", 300));

    private static ColumnLayout.Column shown(String name, int width) {
        return new ColumnLayout.Column(name, width, true);
    }

    private static ColumnLayout read(String text) {
        return new UserSettings(Map.of("connections.columns", text), changed -> {}).get(SETTING);
    }

    private static List<String> names(List<ColumnLayout.Column> columns) {
        return columns.stream()
                .map(column -> (column.shown() ? "" : "-") + column.name())
                .toList();
    }

    @Test
    void orderWidthAndChoiceComeBackAsTheyWere() {
        ColumnLayout layout = new ColumnLayout(
                List.of(shown("remote.host", 200), shown("pid", 44), new ColumnLayout.Column("path", 300, false)));

        String text = SETTING.writing().apply(layout);

        assertThat(text).isEqualTo("remote.host:200 pid:44 -path:300");
        assertThat(read(text)).isEqualTo(layout);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pid",
                "pid:",
                "pid:0",
                "pid:99999",
                "pid:60 pid:70",
                "-pid:60",
                "pid:60  path:30",
                "PID:60",
                "pid:-5"
            })
    void whatIsDamagedIsAsAtFirst(String text) {
        assertThat(read(text)).isEqualTo(ColumnLayout.UNTOUCHED);
        assertThat(read(text).over(FIRST)).isEqualTo(FIRST);
    }

    @Test
    void moreThanSixtyFourColumnsAreNone() {
        StringBuilder text = new StringBuilder("pid:60");
        for (char column = 'a'; column < 'a' + 13; column++) {
            for (char second = 'a'; second < 'a' + 5; second++) {
                text.append(" x").append(column).append(second).append(":60");
            }
        }

        assertThat(read(text.toString())).isEqualTo(ColumnLayout.UNTOUCHED);
    }

    @Test
    void aColumnThatIsNewComesBehindTheOneThatItFollowsAndOneThatIsNoMoreIsDropped() {
        assertThat(names(read("path:300 -gone:10 pid:60 -process:99").over(FIRST)))
                .containsExactly("path", "pid", "state", "-process");
    }

    @Test
    void aTableNeverLosesItsLastColumn() {
        assertThat(read("gone:10 -process:1 -pid:1 -state:1 -path:1").over(FIRST))
                .isEqualTo(FIRST);
        assertThat(names(read("gone:10 -process:20 -pid:20 -state:20 -path:20").over(FIRST)))
                .containsExactly("process", "pid", "state", "path");
    }
}
