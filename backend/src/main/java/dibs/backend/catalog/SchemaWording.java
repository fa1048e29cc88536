package dibs.backend.catalog;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Says in plain words what a value lacks and what to write, with the help of the schema's own descriptions. */
final class SchemaWording {
    private static final int FEW = 9;
    private static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "integer", "a whole number",
            "number", "a number",
            "boolean", "true or false",
            "array", "a list",
            "object", "a mapping of keys to values",
            "null", "nothing");

    private final JsonNode schema;

    SchemaWording(JsonNode schema) {
        this.schema = schema;
    }

    /** The place to show for the error: of a key that should not be there, that key. */
    String place(String pointer, Error error) {
        return switch (error.getKeyword()) {
            case "additionalProperties", "propertyNames" -> Document.child(pointer, error.getProperty());
            default -> pointer;
        };
    }

    /** What is wrong, and what to write. */
    String sentence(String pointer, Error error) {
        String name = name(pointer);
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(pointer, error);
            case "propertyNames" ->
                error.getProperty() + " cannot be a key " + under(pointer) + ": it has to be "
                        + inWords(String.valueOf(error.getMessage()), error);
            case "required" ->
                name + "needs " + error.getProperty() + ":, which is missing: "
                        + described(parent(pointer(error.getSchemaLocation().getFragment())) + "/properties/"
                                + error.getProperty());
            case "type" ->
                name + "has to be " + types(error.getSchemaNode()) + ", and is " + type(error)
                        + (type(error).equals("text") ? "" : hint(error));
            case "enum" -> name + notOneOf(error);
            case "pattern" ->
                name + value(error) + " does not fit: write "
                        + described(parent(pointer(error.getSchemaLocation().getFragment())));
            case "uniqueItems" -> name + "has something twice: keep one of them";
            case "minLength", "minItems", "minProperties" -> name + "is empty: fill it in, or leave it out";
            case "maxLength" -> name + "is longer than " + error.getSchemaNode().asString() + " characters: shorten it";
            case "minimum" ->
                name + value(error) + " is too small: at least "
                        + error.getSchemaNode().asString();
            default -> name + error.getMessage();
        };
    }

    /** What is wrong where a value fits none of its forms. */
    String forms(String pointer, List<Error> errors) {
        Error first = errors.getFirst();
        String at = pointer(first.getSchemaLocation().getFragment());
        int choice = Math.max(at.lastIndexOf("/oneOf"), at.lastIndexOf("/anyOf"));
        Set<String> words = new LinkedHashSet<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("enum") || error.getKeyword().equals("const")) {
                words.addAll(texts(error.getSchemaNode()));
            }
        }
        String offered = words.isEmpty() ? "" : "; one form is " + String.join(", ", words);
        // A form given by reference lies elsewhere in the schema, so its parent is not the choice.
        String description = choice < 0 ? "one of its forms" : described(at.substring(0, choice));
        return name(pointer) + value(first) + " does not fit: " + description + offered;
    }

    private String unknownKey(String pointer, Error error) {
        String key = error.getProperty();
        List<String> known = new ArrayList<>(
                schema.at(parent(pointer(error.getSchemaLocation().getFragment())) + "/properties")
                        .propertyNames());
        if (known.contains(key + "_FILE")) {
            return key + " is a secret and stays out of this file: set it in the environment, or write " + key
                    + "_FILE: with the path of a file that holds it";
        }
        String suggestion = Suggestion.of(key, known);
        String offer = suggestion.isEmpty() && !known.isEmpty() && known.size() <= FEW
                ? "; known are " + String.join(", ", known)
                : suggestion;
        return key + ": is not known " + under(pointer) + offer;
    }

    private static String notOneOf(Error error) {
        List<String> allowed = texts(error.getSchemaNode());
        String given = error.getInstanceNode().asString("");
        return allowed.contains(given)
                ? given + " has to be in quotes: \"" + given + "\""
                : value(error) + " is not one of " + String.join(", ", allowed) + Suggestion.of(given, allowed);
    }

    private String inWords(String message, Error error) {
        int bracket = message.indexOf("[\"");
        return bracket >= 0 && error.getArguments().length > 1
                ? "one of "
                        + message.substring(bracket + 1, message.length() - 1).replace("\"", "")
                : described(pointer(error.getSchemaLocation().getFragment()));
    }

    private String described(String schemaPointer) {
        JsonNode at = schema.at(schemaPointer);
        String description = at.path("description").asString("");
        if (description.isEmpty() && at.has("$ref")) {
            description = schema.at(at.path("$ref").asString("").substring(1))
                    .path("description")
                    .asString("");
        }
        if (description.isEmpty()) {
            return "something else";
        }
        String sentence = description.endsWith(".") ? description.substring(0, description.length() - 1) : description;
        boolean acronym = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
        return acronym ? sentence : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String under(String pointer) {
        return pointer.isEmpty() ? "at the top" : "in " + name(pointer).replace(": ", "");
    }

    /** The last words of the pointer, with a colon: {@code urls.public: }. */
    private static String name(String pointer) {
        String[] parts = pointer.split("/");
        List<String> words = new ArrayList<>();
        for (int index = parts.length - 1; index > 0 && words.size() < 2; index--) {
            words.addFirst(parts[index].replace("~1", "/").replace("~0", "~"));
            if (!words.getFirst().matches("\\d+")) {
                break;
            }
        }
        if (words.isEmpty()) {
            return "the file ";
        }
        if (words.size() == 2 && words.getLast().matches("\\d+")) {
            return words.getFirst() + " (entry " + (Integer.parseInt(words.getLast()) + 1) + "): ";
        }
        return String.join(".", words) + ": ";
    }

    private static String value(Error error) {
        JsonNode value = error.getInstanceNode();
        return value.isValueNode() ? "\"" + value.asString("") + "\"" : value.isArray() ? "a list" : "a mapping";
    }

    private static String hint(Error error) {
        boolean quotes = error.getInstanceNode().isValueNode()
                && texts(error.getSchemaNode()).contains("string");
        return quotes ? ": put it in quotes" : "";
    }

    private static String type(Error error) {
        JsonNode value = error.getInstanceNode();
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            case NULL, MISSING -> "empty";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            default -> "text";
        };
    }

    private static String types(JsonNode types) {
        return String.join(
                " or ",
                texts(types).stream()
                        .map(type -> TYPES.getOrDefault(type, type))
                        .toList());
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(item -> item.asString(""))
                        .toList()
                : List.of(node.asString(""));
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    /** The path as a JSON pointer. */
    static String pointer(NodePath path) {
        String pointer = "";
        for (int index = 0; index < path.getNameCount(); index++) {
            pointer = Document.child(pointer, String.valueOf(path.getElement(index)));
        }
        return pointer;
    }
}
