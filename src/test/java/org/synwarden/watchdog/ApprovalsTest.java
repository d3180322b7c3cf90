package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.control.RequestException;
import org.synwarden.detect.Exemptions;

class ApprovalsTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    private Path root;

    private boolean trusted = true;

    private Approvals approvals() {
        return new Approvals(root.resolve("data"), file -> trusted, () -> 1_767_225_600_000_000_000L);
    }

    private Path file() {
        return root.resolve("data").resolve("approvals.json");
    }

    @Test
    void anApprovalIsKeptForTheNextStartAndTakenBack() throws RequestException {
        ApprovalObject approval = approvals().approve(order("/usr/sbin/scanner", HASH));
        assertThat(approvals().all()).containsExactly(approval);
        assertThat(approvals().changed())
                .hasValueSatisfying(exempt -> assertThat(exempt.approvals()).hasSize(1));

        approvals().disapprove(approval.id());
        assertThat(approvals().all()).isEmpty();
        assertThat(root.resolve("data"))
                .isDirectoryContaining("glob:**/approvals.json")
                .isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whatAnotherProcessApprovesIsHeardOfOnce() throws RequestException {
        Approvals watching = approvals();
        assertThat(watching.changed()).isEmpty();
        approvals().approve(order("/usr/sbin/scanner", HASH));
        assertThat(watching.changed()).isPresent();
        assertThat(watching.changed()).isEmpty();
    }

    @Test
    void aNewVersionOfAProgramTakesThePlaceOfTheFormer() throws RequestException {
        approvals().approve(order("/usr/sbin/scanner", HASH));
        ApprovalObject newer = approvals().approve(order("/usr/sbin/scanner", "f".repeat(64)));
        assertThat(approvals().all()).containsExactly(newer);
    }

    @Test
    void anInterpreterIsApprovedOnlyWithWhatItRuns() throws RequestException {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> approvals().approve(order("/usr/bin/python3.11", HASH)))
                .withMessage("not approved: python3.11 runs other programs; approve it together with the script or jar"
                        + " that it runs");
        approvals()
                .approve(new ApprovalOrder(
                        "/usr/bin/python3.11", HASH, Optional.of("/opt/scan.py"), Optional.of(HASH), false));
        assertThat(approvals().all()).hasSize(1);
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> approvals().approve(order("/usr/sbin/scanner", "none")))
                .withMessage("not approved: a SHA-256 has 64 lower-case hexadecimal digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"event\":\"rules\"}",
                "{\"event\":\"approvals\",\"approvals\":[{\"event\":\"approval\",\"id\":\"A1\",\"path\":\"/a\"}]}",
                "{\"event\":\"approvals\",\"approvals\":[{\"event\":\"approval\",\"id\":\"A1\",\"path\":\"/usr/bin/python3\","
                        + "\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\","
                        + "\"approvedAt\":\"2026-01-01T00:00:00Z\"}]}"
            })
    void aDamagedFileIsSetAsideAndToldAndNothingIsApproved(String text) throws IOException, RequestException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        Approvals watching = approvals();
        assertThat(watching.changed()).contains(Exemptions.NONE);
        assertThat(watching.fault())
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("the approvals were damaged")
                        .endsWith("nothing is approved; approve again"));
        assertThat(file()).doesNotExist();
        assertThat(file().resolveSibling("approvals.json.damaged")).hasContent(text);

        approvals().approve(order("/usr/sbin/scanner", HASH));
        assertThat(watching.changed())
                .hasValueSatisfying(exempt -> assertThat(exempt.approvals()).hasSize(1));
        assertThat(watching.fault()).isEmpty();
    }

    @Test
    void aFileThatOthersCouldHaveWrittenIsNotBelieved() throws RequestException {
        approvals().approve(order("/usr/sbin/scanner", HASH));
        trusted = false;
        Approvals watching = approvals();
        assertThat(watching.changed()).contains(Exemptions.NONE);
        assertThat(watching.fault())
                .hasValueSatisfying(why -> assertThat(why).startsWith("others than administrators could have written"));
        assertThat(file()).as("left for whoever looks into it").exists();
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> approvals().approve(order("/usr/sbin/other", HASH)));
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Files.writeString(root.resolve("data"), "in the way");
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> approvals().approve(order("/usr/sbin/scanner", HASH)))
                .withMessageStartingWith("the approvals cannot be written: ")
                .withMessageEndingWith("run as administrator (on Linux as root)");
    }

    private static ApprovalOrder order(String path, String hash) {
        return new ApprovalOrder(path, hash, Optional.empty(), Optional.empty(), false);
    }
}
