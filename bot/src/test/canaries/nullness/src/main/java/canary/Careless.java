package canary;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Follows what may be null. */
@NullMarked
public final class Careless {
    private Careless() {}

    public static int length(@Nullable String text) {
        return text.length();
    }
}
