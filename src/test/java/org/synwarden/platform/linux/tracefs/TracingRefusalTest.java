package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.observation.SourceException;

/** What of the kernel's refusals is worth another try. Numbers as in errno(3). */
class TracingRefusalTest {
    private static final int ENOSYS = 38;
    private static final int ENOMEM = 12;
    private static final int EBUSY = 16;

    @ParameterizedTest
    @ValueSource(ints = {LibC.EPERM, LibC.ENODEV})
    void withoutRightsOrWithoutTracingInTheKernelNothingWillChange(int error) {
        assertThat(TracingRefusal.notMounted(error).isLasting()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {ENOSYS, ENOMEM, EBUSY})
    void whatIsNotMountedYetOrHasNoRoomMayBeLater(int error) {
        SourceException refusal = TracingRefusal.notMounted(error);
        assertThat(refusal.isLasting()).isFalse();
        assertThat(refusal.remedy()).isEqualTo("Run as root: mount -t tracefs nodev /sys/kernel/tracing");
    }

    @Test
    void ofTheKernelsFilesOnlyAnAccessDeniedIsForGood() {
        assertThat(TracingRefusal.refused(new AccessDeniedException("events")).isLasting())
                .isTrue();
        SourceException busy = TracingRefusal.refused(new IOException("Device or resource busy"));
        assertThat(busy.isLasting()).isFalse();
        assertThat(busy).hasMessage("The kernel refuses to trace: Device or resource busy");
    }

    @Test
    void whatIsSaidForPeopleAlreadyStaysAsItIs() {
        SourceException told = TracingRefusal.unsupported("This kernel has no event x");
        assertThat(TracingRefusal.refused(told)).isSameAs(told);
    }
}
