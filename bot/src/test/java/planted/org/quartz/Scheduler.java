package planted.org.quartz;

/** Stands in for the library's own. */
public record Scheduler() {}
