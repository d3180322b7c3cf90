package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.platform.windows.Child;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

@EnabledOnOs(OS.WINDOWS)
class WindowsProcessCatalogWindowsTest {
    private final WindowsProcessCatalog catalog = new WindowsProcessCatalog();
    private final int pid = (int) ProcessHandle.current().pid();

    @Test
    void describesThisProcess(TestReporter reporter) {
        ProcessKey self = catalog.find(pid).orElseThrow();
        ProcessInstance process = catalog.describe(self).orElseThrow();
        reporter.publishEntry("process", process.toString());
        assertThat(process.key()).isEqualTo(self);
        assertThat(process.name()).isEqualToIgnoringCase("java.exe");
        assertThat(process.path())
                .hasValueSatisfying(path ->
                        assertThat(path).isEqualToIgnoringCase(System.getProperty("java.home") + "\\bin\\java.exe"));
        assertThat(process.user())
                .hasValueSatisfying(
                        user -> assertThat(user).endsWithIgnoringCase("\\" + System.getProperty("user.name")));
        Instant started = Instant.ofEpochSecond(0, process.startedAt());
        assertThat(Duration.between(started, Instant.now())).isBetween(Duration.ZERO, Duration.ofMinutes(10));
    }

    @Test
    void doesNotDescribeAnotherInstanceOfThePid() {
        ProcessKey self = catalog.find(pid).orElseThrow();
        assertThat(catalog.describe(new ProcessKey(pid, self.startToken() - 1))).isEmpty();
    }

    @Test
    void doesNotTakeANeighbouringNumberForThePid() {
        assertThat(catalog.find(pid + 1)).isEmpty();
        assertThat(catalog.find(0)).isEmpty();
    }

    @Test
    void namesTheKernelEvenWhereItMayNotBeOpened() {
        assertThat(catalog.describe(new ProcessKey(4, 0)))
                .hasValueSatisfying(kernel -> assertThat(kernel.name()).isEqualTo("Windows kernel (file sharing)"));
    }

    @Test
    void forgetsAProcessThatHasEnded() throws Exception {
        Process child = Child.start(Child.class);
        ProcessKey key = catalog.find((int) child.pid()).orElseThrow();
        child.getOutputStream().close();
        child.waitFor();
        // This test still holds a handle to it, which keeps its pid known to Windows.
        assertThat(catalog.find(key.pid())).isEmpty();
        assertThat(catalog.describe(key)).isEmpty();
    }

    @Test
    void saysWhatADescriptionCosts(TestReporter reporter) {
        ProcessKey self = catalog.find(pid).orElseThrow();
        int rounds = 200;
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            assertThat(catalog.describe(self)).isPresent();
        }
        reporter.publishEntry("describe", (System.nanoTime() - start) / 1_000 / rounds + " µs");
    }
}
