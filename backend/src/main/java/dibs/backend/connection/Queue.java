package dibs.backend.connection;

/**
 * What is on its way to persons.
 *
 * @param waiting how many notices are still to be said
 * @param dead how many were given up and have not been heard either
 */
public record Queue(int waiting, int dead) {}
