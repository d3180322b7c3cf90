package org.synwarden.platform.windows.desktop;

import org.synwarden.tray.Attention;

/**
 * QUERY_USER_NOTIFICATION_STATE in the tray's words. Page "QUERY_USER_NOTIFICATION_STATE enumeration (shellapi.h)". That
 * Windows itself is set to "do not disturb" is not among these states: Windows then keeps balloons back by itself. Pure.
 */
final class NotificationState {
    private static final int NOT_PRESENT = 1;
    private static final int BUSY = 2;
    private static final int RUNNING_D3D_FULL_SCREEN = 3;
    private static final int PRESENTATION_MODE = 4;
    private static final int QUIET_TIME = 6;

    private NotificationState() {}

    /** What is not known, and an app of the Store, which is a window like others, keep nothing back. */
    static Attention attention(int state) {
        return switch (state) {
            case NOT_PRESENT -> Attention.AWAY;
            case BUSY, RUNNING_D3D_FULL_SCREEN -> Attention.FULL_SCREEN;
            case PRESENTATION_MODE -> Attention.PRESENTING;
            case QUIET_TIME -> Attention.QUIET;
            default -> Attention.FREE;
        };
    }
}
