package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.platform.windows.Child;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ModuleFile;
import org.synwarden.process.Particulars;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

@EnabledOnOs(OS.WINDOWS)
class WindowsProcessCatalogWindowsTest {
    private static final Path PING = Path.of("C:\\Windows\\System32\\ping.exe");

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
    @DisabledIf(value = "org.synwarden.platform.windows.Wine#isHere", disabledReason = "Wine tells nobody's arguments")
    void readsTheArgumentsOfAnotherProcess() throws Exception {
        Process child = Child.start(Child.class, "-k", "名前 with spaces");
        try {
            assertThat(describe((int) child.pid()).commandLine().orElseThrow())
                    .contains(Child.class.getName())
                    .endsWith("-k \"名前 with spaces\"");
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void namesTheProcessThatStartedIt() throws Exception {
        Process child = Child.start(Child.class);
        try {
            assertThat(describe((int) child.pid()).parent()).isEqualTo(catalog.find(pid));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void tellsWhatThisProcessHasLoadedAndOpensIt() throws IOException {
        ProcessKey self = catalog.find(pid).orElseThrow();
        List<ModuleFile> loaded = catalog.modules(self).files();

        assertThat(loaded)
                .extracting(module -> module.path().toLowerCase(Locale.ROOT))
                .anyMatch(path -> path.endsWith("\\jvm.dll"))
                .anyMatch(path -> path.endsWith("\\kernel32.dll"));
        ModuleFile machine = loaded.stream()
                .filter(module -> module.path().toLowerCase(Locale.ROOT).endsWith("\\jvm.dll"))
                .findFirst()
                .orElseThrow();
        try (ImageFile opened = catalog.openModule(self, machine)) {
            assertThat(opened.version().size()).isEqualTo(Files.size(Path.of(machine.path())));
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> catalog.modules(new ProcessKey(pid, self.startToken() + 1)))
                .withMessageContaining("has ended");
    }

    @Test
    void saysNothingOfServicesAndPackagesOfAProgramThatHasNone() {
        Particulars particulars = describe(pid).particulars();
        assertThat(particulars).isEqualTo(Particulars.NONE);
    }

    @Test
    void namesServicesByTheProcessTheyRunIn(TestReporter reporter) {
        List<ServiceEntry> running = ServiceManager.running();
        reporter.publishEntry("services", running.toString());
        assertThat(running).isNotEmpty().allSatisfy(service -> {
            assertThat(service.pid()).isPositive();
            assertThat(service.displayName()).isNotBlank();
        });
        ServiceEntry any = running.get(0);
        assertThat(describe(any.pid()).particulars().services()).contains(any.shownName());
    }

    @Test
    void describesAProgramInAFolderWithSpacesAndJapanese(@TempDir Path folder) throws Exception {
        describesProgramIn(Files.createDirectories(folder.resolve("深い folder")));
    }

    @Test
    @DisabledIf(value = "org.synwarden.platform.windows.Wine#isHere", disabledReason = "Wine starts no such program")
    void describesAProgramWhosePathHas300Characters(@TempDir Path folder) throws Exception {
        Path deep = folder;
        while (deep.toString().length() < 300) {
            deep = deep.resolve("a folder 0123456789");
        }
        describesProgramIn(Files.createDirectories(deep));
    }

    private void describesProgramIn(Path folder) throws IOException {
        Path program = Files.copy(PING, folder.resolve("虫 worm.exe"));
        try (StartedProgram started = StartedProgram.suspended(program)) {
            ProcessInstance process = describe(started.pid());
            assertThat(process.path())
                    .hasValueSatisfying(path -> assertThat(WindowsPath.same(path, program.toString()))
                            .as(path)
                            .isTrue());
            assertThat(process.name()).isEqualTo("虫 worm.exe");
            try (ImageFile image = catalog.openImage(process).orElseThrow()) {
                assertThat(image.version().size()).isEqualTo(Files.size(program));
            }
        }
    }

    @Test
    void writesShortNamesOut(@TempDir Path folder) throws Exception {
        Path program = Files.copy(
                PING,
                Files.createDirectories(folder.resolve("a long folder name")).resolve("a long program name.exe"));
        char[] shortName = new char[1_024];
        int length = Kernel32.INSTANCE.GetShortPathName(program.toString(), shortName, shortName.length);
        Path started = Path.of(new String(shortName, 0, length));
        assumeThat(started.toString()).contains("~");
        try (StartedProgram worm = StartedProgram.suspended(started);
                OpenedProcess opened = OpenedProcess.open(worm.pid(), OpenedProcess.TO_LOOK)) {
            assertThat(describe(worm.pid()).path())
                    .hasValueSatisfying(path -> assertThat(path).doesNotContain("~1.EXE"));
            assertThat(opened.information().runs(program.toString())).isTrue();
        }
    }

    @Test
    void recognisesAnImageByTheKernelsNameForIt(TestReporter reporter) throws Exception {
        char[] path = new char[1_024];
        IntByReference length = new IntByReference(path.length);
        try (OpenedProcess self = OpenedProcess.open(pid, OpenedProcess.TO_LOOK)) {
            assertThat(Kernel32.INSTANCE.QueryFullProcessImageName(
                            Kernel32.INSTANCE.GetCurrentProcess(), 1, path, length))
                    .isTrue();
            String device = new String(path, 0, length.getValue());
            reporter.publishEntry("image", device);
            assertThat(device).startsWith("\\");
            assertThat(self.information().runs(device)).isTrue();
            assertThat(self.information().runs(device + "x")).isFalse();
        }
    }

    @Test
    void opensNoImageThatIsNotRunAnyMore() {
        ProcessInstance self = describe(pid);
        ProcessInstance moved = ProcessInstance.ofImage(
                self.key(), "ping.exe", Optional.of(System.getenv("SystemRoot") + "\\System32\\ping.exe"));
        assertThat(moved.path()).isNotEqualTo(self.path());
        assertThatCode(() -> assertThat(catalog.openImage(moved)).isEmpty()).doesNotThrowAnyException();
    }

    @Test
    void aGlanceTellsWhatTheHandleTellsAndTheAccountOnlyOnceItIsKnown() {
        ProcessKey self = catalog.find(pid).orElseThrow();
        ProcessInstance glance = catalog.glance(self).orElseThrow();
        assertThat(glance.user()).isEmpty();
        ProcessInstance whole = describe(pid);
        assertThat(glance.path()).isEqualTo(whole.path());
        assertThat(glance.parent()).isEqualTo(whole.parent());
        assertThat(catalog.glance(self).orElseThrow().user()).isEqualTo(whole.user());
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

    private ProcessInstance describe(int number) {
        return catalog.describe(catalog.find(number).orElseThrow()).orElseThrow();
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
