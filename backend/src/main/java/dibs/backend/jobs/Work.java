package dibs.backend.jobs;

import java.time.Duration;

/**
 * What is done over and over.
 *
 * @param name no other work of the same {@link Jobs} has it
 * @param work what to do each time
 * @param every from the beginning of one time to that of the next
 */
public record Work(String name, Runnable work, Duration every) {}
