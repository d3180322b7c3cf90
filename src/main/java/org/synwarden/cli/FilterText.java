package org.synwarden.cli;

import org.synwarden.filter.Filter;
import org.synwarden.filter.FilterException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a display filter from the command line. */
final class FilterText implements ITypeConverter<Filter> {
    @Override
    public Filter convert(String text) {
        try {
            return Filter.parse(text);
        } catch (FilterException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
