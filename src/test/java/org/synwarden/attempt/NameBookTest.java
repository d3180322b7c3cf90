package org.synwarden.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.net.Address;

class NameBookTest {
    private static final Address HOST = Address.parse("192.168.1.5");

    @Test
    void anAnswerVouchesForADay() {
        NameBook book = new NameBook();
        Address server = Address.parse("203.0.113.7");
        book.resolved(HOST, "www.example.com", server, 0);
        assertThat(book.isNamed(HOST, server, TimeUnit.HOURS.toNanos(24))).isTrue();
        assertThat(book.isNamed(HOST, server, TimeUnit.HOURS.toNanos(24) + 1)).isFalse();
        assertThat(book.isNamed(Address.parse("192.168.1.6"), server, 1)).isFalse();
    }

    @Test
    void aFloodOfAnswersForgetsTheOldestAndNothingElse() {
        NameBook book = new NameBook();
        for (int i = 0; i <= NameBook.BOUND; i++) {
            book.resolved(HOST, "www.example.com", Address.ipv4(0x0B000000 + i), i);
        }
        assertThat(book.isNamed(HOST, Address.ipv4(0x0B000000), NameBook.BOUND)).isFalse();
        assertThat(book.isNamed(HOST, Address.ipv4(0x0B000001), NameBook.BOUND)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1-2-3-4.nip.io, 1.2.3.4, true",
        "a.1.2.3.4.sslip.io, 1.2.3.4, true",
        "magic-01020304.nip.io, 1.2.3.4, true",
        "2001-db8--1.sslip.io, 2001:db8::1, true",
        "www.example.com, 1.2.3.4, false"
    })
    void knowsANameThatSpellsItsAddress(String name, String address, boolean spells) {
        assertThat(NameBook.spells(name, Address.parse(address))).isEqualTo(spells);
    }
}
