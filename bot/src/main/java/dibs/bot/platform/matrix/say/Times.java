package dibs.bot.platform.matrix.say;

import dibs.bot.time.HumanTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Moments in words: a client shows what it gets, so the words have to be right for everybody who reads them. */
sealed interface Times {
    /**
     * The moment in words.
     *
     * @param before the words that stand right before it, which it has to go on from
     */
    String of(Instant at, String before);

    /** The same for a line that names people who live in those zones. */
    Times with(List<ZoneId> zones);

    /**
     * Of what is read once, now: {@code in 3 h 10 min (17:00 Berlin, 08:00 Vancouver)}.
     *
     * @param zones whose clocks are named, at least one; those that show the same hour once
     */
    record FromNow(Instant now, List<ZoneId> zones) implements Times {
        private static final int MOST_CLOCKS = 4;
        private static final String AHEAD = "in ";
        private static final List<String> ENDS = List.of("until ", "before ", "from ");

        public FromNow {
            zones = List.copyOf(zones);
        }

        @Override
        public String of(Instant at, String before) {
            Set<Object> shown = new HashSet<>();
            String clocks = zones.stream()
                    .filter(zone -> shown.add(zone.getRules().getOffset(at)))
                    .limit(MOST_CLOCKS)
                    .map(zone -> HumanTimes.clock(at, zone, now))
                    .collect(Collectors.joining(", "));
            return away(at, before) + " (" + clocks + ")";
        }

        /** “until in 2 h” and “since now” are no English. */
        private String away(Instant at, String before) {
            String away = HumanTimes.away(at, now);
            boolean end = ENDS.stream().anyMatch(before::endsWith);
            if (end && away.startsWith(AHEAD)) {
                return away.substring(AHEAD.length()) + " from now";
            }
            return away.equals("now") ? "just now" : away;
        }

        @Override
        public Times with(List<ZoneId> more) {
            List<ZoneId> all = new ArrayList<>(zones);
            all.addAll(more);
            return new FromNow(now, all);
        }
    }

    /** Of what stands for long: {@code Mon 23 Nov 18:00 (Berlin)}, in the same zone for all. */
    record OnOneClock(Instant now, ZoneId zone) implements Times {
        @Override
        public String of(Instant at, String before) {
            return HumanTimes.day(at, zone, now);
        }

        @Override
        public Times with(List<ZoneId> zones) {
            return this;
        }
    }
}
