package dibs.backend.connection;

import dibs.backend.announcement.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The port to what is in the way and what was told of it; part of a transaction. */
public interface TroubleRows {
    /** The conversations that take no announcements, each once, in order. */
    List<Closed> closed();

    /** What is on its way to persons. */
    Queue queue();

    /** The keys of the troubles that were told and are not noted as mended, and when they were told. */
    Map<String, Instant> told();

    /** Notes that the trouble was told; false where that is noted already, by whatever process. */
    boolean tell(Trouble trouble, Instant now);

    /** Notes that the trouble is mended: it is told again should it come back. */
    void mended(String key);

    /**
     * A conversation that takes nothing.
     *
     * @param sentence why, and what to do
     */
    record Closed(ConversationId conversation, String sentence) {}
}
