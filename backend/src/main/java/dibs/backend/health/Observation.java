package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one look at an environment found.
 *
 * @param probe the probe's name, which no other of the environment has
 * @param at when the look began
 * @param took how long it lasted
 * @param sentence what was seen, for people: plain text without control characters, at most {@value #MOST} characters;
 *     parts of it may be the environment's own words, so it is escaped where it is shown
 * @param deployed what runs there, where the look saw it
 * @param tree what sheriffs decided, where a tree was looked at
 */
public record Observation(
        EnvironmentId environment,
        String probe,
        Instant at,
        Duration took,
        Sign sign,
        String sentence,
        Optional<Deployed> deployed,
        Optional<TreeState> tree) {
    /** So long may a sentence be, in characters. */
    public static final int MOST = 200;

    public Observation {
        sentence = plain(sentence, MOST);
    }

    /** A look that saw neither a deploy nor a tree. */
    public Observation(EnvironmentId environment, String probe, Instant at, Duration took, Sign sign, String sentence) {
        this(environment, probe, at, took, sign, sentence, Optional.empty(), Optional.empty());
    }

    /** Foreign words on one line: whatever is no visible character becomes a space, and what is too long is cut. */
    static String plain(String text, int most) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().map(Observation::visible).forEach(plain::appendCodePoint);
        String line = plain.toString().strip().replaceAll(" {2,}", " ");
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            // Invisible ones turn the reading direction or hide words, which the environment's own words must not do.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> ' ';
            default -> character;
        };
    }
}
