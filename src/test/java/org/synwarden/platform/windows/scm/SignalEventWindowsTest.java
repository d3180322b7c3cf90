package org.synwarden.platform.windows.scm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.SECURITY_DESCRIPTOR;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.platform.windows.token.SecurityText;

/** An event that is open to everybody, made as procrun makes its own. */
@EnabledOnOs(OS.WINDOWS)
class SignalEventWindowsTest {
    private final SignalEvent event = new SignalEvent("SynWarden of a test");

    @Test
    void onlyAdministratorsAreLeft() throws IOException {
        try (OwnedHandle made = openToEverybody("Global\\SYNWARDEN_OF_A_TESTSIGNAL")) {
            assertThat(made.get()).isNotNull();
            assertThat(event.tighten()).isTrue();
            SecurityText after = event.rights();
            assertThat(after.changers(SecurityText.ADMINISTRATORS)).isEmpty();
            assertThat(after.changers(Set.of())).containsExactlyInAnyOrderElementsOf(SecurityText.ADMINISTRATORS);
        }
    }

    @Test
    void whereProcrunRunsNothingThereIsNoEvent() throws IOException {
        assertThat(event.tighten()).isFalse();
    }

    private static OwnedHandle openToEverybody(String name) {
        SECURITY_DESCRIPTOR descriptor = new SECURITY_DESCRIPTOR(64 * 1024);
        Advapi32.INSTANCE.InitializeSecurityDescriptor(descriptor, WinNT.SECURITY_DESCRIPTOR_REVISION);
        Advapi32.INSTANCE.SetSecurityDescriptorDacl(descriptor, true, null, false);
        SECURITY_ATTRIBUTES attributes = new SECURITY_ATTRIBUTES();
        attributes.lpSecurityDescriptor = descriptor.getPointer();
        attributes.bInheritHandle = false;
        HANDLE made = Kernel32.INSTANCE.CreateEvent(attributes, true, false, name);
        return new OwnedHandle(made);
    }
}
