package dibs.backend.person;

/**
 * A person as others see them.
 *
 * @param name the name to show; as typed by people, so a renderer must escape it
 */
public record PersonRef(PersonId id, String name) {}
