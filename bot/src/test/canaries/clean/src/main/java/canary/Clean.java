package canary;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Breaks no guard: what the others fail by is their own doing. */
@NullMarked
public final class Clean {
    private Clean() {}

    public static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
