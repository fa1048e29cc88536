package dibs.bot.platform.matrix.send;

import dibs.backend.intake.Sending;
import dibs.backend.intake.SendingRows.Attempt;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends one row, once, and writes down what came of it. */
final class RowSender {
    private static final Logger LOG = LoggerFactory.getLogger(RowSender.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Homeserver homeserver;
    private final Rows rows;
    private final Paces paces;
    private final InstantSource clock;

    RowSender(Homeserver homeserver, Rows rows, Paces paces, InstantSource clock) {
        this.homeserver = homeserver;
        this.rows = rows;
        this.paces = paces;
        this.clock = clock;
    }

    /** Whether it got through; not where somebody else has it, or nothing is to be sent there now. */
    boolean send(Sending sending) {
        if (paces.closed(sending.room(), clock.instant()).isPresent()) {
            return false;
        }
        return rows.take(sending).filter(this::send).isPresent();
    }

    private boolean send(Attempt attempt) {
        Sending sending = attempt.sending();
        Optional<ObjectNode> content = content(sending);
        if (content.isEmpty()) {
            rows.give(sending, "its content is none");
            return false;
        }
        RoomId room = new RoomId(sending.room());
        switch (homeserver.send(room, sending.type(), sending.transaction(), content.get())) {
            case Sent.Done<String> done -> {
                paces.open(sending.room());
                rows.sent(sending, done.result(), seeds());
                return true;
            }
            case Sent.Later<String> later ->
                rows.later(attempt, paces.pause(sending.room(), later, clock.instant()), later.why());
            case Sent.Refused<String> refused -> {
                return refused(attempt, refused);
            }
        }
        return false;
    }

    private static Optional<ObjectNode> content(Sending sending) {
        try {
            return JSON.readTree(sending.content()) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException damaged) {
            LOG.debug("the content of a row", damaged);
            return Optional.empty();
        }
    }

    /** Where the homeserver counts, what Dibs has to say goes before: people find the reactions in the message and give them all the same. */
    boolean seeds() {
        return !paces.wasLimited(clock.instant());
    }

    private boolean refused(Attempt attempt, Sent.Refused<String> refused) {
        if (Refusals.isOfTheAccount(refused)) {
            rows.later(attempt, paces.pauseAll(clock.instant()), refused.error());
            return false;
        }
        paces.open(attempt.sending().room());
        if (refused.error().equals("M_DUPLICATE_ANNOTATION")) {
            rows.sent(attempt.sending(), "", false);
            return true;
        }
        rows.give(attempt.sending(), refused.error() + ": " + refused.why());
        return false;
    }
}
