package dibs.backend.environment;

/**
 * The name of what can be contended: the image tag of one script, one repository, one slot.
 *
 * @param value mostly the id of the environment that is this one unit
 */
public record UnitName(String value) implements Comparable<UnitName> {
    public UnitName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a unit needs a name");
        }
    }

    @Override
    public int compareTo(UnitName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
