package dibs.bot.platform.matrix.say;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.intake.LeaseMeant;
import dibs.backend.intake.Offer;
import dibs.backend.person.AccountId;
import dibs.bot.command.Inbound;
import dibs.bot.reply.Action;
import dibs.bot.reply.Action.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reaction that may be given to a message, and what it does: the same as the line that stands beside it in the message.
 *
 * @param emoji the key of the reaction, with the character that asks for colours where it needs one
 * @param label a few words of ours
 * @param line the line that it says, as if it were typed in a direct room
 * @param about the lease that it was offered for, so that a late press changes nothing
 */
public record Reaction(String emoji, String label, String line, Optional<Inbound.About> about) {
    /** Each is an event of its own, which the homeserver counts. */
    public static final int MOST = 4;

    private static final String COLOURS = "\uFE0F";

    /** What each action looks like; what asks for words first is not among them and is typed. */
    private static final Map<Kind, String> EMOJI = looks();

    /** For several actions of the same kind, such as waiting for one of several names. */
    private static final List<String> DIGITS = List.of(
            "1" + COLOURS + "\u20E3", "2" + COLOURS + "\u20E3", "3" + COLOURS + "\u20E3", "4" + COLOURS + "\u20E3");

    private static Map<Kind, String> looks() {
        Map<Kind, String> emoji = new EnumMap<>(Kind.class);
        emoji.put(Kind.WAIT, "⏳");
        emoji.put(Kind.NUDGE, "👋");
        emoji.put(Kind.WATCH, "👀");
        emoji.put(Kind.CLAIM, "✅");
        emoji.put(Kind.ACCEPT, "✅");
        emoji.put(Kind.CONFIRM, "✅");
        emoji.put(Kind.EXTEND, "⏱" + COLOURS);
        emoji.put(Kind.UNCLAIM, "🔓");
        emoji.put(Kind.UNDO, "↩" + COLOURS);
        emoji.put(Kind.KEEP, "🔒");
        emoji.put(Kind.TIDIED, "🧹");
        emoji.put(Kind.OPEN, "🚪");
        emoji.put(Kind.DECLINE, "❌");
        emoji.put(Kind.CANCEL, "❌");
        emoji.put(Kind.DIRECT, "💬");
        return Map.copyOf(emoji);
    }

    /**
     * A reaction's key as it is compared: clients do not agree on whether the character that asks for colours is part of
     * it.
     */
    public static String key(String emoji) {
        return emoji.replace(COLOURS, "");
    }

    /** The same as it is kept, for that account alone to press. */
    public Offer to(AccountId entitled) {
        return new Offer(
                emoji,
                line,
                about.map(lease -> new LeaseMeant(lease.environment(), lease.token())),
                Optional.of(entitled));
    }

    /** What may be offered of those actions: as many as get an emoji, in their order, at most four. */
    static List<Reaction> of(List<Action> actions) {
        boolean alike = actions.size() > 1
                && actions.stream().map(Action::kind).distinct().count() == 1;
        List<Reaction> reactions = new ArrayList<>();
        for (Action action : actions) {
            String emoji = EMOJI.get(action.kind());
            if (emoji != null && reactions.size() < MOST && !(alike && reactions.size() >= DIGITS.size())) {
                reactions.add(of(action, alike ? DIGITS.get(reactions.size()) : emoji));
            }
        }
        return reactions;
    }

    private static Reaction of(Action action, String emoji) {
        String label = action.ask() instanceof Action.Ask.Choice options
                ? action.label() + " " + options.options().getFirst().label()
                : action.label();
        return new Reaction(emoji, label, action.line(), about(action));
    }

    /** An undo is about a lease that is over; everything else is about one that goes on. */
    private static Optional<Inbound.About> about(Action action) {
        return action.about()
                .filter(about -> action.kind() != Kind.UNDO)
                .flatMap(about ->
                        about.token().map(token -> new Inbound.About(new EnvironmentId(about.environment()), token)));
    }
}
