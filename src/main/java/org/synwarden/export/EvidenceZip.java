package org.synwarden.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.synwarden.contract.CaseFile;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.JsonLines;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.PlainText;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RelativeObject;

/**
 * The evidence of one incident as a zip, each file in the contract's words (JSON Lines), with a README.txt that says what is
 * what. The same evidence gives the same bytes.
 */
public final class EvidenceZip {
    private final CaseFile file;
    private final Dossier dossier;
    private final Evidence evidence;
    private final List<String> story;
    private final String version;

    /**
     * Evidence that is not written yet.
     *
     * @param story the incident in plain words, in lines
     * @param version of this program
     */
    public EvidenceZip(CaseFile file, List<String> story, String version) {
        this.file = file;
        this.dossier = file.dossier();
        this.evidence = file.evidence();
        this.story = List.copyOf(story);
        this.version = version;
    }

    /** Writes the whole zip and closes the stream. */
    public void write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            text(zip, "README.txt", String.join("\r\n", readme()) + "\r\n");
            text(zip, "incident.txt", String.join("\r\n", story) + "\r\n");
            objects(zip, "incident.json", List.of(dossier.incident()));
            objects(zip, "attempts.jsonl", dossier.attempts());
            packets(zip);
            text(zip, "processes.jsonl", processes());
            text(zip, "tree.txt", String.join("\r\n", tree()) + "\r\n");
            objects(zip, "tree.jsonl", evidence.family());
            objects(zip, "modules.jsonl", evidence.modules());
            objects(zip, "actions.jsonl", dossier.measures());
            objects(zip, "rules.jsonl", file.answering());
            objects(zip, "status.json", file.status().stream().toList());
        }
    }

    private List<String> readme() {
        List<String> lines = new ArrayList<>(List.of(
                "Evidence of incident " + PlainText.line(dossier.incident().id()) + ", put together by SynWarden "
                        + version + ".",
                "",
                "incident.txt     the incident in plain words",
                "incident.json    the same for programs",
                "attempts.jsonl   connection attempts of the culprit that are still recorded one by one: "
                        + dossier.attempts().size() + (isCut() ? " (there are more)" : ""),
                "packets.pcapng   headers of the culprit's packets that were still kept, for Wireshark, with the program as"
                        + " comment: " + evidence.packets().size(),
                "processes.jsonl  the programs in it: path, SHA-256, signer, command line, account, who started them",
                "tree.txt         who started the culprit, and whom it started: "
                        + evidence.family().size() + " processes; tree.jsonl the same for programs",
                "modules.jsonl    the files it had loaded, with SHA-256 and signer: "
                        + evidence.modules().size() + hashed(),
                "actions.jsonl    what was done about it, or refused, by whom: "
                        + dossier.measures().size(),
                "rules.jsonl      blocks that stand now and answer this incident: "
                        + file.answering().size(),
                "status.json      how SynWarden was when this was put together, and what was missing from its picture",
                ""));
        if (file.status().isEmpty()) {
            lines.add("No service answered: this is from its history, status.json is empty.");
        }
        evidence.missing()
                .forEach(what -> lines.add("Not in it (" + PlainText.line(what.id()) + "): "
                        + PlainText.line(what.message()) + "; " + PlainText.line(what.remedy())));
        file.without().stream()
                .filter(what -> evidence.missing().stream()
                        .noneMatch(told -> told.message().equals(what)))
                .forEach(what -> lines.add("Could not be asked: " + PlainText.line(what)));
        lines.add(
                "The .json and .jsonl files are UTF-8, one JSON object a line, and described in docs/json.md. Of packets");
        lines.add("only headers are kept. There may be secrets from command lines in them: share them with care.");
        return lines;
    }

    private String hashed() {
        long without = evidence.modules().stream()
                .filter(module -> module.sha256().isEmpty())
                .count();
        return without == 0 ? "" : " (" + without + " without a hash; each says why)";
    }

    /** One process a line, whoever was started by another to the right of it. */
    private List<String> tree() {
        int eldest = evidence.family().stream()
                .mapToInt(RelativeObject::generation)
                .min()
                .orElse(0);
        return evidence.family().stream()
                .map(relative -> "  ".repeat(relative.generation() - eldest)
                        + (relative.generation() == 0 ? "> " : "- ")
                        + PlainText.line(relative.process().name() + " (pid "
                                + relative.process().pid() + ")"
                                + relative.process()
                                        .path()
                                        .map(path -> " " + path)
                                        .orElse("")))
                .toList();
    }

    private void packets(ZipOutputStream zip) throws IOException {
        begin(zip, "packets.pcapng");
        PcapngWriter writer = new PcapngWriter(zip, "SynWarden " + version);
        for (PacketObject packet : evidence.packets()) {
            writer.write(packet);
        }
        zip.closeEntry();
    }

    private boolean isCut() {
        return dossier.attempts().size() == Dossier.MAX_ATTEMPTS;
    }

    /** Every process of the evidence once, as it was known last. */
    private String processes() {
        Map<String, ProcessObject> byInstance = new LinkedHashMap<>();
        Stream.concat(
                        dossier.incident().process().stream(),
                        dossier.attempts().stream().flatMap(attempt -> attempt.process().stream()))
                .forEach(process -> byInstance.putIfAbsent(process.pid() + " " + process.startToken(), process));
        StringBuilder lines = new StringBuilder();
        byInstance
                .values()
                .forEach(process -> lines.append(JsonCodec.writeObject(process::writeMembers))
                        .append('\n'));
        return lines.toString();
    }

    private void objects(ZipOutputStream zip, String name, List<? extends ContractObject> objects) throws IOException {
        begin(zip, name);
        Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        JsonLines lines = new JsonLines(writer);
        for (ContractObject object : objects) {
            lines.write(object);
        }
        writer.flush();
        zip.closeEntry();
    }

    private void text(ZipOutputStream zip, String name, String text) throws IOException {
        begin(zip, name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(dossier.incident().raisedAt().toEpochMilli());
        zip.putNextEntry(entry);
    }
}
