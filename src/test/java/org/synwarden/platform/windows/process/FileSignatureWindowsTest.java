package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.platform.windows.bindings.WinTrust;

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
    void namesASignerOnlyWhenWindowsTrustsTheSignature(TestReporter reporter) {
        try (SignatureCheck check = check(JAVA)) {
            assertThat(FileSignature.signer(JAVA).isPresent()).isEqualTo(check.status() == 0);
        }
        reporter.publishEntry(
                "ping.exe",
                FileSignature.signer("C:\\Windows\\System32\\ping.exe").toString());
    }

    @Test
    void aSignedFileOfWhichAByteWasChangedHasNoSigner(@TempDir Path folder) throws Exception {
        byte[] program = Files.readAllBytes(Path.of(JAVA));
        program[program.length / 2] ^= 1;
        Path forged = Files.write(folder.resolve("java.exe"), program);
        try (SignatureCheck check = check(forged.toString())) {
            assertThat(check.status()).isNotZero();
        }
        assertThat(FileSignature.signer(forged.toString())).isEmpty();
    }

    @Test
    void aFileThatIsGoneHasNoSigner() {
        assertThat(FileSignature.signer("C:\\gone\\worm.exe")).isEmpty();
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
