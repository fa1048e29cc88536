package dibs.backend.transaction;

/** Where new ids come from: random in the program, counting in tests. */
@FunctionalInterface
public interface IdSource {
    /** An id that was never given before: lower-case letters and digits. */
    String next();
}
