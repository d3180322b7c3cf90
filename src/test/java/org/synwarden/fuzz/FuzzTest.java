package org.synwarden.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** A slice of the nightly fuzz ({@code dev/fuzz}), always the same, and what makes the fuzz trustworthy. */
class FuzzTest {
    private static final long SEED = 445;
    private static final int CHANGED_INPUTS = 2_500;

    static Stream<Named<FuzzTarget>> targets() {
        return FuzzTargets.all().stream().map(target -> Named.of(target.name(), target));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void arbitraryBytesAreReadOrRefusedWithOneClearLine(FuzzTarget target) throws InterruptedException {
        Fuzzer.Outcome outcome = new Fuzzer(target, SEED).run(0, target.corpus().size() + CHANGED_INPUTS);

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.inputs() - outcome.refused())
                .as("inputs that are accepted")
                .isGreaterThan(CHANGED_INPUTS / 50);
    }

    @Test
    void everyTargetHasItsOwnName() {
        assertThat(FuzzTargets.all()).extracting(FuzzTarget::name).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSameInputsAndAnotherOneOthers() {
        FuzzTarget target = target(input -> {});

        assertThat(inputs(target, SEED)).isEqualTo(inputs(target, SEED)).isNotEqualTo(inputs(target, SEED + 1));
    }

    @Test
    void whatIsThrownThatWasNotDeclaredIsAFindingWithItsInput() throws InterruptedException {
        FuzzTarget target = target(input -> {
            if (input.length > 3 && input[3] != 'd') {
                throw new IllegalStateException("a bug");
            }
        });

        List<Finding> findings = new Fuzzer(target, SEED).run(0, 1_000).findings();

        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.input())
                .isEqualTo(HexFormat.of().formatHex(new Inputs(target, SEED).input(finding.number())));
        assertThat(finding).asString().contains("a bug", "--replay test 445 " + finding.number());
    }

    @Test
    void moreMemoryThanTheBudgetIsAFinding() throws InterruptedException {
        FuzzTarget target = target(input -> assertThat(new byte[1 << 20]).hasSize(1 << 20));

        assertThat(new Fuzzer(target, SEED).run(0, 10).findings())
                .singleElement()
                .asString()
                .contains("bytes allocated");
    }

    @Test
    void aRefusalThatIsNotOneClearLineIsAFinding() throws InterruptedException {
        FuzzTarget target = target(input -> {
            throw new IllegalArgumentException("two\nlines");
        });

        assertThat(new Fuzzer(target, SEED).run(0, 10).findings()).hasSize(1);
    }

    private static FuzzTarget target(FuzzTarget.Body body) {
        return new FuzzTarget(
                "test",
                List.of(),
                FuzzTarget.texts("abcdefgh"),
                FuzzTarget.texts("xyz"),
                Set.of(IllegalArgumentException.class),
                new Budget(64 << 10, 1),
                body);
    }

    private static List<String> inputs(FuzzTarget target, long seed) {
        Inputs inputs = new Inputs(target, seed);
        return IntStream.range(0, 50)
                .mapToObj(inputs::input)
                .map(Arrays::toString)
                .toList();
    }
}
