package dibs.backend.environment;

import java.util.regex.Pattern;

/**
 * The permanent name of an environment, such as {@code dev-signing}.
 *
 * @param value lower-case letters, digits, points, colons and hyphens; {@code PRODUCT-VERSION} for a release slot; at most
 *     80 characters
 */
public record EnvironmentId(String value) implements Comparable<EnvironmentId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.:-]{0,79}");

    public EnvironmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an environment id: " + value);
        }
    }

    @Override
    public int compareTo(EnvironmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
