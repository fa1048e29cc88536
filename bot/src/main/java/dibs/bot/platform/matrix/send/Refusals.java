package dibs.bot.platform.matrix.send;

import dibs.bot.platform.matrix.client.Sent;
import java.util.Set;

/** What a homeserver's refusals are about. */
public final class Refusals {
    private static final Set<String> OF_THE_ACCOUNT = Set.of(
            "M_UNKNOWN_TOKEN",
            "M_MISSING_TOKEN",
            "M_USER_DEACTIVATED",
            "M_USER_LOCKED",
            "M_USER_SUSPENDED",
            "M_CONSENT_NOT_GIVEN",
            "M_RESOURCE_LIMIT_EXCEEDED");

    private Refusals() {}

    /** Dibs' own account is in trouble: it passes when an administrator mends that, and nothing is lost. */
    public static boolean isOfTheAccount(Sent.Refused<?> refused) {
        return OF_THE_ACCOUNT.contains(refused.error());
    }

    /** What a refusal to say something in a room means to people, with what to do. */
    public static String said(Sent.Refused<?> refused) {
        return switch (refused.error()) {
            case "M_FORBIDDEN" -> "Dibs is not in it, or may not speak there; invite it, and let it send messages";
            case "M_NOT_FOUND", "M_UNKNOWN" ->
                "the homeserver knows no such room; look its id up in the room's settings";
            case "M_TOO_LARGE" -> "it would be too long for one message; announce fewer environments there";
            default -> "the homeserver does not let Dibs speak there; ask its administrator about " + refused.error();
        };
    }
}
