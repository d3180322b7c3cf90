package org.synwarden.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is asked of one field: that it is there, a comparison, {@code contains}, {@code matches}, {@code in}. */
final class Relations {
    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("==", Operator.ANY_EQUAL),
            Map.entry("eq", Operator.ANY_EQUAL),
            Map.entry("any_eq", Operator.ANY_EQUAL),
            Map.entry("===", Operator.ALL_EQUAL),
            Map.entry("all_eq", Operator.ALL_EQUAL),
            Map.entry("!=", Operator.ALL_NOT_EQUAL),
            Map.entry("ne", Operator.ALL_NOT_EQUAL),
            Map.entry("all_ne", Operator.ALL_NOT_EQUAL),
            Map.entry("!==", Operator.ANY_NOT_EQUAL),
            Map.entry("any_ne", Operator.ANY_NOT_EQUAL),
            Map.entry(">", Operator.GREATER),
            Map.entry("gt", Operator.GREATER),
            Map.entry("<", Operator.LESS),
            Map.entry("lt", Operator.LESS),
            Map.entry(">=", Operator.GREATER_OR_EQUAL),
            Map.entry("ge", Operator.GREATER_OR_EQUAL),
            Map.entry("<=", Operator.LESS_OR_EQUAL),
            Map.entry("le", Operator.LESS_OR_EQUAL));

    private final Parser parser;
    private final Literals literals;

    Relations(Parser parser, Literals literals) {
        this.parser = parser;
        this.literals = literals;
    }

    Expression parse() throws FilterException {
        Token name = parser.next();
        Field field = field(name);
        Token operator = parser.peek();
        Optional<Operator> comparison = operator.kind() == Token.Kind.TEXT
                ? Optional.empty()
                : Optional.ofNullable(OPERATORS.get(operator.text()));
        if (comparison.isPresent()) {
            parser.next();
            hasValues(field, name);
            return new Expression.Comparison(field, comparison.get(), operand(field));
        }
        if (parser.accept("contains", "contains")) {
            hasText(field, operator);
            String part = word(field).text();
            return new Expression.TextTest(field, text -> text.contains(part));
        }
        if (parser.accept("~", "matches")) {
            hasText(field, operator);
            return new Expression.TextTest(field, TextPattern.of(quoted()));
        }
        return membership(field, name);
    }

    private Expression membership(Field field, Token name) throws FilterException {
        if (parser.accept("in", "in")) {
            return members(field, name);
        }
        if (parser.accept("not", "not")) {
            if (!parser.accept("in", "in")) {
                throw Parser.unexpected(parser.peek(), "'in'");
            }
            return new Expression.Not(members(field, name));
        }
        return new Expression.Exists(field);
    }

    private Expression members(Field field, Token name) throws FilterException {
        hasValues(field, name);
        if (!parser.accept("{", "{")) {
            throw Parser.unexpected(parser.peek(), "a set such as {80 443}");
        }
        List<Expression.Range> ranges = new ArrayList<>();
        do {
            Operand low = operand(field);
            Optional<Operand> high = parser.accept("..", "..") ? Optional.of(operand(field)) : Optional.empty();
            ranges.add(new Expression.Range(low, high));
            parser.accept(",", ",");
        } while (!parser.accept("}", "}"));
        return new Expression.Membership(field, List.copyOf(ranges));
    }

    private static Field field(Token token) throws FilterException {
        if (token.kind() != Token.Kind.WORD) {
            throw Parser.unexpected(token, "a field such as tcp.port");
        }
        return Field.named(token.text())
                .orElseThrow(() -> new FilterException(
                        token.offset(),
                        token.shown() + " is not a field"
                                + Field.like(token.text())
                                        .map(meant -> "; did you mean " + meant.fieldName() + "?")
                                        .orElse(" that is known here")));
    }

    private static void hasValues(Field field, Token name) throws FilterException {
        if (field.type() == FieldType.PROTOCOL) {
            throw new FilterException(
                    name.offset(), name.shown() + " is a protocol: it is there or not and has no value to compare");
        }
    }

    private static void hasText(Field field, Token operator) throws FilterException {
        if (field.type() != FieldType.TEXT) {
            throw new FilterException(
                    operator.offset(),
                    operator.shown() + " asks for a text, and " + field.fieldName() + " is " + field.type());
        }
    }

    private Operand operand(Field field) throws FilterException {
        Token token = word(field);
        Optional<Field> other = token.kind() == Token.Kind.WORD ? Field.named(token.text()) : Optional.empty();
        if (other.isEmpty()) {
            return literals.read(field, token);
        }
        if (other.get().type() != field.type()) {
            throw new FilterException(
                    token.offset(),
                    field.fieldName() + " is " + field.type() + ", but " + token.text() + " is "
                            + other.get().type());
        }
        return new Operand.Other(other.get());
    }

    private Token word(Field field) throws FilterException {
        Token token = parser.next();
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.TEXT) {
            throw Parser.unexpected(token, field.type().toString());
        }
        return token;
    }

    private Token quoted() throws FilterException {
        Token token = parser.next();
        if (token.kind() != Token.Kind.TEXT) {
            throw Parser.unexpected(token, "a regular expression in double quotes");
        }
        return token;
    }
}
