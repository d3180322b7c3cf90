package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a click may open in the browser: foreign words stay words. */
class WebAddressTest {
    @Test
    void searchesForForeignWordsAsWords() {
        assertThat(WebAddress.search("a&b=c \"日本\".exe#x?").uri())
                .hasToString("https://duckduckgo.com/?q=a%26b%3Dc+%22%E6%97%A5%E6%9C%AC%22.exe%23x%3F");
        assertThat(WebAddress.search("x".repeat(5_000)).uri().toString()).hasSizeLessThan(300);
    }

    @Test
    void asksVirusTotalByHashOnly() {
        String hash = "ab".repeat(32);
        assertThat(WebAddress.virusTotal(hash).uri()).hasToString("https://www.virustotal.com/gui/file/" + hash);
        assertThatIllegalArgumentException().isThrownBy(() -> WebAddress.virusTotal("C:\\secret.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/", "file:///C:/x.exe", "calc.exe", "https:x", "https://u:p@example.org/"})
    void opensPagesOfTheWebOnly(String other) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebAddress(URI.create(other)));
    }
}
