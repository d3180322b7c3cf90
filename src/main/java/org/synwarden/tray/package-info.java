/**
 * The client in the notification area: icon, balloon, popup and window. Presenters and models are plain classes;
 * what draws them is Swing and lives on the event thread. Strings from processes and networks are data here: never
 * HTML, never a format pattern.
 */
package org.synwarden.tray;
