package dibs.backend.policy;

/**
 * What is taken for granted unless the question tells it. Earlier ones win: what a verb or a flag says comes before what
 * a class says. One whose condition names its own fact reads anew what was told of it.
 *
 * @param id its name in the file
 * @param when in which questions
 * @param fact the name of the fact, {@code access} and {@code purpose} among them
 * @param value the value it is presumed to have; {@code {environment.service}} in it stands for that attribute of the
 *     environment, {@code {consumer.service|script}} for the first of these that the consumer has; nothing is presumed
 *     where there is none
 */
public record Presumption(String id, Condition when, String fact, String value) {}
