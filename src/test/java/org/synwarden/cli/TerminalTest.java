package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void aProgramsNameCannotMoveTheCursorOrForgeALine() {
        String evil = "a\u001b[2Jb\nRED scan\u0085c\u2028d\u202ee\u007f";
        assertThat(Terminal.plain(evil)).isEqualTo("a?[2Jb?RED scan?c?d?e?");
    }

    @Test
    void ordinaryNamesStayAsTheyAre() {
        assertThat(Terminal.plain("C:\\Programme\\メモ帳 ü\\x.exe")).isEqualTo("C:\\Programme\\メモ帳 ü\\x.exe");
    }
}
