package org.synwarden.tray;

import java.util.function.Predicate;

/**
 * What the commands on rows need of the client around their table; the same for all tabs.
 *
 * @param subjects says what a row is about
 * @param deeds carries out what the user wants done
 * @param asker asks the service what a row does not tell
 * @param errands does what needs no service
 * @param user what is the user's own
 * @param goTo shows the incident that a row is, or whose culprit its process is; else the connections of its process.
 *     Says whether there was anything to show that is not shown already
 */
record RowContext(
        Texts texts,
        RowSubjects subjects,
        DeedRunner deeds,
        Asker asker,
        Errands errands,
        UserSide user,
        Predicate<RowSubject> goTo) {}
