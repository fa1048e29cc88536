package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.person.AccountId;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.say.Reaction;
import dibs.bot.platform.matrix.say.Said;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes sendings of what is said: their transactions follow from the event that is answered, so that a repeat is the same sending. */
final class Replies {
    private static final int HASHED = 18;

    private final AccountId account;

    /** @param account who sends */
    Replies(AccountId account) {
        this.account = account;
    }

    /**
     * An answer.
     *
     * @param event what is answered
     * @param entitled who alone may press what is offered in it; nothing: whoever is there
     */
    List<Sending> of(String event, RoomId room, List<Said> said, Optional<AccountId> entitled, Instant now) {
        return of(event, "", room, said, entitled, now);
    }

    /**
     * The same where more than one thing is said because of an event.
     *
     * @param part tells one from the other
     */
    List<Sending> of(
            String event, String part, RoomId room, List<Said> said, Optional<AccountId> entitled, Instant now) {
        List<Sending> sendings = new ArrayList<>();
        for (Said message : said) {
            sendings.add(new Sending(
                    account,
                    transaction(event) + part + "." + sendings.size(),
                    room.value(),
                    "m.room.message",
                    message.content().toString(),
                    Sending.Kind.REPLY,
                    message.reactions().stream()
                            .map(reaction -> offer(reaction, entitled))
                            .toList(),
                    now));
        }
        return sendings;
    }

    private static Offer offer(Reaction reaction, Optional<AccountId> entitled) {
        return entitled.map(reaction::to)
                .orElseGet(() -> new Offer(reaction.emoji(), reaction.line(), Optional.empty(), Optional.empty()));
    }

    /** Ids of events have characters that addresses have not, and those of old rooms even a server's name. */
    private static String transaction(String event) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASHED));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
