package org.synwarden.filter;

import java.util.ArrayList;
import java.util.List;
import org.synwarden.contract.PlainText;

/** Cuts a filter into tokens. */
final class Lexer {
    private static final List<String> SYMBOLS = List.of(
            "===", "!==", "==", "!=", ">=", "<=", "&&", "||", "^^", "..", ">", "<", "!", "~", "(", ")", "{", "}", ",");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** All of them; the last is {@link Token.Kind#END}. */
    List<Token> tokens() throws FilterException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"') {
                add(Token.Kind.TEXT, new QuotedText(text, at, false));
            } else if ((c == 'r' || c == 'R') && text.startsWith("\"", at + 1)) {
                add(Token.Kind.TEXT, new QuotedText(text, at + 1, true));
            } else if (isWordPart(c) && !text.startsWith("..", at)) {
                word();
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", at));
        return tokens;
    }

    private void add(Token.Kind kind, QuotedText quoted) throws FilterException {
        String value = quoted.read();
        tokens.add(new Token(kind, value, at));
        at = quoted.end();
    }

    private void word() {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end)) && !text.startsWith("..", end)) {
            end++;
        }
        tokens.add(new Token(Token.Kind.WORD, text.substring(at, end), at));
        at = end;
    }

    private void symbol() throws FilterException {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                tokens.add(new Token(Token.Kind.SYMBOL, symbol, at));
                at += symbol.length();
                return;
            }
        }
        String written = PlainText.shown(text.substring(at, at + 1));
        String hint = switch (text.charAt(at)) {
            case '=' -> "; did you mean == ?";
            case '&' -> "; did you mean && ? Bit tests are not known: ask tcp.flags.syn == 1";
            case '|' -> "; did you mean || ?";
            case '^' -> "; did you mean ^^ ?";
            case '\'' -> "; texts stand in double quotes";
            default -> "; texts with such characters stand in double quotes";
        };
        throw new FilterException(at, written + " means nothing here" + hint);
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_.:/%+-".indexOf(c) >= 0;
    }
}
