package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharePathTest {
    @ParameterizedTest
    @CsvSource({
        "\\Device\\Mup\\10.1.2.3\\share, 10.1.2.3",
        "\\Device\\Mup\\10.1.2.3, 10.1.2.3",
        "\\DEVICE\\MUP\\10.1.2.3\\IPC$, 10.1.2.3",
        "\\Device\\Mup\\;LanmanRedirector\\;X:0000000000012345\\10.1.2.3\\share\\a.txt, 10.1.2.3",
        "\\Device\\Mup\\;LanmanRedirector\\files.corp.example\\share, files.corp.example",
        "\\Device\\Mup\\FILES\\share\\Zoë.txt, files",
        "\\Device\\Mup\\2001-db8--7.ipv6-literal.net\\share, 2001:db8::7",
        "\\Device\\Mup\\FE80--1S4.IPv6-Literal.net\\share, fe80::1%4",
    })
    void theHostOfAShareIsInThePath(String path, String host) {
        assertThat(SharePath.host(path)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\Device\\Mup",
                "\\Device\\Mup\\",
                "\\Device\\Mup\\\\share",
                "\\Device\\Mup\\;LanmanRedirector\\;X:0000000000012345",
                "\\Device\\Mup\\.ipv6-literal.net\\share",
                "\\Device\\MupX\\10.1.2.3",
                "\\Device\\HarddiskVolume3\\Device\\Mup\\10.1.2.3",
                "\\Device\\NamedPipe\\x",
                "\\Device\\Mup\\example.com@SSL@8443\\DavWWWRoot",
            })
    void whatIsNoShareOfAnotherHostHasNone(String path) {
        assertThat(SharePath.host(path)).isEmpty();
    }

    @Test
    void aNameThatNoHostCanHaveIsNone() {
        assertThat(SharePath.host("\\Device\\Mup\\" + "a".repeat(255) + "\\share"))
                .isPresent();
        assertThat(SharePath.host("\\Device\\Mup\\" + "a".repeat(256) + "\\share"))
                .isEmpty();
    }
}
