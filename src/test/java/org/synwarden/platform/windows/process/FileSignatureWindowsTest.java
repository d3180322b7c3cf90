package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.platform.windows.bindings.WinTrust;
import org.synwarden.process.ImageFile;

/** The Java runtime is the signed program that every Windows with this test has. */
@EnabledOnOs(OS.WINDOWS)
class FileSignatureWindowsTest {
    private static final String JAVA = System.getProperty("java.home") + "\\bin\\java.exe";

    private final Memory info = new Memory(WinTrust.FILE_INFO_SIZE);
    private Memory name;

    @Test
    void readsTheNameInTheSignersCertificate(TestReporter reporter) {
        try (SignatureCheck check = check(JAVA)) {
            reporter.publishEntry("status", Integer.toHexString(check.status()));
            reporter.publishEntry("signer", check.signerName().toString());
            assertThat(check.signerName())
                    .hasValueSatisfying(name -> assertThat(name).isNotBlank());
        }
    }

    @Test
    void namesASignerOnlyWhenWindowsTrustsTheSignature(TestReporter reporter) throws IOException {
        try (SignatureCheck check = check(JAVA)) {
            assertThat(signer(JAVA).isPresent()).isEqualTo(check.status() == 0);
        }
        reporter.publishEntry(
                "ping.exe", signer("C:\\Windows\\System32\\ping.exe").toString());
    }

    @Test
    void aSignedFileOfWhichAByteWasChangedHasNoSigner(@TempDir Path folder) throws Exception {
        byte[] program = Files.readAllBytes(Path.of(JAVA));
        program[program.length / 2] ^= 1;
        Path forged = Files.write(folder.resolve("java.exe"), program);
        try (SignatureCheck check = check(forged.toString())) {
            assertThat(check.status()).isNotZero();
        }
        assertThat(signer(forged.toString())).isEmpty();
    }

    @Test
    void hashAndSignerAreOfTheFileThatWasOpenedWhateverItsPathLeadsTo(@TempDir Path folder) throws Exception {
        Path program = Files.copy(Path.of(JAVA), folder.resolve("worm.exe"));
        byte[] content = Files.readAllBytes(program);
        Optional<String> signer = signer(JAVA);
        try (ImageFile image = WindowsImage.open(program.toString())) {
            Files.move(program, folder.resolve("old.exe"));
            Files.writeString(program, "harmless");
            assertThat(Channels.newInputStream(image.content()).readAllBytes()).isEqualTo(content);
            assertThat(image.signature().signer()).isEqualTo(signer);
        }
    }

    private static Optional<String> signer(String path) throws IOException {
        try (ImageFile image = WindowsImage.open(path)) {
            return image.signature().signer();
        }
    }

    private SignatureCheck check(String path) {
        name = SignatureCheck.text(path);
        info.clear();
        info.setInt(0, WinTrust.FILE_INFO_SIZE);
        info.setPointer(8, name);
        info.setPointer(16, Pointer.NULL);
        return new SignatureCheck(1, info);
    }
}
