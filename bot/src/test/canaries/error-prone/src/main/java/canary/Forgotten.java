package canary;

/** Makes an exception and forgets to throw it. */
public final class Forgotten {
    private Forgotten() {}

    public static void check(int size) {
        if (size < 0) {
            new IllegalArgumentException("negative");
        }
    }
}
