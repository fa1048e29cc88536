package dibs.backend.store;

import java.sql.SQLException;

/** What the two engines do not share. */
interface Dialect {
    /** The folder of its migrations. */
    String folder();

    /** What ends a query that locks the rows it finds; nothing where a writer has the whole file. */
    String rowLock();

    /** What went wrong, for people. */
    Fault fault(SQLException e);

    /**
     * What went wrong.
     *
     * @param sentence what to tell and what to do about it
     * @param later whether the same work may succeed later
     * @param again whether it is worth running it again at once
     */
    record Fault(String sentence, boolean later, boolean again) {
        static Fault lasting(String sentence) {
            return new Fault(sentence, false, false);
        }

        static Fault passing(String sentence) {
            return new Fault(sentence, true, false);
        }

        static Fault momentary(String sentence) {
            return new Fault(sentence, true, true);
        }
    }
}
