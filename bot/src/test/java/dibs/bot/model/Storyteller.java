package dibs.bot.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up stories: the same ones for the same seed. */
final class Storyteller {
    private static final String[] PEOPLE = {"ann", "bob", "cem", Rules.ADMIN};
    private static final String[] HELD = {"dev-one", "dev-two", "dev", "staging-app", "app-1.0"};
    private static final String[] LENGTHS = {"1m", "5m", "30m", "2h", "9h", "1d", "3d", "5d", "14d", "15d"};
    private static final String[] MOMENTS = {"17:00", "noon", "tomorrow 10:00", "friday", "2026-11-25 12:00"};
    private static final String[] PAUSES = {"1m", "4m", "9m", "10m", "15m", "40m", "2h", "7h", "20h", "72h"};
    private static final String[] STARTS = {
        "in 1m",
        "in 5m",
        "in 14m59s",
        "in 15m",
        "in 20m",
        "in 2h",
        "in 20h",
        "in 3d",
        "14:00",
        "tomorrow 9:00",
        "friday"
    };
    private static final String[] REASONS = {"testing", "probing a fix", "reproducing it"};

    private final Random random;

    Storyteller(long seed) {
        random = new Random(seed);
    }

    List<String> story(int length) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < length) {
            int turn = random.nextInt(24);
            if (turn > 19) {
                lines.addAll(thread(any(PEOPLE), any(PEOPLE), any(HELD)));
            } else if (turn < 4) {
                lines.add("after " + any(PAUSES));
            } else if (turn == 4) {
                lines.add("sweep");
            } else {
                lines.add(any(PEOPLE) + "> " + command());
            }
        }
        return lines;
    }

    /** A few lines that belong together, so that what hangs on minutes comes up more often than by chance. */
    private List<String> thread(String one, String other, String name) {
        return switch (random.nextInt(13)) {
            case 0 -> List.of(one + "> unclaim " + name, "after " + any("9m", "9m58s", "9m59s", "10m"), one + "> undo");
            case 1 ->
                List.of(
                        one + "> takeover " + name + " because " + any(REASONS),
                        "after " + any("14m", "14m58s", "14m59s", "16m", "20h", "72h"),
                        any(one, other) + "> " + any("keep ", "cancel ", "wait ") + name,
                        one + "> takeover " + name + " because " + any(REASONS));
            case 2 ->
                List.of(
                        one + "> claim " + name + end(),
                        one + "> handover " + name + " @" + other + maybe(" for 5m"),
                        "after " + any("1m", "6m", "2h"),
                        other + "> claim " + names() + end() + why());
            case 3 ->
                List.of(
                        one + "> nudge " + name,
                        "after " + any("14m", "14m58s", "14m59s", "16m"),
                        one + "> nudge " + name);
            case 4 ->
                List.of(
                        one + "> unclaim dev",
                        other + "> claim " + any("dev-one", "dev-two") + any("", " for 1m"),
                        other + "> " + any("unclaim dev-one", "unclaim", "unclaim all"),
                        one + "> undo");
            case 5 ->
                List.of(
                        one + "> claim " + name + " for 30m",
                        other + "> wait " + name(),
                        any(PEOPLE) + "> wait " + name(),
                        any("after 31m", one + "> unclaim " + name),
                        any("sweep", "after 1m"),
                        "after " + any("1m", "9m", "9m58s", "10m", "2h"),
                        any(PEOPLE) + "> " + any("claim ", "wait ", "cancel ") + name,
                        other + "> " + any("claim ", "cancel ") + name);
            case 6 ->
                List.of(
                        one + "> claim " + any("dev-one", "dev-two"),
                        other + "> wait " + any("dev", "any dev-pool"),
                        any(PEOPLE) + "> wait " + any("dev-one", "dev-two", "dev", "any dev-pool"),
                        "after " + any("1m", "119m", "2h"),
                        one + "> unclaim",
                        any("sweep", "after 5m"),
                        other + "> claim " + any("dev", "dev-one"),
                        any(PEOPLE) + "> claim any dev-pool");
            case 7 ->
                List.of(
                        one + "> reserve " + names() + " from in " + any("5m", "15m1s", "16m", "40m", "2h") + " for "
                                + any(LENGTHS) + why(),
                        other + "> "
                                + any(
                                        "claim " + name,
                                        "wait " + name,
                                        "reserve " + name + " from in 3h for 1h",
                                        "takeover " + name + " because of it"),
                        "after " + any("1m", "4m", "24m", "39m", "105m"),
                        any("sweep", other + "> claim " + name + end()),
                        one + "> " + any("claim ", "claim ", "claim ", "cancel ") + name + maybe(" for 10m"),
                        "after " + any("1m", "15m", "29m", "30m"),
                        any("sweep", one + "> claim " + name, other + "> claim " + name, other + "> wait " + name));
            case 8 ->
                List.of(
                        one + "> claim " + name + end(),
                        one + "> reserve " + name + " from " + any(STARTS) + " for " + any(LENGTHS),
                        other + "> "
                                + any("handover " + name + " @" + one, "takeover " + name + " because " + any(REASONS)),
                        one + "> "
                                + any(
                                        "unclaim " + name,
                                        "extend " + name + " by 2h",
                                        "handover " + name + " @" + other),
                        other + "> " + any("claim ", "reserve " + name + " from in 1d for 2h", "wait ") + name,
                        one + "> " + any("undo", "extend " + name, "claim " + name));
            case 9 ->
                List.of(
                        one + "> reserve " + name + " from in 14m for " + any(LENGTHS) + why(),
                        other + "> wait " + any(name, "any dev-pool"),
                        any(PEOPLE) + "> claim " + name() + " for " + any("1m", "5m", "30m"),
                        "after " + any("13m", "14m", "20m"),
                        "sweep",
                        any("after " + any("30m", "2h"), one + "> unclaim " + name),
                        any("sweep", other + "> claim " + name));
            case 10 ->
                List.of(
                        "root> close " + any(name, "dev-one", "dev", "release", "stage") + until() + " because "
                                + any(REASONS),
                        one + "> " + any("claim ", "wait ", "takeover ") + name + any("", " because of it"),
                        other + "> "
                                + any("claim any dev-pool", "claim release app 1.0", "undo", "wait " + name, "unclaim"),
                        "after " + any("1m", "9m", "31m"),
                        any("sweep", "root> open " + name, one + "> open " + name),
                        "sweep",
                        any(PEOPLE) + "> claim " + name + end());
            case 11 ->
                List.of(
                        one + "> claim " + name + " for 30m",
                        other + "> wait " + any(name, "dev", "any dev-pool"),
                        one + "> unclaim " + name,
                        "after " + any("1m", "9m", "11m"),
                        "root> close " + name + until() + " because " + any(REASONS),
                        any("sweep", "after 10m", other + "> claim " + name),
                        any("after 31m", "root> open " + name),
                        any("sweep", other + "> claim " + name, one + "> undo"));
            default ->
                List.of(
                        one + "> takeover " + name + " because " + any(REASONS),
                        "after " + any("1m", "9m", "11m"),
                        one + "> " + any("undo", "unclaim", "handover " + name + " @" + other));
        };
    }

    private String command() {
        return switch (random.nextInt(27)) {
            case 0, 1, 2, 3, 4 -> "claim " + names() + end() + helper() + why();
            case 5 -> "claim any dev-pool" + end() + why();
            case 6 -> "claim release" + release() + end() + why();
            case 7, 8 -> random.nextInt(4) == 0 ? "unclaim all" : "unclaim " + names();
            case 9 -> random.nextBoolean() ? "unclaim" : "unclaim release" + release();
            case 10, 11 -> "extend" + maybe(" " + name()) + maybe(" by " + any(LENGTHS));
            case 12 -> "extend " + name() + " until " + any(MOMENTS);
            case 13 -> "using stage" + end() + why();
            case 14, 15 -> "wait " + any(name(), name(), "any dev-pool", "any of dev-one,staging-app");
            case 16 -> "nudge " + name() + why();
            case 17, 18 -> "handover " + name() + " @" + any(PEOPLE) + end();
            case 19 -> "takeover " + name() + " because " + any(REASONS);
            case 20 -> "tidied " + names();
            case 21 -> "keep" + maybe(" " + name());
            case 22 -> "cancel " + name();
            case 23, 24 -> "reserve " + names() + " from " + any(STARTS) + " for " + any(LENGTHS) + why();
            case 25 -> "reserve " + name() + " from " + any(STARTS) + " until " + any(MOMENTS);
            default -> "undo";
        };
    }

    /** When a gate opens by itself, if it does. */
    private String until() {
        return any("", " for 5m", " for 30m", " until tomorrow 10:00");
    }

    /** What is leased, or now and then what is shared. */
    private String name() {
        return random.nextInt(10) == 0 ? "stage" : any(HELD);
    }

    private String names() {
        return name() + (random.nextInt(4) == 0 ? "," + name() : "");
    }

    private String release() {
        return random.nextInt(4) == 0 ? "" : any(" app 1.0", " app 2.0");
    }

    private String end() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> " for " + any(LENGTHS);
            case 2 -> " until " + any(MOMENTS);
            default -> "";
        };
    }

    private String helper() {
        return random.nextInt(4) == 0 ? " with @" + any(PEOPLE) : "";
    }

    private String why() {
        return maybe(" " + any(REASONS));
    }

    private String maybe(String words) {
        return random.nextBoolean() ? words : "";
    }

    private String any(String... some) {
        return some[random.nextInt(some.length)];
    }
}
