package org.synwarden.filter;

import java.util.List;

/** A row that a filter can look at: it tells the values of fields. */
@FunctionalInterface
public interface FieldSource {
    /**
     * The values of the field in this row, of the kind that {@link Field#type()} names; none where the row has no such
     * field, several where it occurs more than once. For {@link FieldType#PROTOCOL} any value says that it is there.
     */
    List<Value> values(Field field);
}
