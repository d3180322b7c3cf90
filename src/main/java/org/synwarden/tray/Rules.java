package org.synwarden.tray;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;

/**
 * What is blocked, approved and snoozed, as the service last told it. Blocks are told as they change; approvals and
 * snoozes are asked for. Bounds are the service's: 1,024 of each. Used by the presenters' thread.
 */
final class Rules {
    /** What the user hears no alarm of. */
    record Exemptions(List<ApprovalObject> approvals, List<SnoozeObject> snoozes) {
        static final Exemptions NONE = new Exemptions(List.of(), List.of());

        /** Copies the lists. */
        Exemptions {
            approvals = List.copyOf(approvals);
            snoozes = List.copyOf(snoozes);
        }
    }

    private final Map<String, RuleObject> blocks = new LinkedHashMap<>();
    private Exemptions exemptions = Exemptions.NONE;

    /** Takes over what the service says about blocks. */
    void apply(Rows rows) {
        if (rows.reset()) {
            blocks.clear();
        }
        rows.removed().forEach(blocks::remove);
        Stream.<ContractObject>concat(rows.added().stream(), rows.changed().stream())
                .filter(RuleObject.class::isInstance)
                .map(RuleObject.class::cast)
                .forEach(rule -> blocks.put(rule.key(), rule));
    }

    /** Takes over what was asked for. */
    void exempt(Exemptions now) {
        exemptions = now;
    }

    /** The blocks, newest first. */
    List<RuleObject> blocks() {
        return blocks.values().stream()
                .sorted(Comparator.comparing(RuleObject::createdAt).reversed())
                .toList();
    }

    /** The blocks that answer that incident, or stop its program, newest first. */
    List<RuleObject> concerning(IncidentObject incident) {
        return blocks().stream()
                .filter(rule -> rule.incident().filter(incident.id()::equals).isPresent()
                        || rule.program()
                                .filter(path -> incident.program()
                                        .filter(path::equalsIgnoreCase)
                                        .isPresent())
                                .isPresent())
                .toList();
    }

    /** All as rows: blocks, approvals, snoozes, each newest or soonest first. */
    List<RuleRow> rows(RuleText text) {
        List<RuleRow> rows = new ArrayList<>();
        blocks().forEach(rule -> rows.add(text.row(rule)));
        exemptions.approvals().stream()
                .sorted(Comparator.comparing(ApprovalObject::approvedAt).reversed())
                .forEach(approval -> rows.add(text.row(approval)));
        exemptions.snoozes().stream()
                .sorted(Comparator.comparing(SnoozeObject::until))
                .forEach(snooze -> rows.add(text.row(snooze)));
        return rows;
    }
}
