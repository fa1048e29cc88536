package planted.com.slack.api.bolt;

/** Stands in for the library's own. */
public record App() {}
