package dibs.backend.connection;

/**
 * Something that somebody who runs Dibs has to mend.
 *
 * @param key what it is, the same for as long as it lasts
 * @param sentence what is wrong and what to do; what stands between backticks is to be typed; no purpose and nobody's name
 */
public record Trouble(String key, String sentence) {}
