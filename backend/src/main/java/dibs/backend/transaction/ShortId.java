package dibs.backend.transaction;

import java.util.function.Predicate;

/** Ids that are short enough to be said aloud: a letter that says of what, a hyphen and the end of a longer id. */
public final class ShortId {
    private static final int SHORTEST = 5;
    private static final int TRIES = 20;

    private ShortId() {}

    /**
     * An id that nobody had: five characters behind the hyphen as a rule, and one more after each that is taken.
     *
     * @param take tries to have it; false where it is taken
     * @throws StoreException when all were taken, because the source repeats itself
     */
    public static String taken(char kind, IdSource ids, Predicate<String> take) {
        for (int length = SHORTEST; length < SHORTEST + TRIES; length++) {
            String id = ids.next();
            String shortened = kind + "-" + id.substring(Math.max(0, id.length() - length));
            if (take.test(shortened)) {
                return shortened;
            }
        }
        throw new StoreException("Every short id that was tried is taken: the source of ids repeats itself.", false);
    }
}
