package org.synwarden.filter;

import java.util.List;
import java.util.stream.Stream;
import org.synwarden.net.Subnet;

/** The right side of a comparison. */
sealed interface Operand {
    /** Whether these values, of which there is at least one, compare so with it. */
    boolean matches(Operator operator, List<Value> values, FieldSource row);

    private static boolean matches(Operator operator, Stream<Integer> orders) {
        return operator.all() ? orders.allMatch(operator::fits) : orders.anyMatch(operator::fits);
    }

    /** A value that stands in the filter. */
    record Constant(Value value) implements Operand {
        @Override
        public boolean matches(Operator operator, List<Value> values, FieldSource row) {
            return Operand.matches(operator, values.stream().map(left -> left.compare(value)));
        }
    }

    /** A network: addresses are compared by its prefix only, so that those in it are equal to it. */
    record Network(Subnet subnet) implements Operand {
        @Override
        public boolean matches(Operator operator, List<Value> values, FieldSource row) {
            return Operand.matches(operator, values.stream().map(this::order));
        }

        private int order(Value left) {
            return ((Value.Ip) left).address().subnet(subnet.prefix()).base().compareTo(subnet.base());
        }
    }

    /** Another field of the same row. */
    record Other(Field field) implements Operand {
        @Override
        public boolean matches(Operator operator, List<Value> values, FieldSource row) {
            List<Value> right = row.values(field);
            return !right.isEmpty()
                    && Operand.matches(
                            operator,
                            values.stream().flatMap(left -> right.stream().map(left::compare)));
        }
    }
}
