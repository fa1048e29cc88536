package dibs.backend.lease;

/**
 * The number that rises with each grant of a unit and outlives the lease: who shows a lower one is late.
 *
 * @param value at least 0; 0 before the first grant
 */
public record FencingToken(long value) implements Comparable<FencingToken> {
    @Override
    public int compareTo(FencingToken other) {
        return Long.compare(value, other.value);
    }

    /** The next one. */
    public FencingToken next() {
        return new FencingToken(value + 1);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
