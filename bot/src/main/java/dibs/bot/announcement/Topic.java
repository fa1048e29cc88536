package dibs.bot.announcement;

import dibs.backend.announcement.PostedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Something that homes are told about, by messages that show its state. */
public interface Topic {
    /** What there is to be told at that moment; read once for all homes. */
    Look look(Instant now);

    /** What is true at one moment. */
    @FunctionalInterface
    interface Look {
        /**
         * The messages that should be there.
         *
         * @param posted those that still change, by key; of any topic
         */
        List<Wanted> in(Readership readers, Map<String, PostedMessage> posted);
    }
}
