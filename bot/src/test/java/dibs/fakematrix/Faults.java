package dibs.fakematrix;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What goes wrong at the homeserver, to order; each fault once, for the first call that it is meant for. */
public final class Faults {
    private static final Set<String> SAID = Set.of("send", "redact");

    /** What a call of {@code sync} is about where it begins anew. */
    private static final Set<String> NO_TOKEN = Set.of("", "Optional.empty");

    /** What happens to a call. */
    private sealed interface Fault {
        /** It takes effect; nobody hears of it. */
        record Lost() implements Fault {}

        /** It takes effect, then the process is no more. */
        record Death(Error end) implements Fault {}

        /** It has no effect, and gets that answer. */
        record Instead(Sent<?> answer) implements Fault {}
    }

    private record Ordered(Predicate<Call> which, Fault fault) {}

    private final Deque<Ordered> ordered = new ArrayDeque<>();
    private final List<Predicate<Call>> broken = new ArrayList<>();
    private boolean away;

    /** None yet. */
    public Faults() {}

    /** From now on nobody reaches the homeserver, or everybody does again. */
    public synchronized void away(boolean now) {
        away = now;
    }

    /** The next event sent takes effect, and the answer is lost. */
    public void loseTheNextAnswer() {
        loseTheAnswer("send");
    }

    /** The next call of that method takes effect, and the answer is lost. */
    public void loseTheAnswer(String method) {
        order(call -> call.name().equals(method), new Fault.Lost());
    }

    /** The next event sent takes effect, and then the call throws that. */
    public void dieAfterTheNext(Error end) {
        dieAfter("send", end);
    }

    /** The next call of that method takes effect, and then throws that. */
    public void dieAfter(String method, Error end) {
        order(call -> call.name().equals(method), new Fault.Death(end));
    }

    /** The next so many events sent or redacted are too many. */
    public void tooOften(int times, Optional<Duration> retryAfter) {
        for (int i = 0; i < times; i++) {
            order(
                    call -> SAID.contains(call.name()),
                    new Fault.Instead(new Sent.Later<>(
                            retryAfter, "429 M_LIMIT_EXCEEDED: Too Many Requests", Sent.Trouble.LIMIT)));
        }
    }

    /** The next call of that method is too much, and has no effect. */
    public void later(String method) {
        order(
                call -> call.name().equals(method),
                new Fault.Instead(new Sent.Later<>(
                        Optional.empty(), "429 M_LIMIT_EXCEEDED: Too Many Requests", Sent.Trouble.LIMIT)));
    }

    /** The next call of that method is refused. */
    public void refuse(String method, int status, String error) {
        order(
                call -> call.name().equals(method),
                new Fault.Instead(new Sent.Refused<>(status, error, "ordered by the test")));
    }

    /** From now on every call of that method about that room fails, as if the room were broken. */
    public synchronized void broken(String method, RoomId room) {
        broken.add(call -> call.name().equals(method) && call.room().equals(room.value()));
    }

    /** Whatever was broken works again. */
    public synchronized void mend() {
        broken.clear();
    }

    /** The next sync that goes on from a token is refused: the homeserver knows no such token. */
    public void forgetSince() {
        order(
                call -> call.name().equals("sync") && !NO_TOKEN.contains(call.about()),
                new Fault.Instead(new Sent.Refused<>(400, "M_UNKNOWN", "Invalid stream token")));
    }

    private synchronized void order(Predicate<Call> which, Fault fault) {
        ordered.add(new Ordered(which, fault));
    }

    @SuppressWarnings("unchecked") // an answer that is no result fits any
    <T> Sent<T> answer(Call call, Supplier<Sent<T>> work) {
        Optional<Fault> fault;
        synchronized (this) {
            if (away) {
                return new Sent.Later<>(Optional.empty(), "the homeserver could not be reached");
            }
            if (broken.stream().anyMatch(it -> it.test(call))) {
                return new Sent.Later<>(Optional.empty(), "500 M_UNKNOWN: Internal server error");
            }
            fault = take(call);
        }
        if (fault.isEmpty()) {
            return work.get();
        }
        if (fault.get() instanceof Fault.Instead(Sent<?> answer)) {
            return (Sent<T>) answer;
        }
        var unheard = work.get();
        if (fault.get() instanceof Fault.Death(Error end)) {
            throw end;
        }
        return new Sent.Later<>(Optional.empty(), "lost: " + unheard.getClass().getSimpleName());
    }

    private Optional<Fault> take(Call call) {
        for (Iterator<Ordered> left = ordered.iterator(); left.hasNext(); ) {
            Ordered next = left.next();
            if (next.which().test(call)) {
                left.remove();
                return Optional.of(next.fault());
            }
        }
        return Optional.empty();
    }
}
