package dibs.bot.platform.matrix.send;

import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.intake.Sending.Kind;
import dibs.backend.person.AccountId;
import dibs.bot.platform.matrix.say.Reaction;
import dibs.bot.platform.matrix.say.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What comes with a message: what its reactions mean, and Dibs' own. */
public final class Outgoing {
    /** The type of messages. */
    public static final String MESSAGE = "m.room.message";

    private static final String REACTION = "m.reaction";

    private Outgoing() {}

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
