package org.synwarden.tray;

/** By what the user wants to be told of a red incident. The colour of the icon tells of it in any case. */
enum Notifications {
    BALLOON_AND_POPUP(true, true),
    BALLOON(true, false),
    POPUP(false, true),
    NONE(false, false);

    static final UserSetting<Notifications> SETTING = UserSetting.choice("notifications", BALLOON_AND_POPUP);

    private final boolean balloon;
    private final boolean popup;

    Notifications(boolean balloon, boolean popup) {
        this.balloon = balloon;
        this.popup = popup;
    }

    boolean withBalloon() {
        return balloon;
    }

    boolean withPopup() {
        return popup;
    }
}
