package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.respond.ResponseException;

class PackageIdTest {
    /** As Windows names the container of Edge. */
    private static final String EDGE =
            "S-1-15-2-3624051433-2125758914-1423191267-1740899205-1073925389-3782572162-737981194";

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft.MicrosoftEdge_8wekyb3d8bbwe", "microsoft.microsoftedge_8wekyb3d8bbwe", EDGE})
    void isTheContainersSecurityId(String app) throws ResponseException {
        assertThat(PackageId.of(app)).isEqualTo(EDGE);
    }

    @Test
    void ofWhatIsNoAppIsRefused() {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> PackageId.of("Edge"))
                .withMessageContaining("Get-AppxPackage");
    }
}
