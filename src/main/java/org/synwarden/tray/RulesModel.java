package org.synwarden.tray;

import java.util.List;

/** Blocks, approvals and snoozes as rows of a table. Event thread. */
final class RulesModel extends ListedRows<RuleRow> {
    static final int KIND = 0;
    static final int WHAT = 1;
    static final int WHY = 2;
    static final int EFFECT = 3;
    static final int SINCE = 4;
    static final int UNTIL = 5;

    private static final List<String> HEADINGS = List.of(
            "column.rule.kind", "column.rule.what", "column.why", "column.effect", "column.since", "column.until");

    RulesModel(Texts texts) {
        super(texts, RuleRow::key, HEADINGS);
    }

    @Override
    String cell(RuleRow line, int column) {
        return switch (column) {
            case KIND -> line.kind();
            case WHAT -> line.what();
            case WHY -> line.why();
            case EFFECT -> line.effect();
            case SINCE -> line.since();
            default -> line.until();
        };
    }
}
