package dibs.backend.http;

/**
 * What runs here.
 *
 * @param commit the full id of the commit that it was built from; empty where it was built without one
 */
public record Version(String source, String version, String commit, String build) {}
