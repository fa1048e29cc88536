package dibs.backend.intake;

import java.time.Instant;

/** Something that is remembered of a room: a value, and since when. */
public record RoomNote(String value, Instant at) {}
