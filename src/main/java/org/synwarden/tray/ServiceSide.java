package org.synwarden.tray;

import java.util.function.ObjIntConsumer;

/**
 * What the screen has of the service; nothing in it waits.
 *
 * @param deeds carries out what the user wants done
 * @param asker asks what the user wants to know
 * @param topics follows a topic from now on, at the shortest with that many milliseconds between two messages
 */
record ServiceSide(DeedRunner deeds, Asker asker, ObjIntConsumer<String> topics) {}
