package org.synwarden.tray;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * Finds the hash of what a process runs where its row does not tell it, as those of packets do not: the service tells it
 * with each socket and each incident. Presenters' thread, but for the question itself.
 */
final class HashSearch {
    private HashSearch() {}

    /** Whether the hash of that row's process is not known here and may be known to the service. */
    static boolean isPossible(RowSubject subject) {
        return subject.incident().isEmpty()
                && subject.process()
                        .filter(process -> process.sha256().isEmpty())
                        .filter(process -> !process.startToken().equals("0"))
                        .isPresent();
    }

    /**
     * Asks the service, where it {@linkplain #isPossible is possible}.
     *
     * @param found told the process as the service knows it, or as it is where that knows no more
     * @param failed told why the service was not asked, or did not answer
     */
    static void of(RowSubject subject, Asker asker, Consumer<ProcessObject> found, Consumer<String> failed) {
        subject.process()
                .ifPresent(process ->
                        asker.ask(service -> find(service.requests(), process).orElse(process), found, failed));
    }

    private static Optional<ProcessObject> find(Requests requests, ProcessObject wanted) throws RequestException {
        return Stream.concat(
                        requests.sockets().stream().map(SocketObject::process),
                        requests.incidents().stream().map(IncidentObject::process))
                .flatMap(Optional::stream)
                .filter(wanted::isSameInstanceAs)
                .filter(process -> process.sha256().isPresent())
                .findFirst();
    }
}
