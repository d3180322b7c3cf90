package org.synwarden.filter;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a filter by recursive descent. Binding from loose to tight: {@code or}, {@code xor}, {@code and}, {@code not},
 * comparison. Used once.
 */
final class Parser {
    private final List<Token> tokens;
    private final Relations relations;
    private int at;
    private int depth;

    Parser(String text, ZoneId zone) throws FilterException {
        tokens = new Lexer(text).tokens();
        relations = new Relations(this, new Literals(zone));
    }

    Expression parse() throws FilterException {
        Expression expression = or();
        if (peek().kind() != Token.Kind.END) {
            throw unexpected(peek(), "'and', 'or' or the end");
        }
        return expression;
    }

    private Expression or() throws FilterException {
        return chain(this::xor, "||", "or", Expression.Or::new);
    }

    private Expression xor() throws FilterException {
        return chain(this::and, "^^", "xor", Expression.Xor::new);
    }

    private Expression and() throws FilterException {
        return chain(this::not, "&&", "and", Expression.And::new);
    }

    private Expression chain(Part part, String symbol, String word, Function<List<Expression>, Expression> joined)
            throws FilterException {
        List<Expression> parts = new ArrayList<>();
        parts.add(part.parse());
        while (accept(symbol, word)) {
            parts.add(part.parse());
        }
        return parts.size() == 1 ? parts.get(0) : joined.apply(List.copyOf(parts));
    }

    private Expression not() throws FilterException {
        Token first = peek();
        boolean negated = accept("!", "not");
        if (!negated && !first.isSymbol("(")) {
            return relations.parse();
        }
        if (++depth > Filter.DEEPEST) {
            throw new FilterException(
                    first.offset(), "more than " + Filter.DEEPEST + " parentheses or negations within each other");
        }
        Expression inner = negated ? new Expression.Not(not()) : parenthesised();
        depth--;
        return inner;
    }

    private Expression parenthesised() throws FilterException {
        Token open = next();
        Expression inner = or();
        if (!accept(")", ")")) {
            throw peek().kind() == Token.Kind.END
                    ? new FilterException(open.offset(), "this parenthesis is never closed")
                    : unexpected(peek(), "')'");
        }
        return inner;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The next token; the end is never passed. */
    Token next() {
        return tokens.get(peek().kind() == Token.Kind.END ? at : at++);
    }

    boolean accept(String symbol, String word) {
        boolean here = peek().isSymbol(symbol) || peek().isWord(word);
        at += here ? 1 : 0;
        return here;
    }

    static FilterException unexpected(Token token, String wanted) {
        return new FilterException(token.offset(), wanted + " is wanted here, not " + token.shown());
    }

    /** A level of the grammar. */
    private interface Part {
        Expression parse() throws FilterException;
    }
}
