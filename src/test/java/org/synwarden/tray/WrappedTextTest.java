package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import org.junit.jupiter.api.Test;

class WrappedTextTest {
    private static final String WORDS = "one word after another ".repeat(12);

    @Test
    void isAsHighAsItsWordsNeedAtItsWidth() {
        WrappedText narrow = new WrappedText(120);
        narrow.setText(WORDS);
        WrappedText wide = new WrappedText(480);
        wide.setText(WORDS);

        assertThat(narrow.getPreferredSize().width).isEqualTo(120);
        assertThat(narrow.getPreferredSize().height).isGreaterThan(2 * wide.getPreferredSize().height);
        narrow.fit(480);
        assertThat(narrow.getPreferredSize()).isEqualTo(wide.getPreferredSize());
    }

    @Test
    void keepsTheSizeThatALayoutGaveItWhenItIsMeasuredAgain() {
        WrappedText text = new WrappedText(120);
        text.setText(WORDS);
        text.setSize(100, 40);
        text.getPreferredSize();

        assertThat(text.getSize()).as("or it would be laid out without end").isEqualTo(new Dimension(100, 40));
    }
}
