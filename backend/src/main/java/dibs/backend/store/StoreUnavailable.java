package dibs.backend.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened. The message is one sentence for the person at the terminal, with what to do about it. */
public final class StoreUnavailable extends RuntimeException {
    StoreUnavailable(String message) {
        this(message, null);
    }

    /** Without a stack: where the program stood says nothing about a file's permissions. */
    StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
