package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.process.ImageFile;

/** By what a file is known again, and by what not. */
@EnabledOnOs(OS.WINDOWS)
class WindowsImageWindowsTest {
    @TempDir
    private Path folder;

    private static ImageFile.Version version(Path file) throws IOException {
        try (ImageFile image = WindowsImage.open(file.toString())) {
            return image.version();
        }
    }

    @Test
    void aProgramThatIsReplacedIsAnotherThoughPathAndSizeAndTimeAreTheSame(TestReporter reporter) throws IOException {
        Path program = Files.writeString(folder.resolve("worm.exe"), "worm");
        FileTime written = Files.getLastModifiedTime(program);
        ImageFile.Version before = version(program);
        Path harmless = Files.writeString(folder.resolve("harmless.exe"), "calm");
        Files.delete(program);
        Files.move(harmless, program);
        Files.setLastModifiedTime(program, written);
        reporter.publishEntry("before", before.toString());
        reporter.publishEntry("after", version(program).toString());
        assertThat(version(program)).isNotEqualTo(before);
    }

    @Test
    void aFileThatIsTheSameIsKnownAgainUnderAnyName() throws IOException {
        Path program = Files.writeString(folder.resolve("worm.exe"), "worm");
        ImageFile.Version before = version(program);
        assertThat(version(program)).isEqualTo(before);
        assertThat(before.size()).isEqualTo(4);
        assertThat(before.file()).as("a number, not a path").matches("[0-9a-f]{48}");
    }

    @Test
    void whileItIsReadNobodyWritesIt() throws IOException {
        Path program = Files.writeString(folder.resolve("worm.exe"), "worm");
        try (ImageFile image = WindowsImage.open(program.toString())) {
            assertThat(image.version().size()).isEqualTo(4);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> Files.writeString(program, "calm"));
        }
    }

    @Test
    void readsToTheEndAndNotAfterItIsClosed() throws IOException {
        Path program = Files.write(folder.resolve("worm.exe"), new byte[300_000]);
        ImageFile image = WindowsImage.open(program.toString());
        ByteBuffer into = ByteBuffer.allocate(400_000);
        int length = 0;
        for (int count = image.content().read(into);
                count >= 0;
                count = image.content().read(into)) {
            length += count;
        }
        assertThat(length).isEqualTo(300_000);
        image.close();
        assertThatExceptionOfType(ClosedChannelException.class)
                .isThrownBy(() -> image.content().read(into));
        assertThat(image.signature().signer()).isEmpty();
    }

    @Test
    void aFileThatIsGoneCannotBeOpened() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> WindowsImage.open("C:\\gone\\worm.exe"))
                .withMessageContaining("error ");
    }
}
