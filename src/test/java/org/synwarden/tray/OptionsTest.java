package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is chosen is remembered, and whoever has to wait for it is told so. */
class OptionsTest {
    private final UserSettings settings = UserSettings.ofDefaults();
    private final Options options = new Options(new Texts(Locale.ENGLISH), settings);

    @Test
    void showsWhatHoldsNow() {
        settings.set(Theme.SETTING, Theme.DARK);
        settings.set(Notifications.SETTING, Notifications.POPUP);

        assertThat(options.theme().words()).containsExactly("As the system", "Light", "Dark");
        assertThat(options.theme().chosen()).isEqualTo(2);
        assertThat(options.notifications().words().get(options.notifications().chosen()))
                .isEqualTo("Popup only");
    }

    @Test
    void remembersWhatIsChosen() {
        options.theme().choose(1);
        options.language().choose(1);
        options.notifications().choose(3);

        assertThat(settings.get(Theme.SETTING)).isEqualTo(Theme.LIGHT);
        assertThat(settings.get(Language.SETTING)).isEqualTo(Language.ENGLISH);
        assertThat(settings.get(Notifications.SETTING)).isEqualTo(Notifications.NONE);
    }

    @Test
    void whoeverWatchesTheLanguageHearsOfAnotherChoiceAtOnceAndOnlyOfAnother() {
        List<Language> heard = new ArrayList<>();
        settings.watch(Language.SETTING, () -> heard.add(settings.get(Language.SETTING)));

        options.language().choose(0);
        assertThat(heard).as("of what holds already").isEmpty();
        options.language().choose(2);
        options.language().choose(2);

        assertThat(heard).containsExactly(Language.JAPANESE);
    }

    @Test
    void everyLanguageIsCalledByItsOwnName() {
        assertThat(options.language().words()).containsExactly("As the system", "English", "日本語");
    }
}
