package org.synwarden.platform.linux.unixsocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.control.Caller;

class AccountNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, SERVICE",
        "999, SERVICE",
        "1000, INTERACTIVE",
        "60000, INTERACTIVE",
        "61184, SERVICE",
        "65519, SERVICE",
        "65534, SERVICE",
        "65535, SERVICE",
        "1854000123, INTERACTIVE",
        "DOMAIN\\zoe, OTHER"
    })
    void numbersTellPeopleFromServices(String number, Caller.Logon logon) {
        assertThat(AccountNumber.logon(number)).isEqualTo(logon);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theNameServiceKnowsTheNumber() {
        assertThat(AccountNumber.of("root")).isEqualTo("0");
        assertThat(AccountNumber.of("daemon")).isEqualTo("1");
        assertThat(AccountNumber.of("4000000")).isEqualTo("4000000");
    }
}
