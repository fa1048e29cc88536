package dibs.backend.policy;

import java.util.Optional;

/**
 * What something is wanted for.
 *
 * @param id of the vocabulary
 * @param subject what it is about, such as the service that is tested or the product that is released; nothing where
 *     that was not told
 */
public record Purpose(String id, Optional<String> subject) {
    /** The purpose that {@code id} or {@code id:subject} spells. */
    public static Purpose of(String text) {
        PurposePattern pattern = PurposePattern.of(text);
        return new Purpose(pattern.purpose(), pattern.subject());
    }

    @Override
    public String toString() {
        return subject.map(about -> id + ":" + about).orElse(id);
    }
}
