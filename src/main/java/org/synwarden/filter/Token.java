package org.synwarden.filter;

import org.synwarden.contract.PlainText;

/**
 * A piece of a filter.
 *
 * @param text the operator, the word, or what the quotes hold
 * @param offset where it begins in the filter
 */
record Token(Kind kind, String text, int offset) {
    /** What sort of piece. */
    enum Kind {
        /** A name, number, address, or operator in letters. */
        WORD,
        /** A text in quotes. */
        TEXT,
        /** Punctuation. */
        SYMBOL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end" : PlainText.shown(text);
    }
}
