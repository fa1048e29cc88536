package dibs.bot.platform.matrix.say;

/** Before whose eyes something is said. */
public enum Hearers {
    /** One person, in a direct room. */
    ONE,
    /** The members of a room that nobody else reads. */
    MEMBERS,
    /** Whoever comes by: anybody may join or read the room, or nobody knows whether they may. */
    ANYBODY
}
