package dibs.backend.person;

/**
 * The permanent id of a person.
 *
 * @param value opaque; no secret
 */
public record PersonId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
