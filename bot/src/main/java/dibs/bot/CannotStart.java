package dibs.bot;

/** Nothing was started; the message is for the person at the terminal, with what to do. */
final class CannotStart extends RuntimeException {
    private final int exitCode;

    CannotStart(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
