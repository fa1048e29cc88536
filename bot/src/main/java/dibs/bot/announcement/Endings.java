package dibs.bot.announcement;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.PostedMessage;
import dibs.bot.reply.Block;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The messages of a topic that are over: each says what came of it, if there is anything to say, and is then left alone. */
final class Endings {
    private final Announcements announcements;
    private final List<String> prefixes;

    /**
     * @param prefixes what the keys of the topic's messages begin with
     */
    Endings(Announcements announcements, String... prefixes) {
        this.announcements = announcements;
        this.prefixes = List.of(prefixes);
    }

    /**
     * Leaves those alone that are over: they stay as they are.
     *
     * @param posted messages of any topic that still change, by key
     * @param over whether a message of that key is
     */
    void close(Map<String, PostedMessage> posted, Predicate<String> over, Instant now) {
        last(posted, over, key -> Optional.empty(), now);
    }

    /**
     * What those are to say that are over; what says so already is left alone.
     *
     * @param words what a message of that key says in the end; nothing: it stays as it is
     */
    List<Wanted> last(
            Map<String, PostedMessage> posted,
            Predicate<String> over,
            Function<String, Optional<Block>> words,
            Instant now) {
        return posted.values().stream()
                .filter(message -> prefixes.stream().anyMatch(message.key()::startsWith) && over.test(message.key()))
                .flatMap(message -> last(message, words, now).stream())
                .toList();
    }

    private Optional<Wanted> last(PostedMessage message, Function<String, Optional<Block>> words, Instant now) {
        Optional<Wanted> wanted = words.apply(message.key())
                .map(block -> new Wanted(message.key(), List.of(block), false))
                .filter(it -> !message.digest().equals(Optional.of(it.digest())));
        if (wanted.isEmpty()) {
            announcements.note(rows -> rows.close(message, now));
        }
        return wanted;
    }
}
