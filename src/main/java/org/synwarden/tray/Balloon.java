package org.synwarden.tray;

/**
 * One notification of the desktop, plain text.
 *
 * @param title at most 48 characters
 * @param body at most 200 characters
 */
public record Balloon(String title, String body) {
    static final int TITLE_LIMIT = 48;
    static final int BODY_LIMIT = 200;
}
