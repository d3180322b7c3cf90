package org.synwarden.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Branch coverage of the fuzzed parsers, out of the CSV report of JaCoCo. */
final class Coverage {
    private static final int PACKAGE = 1;
    private static final int CLASS = 2;
    private static final int BRANCHES_MISSED = 5;
    private static final int BRANCHES_COVERED = 6;

    private record Branches(long covered, long all) {
        Branches plus(Branches more) {
            return new Branches(covered + more.covered, all + more.all);
        }

        double percent() {
            return all == 0 ? 100 : 100.0 * covered / all;
        }
    }

    private final Map<String, Branches> byClass = new HashMap<>();

    Coverage(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String topLevel = cells[PACKAGE] + "." + cells[CLASS].split("\\.", 2)[0];
            long covered = Long.parseLong(cells[BRANCHES_COVERED]);
            byClass.merge(
                    topLevel, new Branches(covered, covered + Long.parseLong(cells[BRANCHES_MISSED])), Branches::plus);
        }
    }

    /** Prints a table and says whether every parser has that share of its branches covered. */
    boolean print(double least) {
        boolean enough = true;
        System.out.printf("%n| parser | branches run | of | %% |%n|---|---|---|---|%n");
        for (FuzzTarget target : FuzzTargets.all()) {
            Branches branches = new Branches(0, 0);
            StringBuilder below = new StringBuilder();
            for (Class<?> parser : target.parsers()) {
                Branches own = byClass.get(parser.getName());
                if (own == null) {
                    throw new IllegalStateException("the report knows no " + parser.getName());
                }
                branches = branches.plus(own);
                if (own.covered() < own.all()) {
                    below.append(" %s %d/%d".formatted(parser.getSimpleName(), own.covered(), own.all()));
                }
            }
            boolean fits = branches.percent() >= least;
            enough &= fits;
            System.out.printf(
                    "| %s | %d | %d | %.1f |%s%n",
                    target.name(), branches.covered(), branches.all(), branches.percent(), below);
        }
        System.out.println(enough ? "" : "A parser has fewer than " + least + " % of its branches run by the fuzz");
        return enough;
    }
}
