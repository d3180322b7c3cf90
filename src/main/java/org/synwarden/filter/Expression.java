package org.synwarden.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A part of a filter that is true or false of a row. */
sealed interface Expression {
    /** Whether it is true of this row. */
    boolean matches(FieldSource row);

    /** Lets every row through. */
    record Everything() implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            return true;
        }
    }

    /** Whether all are true. */
    record And(List<Expression> parts) implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            return parts.stream().allMatch(part -> part.matches(row));
        }
    }

    /** Whether one is true at least. */
    record Or(List<Expression> parts) implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            return parts.stream().anyMatch(part -> part.matches(row));
        }
    }

    /** Whether an odd number of them is true. */
    record Xor(List<Expression> parts) implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            return parts.stream().filter(part -> part.matches(row)).count() % 2 == 1;
        }
    }

    /** Whether it is not true; so also where the fields it asks for are not there. */
    record Not(Expression part) implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            return !part.matches(row);
        }
    }

    /** Whether the row has the field. */
    record Exists(Field field) implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            return !row.values(field).isEmpty();
        }
    }

    /** Whether the values of a field compare so with others; never where either side has none. */
    record Comparison(Field field, Operator operator, Operand right) implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            List<Value> values = row.values(field);
            return !values.isEmpty() && right.matches(operator, values, row);
        }
    }

    /** Whether one of the field's values lies in one of the ranges. */
    record Membership(Field field, List<Range> ranges) implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            return row.values(field).stream()
                    .anyMatch(value -> ranges.stream().anyMatch(range -> range.holds(value, row)));
        }
    }

    /** Whether one of the field's texts passes the test. */
    record TextTest(Field field, Predicate<String> test) implements Expression {
        @Override
        public boolean matches(FieldSource row) {
            return row.values(field).stream()
                    .anyMatch(value -> value instanceof Value.Text text && test.test(text.text()));
        }
    }

    /**
     * A member of a set.
     *
     * @param high where the range ends; absent where {@code low} is the only value
     */
    record Range(Operand low, Optional<Operand> high) {
        boolean holds(Value value, FieldSource row) {
            List<Value> values = List.of(value);
            return high.isEmpty()
                    ? low.matches(Operator.ANY_EQUAL, values, row)
                    : low.matches(Operator.GREATER_OR_EQUAL, values, row)
                            && high.get().matches(Operator.LESS_OR_EQUAL, values, row);
        }
    }
}
