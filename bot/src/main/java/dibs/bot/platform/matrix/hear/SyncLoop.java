package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.Position;
import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one batch after the other and hears what is in it. Where it stands is kept after the batch: what was heard before is known by
 * its id, so that reading a batch again does nothing twice. For one thread.
 */
public final class SyncLoop {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
    private static final int BAD_REQUEST = 400;

    /** What is remembered of the control room that was told of a beginning anew. */
    private static final String ANEW = "anew";

    private static final Duration TOLD_EVERY = Duration.ofHours(1);

    /** Between two beginnings anew where nothing could be read in between: each makes the homeserver gather every room. */
    private static final Duration BETWEEN_BEGINNINGS = Duration.ofMinutes(1);

    private final Means means;
    private final Journal journal;
    private final Ear ear;
    private final Timelines timelines;
    private final Invitations invitations;
    private final Departures departures;
    private final Caretakers caretakers;
    private boolean recalled;
    private boolean begunAnew;

    /** @param self who Dibs is signed in as */
    public SyncLoop(Self self, Means means) {
        this.means = means;
        this.journal = new Journal(means.transactor(), self.account(), means.clock());
        this.caretakers = new Caretakers(self, means, journal);
        Gaps gaps = new Gaps(journal, caretakers);
        this.ear = new Ear(self, means, journal, gaps);
        this.timelines = new Timelines(self, means.homeserver(), journal, gaps);
        this.invitations = new Invitations(self, means, ear.moves(), ear.directRequests(), journal);
        this.departures = new Departures(self, means, journal, caretakers);
    }

    /** What came of a step. */
    public sealed interface Step {
        /** A batch was heard to its end. */
        record Heard() implements Step {}

        /**
         * Nothing was heard, or not to its end: it is to be tried again.
         *
         * @param retryAfter how long the homeserver wants to be left alone, where it says so
         */
        record Later(Optional<Duration> retryAfter, String why) implements Step {}

        /**
         * The homeserver does not let Dibs read.
         *
         * @param error such as {@code M_UNKNOWN_TOKEN}
         */
        record Refused(String error, String why) implements Step {}
    }

    /**
     * Reads and hears the next batch.
     *
     * @param wait how long to wait for something to happen
     * @throws dibs.backend.transaction.StoreException when the store broke: then the batch is read again
     */
    public Step next(Duration wait) {
        if (!recalled) {
            ear.moves().recall();
            invitations.recall();
            recalled = true;
        }
        means.places().enter();
        invitations.again();
        Position position = journal.position();
        try {
            return switch (means.homeserver().sync(position.since(), wait)) {
                case Sent.Done<Batch> done -> heard(done.result(), position);
                case Sent.Later<Batch> later -> new Step.Later(later.retryAfter(), later.why());
                case Sent.Refused<Batch> refused ->
                    refused.status() == BAD_REQUEST && position.since().isPresent()
                            ? anew(position.since().get(), refused.why())
                            : new Step.Refused(refused.error(), refused.why());
            };
        } catch (Unfinished unfinished) {
            return new Step.Later(unfinished.retryAfter(), String.valueOf(unfinished.getMessage()));
        }
    }

    private Step heard(Batch batch, Position position) {
        follow(batch);
        // Of what is there at the very first, nothing was said to Dibs that it could have heard.
        Instant now = journal.now();
        position.since().ifPresent(since -> timelines.since(batch, since, now).forEach(ear::hear));
        begunAnew = false;
        goOn(batch, now);
        return new Step.Heard();
    }

    /** The homeserver does not know any more where Dibs had read to. */
    private Step anew(String since, String why) {
        if (begunAnew) {
            begunAnew = false;
            return new Step.Later(Optional.of(BETWEEN_BEGINNINGS), why);
        }
        LOG.warn("the homeserver does not know where Dibs had read to: each room is read back");
        return switch (means.homeserver().sync(Optional.empty(), Duration.ZERO)) {
            case Sent.Done<Batch> done -> {
                Instant now = journal.now();
                follow(done.result());
                timelines.sinceLast(done.result(), now).forEach(ear::hear);
                begunAnew = true;
                tell(since, why);
                goOn(done.result(), now);
                yield new Step.Heard();
            }
            case Sent.Later<Batch> later -> new Step.Later(later.retryAfter(), later.why());
            case Sent.Refused<Batch> refused -> new Step.Refused(refused.error(), refused.why());
        };
    }

    private void goOn(Batch batch, Instant heardUntil) {
        journal.since(Optional.of(batch.next()));
        timelines.heardUntil(heardUntil);
    }

    /** Once an hour at most: a homeserver may forget over and over. */
    private void tell(String since, String why) {
        Optional<RoomId> control = means.places().control();
        boolean told = control.flatMap(room -> journal.remembered(room, ANEW))
                .filter(note -> journal.now().isBefore(note.at().plus(TOLD_EVERY)))
                .isPresent();
        if (control.isEmpty() || told) {
            return;
        }
        Line line = Line.of(
                "The homeserver did not know any more up to where I had read ({}): I read each room back to what I had"
                        + " heard last, a day at most.",
                Inline.text(why));
        journal.send(
                caretakers.words(ANEW + since, Optional.empty(), line),
                tx -> journal.remember(tx, control.get(), ANEW, since));
    }

    private void follow(Batch batch) {
        batch.joined().forEach((room, joined) -> {
            List<Event> all = new ArrayList<>(joined.state());
            all.addAll(joined.timeline());
            means.rooms().happened(room, all);
        });
        departures.heard(batch.left());
        invitations.heard(batch.invited());
    }
}
