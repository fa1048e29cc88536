package dibs.bot.platform.matrix.send;

import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.intake.Sending.Kind;
import dibs.backend.person.AccountId;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.say.Reaction;
import dibs.bot.platform.matrix.say.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is said as what is to be sent. The transaction ids follow from what is answered, so that no crash sends anything twice. */
public final class Outgoing {
    /** The type of messages. */
    public static final String MESSAGE = "m.room.message";

    private static final String REACTION = "m.reaction";

    private Outgoing() {}

    /**
     * The messages of an answer.
     *
     * @param self who sends them
     * @param event that of the command; the same command has the same transaction ids
     * @param entitled who alone may press what they offer
     */
    public static List<Sending> replies(
            AccountId self, RoomId room, String event, List<Said> said, AccountId entitled, Instant now) {
        List<Sending> sendings = new ArrayList<>();
        for (Said one : said) {
            sendings.add(new Sending(
                    self,
                    "reply." + event + "." + sendings.size(),
                    room.value(),
                    MESSAGE,
                    one.content().toString(),
                    Kind.REPLY,
                    offers(one, entitled),
                    now));
        }
        return sendings;
    }

    /** What the reactions to a message mean, for that account alone to press. */
    public static List<Offer> offers(Said said, AccountId entitled) {
        return said.reactions().stream().map(reaction -> reaction.to(entitled)).toList();
    }

    /**
     * Dibs' own reactions to a message, so that people have something to press.
     *
     * @param transaction that of the message
     */
    static List<Sending> seeds(
            AccountId self, String transaction, String room, String event, List<Offer> offers, Instant now) {
        List<Sending> seeds = new ArrayList<>();
        for (Offer offer : offers.subList(0, Math.min(offers.size(), Reaction.MOST))) {
            ObjectNode content = JsonNodeFactory.instance.objectNode();
            content.putObject("m.relates_to")
                    .put("rel_type", "m.annotation")
                    .put("event_id", event)
                    .put("key", offer.emoji());
            String id = transaction + ".r" + seeds.size();
            seeds.add(new Sending(self, id, room, REACTION, content.toString(), Kind.REACTION, List.of(), now));
        }
        return seeds;
    }
}
