package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.Directory;
import dibs.bot.command.Inbound;
import dibs.bot.platform.matrix.say.Reaction;
import dibs.bot.platform.matrix.say.Relation;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reactions to what Dibs said: each is the line that stands beside it, for whom it was offered to. */
final class Presses {
    private final Directory directory;
    private final Journal journal;
    private final Ear.Saying saying;
    private final JsonMapper mapper = new JsonMapper();

    Presses(Directory directory, Journal journal, Ear.Saying saying) {
        this.directory = directory;
        this.journal = journal;
        this.saying = saying;
    }

    /** Hears a reaction. One that means nothing is a reaction as people give them. */
    void press(Heard heard) {
        JsonNode relation = heard.event().content().path("m.relates_to");
        String message = relation.path("event_id").asString("");
        String key = Reaction.key(relation.path("key").asString(""));
        boolean reaction = relation.path("rel_type").asString("").equals("m.annotation");
        Optional<Offer> offer = reaction
                ? journal.offers(heard.room(), message).stream()
                        .filter(it -> Reaction.key(it.emoji()).equals(key))
                        .findFirst()
                : Optional.empty();
        if (offer.isEmpty()) {
            return;
        }
        if (!entitled(offer.get(), heard)) {
            journal.note(heard, "not-theirs");
            return;
        }
        Optional<Inbound.About> about =
                offer.get().about().map(lease -> new Inbound.About(lease.environment(), lease.token()));
        saying.say(heard, new Spoken(offer.get().line(), Map.of()), about, new Relation(message, thread(message)));
    }

    /** From any of the accounts of the person. */
    private boolean entitled(Offer offer, Heard heard) {
        Optional<AccountId> presser = Self.account(heard.event().sender());
        if (presser.isEmpty() || offer.entitled().isEmpty() || offer.entitled().equals(presser)) {
            return presser.isPresent();
        }
        return directory.meant(offer.entitled().get().value(), presser.get(), journal.now())
                        instanceof Directory.Meant.One one
                && one.person().accounts().stream().map(Account::id).anyMatch(presser.get()::equals);
    }

    /** The thread in which our message stands. */
    private Optional<String> thread(String message) {
        return journal.sent(message)
                .map(Sending::content)
                .map(this::relation)
                .filter(relation -> relation.path("rel_type").asString("").equals("m.thread"))
                .map(relation -> relation.path("event_id").asString(""));
    }

    private JsonNode relation(String content) {
        try {
            return mapper.readTree(content).path("m.relates_to");
        } catch (JacksonException impossible) {
            return mapper.createObjectNode();
        }
    }
}
