package dibs.bot.reply;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Reservation;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Notice.Standing;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.notice.Parcel;
import dibs.bot.reply.Action.Ask;
import dibs.bot.reply.Action.Kind;
import dibs.bot.reply.Action.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the reader may want to do next, from what an answer or a notice says: the one place that decides it. An action is
 * an offer and no promise: whether it may be done is decided when it is pressed, like a line that is typed.
 */
public final class NextSteps {
    /** The most environments that get a button each. */
    private static final int MOST = 5;

    private NextSteps() {}

    /** What whoever asked may do next; nothing where nothing suggests itself. */
    public static List<Action> of(Reply reply) {
        Facts facts = reply.facts();
        String command = reply.command().orElse("");
        return switch (reply.outcome()) {
            case GRANTED -> join(granted(facts), tidied(facts));
            case ALREADY_YOURS, EXTENDED -> facts.lease().map(NextSteps::mine).orElse(List.of());
            case HELD, FORBIDDEN -> inTheWay(facts);
            case RELEASED, TAKEN -> join(List.of(undo(facts)), tidied(facts));
            case OFFERED -> facts.lease().map(NextSteps::withdraw).orElse(List.of());
            case WAITING -> facts.environment().map(NextSteps::waiting).orElse(List.of());
            case NUDGED ->
                facts.environment().map(id -> List.of(await(id.value()))).orElse(List.of());
            case CHANGED -> changed(command, facts);
            case CONFIRM ->
                !command.equals("me") ? facts.code().map(NextSteps::confirm).orElse(List.of()) : List.of();
            case AMBIGUOUS -> which(command, facts);
            case REFUSED -> refused(command, facts);
            case SHOWN -> opening(facts);
            default -> List.of();
        };
    }

    /** What the reader of several notices at once may do next: extend each lease that ends, else what the last one suggests. */
    public static List<Action> of(Parcel parcel) {
        List<Notice> notices = parcel.notices().stream().map(Pending::notice).toList();
        List<Action> extend = notices.stream()
                .filter(Notice.EndNears.class::isInstance)
                .map(Notice.EndNears.class::cast)
                .filter(it -> it.standing() == Standing.OPEN)
                .limit(MOST)
                .map(it -> extend("Extend " + it.environment(), it.environment().value(), Optional.of(it.token())))
                .toList();
        return extend.size() > 1 ? extend : of(notices.getLast());
    }

    /** What the reader of a notice may do next. */
    public static List<Action> of(Notice notice) {
        return switch (notice) {
            case Notice.Offered it ->
                List.of(
                        Action.of(Kind.ACCEPT, "Take it", "claim " + it.environment()),
                        Action.of(Kind.DECLINE, "Decline", "cancel " + it.environment()));
            case Notice.TakeoverAsked it -> List.of(keep(it.environment()), letGo(it.environment()));
            case Notice.Nudged it -> List.of(letGo(it.environment()), keep(it.environment()));
            case Notice.Freed it ->
                List.of(
                        Action.of(Kind.CLAIM, "Claim it", "claim " + it.environment()),
                        Action.of(Kind.CANCEL, "Let the next one", "cancel " + it.environment()));
            case Notice.ReservationNear it -> List.of(confirmed(it.environments()), calledOff(it.id()));
            case Notice.WindowOver it -> List.of(await(it.environment().value()));
            case Notice.EndNears it ->
                it.standing() == Standing.OPEN ? mine(it.environment().value(), Optional.of(it.token())) : List.of();
            case Notice.StillUsed it -> stillUsed(it);
            case Notice.Unanswered it ->
                it.waits()
                        ? List.of(takeOver(it.environment().value()))
                        : List.of(keep(it.environment()), letGo(it.environment()));
            case Notice.LeaseExpired it ->
                List.of(Action.of(Kind.CLAIM, "Claim it again", "claim " + it.environment()));
            case Notice.NotTidied it -> List.of(Action.of(Kind.TIDIED, "It is tidied", "tidied " + it.environment()));
            case Notice.Kept it -> List.of(await(it.environment().value()));
            case Notice.TakenOver it -> List.of(await(it.environment().value()));
            default -> List.of();
        };
    }

    /** What its person may do about a reservation that is still to begin. */
    public static List<Action> reserved(Reservation reservation) {
        Action off = calledOff(reservation.id());
        return reservation.state() == Reservation.State.ASKED
                ? List.of(confirmed(reservation.environments()), off)
                : List.of(off);
    }

    private static Action confirmed(List<EnvironmentId> environments) {
        return Action.of(Kind.CLAIM, "Confirm it", "claim " + names(environments));
    }

    private static Action calledOff(String id) {
        return Action.of(Kind.CANCEL, "Let it go", "cancel " + id);
    }

    private static List<Action> granted(Facts facts) {
        List<LeaseView> leases = facts.leases().orElse(List.of());
        if (leases.size() > 1) {
            String names =
                    String.join(",", leases.stream().map(LeaseView::environment).toList());
            return List.of(unclaim("Give all back", names));
        }
        return facts.lease().map(NextSteps::mine).orElse(List.of());
    }

    /** What the holder of that lease may do with it. */
    public static List<Action> mine(LeaseView lease) {
        return mine(lease.environment(), lease.token());
    }

    private static List<Action> mine(String name, Optional<Long> token) {
        return List.of(
                extend("Extend", name, token), unclaim("Give it back", name).about(name, token), handOver(name, token));
    }

    private static Action extend(String label, String name, Optional<Long> token) {
        String extend = "extend " + name;
        List<Option> lengths = List.of(
                new Option("by 30 minutes", extend + " by 30m"),
                new Option("by 1 hour", extend + " by 1h"),
                new Option("by 2 hours", extend + " by 2h"),
                new Option("until the end of my day", extend + " until end of day"),
                new Option("until the next working morning", extend + " until next working morning"));
        return Action.of(Kind.EXTEND, label, lengths.getFirst().line())
                .asking(new Ask.Choice(lengths))
                .about(name, token);
    }

    private static Action handOver(String name, Optional<Long> token) {
        return Action.of(Kind.HAND_OVER, "Hand over", "handover " + name + " " + Action.PERSON)
                .asking(new Ask.Person())
                .about(name, token);
    }

    /** The answer to "still using it?". */
    private static List<Action> stillUsed(Notice.StillUsed it) {
        String name = it.environment().value();
        Optional<Long> token = Optional.of(it.token());
        return it.standing() == Standing.OPEN
                ? List.of(
                        keep(it.environment()).about(name, token),
                        unclaim("Give it back", name).about(name, token),
                        handOver(name, token))
                : List.of();
    }

    /** Others have it: a single one can be waited for, asked for and taken over; each of several can be waited for. */
    private static List<Action> inTheWay(Facts facts) {
        List<LeaseView> leases =
                facts.leases().orElseGet(() -> facts.lease().stream().toList());
        List<LeaseView> ahead = leases.stream()
                .filter(lease -> !lease.state().equals("reserved"))
                .toList();
        if (ahead.size() == 1) {
            LeaseView one = ahead.getFirst();
            boolean asked = facts.environment()
                    .filter(id -> id.value().equals(one.environment()))
                    .isPresent();
            Action wait = asked ? await(one.environment()).about(one) : awaitByName(one);
            return one.state().equals("held") ? ofHolder(one, wait) : List.of(wait);
        }
        return ahead.stream().limit(MOST).map(NextSteps::awaitByName).distinct().toList();
    }

    /** What is in the way has another name than what was asked for. */
    private static Action awaitByName(LeaseView lease) {
        return Action.of(Kind.WAIT, "Wait for " + lease.environment(), "wait " + lease.environment())
                .about(lease);
    }

    private static List<Action> ofHolder(LeaseView lease, Action wait) {
        String name = lease.environment();
        return List.of(
                wait,
                Action.of(Kind.NUDGE, "Nudge", "nudge " + name).about(lease),
                takeOver(name).about(lease),
                Action.of(Kind.WATCH, "Watch", "watch " + name).about(lease));
    }

    /** Whether the gate of something that can be waited for is in the way. */
    private static boolean gated(Facts facts) {
        return facts.items().orElse(List.of()).stream()
                .anyMatch(item -> item instanceof Map<?, ?> fields
                        && "gate".equals(fields.get("kind"))
                        && fields.containsKey("units"));
    }

    private static Action takeOver(String name) {
        return Action.of(Kind.TAKE_OVER, "Take over", "takeover " + name + " because " + Action.REASON)
                .asking(new Ask.Reason())
                .confirmed(
                        "Take " + name + " from its holder, who will hear of it and of your reason?", "Take it over");
    }

    /** Whoever shut a gate opens it again with one press; whether somebody else may is decided when it is pressed. */
    private static List<Action> changed(String command, Facts facts) {
        if (command.equals(Kind.KEEP.command())) {
            return granted(facts);
        }
        return !command.equals(Kind.OPEN.command()) && gated(facts)
                ? facts.environment().map(id -> List.of(open("Open it", id))).orElse(List.of())
                : List.of();
    }

    /** Whoever may open what is shut does so with one press. */
    private static List<Action> opening(Facts facts) {
        List<EnvironmentId> gates = facts.openable();
        boolean itself =
                gates.size() == 1 && facts.environment().equals(gates.stream().findFirst());
        return gates.stream()
                .limit(MOST)
                .map(id -> open(itself ? "Open it" : "Open " + id, id))
                .toList();
    }

    private static Action open(String label, EnvironmentId id) {
        return Action.of(Kind.OPEN, label, "open " + id);
    }

    private static List<Action> refused(String command, Facts facts) {
        Optional<String> name = facts.environment().map(EnvironmentId::value);
        if (List.of("claim", "takeover").contains(command) && name.isPresent() && gated(facts)) {
            return join(
                    List.of(await(name.get()), Action.of(Kind.WATCH, "Watch", "watch " + name.get())), opening(facts));
        }
        if (!facts.openable().isEmpty()) {
            return opening(facts);
        }
        boolean bare = facts.lease().isEmpty()
                && facts.leases().isEmpty()
                && facts.suggestions().isEmpty()
                && facts.verdict().isEmpty();
        // "It is free: claim it" is all that these commands refuse with nothing but a name.
        boolean free = bare && List.of("wait", "nudge", "takeover").contains(command);
        if (name.isPresent() && free) {
            return List.of(Action.of(Kind.CLAIM, "Claim it", "claim " + name.get()));
        }
        boolean askedByOther = command.equals("takeover")
                && facts.lease().isPresent()
                && facts.leases().isEmpty();
        return askedByOther && name.isPresent() ? List.of(await(name.get())) : List.of();
    }

    /** Only what needs nothing but the name: the rest of what was typed is not known any more. */
    private static List<Action> which(String command, Facts facts) {
        List<Action> actions = new ArrayList<>();
        for (EnvironmentId id : facts.suggestions().orElse(List.of())) {
            if (command.equals("unclaim")) {
                actions.add(unclaim(id.value(), id.value()));
            } else if (command.equals("keep")) {
                actions.add(Action.of(Kind.KEEP, id.value(), "keep " + id));
            }
        }
        return actions.size() > MOST ? List.of() : actions;
    }

    private static List<Action> confirm(String code) {
        return List.of(Action.of(Kind.CONFIRM, "Confirm", "confirm " + code));
    }

    /** What somebody may do who waits for that. */
    public static List<Action> waiting(EnvironmentId id) {
        return List.of(Action.of(Kind.CANCEL, "Stop waiting", "cancel " + id));
    }

    private static List<Action> withdraw(LeaseView lease) {
        return List.of(Action.of(Kind.CANCEL, "Take the offer back", "cancel " + lease.environment())
                .about(lease));
    }

    /** Whose clean-up may be confirmed. */
    private static List<Action> tidied(Facts facts) {
        List<EnvironmentId> ids = facts.untidied().orElse(List.of());
        if (ids.isEmpty()) {
            return List.of();
        }
        String names = String.join(",", ids.stream().map(EnvironmentId::value).toList());
        return List.of(Action.of(Kind.TIDIED, ids.size() == 1 ? "It is tidied" : "All are tidied", "tidied " + names));
    }

    private static List<Action> join(List<Action> first, List<Action> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    private static Action undo(Facts facts) {
        Action undo = Action.of(Kind.UNDO, "Undo", "undo");
        return facts.lease().map(undo::about).orElse(undo);
    }

    private static Action await(String name) {
        return Action.of(Kind.WAIT, "Wait for it", "wait " + name);
    }

    private static Action keep(EnvironmentId id) {
        return Action.of(Kind.KEEP, "Keep it", "keep " + id);
    }

    private static Action letGo(EnvironmentId id) {
        return unclaim("Let it go", id.value());
    }

    private static String names(List<EnvironmentId> environments) {
        return String.join(",", environments.stream().map(EnvironmentId::value).toList());
    }

    private static Action unclaim(String label, String names) {
        return Action.of(Kind.UNCLAIM, label, "unclaim " + names);
    }
}
