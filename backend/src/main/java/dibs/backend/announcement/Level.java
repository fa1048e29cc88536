package dibs.backend.announcement;

/** How much of a kind is announced. */
public enum Level {
    /** One message, edited in place. */
    BOARD,
    /** A message each, edited through its life. */
    EACH,
    /** Nothing. */
    OFF
}
