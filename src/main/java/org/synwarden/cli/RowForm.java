package org.synwarden.cli;

import picocli.CommandLine.Option;

/** The form of rows, other than for people. At most one of the two is given. */
final class RowForm {
    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    @Option(names = "--csv", description = "Prints comma-separated values (RFC 4180) with a line of headings.")
    private boolean csv;

    boolean isJson() {
        return json;
    }

    boolean isCsv() {
        return csv;
    }
}
