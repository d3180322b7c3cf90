package org.synwarden.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object into maps, lists, texts, Booleans and numbers (Long where whole and in range, else Double),
 * leaving out nulls. Bounded in length, depth and number of values; used once.
 */
final class JsonTree {
    private static final int MAX_DEPTH = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(JsonCodec.MAX_LENGTH)
                    .build())
            .build();

    private int valuesLeft;

    JsonTree(int maxValues) {
        this.valuesLeft = maxValues;
    }

    Map<String, Object> parse(String text) throws ContractFormatException {
        if (text.length() > JsonCodec.MAX_LENGTH) {
            throw new ContractFormatException(
                    "more than " + JsonCodec.MAX_LENGTH + " characters in one object: " + text.length());
        }
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new ContractFormatException("not a JSON object");
            }
            Map<String, Object> members = object(in);
            if (in.nextToken() != null) {
                throw new ContractFormatException("more than one JSON object in one line");
            }
            return members;
        } catch (StreamConstraintsException tooLarge) {
            throw new ContractFormatException("deeper than " + MAX_DEPTH + " levels, or a number of absurd length");
        } catch (JacksonException malformed) {
            // Jackson's own message quotes the text, which may hold anything.
            int column = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getColumnNr();
            throw new ContractFormatException("not valid JSON near column " + column);
        }
    }

    private Map<String, Object> object(JsonParser in) throws ContractFormatException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            if (in.nextToken() != JsonToken.VALUE_NULL && members.put(name, value(in)) != null) {
                throw new ContractFormatException("a member stands there twice: " + PlainText.shown(name));
            }
        }
        return members;
    }

    private List<Object> array(JsonParser in) throws ContractFormatException {
        List<Object> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.VALUE_NULL) {
                values.add(value(in));
            }
        }
        return values;
    }

    private Object value(JsonParser in) throws ContractFormatException {
        if (--valuesLeft < 0) {
            throw new ContractFormatException("too many values in one object");
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT ->
                in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) in.getDoubleValue()
                        : (Object) in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new ContractFormatException("not valid JSON: " + in.currentToken());
        };
    }
}
