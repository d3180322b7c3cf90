package org.synwarden.tray;

/**
 * What the screen has of its user; nothing in it waits.
 *
 * @param settings what the user has chosen
 * @param desktop what the operating system does for the user
 * @param icons the icons of programs
 * @param attention whether the user can be told something
 * @param reader reads what the user asks of the history
 */
record UserSide(
        UserSettings settings,
        DesktopWorker desktop,
        ProcessIcons icons,
        AttentionAsker attention,
        QuestionReader reader) {}
