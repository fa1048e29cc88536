package dibs.bot.announcement;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.notice.Pause;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one message of one conversation to what it should be: posted once, then changed in place. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** Longer than a platform takes to answer; after a crash it is tried again this much later. */
    private static final Duration ATTEMPT_LASTS = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration REFUSED_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Announcements announcements;
    private final InstantSource clock;
    private final ZoneId zone;

    Upkeep(Announcements announcements, InstantSource clock, ZoneId zone) {
        this.announcements = announcements;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Makes the message what is wanted, if it may be touched now.
     *
     * @param before the message as it was read, where there was one
     * @param thread the message in whose thread it stands, which has been posted
     */
    Came bring(
            Wanted wanted,
            Optional<PostedMessage> before,
            Optional<PostedMessage> thread,
            ConversationId to,
            Posts posts) {
        Instant now = clock.instant();
        if (before.filter(message -> !message.freeAt(now)).isPresent()) {
            return Came.NOTHING;
        }
        String digest = wanted.digest();
        Optional<PostedMessage> same = before.filter(message -> message.digest().equals(Optional.of(digest)));
        if (same.isPresent()) {
            if (wanted.pinned() && !same.get().pinned()) {
                pin(same.get(), same.get().messageId().orElseThrow(), posts);
            }
            return Came.NOTHING;
        }
        Instant until = now.plus(ATTEMPT_LASTS);
        Optional<PostedMessage> taken = announcements.take(to, wanted.key(), now, until);
        return taken.map(message -> bring(new Try(message, wanted, thread, digest, until, posts)))
                .orElse(Came.NOTHING);
    }

    private Came bring(Try it) {
        PostedMessage message = it.message();
        switch (asked(() -> shown(it))) {
            case Posted.Accepted accepted -> {
                announcements.note(
                        rows -> rows.shown(message, it.until(), accepted.messageId(), it.digest(), clock.instant()));
                if (it.wanted().pinned() && !message.pinned()) {
                    pin(message, accepted.messageId(), it.posts());
                }
                return Came.CHANGED;
            }
            case Posted.MessageGone ignored -> {
                // What is gone is posted anew at the next look.
                announcements.note(rows -> rows.gone(message, it.until()));
                return Came.GONE;
            }
            case Posted.Later later -> later(it, pause(FIRST_PAUSE, message, later.retryAfter()), later.why());
            case Posted.Refused refused -> refused(it, refused);
        }
        return Came.NOTHING;
    }

    private void refused(Try it, Posted.Refused refused) {
        PostedMessage message = it.message();
        if (!message.fault().equals(Optional.of(refused.why()))) {
            LOG.warn(
                    "{} does not take announcements: {}. It is tried again now and then.",
                    message.conversation(),
                    refused.why());
        }
        String sentence = it.posts().shown(message.conversation()) + " takes no announcements: " + refused.said()
                + ", or take it out of `announce:`.";
        Instant next = clock.instant().plus(pause(REFUSED_PAUSE, message, Optional.empty()));
        announcements.note(rows -> rows.refused(message, it.until(), next, refused.why(), sentence));
    }

    /** Changes the message, or posts it where it is not there; whether it is there is asked first where nobody knows. */
    private Posted shown(Try it) {
        PostedMessage message = it.message();
        ConversationId to = message.conversation();
        Instant now = clock.instant();
        Reader reader = new Reader(zone, now);
        List<Block> blocks = asOf(it.wanted(), now);
        String key = message.editionKey();
        Optional<String> id = message.messageId();
        if (message.unsettled()) {
            switch (found(it, to, key)) {
                case Posted.Accepted found -> id = Optional.of(found.messageId());
                case Posted.MessageGone ignored -> {}
                case Posted.Later later -> {
                    return later;
                }
                case Posted.Refused refused -> {
                    return refused;
                }
            }
        }
        return id.isPresent()
                ? it.posts().update(to, id.get(), key, blocks, reader)
                : it.thread()
                        .map(first -> under(first, it, it.posts().reply(to, id(first), key, blocks, reader)))
                        .orElseGet(() -> it.posts().post(to, key, blocks, reader));
    }

    /** Where what the thread begins with is gone, that is posted anew, and then it is tried again. */
    private Posted under(PostedMessage first, Try it, Posted posted) {
        if (!(posted instanceof Posted.MessageGone gone)) {
            return posted;
        }
        Instant now = clock.instant();
        announcements
                .take(first.conversation(), first.key(), now, it.until())
                .ifPresent(taken -> announcements.note(rows -> {
                    if (taken.messageId().equals(first.messageId())) {
                        rows.gone(taken, it.until());
                    } else {
                        rows.later(taken, it.until(), now, gone.why());
                    }
                }));
        return new Posted.Later(Optional.empty(), gone.why());
    }

    private static String id(PostedMessage first) {
        return first.messageId().orElseThrow();
    }

    private static Posted found(Try it, ConversationId to, String key) {
        return it.thread()
                .map(Upkeep::id)
                .map(thread -> it.posts().findReply(to, thread, key))
                .orElseGet(() -> it.posts().find(to, key));
    }

    private static List<Block> asOf(Wanted wanted, Instant now) {
        if (wanted.under().isPresent()) {
            return wanted.facts();
        }
        List<Block> blocks = new ArrayList<>(wanted.facts());
        blocks.add(Block.say("As of {}.", Inline.when(now)));
        return blocks;
    }

    private void later(Try it, Duration pause, String why) {
        Instant next = clock.instant().plus(pause);
        announcements.note(rows -> rows.later(it.message(), it.until(), next, why));
    }

    private void pin(PostedMessage message, String id, Posts posts) {
        Posted pinned = asked(() -> posts.pin(message.conversation(), id));
        announcements.note(rows -> {
            switch (pinned) {
                case Posted.Accepted ignored -> rows.pinned(message, Optional.empty(), Optional.empty());
                case Posted.MessageGone gone -> rows.pinned(message, Optional.empty(), Optional.of(gone.why()));
                // It is found without being pinned, too.
                case Posted.Refused refused -> rows.pinned(message, Optional.empty(), Optional.of(refused.why()));
                case Posted.Later later -> {
                    Duration pause = pause(REFUSED_PAUSE, message, later.retryAfter());
                    rows.pinned(message, Optional.of(clock.instant().plus(pause)), Optional.of(later.why()));
                }
            }
        });
    }

    private static Posted asked(Supplier<Posted> call) {
        try {
            return call.get();
        } catch (RuntimeException broken) {
            LOG.warn("an announcement met a fault on its way, and is tried again: {}", broken.toString());
            LOG.debug("the fault", broken);
            return new Posted.Later(Optional.empty(), broken.getClass().getSimpleName());
        }
    }

    /** Longer each time, and at least as long as the platform asks for. */
    private static Duration pause(Duration first, PostedMessage message, Optional<Duration> retryAfter) {
        return Pause.doubled(first, message.attempts(), LONGEST_PAUSE).length(retryAfter);
    }

    /** What came of a look at a message. */
    enum Came {
        /** It is as it was. */
        NOTHING,
        /** It was posted or changed. */
        CHANGED,
        /** It is gone, and is posted anew at the next look. */
        GONE
    }

    /** One try at one message, which nobody else has until then. */
    private record Try(
            PostedMessage message,
            Wanted wanted,
            Optional<PostedMessage> thread,
            String digest,
            Instant until,
            Posts posts) {}
}
