package org.synwarden.control;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;

/**
 * What can be asked of the watchdog: answered by the watchdog itself in the service, and by a client that
 * carries the question there. Any thread; calls may block until the answer is there.
 */
public interface Requests extends ResponseRequests {
    /** The most packets that are told at once. */
    int MOST_PACKETS = 1_000;

    /** How the watchdog is. */
    StatusObject status() throws RequestException;

    /** How many attempts began in each of the seconds that are over, by outcome; oldest first, of the last 300 s. */
    List<RateObject> rates() throws RequestException;

    /** The live socket table, with its processes. */
    List<SocketObject> sockets() throws RequestException;

    /**
     * The packets whose headers are kept, in their order, each as it was captured; at most 50,000 are kept.
     *
     * @param after the number of the last that is not wanted; empty for the newest ones
     * @param most 1 to {@value #MOST_PACKETS}
     */
    List<PacketObject> packets(OptionalLong after, int most) throws RequestException;

    /** The latest entries of the service's log, oldest first. */
    List<LogLineObject> log() throws RequestException;

    /** Incidents that are open or were closed since the start, newest first, at most 256. */
    List<IncidentObject> incidents() throws RequestException;

    /**
     * Lets a program make no noise for a while: for everybody where an administrator asks, else for who asks.
     *
     * @return the snooze as it stands
     */
    SnoozeObject snooze(SnoozeOrder order) throws RequestException;

    /** What is quiet now. */
    List<SnoozeObject> snoozes() throws RequestException;

    /** Ends a snooze. */
    void endSnooze(String snoozeId) throws RequestException;

    /**
     * Raises an alert about nothing, marked as a test, which goes the way of all incidents; one a minute.
     *
     * @return the incident
     */
    IncidentObject testAlert() throws RequestException;

    /** Incidents that were raised since then, in earlier runs, too; newest first, at most 1,000. */
    List<IncidentObject> incidents(Instant since) throws RequestException;

    /** What was done or refused since then, because of an incident or not; newest first, at most 1,000. */
    List<MeasureObject> measures(Instant since) throws RequestException;

    /** All there is about the incident of that id, of this run or an earlier one. */
    Dossier incident(String id) throws RequestException;

    /**
     * What is known of the culprit of that incident only while the service remembers it: packets, family, loaded files.
     * May take seconds; one every two seconds, whoever asks.
     */
    Evidence evidence(String incidentId) throws RequestException;

    /**
     * Takes note of what a client did to a process with its user's own rights, as far as that can be seen from here.
     *
     * @return what was done to which process, as it is known here
     * @throws RequestException when nothing of it is believed; the message says why
     */
    ActionObject report(ProcessReport report) throws RequestException;

    /** Who used a local port then, as it was recorded; addresses in the question must be such. */
    AnswerObject who(QuestionObject question) throws RequestException;
}
