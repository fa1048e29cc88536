package dibs.backend.catalog;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads one YAML document. It goes by events, not by the library's tree: so depth is bounded before anything is built,
 * and a key given twice is a fault with a line. Anchors, aliases and tags are refused: nothing here needs them, and
 * they let a small file grow without bound.
 */
final class YamlReader {
    static final int MAX_CODE_POINTS = 5_000_000;
    private static final int MAX_DEPTH = 24;

    private final String file;
    private final List<Fault> faults;
    private final Map<String, Integer> lines = new HashMap<>();
    private final ScalarResolver resolver = new CoreSchema().getScalarResolver();
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    private YamlReader(String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The document, or nothing where it cannot be read; what is wrong with it is added to the faults. */
    static Optional<Document> read(String file, String text, List<Fault> faults) {
        YamlReader reader = new YamlReader(file, faults);
        try {
            return reader.document(text);
        } catch (Unreadable unreadable) {
            faults.add(unreadable.fault);
        } catch (MarkedYamlEngineException malformed) {
            faults.add(reader.malformed(malformed));
        } catch (YamlEngineException unreadable) {
            faults.add(new Fault(file, 0, "is not YAML: " + firstLine(unreadable)));
        }
        return Optional.empty();
    }

    private Optional<Document> document(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_CODE_POINTS)
                .build();
        Iterator<Event> events = new Parse(settings).parseString(text).iterator();
        events.next(); // the stream's start
        if (events.next().getEventId() != Event.ID.DocumentStart) {
            faults.add(new Fault(file, 0, "is empty: write a section such as settings: or catalog:, or leave it out"));
            return Optional.empty();
        }
        JsonNode root = value(events.next(), events, "", 0);
        events.next(); // the document's end
        Event last = events.next();
        if (last.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(
                    fault(last, "a second document begins here: one file holds one, so remove the line ---"));
        }
        return Optional.of(new Document(file, root, lines));
    }

    private JsonNode value(Event event, Iterator<Event> events, String pointer, int depth) {
        lines.putIfAbsent(pointer, line(event));
        if (depth > MAX_DEPTH) {
            throw new Unreadable(fault(event, "is nested more than " + MAX_DEPTH + " levels deep"));
        }
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw new Unreadable(
                    fault(event, "anchors (&) and aliases (*) are not read here: write the value out, or quote it"));
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent mapping -> mapping(mapping, events, pointer, depth);
            case CollectionStartEvent sequence -> sequence(sequence, events, pointer, depth);
            default -> throw new Unreadable(fault(event, "a value is missing here"));
        };
    }

    private JsonNode mapping(MappingStartEvent start, Iterator<Event> events, String pointer, int depth) {
        refuseTag(start, start.getTag());
        var object = json.objectNode();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(event instanceof ScalarEvent scalar)) {
                throw new Unreadable(fault(event, "a key is one word or a quoted text"));
            }
            String key = scalar.getValue();
            String child = Document.child(pointer, key);
            Integer before = lines.putIfAbsent(child, line(scalar));
            JsonNode value = value(events.next(), events, child, depth + 1);
            if (before == null) {
                object.set(key, value);
            } else {
                faults.add(fault(scalar, key + " is given a second time, after line " + before + ": keep one of them"));
            }
            event = events.next();
        }
        return object;
    }

    private JsonNode sequence(CollectionStartEvent start, Iterator<Event> events, String pointer, int depth) {
        refuseTag(start, start.getTag());
        var array = json.arrayNode();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            array.add(value(event, events, Document.child(pointer, array.size()), depth + 1));
            event = events.next();
        }
        return array;
    }

    private JsonNode scalar(ScalarEvent scalar) {
        refuseTag(scalar, scalar.getTag());
        String text = scalar.getValue();
        Tag tag = scalar.isPlain() ? resolver.resolve(text, true) : Tag.STR;
        if (tag.equals(Tag.NULL)) {
            return json.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return json.booleanNode(text.equalsIgnoreCase("true"));
        } else if (tag.equals(Tag.INT) && text.matches("[-+]?[0-9]{1,40}")) {
            BigInteger number = new BigInteger(text);
            return number.bitLength() < Integer.SIZE ? json.numberNode(number.intValue()) : json.numberNode(number);
        } else if (tag.equals(Tag.FLOAT) && text.matches("[-+]?[0-9]{1,20}\\.[0-9]{1,20}")) {
            return json.numberNode(Double.parseDouble(text));
        }
        return json.stringNode(text);
    }

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw new Unreadable(fault(event, "tags (!) are not read here: write the plain value, or quote it"));
        }
    }

    private Fault malformed(MarkedYamlEngineException malformed) {
        Optional<Mark> mark = malformed.getProblemMark().or(malformed::getContextMark);
        String context = malformed.getContext() == null ? "" : malformed.getContext() + ", ";
        int line = mark.map(Mark::getLine).orElse(-1) + 1;
        return new Fault(file, line, "is not YAML: " + context + malformed.getProblem());
    }

    private Fault fault(Event event, String message) {
        return new Fault(file, line(event), message);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static String firstLine(YamlEngineException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** Reading cannot go on. Stays inside this class. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Unreadable(Fault fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }
    }
}
