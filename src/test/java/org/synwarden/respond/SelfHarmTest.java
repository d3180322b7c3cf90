package org.synwarden.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.Protocol;

class SelfHarmTest {
    private final SelfHarm harm = new SelfHarm(Set.of("C:\\Program Files\\SynWarden\\SynWarden.exe"));

    @Test
    void synWardensOwnProgramIsNotBlocked() {
        assertThat(harm.refusal(BlockScope.ofProgram("c:\\program files\\synwarden\\SYNWARDEN.EXE")))
                .contains("SynWarden itself runs on c:\\program files\\synwarden\\SYNWARDEN.EXE:"
                        + " block the port instead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"svchost.exe", "lsass.exe", "services.exe"})
    void theHostOfManyPartsOfWindowsIsBlockedOnlyByServiceOrPort(String name) {
        String path = "C:\\Windows\\System32\\" + name;
        assertThat(harm.refusal(BlockScope.ofProgram(path)))
                .hasValueSatisfying(why -> assertThat(why).contains("name the service, or the port"));
        assertThat(harm.refusal(SomeBlocks.service("Spooler").withProgram(path)))
                .isEmpty();
        assertThat(harm.refusal(BlockScope.ofPort(Protocol.TCP, 445).withProgram(path)))
                .isEmpty();
    }

    @Test
    void norByThePortThroughWhichAllNamesAreFound() {
        BlockScope names = BlockScope.ofPort(Protocol.UDP, 53).withProgram("C:\\Windows\\System32\\svchost.exe");
        assertThat(harm.refusal(names))
                .hasValueSatisfying(why -> assertThat(why).startsWith("without port 53"));
    }

    @Test
    void aWormThatBorrowsTheNameIsBlocked() {
        assertThat(harm.refusal(BlockScope.ofProgram("C:\\Users\\eva\\svchost.exe")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dhcp", "Dnscache", "BFE", "mpssvc", "SynWarden"})
    void servicesOfTheNetworkAreNotBlocked(String name) {
        assertThat(harm.refusal(SomeBlocks.service(name)))
                .hasValueSatisfying(why -> assertThat(why).endsWith("block the port instead"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "0", "systemd-resolve"})
    void accountsOfTheNetworkAreNotBlocked(String name) {
        assertThat(harm.refusal(SomeBlocks.user(name))).isPresent();
        assertThat(harm.refusal(SomeBlocks.user("zoe"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TCP, 53, true", "UDP, 53, true", "UDP, 67, true", "UDP, 547, true", "TCP, 445, false"})
    void namesAndAddressesAreNotBlockedForEverybody(Protocol protocol, int port, boolean refused) {
        assertThat(harm.refusal(BlockScope.ofPort(protocol, port)).isPresent()).isEqualTo(refused);
    }

    @Test
    void oneProgramMayLoseItsNames() {
        assertThat(harm.refusal(BlockScope.ofPort(Protocol.UDP, 53).withProgram("C:\\Tools\\tunnel.exe")))
                .isEmpty();
    }

    @Test
    void aBlockOfEverythingIsNoScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlockScope(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty()))
                .withMessageStartingWith("say what to block");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Windows\\System32\\curl.exe",
                "d:\\windows\\explorer.exe",
                "\\Device\\HarddiskVolume3\\Windows\\System32\\svchost.exe",
                "\\\\?\\C:\\Windows\\notepad.exe",
                "\\SystemRoot\\System32\\ntoskrnl.exe",
                "C:\\Program Files\\Windows Defender\\MsMpEng.exe",
                "C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18\\MsMpEng.exe"
            })
    void aUserCannotHaveAPartOfWindowsBlocked(String path) {
        assertThat(SelfHarm.refusalToUser(BlockScope.ofProgram(path)))
                .hasValueSatisfying(why -> assertThat(why).contains("a part of Windows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\Program Files\\Python312\\python.exe", "C:\\Tools\\pwsh.exe", "/usr/bin/python3.11"})
    void aUserCannotHaveAnInterpreterBlocked(String path) {
        assertThat(SelfHarm.refusalToUser(BlockScope.ofProgram(path)))
                .hasValueSatisfying(why -> assertThat(why).contains("runs other programs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Users\\eva\\AppData\\Local\\Temp\\dial.exe",
                "C:\\Users\\eva\\Windows\\dial.exe",
                "C:\\WindowsTools\\dial.exe",
                "/tmp/worm"
            })
    void aUserMayHaveAnyOtherProgramBlocked(String path) {
        assertThat(SelfHarm.refusalToUser(BlockScope.ofProgram(path))).isEmpty();
    }
}
