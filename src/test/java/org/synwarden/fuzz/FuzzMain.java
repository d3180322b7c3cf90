package org.synwarden.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code dev/fuzz} starts. */
final class FuzzMain {
    private FuzzMain() {}

    /** {@code run INPUTS SEED}, {@code replay TARGET SEED NUMBER} or {@code coverage CSV PERCENT}. */
    public static void main(String... args) throws InterruptedException, IOException {
        boolean clean = switch (args[0]) {
            case "run" -> run(Long.parseLong(args[1]), Long.parseLong(args[2]));
            case "replay" -> replay(args[1], Long.parseLong(args[2]), Long.parseLong(args[3]));
            case "coverage" -> new Coverage(Path.of(args[1])).print(Double.parseDouble(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        };
        System.exit(clean ? 0 : 1);
    }

    private static boolean run(long inputs, long seed) throws InterruptedException {
        List<FuzzTarget> targets = FuzzTargets.all();
        long share = (inputs + targets.size() - 1) / targets.size();
        boolean clean = true;
        for (FuzzTarget target : targets) {
            clean &= told(new Fuzzer(target, seed).run(0, share));
        }
        System.out.printf("%,d inputs in all%n", share * targets.size());
        return clean;
    }

    private static boolean replay(String name, long seed, long number) throws InterruptedException {
        return told(new Fuzzer(FuzzTargets.named(name), seed).run(number, number + 1));
    }

    private static boolean told(Fuzzer.Outcome outcome) {
        System.out.println(outcome + "; " + outcome.effort());
        outcome.findings().forEach(System.out::println);
        return outcome.findings().isEmpty();
    }
}
