package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import org.junit.jupiter.api.Test;

/** What the list of a filter bar offers. */
class FilterBarTest {
    private final UserSettings settings = new UserSettings(Map.of(), changed -> {});
    private final List<String> applied = new ArrayList<>();
    private final FilterBar bar =
            new FilterBar(new Texts(Locale.ENGLISH), settings, "packets", entry -> applied.add(entry.text()));

    private List<AbstractButton> menu() {
        Component[] items = bar.menu().getComponents();
        return Stream.of(items)
                .filter(AbstractButton.class::isInstance)
                .map(AbstractButton.class::cast)
                .toList();
    }

    @Test
    void aFilterThatIsSetIsInForceAtOnceAndInTheListAfterwards() {
        bar.set("tcp.port == 445");
        bar.set("udp");
        assertThat(applied).containsExactly("tcp.port == 445", "udp");

        menu().stream()
                .filter(item -> item.getText().equals("tcp.port == 445"))
                .findFirst()
                .orElseThrow()
                .doClick();

        assertThat(applied).endsWith("tcp.port == 445");
        assertThat(bar.text()).isEqualTo("tcp.port == 445");
    }

    @Test
    void onlyAFilterCanBeSaved() {
        assertThat(menu()).extracting(AbstractButton::isEnabled).containsExactly(false, false);

        bar.set("ip");
        assertThat(menu().get(0).getText()).isEqualTo("Save this filter\u2026");
        assertThat(menu().get(0).isEnabled()).isTrue();
    }

    @Test
    void savedOnesComeFirstWithTheirNamesAndCanBeDeleted() {
        new FilterMemory(settings, "packets").save("<html>worms", FilterEntry.of("udp", 100, ""));

        assertThat(menu())
                .extracting(AbstractButton::getText)
                .startsWith("<html>worms: udp", "Save this filter\u2026", "Delete a saved filter");
        assertThat(menu().get(0)).matches(item -> Plain.isPlain(item));
    }
}
