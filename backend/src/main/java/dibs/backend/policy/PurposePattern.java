package dibs.backend.policy;

import java.util.Optional;

/**
 * Which purposes are meant.
 *
 * @param purpose the id of a purpose of the vocabulary
 * @param subject what it has to be about; nothing where any will do
 */
public record PurposePattern(String purpose, Optional<String> subject) {
    /** The pattern that {@code id:subject} spells, or {@code id} for any subject. */
    public static PurposePattern of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new PurposePattern(text, Optional.empty())
                : new PurposePattern(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return subject.map(about -> purpose + ":" + about).orElse(purpose);
    }
}
