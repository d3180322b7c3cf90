package org.synwarden.tray;

import java.util.function.Predicate;

/**
 * What the commands on rows need of the client around their table; the same for all tabs.
 *
 * @param subjects says what a row is about
 * @param deeds carries out what the user wants done
 * @param errands does what needs no service
 * @param desktop opens folders and pages
 * @param settings what the user has chosen
 * @param goTo shows the incident that a row is, or whose culprit its process is; else the connections of its process.
 *     Says whether there was anything to show that is not shown already
 */
record RowContext(
        Texts texts,
        RowSubjects subjects,
        DeedRunner deeds,
        Errands errands,
        DesktopWorker desktop,
        UserSettings settings,
        Predicate<RowSubject> goTo) {}
