package org.synwarden.tray;

/**
 * What the screen has of the service; nothing in it waits.
 *
 * @param deeds carries out what the user wants done
 * @param asker asks what the user wants to know
 * @param topics what the service tells of as it happens
 */
record ServiceSide(DeedRunner deeds, Asker asker, Topics topics) {}
