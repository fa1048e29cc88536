package dibs.backend.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Reads off the language what annotations would say: which records a sealed type has. The rules stay free of JSON. */
final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final JsonTypeInfo.Value NAMED = JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true, null);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return sealed(annotated) ? NAMED : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        return sealed(annotated)
                ? Json.records(annotated.getRawType())
                        .map(record -> new NamedType(record, record.getSimpleName()))
                        .toList()
                : super.findSubtypes(config, annotated);
    }

    /** A property's own declaration says nothing; its class does. */
    private static boolean sealed(Annotated annotated) {
        return annotated.getAnnotated() instanceof Class<?> type && type.isInterface() && type.isSealed();
    }
}
