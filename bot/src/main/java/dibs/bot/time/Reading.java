package dibs.bot.time;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the leading words of a list were read as.
 *
 * @param <T> what was looked for
 */
public sealed interface Reading<T> {
    /**
     * The longest leading run of words that has a meaning.
     *
     * @param words how many words it took, at least one
     */
    record Ok<T>(T value, int words) implements Reading<T> {}

    /**
     * The leading words are of the kind that was looked for, but nothing can be done with them.
     *
     * @param words how many words were looked at, at least one
     * @param suggestions what may be typed instead, nearest first; may be empty
     */
    record Bad<T>(Fault fault, int words, List<String> suggestions) implements Reading<T> {
        public Bad {
            suggestions = List.copyOf(suggestions);
        }

        Bad(Fault fault, int words) {
            this(fault, words, List.of());
        }

        /** The same fault, of something else that was looked for. */
        <R> Reading<R> as() {
            return new Bad<>(fault, words, suggestions);
        }
    }

    /** The leading words are something else. */
    record None<T>() implements Reading<T> {}

    /** What was read, without its faults. */
    default Optional<T> maybe() {
        return this instanceof Ok<T> ok ? Optional.of(ok.value()) : Optional.empty();
    }

    /** How many words were looked at; nought for {@link None}. */
    default int taken() {
        return switch (this) {
            case Ok<T> ok -> ok.words();
            case Bad<T> bad -> bad.words();
            case None<T> ignored -> 0;
        };
    }

    /** What follows from a value; a fault and nothing stay as they are. */
    default <R> Reading<R> then(Function<Ok<T>, Reading<R>> next) {
        return switch (this) {
            case Ok<T> ok -> next.apply(ok);
            case Bad<T> bad -> bad.as();
            case None<T> ignored -> new None<>();
        };
    }

    /** This, or the other one if that took more words: the longest run wins, and a draw is this one's. */
    default Reading<T> orLonger(Reading<T> other) {
        return other.taken() > taken() ? other : this;
    }
}
