package org.synwarden.tray;

import java.util.Optional;

/** Which look the user has chosen. */
enum Theme {
    /** That of the operating system. */
    SYSTEM,
    LIGHT,
    DARK;

    static final UserSetting<Theme> SETTING = UserSetting.choice("theme", SYSTEM);

    /** The look, where the operating system has that one; light where it does not say. */
    Appearance appearance(Optional<Appearance> ofSystem) {
        return switch (this) {
            case SYSTEM -> ofSystem.orElse(Appearance.LIGHT);
            case LIGHT -> Appearance.LIGHT;
            case DARK -> Appearance.DARK;
        };
    }
}
