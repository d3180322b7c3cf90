package org.synwarden.detect;

import java.util.concurrent.TimeUnit;

/**
 * The numbers of the rules. Times are nanoseconds. The core's come from the labelled capture study (2,893 captures,
 * 127,489 attempts), where they gave no alarm on 601 benign hosts; those of the socket-table rule were not measured.
 *
 * @param threshold height of the smaller statistic that alarms: ln(0.99 / 1e-6), a false alarm in a million
 * @param leastFailures distinct failed destinations without which nothing alarms
 * @param window how far back failures and successes count
 * @param highestSuccess share of distinct first contacts that may succeed at an alarm
 * @param firstContactAfter an address not contacted for this long is a first contact again
 * @param calmBefore no failure for this long, below half the threshold, closes an incident
 * @param quietFor a unit that alarms again within this time continues its incident
 * @param nameMemory how many first contacts are looked back on to know whether names are seen at all
 * @param namesExcuse distinct failed addresses in the window that having a name excuses
 * @param halfOpenWormPorts half-open sockets to distinct addresses on worm ports that alarm (socket table only)
 * @param halfOpenAnyPort the same on any port
 * @param minute the short window of the rules below
 * @param sweepNeighbours distinct failed destinations in one neighbourhood within the minute [highest benign value: 2]
 * @param sweepNeighboursOwn the same in an own network, where printer finders look around, for red instead of amber
 * @param soughtNeighbours unresolved ARP or ND targets within the minute [8 for end hosts]
 * @param udpDestinations distinct destinations without reply on one port within the minute [34]
 * @param udpNeighbours how many of them are in one neighbourhood [3]
 * @param udpHighestAnswered share of destinations that may reply at an alarm
 * @param mailDestinations distinct failed mail destinations in the window [2]
 * @param mailHighestSuccess share of mail destinations that may succeed at an alarm
 * @param verticalPorts failed ports of one host within the minute
 * @param volumeMinute distinct failed destinations within the minute, any port
 * @param volumeWindow distinct failed destinations in the window, any port
 * @param slowScanAddresses never-answering addresses on one worm port in 24 h; not measured
 * @param slowScanHostWide distinct failures of a whole host on one worm port in the window; not measured
 * @param spoofedSources foreign source addresses within the minute; not measured
 */
public record JudgeSettings(
        double threshold,
        int leastFailures,
        long window,
        double highestSuccess,
        long firstContactAfter,
        long calmBefore,
        long quietFor,
        int nameMemory,
        int namesExcuse,
        int halfOpenWormPorts,
        int halfOpenAnyPort,
        long minute,
        int sweepNeighbours,
        int sweepNeighboursOwn,
        int soughtNeighbours,
        int udpDestinations,
        int udpNeighbours,
        double udpHighestAnswered,
        int mailDestinations,
        double mailHighestSuccess,
        int verticalPorts,
        int volumeMinute,
        int volumeWindow,
        int slowScanAddresses,
        int slowScanHostWide,
        int spoofedSources) {
    /** The measured defaults. */
    public static JudgeSettings defaults() {
        return new JudgeSettings(
                13.8,
                5,
                TimeUnit.SECONDS.toNanos(600),
                1.0 / 3,
                TimeUnit.MINUTES.toNanos(30),
                TimeUnit.SECONDS.toNanos(60),
                TimeUnit.MINUTES.toNanos(10),
                20,
                16,
                8,
                20,
                TimeUnit.SECONDS.toNanos(60),
                8,
                64,
                30,
                100,
                16,
                0.10,
                20,
                0.20,
                50,
                40,
                150,
                100,
                20,
                16);
    }
}
