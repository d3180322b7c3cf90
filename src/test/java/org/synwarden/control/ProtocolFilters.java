package org.synwarden.control;

import java.util.Optional;
import java.util.function.Predicate;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.SocketObject;

/** Filters of a test: {@code tcp} passes sockets of TCP, any other word sockets whose command line holds it. */
final class ProtocolFilters implements RowFilters {
    @Override
    public Predicate<ContractObject> parse(Topic topic, String text) throws RequestException {
        if (topic == Topic.RULES || topic == Topic.RATES) {
            throw new RequestException(RequestException.Code.UNAVAILABLE, topic.word() + " are not filtered");
        }
        return text.equals("tcp")
                ? row -> row instanceof SocketObject socket && socket.protocol().equals("tcp")
                : row -> row instanceof SocketObject socket
                        && commandLine(socket).contains(text);
    }

    private static String commandLine(SocketObject socket) {
        Optional<String> line = socket.process().flatMap(process -> process.commandLine());
        return line.orElse("");
    }
}
