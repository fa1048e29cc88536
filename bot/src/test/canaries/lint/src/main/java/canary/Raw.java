package canary;

import java.util.List;

/** Earns a warning of the compiler's own, which is an error here. */
public final class Raw {
    private Raw() {}

    public static int size(List raw) {
        return raw.size();
    }
}
