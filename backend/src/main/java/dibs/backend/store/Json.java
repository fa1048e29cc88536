package dibs.backend.store;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON and back. What has a sealed type names its record under {@code type}, by the simple name: a record may
 * move to another package, but not change its name while such JSON is kept.
 */
final class Json {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper mapper =
            JsonMapper.builder().annotationIntrospector(new SealedTypes()).build();

    <T> String write(T value, Class<T> type) {
        return mapper.writerFor(type).writeValueAsString(value);
    }

    /** What was written, as far as it is known today; parts that came later are absent. */
    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    String texts(Map<String, String> texts) {
        return mapper.writeValueAsString(texts);
    }

    Map<String, String> texts(String json) {
        return mapper.readValue(json, TEXTS);
    }

    /** The records of a sealed type, those of its sealed parts among them. */
    static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Json::records) : Stream.of(type);
    }
}
