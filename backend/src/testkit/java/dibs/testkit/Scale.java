package dibs.testkit;

/** How much a test does: little in every build, much in a soak. jqwik's own numbers are in the root pom. */
public final class Scale {
    private Scale() {}

    /** The first number, or the second one with {@code -Ddibs.scale=soak}. */
    public static int of(int small, int soak) {
        return System.getProperty("dibs.scale", "small").equals("soak") ? soak : small;
    }
}
