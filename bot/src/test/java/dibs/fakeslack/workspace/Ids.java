package dibs.fakeslack.workspace;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Ids in Slack's shapes, the same in every run; to be touched only inside the workspace's lock. */
final class Ids {
    /** The first letters of an id, which say what it names. */
    enum Kind {
        U,
        C,
        D,
        V,
        S,
        B,
        EV
    }

    private final InstantSource clock;
    private final Map<Kind, Integer> last = new EnumMap<>(Kind.class);
    private int lastTs;
    private int lastSecret;

    Ids(InstantSource clock) {
        this.clock = clock;
    }

    String next(Kind kind) {
        int number = last.merge(kind, 1, Integer::sum);
        String letters = kind == Kind.EV ? "Ev" : kind.name();
        return "%s0FAKE%04d".formatted(letters, number);
    }

    /** A message's time, which is its id in its channel: never given twice, even while the clock stands still. */
    String nextTs() {
        lastTs++;
        return "%d.%06d".formatted(clock.instant().getEpochSecond(), lastTs);
    }

    /** A number in an address or a trigger that nobody would guess in Slack; here it only has to be new. */
    String nextSecret() {
        lastSecret++;
        return "%08x".formatted(lastSecret * 2_654_435_761L & 0xffff_ffffL).toLowerCase(Locale.ROOT) + lastSecret;
    }
}
