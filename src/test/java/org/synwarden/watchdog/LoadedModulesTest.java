package org.synwarden.watchdog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ModuleObject;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ModuleFile;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** What a culprit had loaded, as far as time and size allow to hash it. */
class LoadedModulesTest implements ProcessCatalog {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final ProcessKey WORM = new ProcessKey(4242, 77);

    private final List<ModuleFile> loaded = new ArrayList<>();
    private final ImageHashes hashes = new ImageHashes(this, nanos -> {}, process -> {});
    private final Thread identity = new Thread(hashes, "identity");
    private long now;
    private long size = 3;
    private long secondsAFile;
    private final LoadedModules modules = new LoadedModules(this, hashes, () -> now);

    @BeforeEach
    void start() {
        identity.setDaemon(true);
        identity.start();
    }

    @AfterEach
    void stop() {
        identity.interrupt();
    }

    @Override
    public Optional<ProcessKey> find(int pid) {
        return Optional.of(WORM);
    }

    @Override
    public Optional<ProcessInstance> describe(ProcessKey key) {
        return Optional.empty();
    }

    @Override
    public ModuleFile.Listing modules(ProcessKey key) throws IOException {
        if (!key.equals(WORM)) {
            throw new IOException("the process has ended");
        }
        return ModuleFile.Listing.of(loaded);
    }

    @Override
    public ImageFile openModule(ProcessKey key, ModuleFile module) throws IOException {
        now += TimeUnit.SECONDS.toNanos(secondsAFile);
        if (module.path().contains("replaced")) {
            throw new IOException("the file was replaced since it was loaded");
        }
        return new ImageFile(
                new ImageFile.Version(module.path(), size, 1),
                Channels.newChannel(new ByteArrayInputStream("abc".getBytes(UTF_8))),
                () -> Optional.of("Worm Inc."));
    }

    private void load(String... paths) {
        for (String path : paths) {
            loaded.add(new ModuleFile(path, ""));
        }
    }

    @Test
    void eachFileIsToldWithHashAndSigner() throws IOException {
        load("/bin/worm", "/lib/libc.so");

        assertThat(modules.of(WORM).modules()).containsExactly(hashed("/bin/worm", 3), hashed("/lib/libc.so", 3));
    }

    private static ModuleObject hashed(String path, long size) {
        return new ModuleObject(
                path, Optional.of(size), Optional.of(OF_ABC), Optional.of("Worm Inc."), Optional.empty());
    }

    @Test
    void oneThatCannotBeReadSaysWhyAndConcernsNoOther() throws IOException {
        load("/lib/replaced.so", "/bin/worm");

        assertThat(modules.of(WORM).modules())
                .containsExactly(
                        ModuleObject.unread("/lib/replaced.so", "the file was replaced since it was loaded"),
                        hashed("/bin/worm", 3));
    }

    @Test
    void whatTheTimeDoesNotReachIsToldWithoutHash() throws IOException {
        secondsAFile = LoadedModules.SECONDS;
        load("/bin/worm", "/lib/libc.so");

        assertThat(modules.of(WORM).modules())
                .containsExactly(
                        hashed("/bin/worm", 3),
                        ModuleObject.unread("/lib/libc.so", "no time was left to hash it; try again"));
    }

    @Test
    void moreThanTheBytesOfOneAnswerAreNotRead() throws IOException {
        size = ((long) LoadedModules.MOST_MEBIBYTES << 20) - 1;
        load("/bin/worm", "/lib/libc.so");

        assertThat(modules.of(WORM).modules())
                .satisfiesExactly(
                        first -> assertThat(first.sha256()).isPresent(),
                        second -> assertThat(second.missing())
                                .hasValueSatisfying(why -> assertThat(why).contains("256 MiB")));
    }

    @Test
    void moreFilesThanAreToldAreSaid() throws IOException {
        for (int i = 0; i <= ModuleFile.MOST; i++) {
            load("/lib/" + i);
        }

        assertThat(modules.of(WORM).modules()).hasSize(ModuleFile.MOST);
        assertThat(modules.of(WORM).cut()).isTrue();
    }

    @Test
    void ofAProcessThatHasEndedThatIsSaid() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> modules.of(new ProcessKey(4242, 78)))
                .withMessage("the process has ended");
    }
}
