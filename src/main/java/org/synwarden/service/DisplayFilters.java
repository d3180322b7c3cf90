package org.synwarden.service;

import java.util.function.Predicate;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.control.RowFilters;
import org.synwarden.control.Topic;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;
import org.synwarden.filter.FilterException;
import org.synwarden.watchdog.PacketRow;

/** Display filters over what clients subscribe to: {@code matches} runs on a linear-time engine there, too. Any thread. */
final class DisplayFilters implements RowFilters {
    @Override
    public Predicate<ContractObject> parse(Topic topic, String text) throws RequestException {
        try {
            Filter filter = Filter.parse(text);
            return switch (topic) {
                case INCIDENTS ->
                    row -> row instanceof IncidentObject incident && filter.matches(ContractRow.of(incident));
                case SOCKETS -> row -> row instanceof SocketObject socket && filter.matches(ContractRow.of(socket));
                case PACKETS -> row -> row instanceof PacketObject packet && filter.matches(PacketRow.of(packet));
                case RULES, RATES ->
                    throw new RequestException(
                            Code.UNAVAILABLE, topic.word() + " have nothing to filter by: subscribe without a filter");
            };
        } catch (FilterException e) {
            throw new RequestException(Code.MALFORMED, "'filter' is none: " + e.getMessage(), e);
        }
    }
}
