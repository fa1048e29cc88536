package dibs.backend.transaction;

/** The store broke: the file cannot be read, the server is gone, a promise of the schema was violated. */
public final class StoreException extends RuntimeException {
    private final boolean retryable;

    /**
     * @param message one sentence for the log and, at start, for the person at the terminal
     * @param retryable whether the same work may succeed when tried again later
     */
    public StoreException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /**
     * @param message one sentence for the log and, at start, for the person at the terminal
     * @param retryable whether the same work may succeed when tried again later
     */
    public StoreException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /** Whether the same work may succeed when tried again later. */
    public boolean retryable() {
        return retryable;
    }
}
