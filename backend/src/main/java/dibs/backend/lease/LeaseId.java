package dibs.backend.lease;

/**
 * The id of a lease. No secret and no authority: who asks is always checked.
 *
 * @param value lower-case letters and digits
 */
public record LeaseId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
