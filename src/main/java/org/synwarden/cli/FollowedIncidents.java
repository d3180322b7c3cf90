package org.synwarden.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.Rows;
import org.synwarden.net.LeastRecentMap;

/**
 * What of the incidents is news: all that is open at the beginning, and then every change, also across restarts of the
 * service, which tells its whole list anew. Remembers {@value #BOUND} incidents. One thread.
 */
final class FollowedIncidents {
    private static final int BOUND = 1_024;

    private final Map<String, IncidentObject> told = new LeastRecentMap<>(BOUND);
    private boolean begun;

    /** What is new in that message, in the order in which it was raised. */
    List<IncidentObject> news(Rows rows) {
        List<IncidentObject> news = new ArrayList<>();
        Stream.concat(rows.added().stream(), rows.changed().stream())
                .filter(IncidentObject.class::isInstance)
                .map(IncidentObject.class::cast)
                .forEach(incident -> {
                    boolean same = incident.equals(told.put(incident.id(), incident));
                    if (!same && (begun || !Words.isClosed(incident))) {
                        news.add(incident);
                    }
                });
        begun = true;
        news.sort((one, other) -> one.raisedAt().compareTo(other.raisedAt()));
        return news;
    }
}
