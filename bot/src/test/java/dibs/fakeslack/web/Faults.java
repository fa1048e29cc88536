package dibs.fakeslack.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to go wrong, in the order in which it was asked for. */
public final class Faults {
    private static final class Planned {
        private final String method;
        private final @Nullable String channel;
        private final Fault fault;
        private int left;

        private Planned(String method, @Nullable String channel, int times, Fault fault) {
            this.method = method;
            this.channel = channel;
            this.left = times;
            this.fault = fault;
        }
    }

    private final List<Planned> planned = new ArrayList<>();

    /**
     * Plans a fault.
     *
     * @param method such as {@code chat.postMessage}; {@code *} for every method; {@code response_url}
     * @param channel only in this channel, or null for everywhere
     */
    public synchronized void plan(String method, @Nullable String channel, int times, Fault fault) {
        planned.add(new Planned(method, channel, times, fault));
    }

    /** Forgets all that has not happened yet. */
    public synchronized void heal() {
        planned.clear();
    }

    synchronized Optional<Fault> next(String method, String channel) {
        Iterator<Planned> each = planned.iterator();
        while (each.hasNext()) {
            Planned plan = each.next();
            boolean meant = plan.method.equals(method) || plan.method.equals("*");
            if (meant && (plan.channel == null || plan.channel.equals(channel))) {
                plan.left--;
                if (plan.left <= 0) {
                    each.remove();
                }
                return Optional.of(plan.fault);
            }
        }
        return Optional.empty();
    }
}
