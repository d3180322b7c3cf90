package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

/** Where the file of a row's program lies and what others know of it, or what can be done where that is not known. Pure. */
final class ProgramFiles {
    private final Texts texts;

    ProgramFiles(Texts texts) {
        this.texts = texts;
    }

    /** The path of the program that did it. */
    Known<String> location(IncidentObject incident) {
        return incident.program().map(Known::of).orElseGet(() -> noLocation(incident.process()));
    }

    /** The path of the program that was decided about. */
    Known<String> location(RuleRow.About about) {
        return about.path().map(Known::of).orElseGet(() -> Known.refused(texts.of("refusal.location.unknown")));
    }

    /** The page about the program that was decided about. */
    Known<WebAddress> virusTotal(RuleRow.About about) {
        return about.sha256()
                .filter(WebAddress::isSha256)
                .map(WebAddress::virusTotal)
                .map(Known::of)
                .orElseGet(() -> Known.refused(texts.of("refusal.virustotal.rule")));
    }

    /** The path of the program. */
    Known<String> location(Optional<ProcessObject> process) {
        return process.flatMap(ProcessObject::path).map(Known::of).orElseGet(() -> noLocation(process));
    }

    private Known<String> noLocation(Optional<ProcessObject> process) {
        return Known.refused(process.map(one -> texts.of("refusal.location.path", ForeignText.nameOf(one)))
                .orElseGet(() -> texts.of("refusal.location.unknown")));
    }

    /** A search for the name of the program that did it, and for nothing else. */
    Known<WebAddress> search(IncidentObject incident) {
        return incident.image()
                .map(path -> Known.of(WebAddress.search(Headline.fileName(path))))
                .orElseGet(() -> search(incident.process()));
    }

    /** A search for the name of the program, and for nothing else. */
    Known<WebAddress> search(Optional<ProcessObject> process) {
        return process.map(one -> Known.of(WebAddress.search(one.name())))
                .orElseGet(() -> Known.refused(texts.of("refusal.search")));
    }

    /** A search for the name of the program that was decided about, and for nothing else. */
    Known<WebAddress> search(RuleRow.About about) {
        return about.path()
                .map(path -> Known.of(WebAddress.search(Headline.fileName(path))))
                .orElseGet(() -> Known.refused(texts.of("refusal.search")));
    }

    /** The page about the program that did it; of many short-lived processes only their parent's hash is known. */
    Known<WebAddress> virusTotal(IncidentObject incident) {
        return incident.image().isPresent()
                ? Known.refused(texts.of("refusal.virustotal.many"))
                : virusTotal(incident.process());
    }

    /** The page about the program. */
    Known<WebAddress> virusTotal(Optional<ProcessObject> process) {
        return process.flatMap(ProcessObject::sha256)
                .filter(WebAddress::isSha256)
                .map(WebAddress::virusTotal)
                .map(Known::of)
                .orElseGet(() ->
                        Known.refused(process.map(one -> texts.of("refusal.virustotal.hash", ForeignText.nameOf(one)))
                                .orElseGet(() -> texts.of("refusal.virustotal.unknown"))));
    }
}
